import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAnalyzer } from '../../../server/src/analysis/analyzer';
import { addDecision, editLexicon, selectorFor } from '../../../server/src/analysis/decisions/edit';
import { locate } from '../../../server/src/analysis/decisions/apply';
import { decisionsFor, parseDecisions, parseLexicon } from '../../../server/src/analysis/decisions/parse';
import type { Decision, Lexicon, UserDecisions } from '../../../server/src/analysis/decisions/types';
import type { Analysis, EntityType } from '../../../server/src/analysis/model';

const analyzer = createAnalyzer();

/** Analyses with the given words as the recogniser's mentions. */
function analyze(text: string, words: readonly [string, EntityType][], decisions: UserDecisions): Analysis {
  let from = 0;
  const mentions = words.map(([word, type]) => {
    const start = text.indexOf(word, from);
    from = start + word.length;
    return { start, end: from, type };
  });
  return analyzer.analyze(text, { mentions, decisions });
}

describe('decisions: reading the files', () => {
  it('reads a lexicon', () => {
    const { value, problems } = parseLexicon({
      entries: [
        { name: 'نخلة', type: 'ORG', aliases: ['النخلة'] },
        { name: 'الغرب', never: true },
      ],
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(value.entries, [
      { name: 'نخلة', type: 'ORG', aliases: ['النخلة'] },
      { name: 'الغرب', never: true },
    ]);
  });

  const wrong: [string, unknown, [string, string]][] = [
    ['no object', [], ['', 'not-an-object']],
    ['no list', { entries: {} }, ['entries', 'not-a-list']],
    ['an entry that is text', { entries: ['نخلة'] }, ['entries.0', 'not-an-object']],
    ['no name', { entries: [{ type: 'ORG' }] }, ['entries.0', 'missing']],
    ['an empty name', { entries: [{ name: ' ', type: 'ORG' }] }, ['entries.0.name', 'empty']],
    ['no type', { entries: [{ name: 'نخلة' }] }, ['entries.0', 'missing']],
    ['a wrong type', { entries: [{ name: 'نخلة', type: 'PERSON' }] }, ['entries.0.type', 'unknown-type']],
    ['a key that is not known', { entries: [], extra: 1 }, ['extra', 'unknown-key']],
    [
      'an alias that is no text',
      { entries: [{ name: 'ن', type: 'ORG', aliases: [3] }] },
      ['entries.0.aliases.0', 'not-text'],
    ],
    [
      'a name twice',
      {
        entries: [
          { name: 'أحمد', type: 'PER' },
          { name: 'احمد', type: 'ORG' },
        ],
      },
      ['entries.1.name', 'duplicate'],
    ],
  ];
  for (const [title, file, [path, code]] of wrong)
    it(`reports ${title}`, () => {
      const { problems } = parseLexicon(file);
      assert.deepEqual(
        problems.map((problem) => [problem.path.join('.'), problem.code]),
        [[path, code]],
      );
      assert.ok(problems[0]!.message.length > 0);
    });

  it('applies the rest of a file with mistakes', () => {
    const { value } = parseLexicon({
      entries: [
        { name: 'نخلة', type: 'X' },
        { name: 'سدرة', type: 'ORG' },
      ],
    });
    assert.deepEqual(value.entries, [{ name: 'سدرة', type: 'ORG' }]);
  });

  const wrongDecisions: [string, unknown, [string, string]][] = [
    ['no kind', {}, ['decisions.0', 'missing']],
    ['a kind that is not known', { kind: 'x' }, ['decisions.0.kind', 'unknown-kind']],
    ['no target', { kind: 'not-a-quote' }, ['decisions.0', 'missing']],
    ['a target without words', { kind: 'not-a-quote', target: {} }, ['decisions.0.target.exact', 'not-text']],
    ['one name to merge', { kind: 'merge', names: ['نخلة'] }, ['decisions.0.names', 'missing']],
    [
      'a speaker that is a number',
      { kind: 'speaker', target: { exact: 'x' }, speaker: 4 },
      ['decisions.0.speaker', 'not-text'],
    ],
  ];
  for (const [title, decision, [path, code]] of wrongDecisions)
    it(`reports ${title}`, () => {
      const { value, problems } = parseDecisions({ decisions: [decision] });
      assert.deepEqual(
        problems.map((problem) => [problem.path.join('.'), problem.code]),
        [[path, code]],
      );
      assert.deepEqual(value.decisions, []);
    });

  it('never throws, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        parseLexicon(value);
        parseDecisions(value);
        parseLexicon({ entries: [value] });
        parseDecisions({ decisions: [value] });
      }),
    );
  });

  it('tells the decisions of one article', () => {
    const all: Decision[] = [
      { kind: 'merge', names: ['ا', 'ب'] },
      { kind: 'merge', article: 'one.txt', names: ['ا', 'ج'] },
      { kind: 'merge', article: 'two.txt', names: ['ا', 'د'] },
    ];
    assert.deepEqual(decisionsFor({ decisions: all }, 'one.txt'), all.slice(0, 2));
  });
});

describe('decisions: names', () => {
  const lexicon = (...entries: Lexicon['entries']): UserDecisions => ({ lexicon: { entries } });
  const found = (analysis: Analysis): string[] => analysis.entities.map((entity) => `${entity.type} ${entity.text}`);

  it('finds a name that the recogniser does not know, after a proclitic too', () => {
    const analysis = analyze('ربحت نخلة كثيرا، وقالت ونخلة.', [], lexicon({ name: 'نخلة', type: 'ORG' }));
    assert.deepEqual(found(analysis), ['ORG نخلة', 'ORG نخلة']);
    for (const entity of analysis.entities)
      assert.equal('ربحت نخلة كثيرا، وقالت ونخلة.'.slice(entity.start, entity.end), entity.text);
  });

  it('finds it after لل', () => {
    const analysis = analyze('سلّم للشرع الكتاب.', [], lexicon({ name: 'الشرع', type: 'PER' }));
    assert.deepEqual(found(analysis), ['PER لشرع']);
    assert.equal(analysis.actors[0]?.name, 'الشرع');
  });

  it('changes a type', () => {
    const analysis = analyze('ربحت نخلة كثيرا.', [['نخلة', 'LOC']], lexicon({ name: 'نخلة', type: 'ORG' }));
    assert.deepEqual(found(analysis), ['ORG نخلة']);
  });

  it('takes out what is never a name, also after لل', () => {
    const analysis = analyze(
      'قال الغرب للغرب كلمة.',
      [
        ['الغرب', 'LOC'],
        ['لغرب', 'LOC'],
      ],
      lexicon({ name: 'الغرب', never: true }),
    );
    assert.deepEqual(found(analysis), []);
  });

  it('leaves a longer name that holds the word', () => {
    const analysis = analyze(
      'في الشرق الأوسط كثير.',
      [['الشرق الأوسط', 'LOC']],
      lexicon({ name: 'الشرق', type: 'ORG' }),
    );
    assert.deepEqual(found(analysis), ['LOC الشرق الأوسط']);
  });

  it('takes the longer of two of its own names', () => {
    const analysis = analyze(
      'ربحت نخلة الشرق كثيرا.',
      [],
      lexicon({ name: 'نخلة', type: 'ORG' }, { name: 'نخلة الشرق', type: 'ORG' }),
    );
    assert.deepEqual(found(analysis), ['ORG نخلة الشرق']);
  });

  it('joins aliases', () => {
    const analysis = analyze(
      'ربحت نخلة كثيرا وخسرت سدرة.',
      [],
      lexicon({ name: 'نخلة', type: 'ORG', aliases: ['سدرة'] }),
    );
    assert.equal(analysis.actors.length, 1);
    assert.deepEqual(analysis.actors[0]?.why, ['decision: سدرة = نخلة']);
  });

  it('is edited by quick fixes', () => {
    let file: Lexicon = { entries: [] };
    file = editLexicon(file, { kind: 'name', name: 'نخلة', type: 'LOC' });
    file = editLexicon(file, { kind: 'name', name: 'نخلة', type: 'ORG' });
    file = editLexicon(file, { kind: 'same', name: 'النخلة', as: 'نخلة', type: 'ORG' });
    file = editLexicon(file, { kind: 'never', name: 'الغرب' });
    assert.deepEqual(file.entries, [
      { name: 'نخلة', type: 'ORG', aliases: ['النخلة'] },
      { name: 'الغرب', never: true },
    ]);
    assert.deepEqual(editLexicon(file, { kind: 'never', name: 'النخلة' }).entries, [
      { name: 'نخلة', type: 'ORG' },
      { name: 'الغرب', never: true },
      { name: 'النخلة', never: true },
    ]);
  });
});

describe('decisions: actors', () => {
  const text = 'قال سمير العجلوني ذلك، ثم عاد العجلوني مع أبو نمر.';
  const words: [string, EntityType][] = [
    ['سمير العجلوني', 'PER'],
    ['العجلوني', 'PER'],
    ['أبو نمر', 'PER'],
  ];
  const names = (...decisions: Decision[]): (string | null)[] => {
    const analysis = analyze(text, words, { decisions });
    return analysis.entities.map((entity) => analysis.actors.find((actor) => actor.id === entity.actor)?.name ?? null);
  };

  it('merges', () => {
    assert.deepEqual(names({ kind: 'merge', names: ['سمير العجلوني', 'أبو نمر'] }), [
      'سمير العجلوني',
      'سمير العجلوني',
      'سمير العجلوني',
    ]);
  });

  it('splits', () => {
    assert.deepEqual(names({ kind: 'split', name: 'العجلوني', from: 'سمير العجلوني' }), [
      'سمير العجلوني',
      'العجلوني',
      'أبو نمر',
    ]);
  });

  it('lets a split undo a merge of the same names', () => {
    const merge: Decision = { kind: 'merge', names: ['ا', 'ب'] };
    const split: Decision = { kind: 'split', name: 'ب', from: 'ا' };
    assert.deepEqual(addDecision({ decisions: [merge] }, split).decisions, [split]);
  });
});

describe('decisions: quotes', () => {
  const text =
    'قال سمير العجلوني: «الأمر انتهى اليوم ولن نعود إليه». وأضاف: «لا نريد المزيد من هذا الكلام».\n\nوقال ماهر الديري: «سوف نعود إليه غدا بلا شك».';
  const words: [string, EntityType][] = [
    ['سمير العجلوني', 'PER'],
    ['ماهر الديري', 'PER'],
  ];
  const run = (...decisions: Decision[]): Analysis => analyze(text, words, { decisions });
  const speakers = (analysis: Analysis): (string | null)[] =>
    analysis.quotes.map((quote) => analysis.actors.find((actor) => actor.id === quote.speakerActor)?.name ?? null);
  const plain = run();
  const select = (index: number): ReturnType<typeof selectorFor> => selectorFor(text, plain.quotes[index]!);

  it('has three quotes without decisions', () => {
    assert.deepEqual(speakers(plain), ['سمير العجلوني', 'سمير العجلوني', 'ماهر الديري']);
  });

  it('takes out what is no quote; what went on from it keeps its speaker’s source', () => {
    const analysis = run({ kind: 'not-a-quote', target: select(2) });
    assert.deepEqual(speakers(analysis), ['سمير العجلوني', 'سمير العجلوني']);
  });

  it('changes a speaker, and who goes on from him', () => {
    const analysis = run({ kind: 'speaker', target: select(0), speaker: 'ماهر الديري' });
    assert.deepEqual(speakers(analysis), ['ماهر الديري', 'ماهر الديري', 'ماهر الديري']);
    assert.ok(analysis.quotes[0]?.why?.includes('speaker-decision'));
  });

  it('takes a speaker away', () => {
    assert.deepEqual(speakers(run({ kind: 'speaker', target: select(2), speaker: null })), [
      'سمير العجلوني',
      'سمير العجلوني',
      null,
    ]);
  });

  it('finds its words after an edit elsewhere', () => {
    const edited = `سطر جديد في أول المقال.\n\n${text}`;
    const analysis = analyzer.analyze(edited, {
      decisions: { decisions: [{ kind: 'not-a-quote', target: select(1) }] },
    });
    assert.equal(analysis.quotes.length, 2);
  });

  it('says which decision no longer fits', () => {
    const { warnings, quotes } = run({ kind: 'not-a-quote', target: { exact: 'كلام لا يقوله أحد' } });
    assert.deepEqual(
      warnings.map((warning) => warning.code),
      ['decision-lost'],
    );
    assert.equal(quotes.length, 3);
  });

  it('tells repeated words apart by what stands around them', () => {
    const repeated = 'أ نعم ب. ج نعم د.';
    assert.deepEqual(locate(repeated, { exact: 'نعم', prefix: 'ج ', suffix: ' د' }), { start: 11, end: 14 });
    assert.deepEqual(locate(repeated, { exact: 'نعم', prefix: 'أ ', suffix: ' ب' }), { start: 2, end: 5 });
  });
});
