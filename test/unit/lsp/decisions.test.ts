import assert from 'node:assert/strict';
import type { Range } from 'vscode-languageserver';
import type { LexiconChange } from '../../../server/src/analysis/decisions/edit';
import type { Decision } from '../../../server/src/analysis/decisions/types';
import { provideCodeActions } from '../../../server/src/lsp/code-actions';
import { executeCommand, type CommandTarget } from '../../../server/src/lsp/commands';
import {
  addDecisionText,
  changeLexiconText,
  readDecisionsText,
  readLexiconText,
} from '../../../server/src/lsp/user-file-text';
import { createUserFiles, type FileAccess, type UserFiles } from '../../../server/src/lsp/user-files';
import type { TextProblem } from '../../../server/src/lsp/user-file-text';
import { ServerCommand } from '../../../server/src/protocol';
import { ANALYSIS, at, EMPTY, plain, URI, view } from './fixture';

interface Fix {
  readonly title: string;
  readonly command: string;
  readonly argument: unknown;
}

function fixes(range: Range, article = view({ reference: '2023-03-15' })): Fix[] {
  return provideCodeActions(article, range, [], { language: 'en', clientCommands: false }).map(
    ({ title, command }) => ({
      title: plain(title),
      command: command!.command,
      argument: command!.arguments![1],
    }),
  );
}

const caret = (words: string, nth = 1, shift = 1): Range => {
  const start = at(words, nth).start + shift;
  return view().range({ start, end: start });
};

describe('quick fixes on names', () => {
  it('change the type, take the name out, merge and split', () => {
    const found = fixes(caret('نقله الكرمي', 1, 6));
    assert.deepEqual(
      found.map(({ title }) => title),
      [
        '“الكرمي” is an organisation',
        '“الكرمي” is a place',
        '“الكرمي” is another kind of name',
        '“الكرمي” is not a name',
        '“الكرمي” is somebody other than “سالم الكرمي”',
      ],
    );
    assert.deepEqual(found[0]!.argument, { kind: 'name', name: 'الكرمي', type: 'ORG' });
    assert.deepEqual(found[3]!.argument, { kind: 'never', name: 'الكرمي' });
    assert.deepEqual(found[4]!.argument, { kind: 'split', name: 'الكرمي', from: 'سالم الكرمي' });
  });

  it('offer the actors it could be the same as, the likeliest first', () => {
    const actors = [
      ...ANALYSIS.actors,
      { id: 'a4', name: 'وليد حدّاد', type: 'PER' as const, roles: [] },
      { id: 'a5', name: 'السالم الكرمي', type: 'PER' as const, roles: [] },
    ];
    const article = view({ actors, reference: '2023-03-15' });
    const merges = fixes(caret('سالم الكرمي', 2), article).filter(({ title }) => title.includes('same as'));
    assert.deepEqual(
      merges.map(({ title }) => title),
      [
        '“سالم الكرمي” is the same as “السالم الكرمي” in this article',
        '“سالم الكرمي” is the same as “وليد حدّاد” in this article',
        '“سالم الكرمي” is the same as “السالم الكرمي”, in every article',
      ],
    );
  });

  it('name selected words that are not marked', () => {
    const [first] = fixes(view().range(at('نشرة الضفة')));
    assert.deepEqual(first, {
      title: '“نشرة الضفة” is a person',
      command: ServerCommand.changeLexicon,
      argument: { kind: 'name', name: 'نشرة الضفة', type: 'PER' },
    });
    assert.deepEqual(fixes(view().range(at('---\nسالم'))), [], 'not across lines');
    assert.deepEqual(fixes(view().range(at('أمس'))), [], 'not a date');
    assert.deepEqual(fixes(caret('شارك')), [], 'not without a selection');
  });

  it('give the article back after the preposition', () => {
    const text = 'زيارة للشرع';
    const name = at('لشرع', 1, text);
    const entities = [{ id: 'e1', type: 'PER' as const, actor: null, ...name }];
    const [first] = fixes(
      { start: { line: 0, character: 8 }, end: { line: 0, character: 8 } },
      view({ ...EMPTY, entities }, text),
    );
    assert.deepEqual(first!.argument, { kind: 'name', name: 'الشرع', type: 'ORG' });
  });
});

describe('quick fixes on quotes', () => {
  it('take a quote out or give it another speaker, by its words', () => {
    const found = fixes(caret('سنبني'));
    assert.deepEqual(
      found.map(({ title }) => title),
      ['Not a quote', 'The speaker is “هيئة البناء”', 'The speaker is not named'],
    );
    const decision = found[1]!.argument as Decision & { readonly kind: 'speaker' };
    assert.equal(decision.target.exact, 'سنبني غيرها\nقريبا');
    assert.ok(decision.target.prefix!.endsWith('وأضاف: «'));
    assert.ok(decision.target.suffix!.startsWith('». وأكدت'));
  });
  it('are offered on the cue', () => assert.ok(fixes(caret('أضاف')).some(({ title }) => title === 'Not a quote')));
});

describe('commands', () => {
  const done: unknown[] = [];
  const target: CommandTarget = {
    setDate: () => true,
    changeLexicon: (_uri, change) => Promise.resolve((done.push(change), 'done' as const)),
    decide: (_uri, decision) => Promise.resolve((done.push(decision), 'done' as const)),
  };
  const run = (command: string, ...given: unknown[]): Promise<unknown> => executeCommand(target, command, given);
  beforeEach(() => done.splice(0));

  it('run what the quick fixes send', async () => {
    for (const { command, argument } of [...fixes(caret('سالم الكرمي', 2)), ...fixes(caret('سنبني'))])
      assert.deepEqual(await run(command, URI, argument), { outcome: 'done' }, JSON.stringify(argument));
  });

  it('refuse what they do not understand', async () => {
    for (const argument of [
      null,
      5,
      {},
      { kind: 'name', name: 'س' },
      { kind: 'name', name: '', type: 'PER' },
      { kind: 'name', name: 'س', type: 'XYZ' },
      { kind: 'same', name: 'س', type: 'PER' },
      { kind: 'other', name: 'س', type: 'PER' },
    ])
      assert.deepEqual(await run(ServerCommand.changeLexicon, URI, argument), { outcome: 'not-understood' });
    for (const argument of [null, [], { kind: 'merge', names: ['س'] }, { kind: 'speaker', speaker: 'س' }])
      assert.deepEqual(await run(ServerCommand.decide, URI, argument), { outcome: 'not-understood' });
    assert.ok((await run(ServerCommand.decide)) instanceof Error);
    assert.ok((await run('nothing', URI)) instanceof Error);
    assert.deepEqual(done, []);
  });
});

describe('the user’s files as text', () => {
  it('are read as far as they are sound, with the place of each mistake', () => {
    const text =
      '{ "entries": [ { "name": "سامر", "type": "PER" }, { "name": "س", "type": "CITY" }, { "nome": "x", "name": "ع", "type": "LOC" } ] }';
    const { value, problems } = readLexiconText(text);
    assert.deepEqual(
      value.entries.map(({ name }) => name),
      ['سامر', 'ع'],
    );
    assert.deepEqual(
      problems.map(({ code, start, end }) => [code, text.slice(start, end)]),
      [
        ['unknown-type', '"CITY"'],
        ['unknown-key', '"nome"'],
      ],
    );
  });

  it('apply what stands around a broken place', () => {
    const { value, problems } = readLexiconText('{ "entries": [ { "name": "سامر", "type": "PER" }, { "name": ');
    assert.deepEqual(value.entries, [{ name: 'سامر', type: 'PER' }]);
    assert.ok(problems.some(({ syntax }) => syntax));
  });

  it('may be empty, and never throw', () => {
    assert.deepEqual(readLexiconText(''), { value: { entries: [] }, problems: [] });
    for (const text of [
      '[',
      '5',
      'null',
      '{"entries": {}}',
      '\ufeff{}',
      '\u0000',
      '{"entries":[[[[]]]]}',
      '"\ud800"',
    ]) {
      assert.deepEqual(readLexiconText(text).value.entries, [], text);
      assert.deepEqual(readDecisionsText(text).value.decisions, [], text);
      for (const { start, end } of readLexiconText(text).problems) assert.ok(start >= 0 && end <= text.length + 1);
    }
  });

  it('keep what a change does not concern', () => {
    const text = JSON.stringify({
      $schema: 'x',
      entries: [
        { name: 'سامر', type: 'PER', comment: 'صديق' },
        { name: 'خطأ', type: '?' },
        { name: 'أحمد', type: 'PER', comment: 'ابن عمي' },
      ],
    });
    const changed = JSON.parse(changeLexiconText(text, { kind: 'name', name: 'احمد', type: 'ORG' })!) as unknown;
    assert.deepEqual(changed, {
      $schema: 'x',
      entries: [
        { name: 'سامر', type: 'PER', comment: 'صديق' },
        { name: 'خطأ', type: '?' },
        { name: 'احمد', type: 'ORG', comment: 'ابن عمي' },
      ],
    });
    const never = JSON.parse(changeLexiconText(text, { kind: 'never', name: 'سامر' })!) as { entries: unknown[] };
    assert.deepEqual(never.entries[0], { name: 'سامر', comment: 'صديق', never: true });
  });

  it('are not rewritten where they are no JSON', () => {
    for (const text of ['{ "entries": [', '[]', 'x', '{"entries": {}}'])
      assert.equal(changeLexiconText(text, { kind: 'never', name: 'س' }), null, text);
    assert.equal(addDecisionText('{', { kind: 'merge', names: ['أ', 'ب'] }), null);
  });

  it('hold one decision on the same words', () => {
    const target = { exact: 'س', prefix: 'أ', suffix: 'ب' };
    let text = addDecisionText('', { kind: 'not-a-quote', article: 'a', target })!;
    text = addDecisionText(text, { kind: 'speaker', article: 'b', target, speaker: 'ع' })!;
    text = addDecisionText(text, { kind: 'speaker', article: 'a', target, speaker: null })!;
    assert.deepEqual(readDecisionsText(text).value.decisions, [
      { kind: 'speaker', article: 'b', target, speaker: 'ع' },
      { kind: 'speaker', article: 'a', target, speaker: null },
    ]);
  });
});

describe('the user’s files', () => {
  const FOLDER = 'file:///news';
  const LEXICON = `${FOLDER}/.arabic-news/lexicon.json`;
  const DECISIONS = `${FOLDER}/.arabic-news/decisions.json`;
  const NAME: LexiconChange = { kind: 'name', name: 'سامر', type: 'PER' };

  class Disk implements FileAccess {
    readonly texts = new Map<string, string>();
    readonly problems = new Map<string, readonly TextProblem[]>();
    reads = 0;
    changes = 0;
    broken = false;

    handles(uri: string): boolean {
      return uri.startsWith('file:');
    }
    read(uri: string): Promise<string | null> {
      this.reads++;
      return this.broken ? Promise.reject(new Error('no access')) : Promise.resolve(this.texts.get(uri) ?? null);
    }
    write(uri: string, text: string): Promise<void> {
      if (this.broken) return Promise.reject(new Error('no access'));
      this.texts.set(uri, text);
      return Promise.resolve();
    }
    open(folders: readonly string[] = [FOLDER], files: FileAccess | null = this): UserFiles {
      return createUserFiles({
        files,
        folders: () => folders,
        watched: () => true,
        onChange: () => this.changes++,
        onProblems: (uri, _text, problems) => this.problems.set(uri, problems),
        logError: () => undefined,
      });
    }
  }

  it('are read once for a workspace folder and again when they change', async () => {
    const disk = new Disk();
    const files = disk.open();
    await files.ready(`${FOLDER}/a.khabar`);
    await files.ready(`${FOLDER}/b/c.khabar`);
    assert.equal(disk.reads, 2);
    disk.texts.set(LEXICON, '{"entries":[{"name":"سامر","type":"PER"}]}');
    assert.ok(files.changed(LEXICON));
    assert.equal(files.changed(`${FOLDER}/other.json`), false);
    await files.ready(`${FOLDER}/a.khabar`);
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(files.decisions(`${FOLDER}/a.khabar`).lexicon!.entries, [{ name: 'سامر', type: 'PER' }]);
    assert.equal(disk.changes, 1);
  });

  it('are written beside the workspace folder, and hold at once', async () => {
    const disk = new Disk();
    const files = disk.open(['file:///', 'file:///news', 'file:///new']);
    assert.equal(await files.changeLexicon(`${FOLDER}/x/a.khabar`, NAME), 'done');
    assert.deepEqual([...disk.texts.keys()], [LEXICON]);
    assert.equal(files.decisions(`${FOLDER}/b.khabar`).lexicon!.entries.length, 1);
    assert.equal(disk.changes, 1);
  });

  it('keep decisions to their article', async () => {
    const disk = new Disk();
    const files = disk.open();
    const merge: Decision = { kind: 'merge', names: ['أ', 'ب'] };
    assert.equal(await files.decide(`${FOLDER}/%D8%AE%D8%A8%D8%B1.khabar`, merge), 'done');
    assert.match(disk.texts.get(DECISIONS)!, /"article": "خبر.khabar"/);
    assert.equal(files.decisions(`${FOLDER}/%D8%AE%D8%A8%D8%B1.khabar`).decisions!.length, 1);
    assert.equal(files.decisions(`${FOLDER}/other.khabar`).decisions!.length, 0);
  });

  it('lose no decision when two are made at once', async () => {
    const disk = new Disk();
    const files = disk.open();
    const uri = `${FOLDER}/a.khabar`;
    await Promise.all(['أ', 'ب', 'ج'].map((name) => files.changeLexicon(uri, { ...NAME, name })));
    assert.equal(files.decisions(uri).lexicon!.entries.length, 3);
  });

  it('lie beside an article outside all folders, and in memory for one that is no file', async () => {
    const disk = new Disk();
    const files = disk.open([]);
    await files.changeLexicon('file:///elsewhere/a.khabar', NAME);
    assert.deepEqual([...disk.texts.keys()], ['file:///elsewhere/.arabic-news/lexicon.json']);
    assert.equal(await files.changeLexicon('untitled:Untitled-1', NAME), 'done');
    assert.equal(files.decisions('untitled:Untitled-1').lexicon!.entries.length, 1);
    const remote = disk.open(['vscode-vfs://github/x']);
    assert.equal(await remote.changeLexicon('vscode-vfs://github/x/a.khabar', NAME), 'done');
    assert.equal(remote.decisions('vscode-vfs://github/x/b.khabar').lexicon!.entries.length, 1);
    const web = disk.open([], null);
    assert.equal(await web.changeLexicon('file:///elsewhere/a.khabar', NAME), 'done');
    assert.equal(disk.texts.size, 1);
  });

  it('tell their mistakes, and that these are gone', async () => {
    const disk = new Disk();
    disk.texts.set(LEXICON, '{"entries": 5}');
    const files = disk.open();
    await files.ready(`${FOLDER}/a.khabar`);
    assert.equal(disk.problems.get(LEXICON)!.length, 1);
    await files.changeLexicon(`${FOLDER}/a.khabar`, NAME).then((outcome) => assert.equal(outcome, 'broken-file'));
    disk.texts.set(LEXICON, '{"entries": []}');
    await files.changeLexicon(`${FOLDER}/a.khabar`, NAME);
    assert.deepEqual(disk.problems.get(LEXICON), []);
  });

  it('may be out of reach', async () => {
    const disk = new Disk();
    disk.broken = true;
    const files = disk.open();
    await files.ready(`${FOLDER}/a.khabar`);
    assert.equal(await files.changeLexicon(`${FOLDER}/a.khabar`, NAME), 'not-written');
  });
});
