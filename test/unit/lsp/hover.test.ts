import assert from 'node:assert/strict';
import type { Entity } from '../../../server/src/analysis/model';
import { provideHover } from '../../../server/src/lsp/hover';
import type { MarkupOptions } from '../../../server/src/lsp/markup';
import type { ArticleView } from '../../../server/src/lsp/article-view';
import { ANALYSIS, at, EMPTY, plain, view } from './fixture';

const AR: MarkupOptions = { language: 'ar', markdown: false, htmlTags: [] };
const EN: MarkupOptions = { ...AR, language: 'en' };

function hover(of: ArticleView, offset: number, options: MarkupOptions): string | null {
  const found = provideHover(of, of.range({ start: offset, end: offset }).start, options);
  if (found === null) return null;
  assert.ok(typeof found.contents === 'object' && 'value' in found.contents);
  return found.contents.value;
}

const on = (words: string, nth = 1, options = AR): string => plain(hover(view(), at(words, nth).start, options) ?? '');

describe('hover', () => {
  it('tells who a person is, what they said and how often they are named', () => {
    const card = on('سالم الكرمي');
    assert.equal(
      card,
      [
        'سالم الكرمي · شخص',
        '',
        'الصفة: وزير التربية، الوزير',
        'مرات الذكر: 3 (أولها: السطر 4)',
        'ورد أيضاً: الكرمي',
        '',
        'من أقواله (2): ',
        '• المدرسة «هدية لأهل عمّان»',
        '• «سنبني غيرها قريبا»',
        '',
        'الثقة: 90٪',
        'السبب: اسم معروف',
      ].join('\n'),
    );
  });

  it('tells who spoke of a place', () => {
    assert.match(on('عمّان', 1, EN), /^عمّان · place\n/);
    assert.match(on('عمّان', 1, EN), /Spoken of by: سالم الكرمي$/m);
  });

  it('tells the value of an open date, and what it could be', () => {
    assert.match(
      on('الأربعاء 12', 1, EN),
      /Value: XXXX-02-12\nCould be: Wednesday 12 February 2014, Wednesday 12 February 2020/,
    );
    assert.match(on('أمس'), /القيمة: XXXX-XX-XX\nمفتوح: لا يذكر المقال تاريخ نشره/);
  });

  it('tells the day and its distance from the article’s date', () => {
    const dates = [{ ...at('أمس'), type: 'DATE' as const, value: '2023-03-14', mod: null, why: ['relative-day'] }];
    const card = plain(hover(view({ dates, reference: '2023-03-15' }), at('أمس').start, EN)!);
    assert.match(
      card,
      /^أمس\n\nValue: 2023-03-14\nGregorian: Tuesday 14 March 2023\n(Hijri: .*\n)?From the article's date: 1 day before\n/,
    );
  });

  it('tells what is wrong with a date', () => {
    const problem = { code: 'weekday-mismatch', written: '3', expected: '1' } as const;
    const dates = [{ ...at('الأربعاء 12 شباط'), type: 'DATE' as const, value: '2024-02-12', mod: null, problem }];
    assert.match(
      plain(hover(view({ dates }), at('الأربعاء 12').start, AR)!),
      /⚠ يوافق 2024-02-12 يوم الاثنين لا يوم الأربعاء/,
    );
  });

  it('tells who says a quote, by which words, and why that is believed', () => {
    const card = on('المدرسة «');
    assert.match(
      card,
      /القائل: سالم الكرمي، وزير التربية \(كما ورد وزير التربية سالم الكرمي\)\nلفظ النقل: قال\nالنوع: كلام منقول/,
    );
    assert.match(card, /الثقة: 87٪/);
  });

  it('tells the quote on its cue and on a title that stands for the speaker', () => {
    assert.match(on('أضاف', 1, EN), /Speaker: سالم الكرمي.*\nCue: أضاف\nKind: direct quote/);
    assert.match(on('وزير التربية', 1, EN), /Speaker: سالم الكرمي/);
  });

  it('shows the name first and then the quote around it', () => {
    assert.match(on('عمّان', 2, EN), /^عمّان · place[^]*\n\n⸻\n\nSpeaker: /);
  });

  it('is null where nothing is marked', () => {
    assert.equal(hover(view(), at('شارك').start, AR), null);
    assert.equal(hover(view(EMPTY, ''), 0, AR), null);
  });

  it('marks the words it is about', () => {
    const article = view();
    const found = provideHover(article, article.range(at('أضاف')).start, AR);
    assert.deepEqual(found!.range, article.range(at('أضاف')));
  });

  it('tells who is meant by a title', () => {
    const references = [{ ...at('الوزير'), actor: 'a1', why: ['title'] }];
    const card = plain(hover(view({ references }), at('الوزير').start, EN)!);
    assert.match(card, /^سالم الكرمي · person\n/);
    assert.match(card, /Why: a title that repeats the role$/);
  });

  it('names a rule it has no words for by its id, and the forms a rule joined', () => {
    const [first] = ANALYSIS.entities;
    const entities = [{ ...first!, why: ['new-rule', 'surname: الكرمي = سالم الكرمي', 'offset-منذ'] }];
    const card = plain(hover(view({ entities }), at('سالم').start, EN)!);
    assert.match(
      card,
      /Why: new-rule, “الكرمي” is the surname of “سالم الكرمي”, counted from the article’s date by منذ$/,
    );
  });

  it('says that a speaker is not named', () => {
    const quotes = ANALYSIS.quotes.map((quote) => ({ ...quote, speakerActor: null, speaker: null }));
    assert.match(plain(hover(view({ quotes }), at('سنبني').start, EN)!), /Speaker: not named/);
  });
});

describe('hover on a hostile article', () => {
  const EVIL =
    '](command:x) <script>alert(1)</script> **b** ![i](http://a.b/c.png) `c` $(zap) www.a.b\n\n# h\n\u202e\ud800';
  const text = `${EVIL} ${EVIL}`;
  const span = { start: 0, end: EVIL.length, text: EVIL };
  const entities: readonly Entity[] = [{ id: 'e1', type: 'PER', actor: 'a1', ...span, why: [EVIL] }];
  const quote = {
    id: 'q1',
    ...span,
    kind: 'direct' as const,
    cue: span,
    speaker: span,
    speakerActor: 'a1',
    why: [EVIL],
  };
  const actors = [
    { id: 'a1', name: EVIL, type: 'PER' as const, roles: [EVIL, EVIL], aliases: [EVIL, 'x'], why: [EVIL] },
  ];
  const evil = view({ ...EMPTY, entities, quotes: [quote], actors }, text, 'file:///a](command:x)<b>.txt');
  const card = hover(evil, 3, { language: 'ar', markdown: true, htmlTags: ['div'] })!;

  it('has no link but to places in the file', () => {
    const unescaped = card.replace(/\\./g, '');
    const links = [...unescaped.matchAll(/\]\(([^)]*)\)/g)].map((match) => match[1]!);
    assert.ok(links.length > 0);
    for (const link of links) assert.match(link, /^file:\/\/\/[^\s()<>[\]\\]*#L\d+,\d+$/);
    assert.doesNotMatch(unescaped, /!\[|www\.|http:/);
  });

  it('has no HTML but its own, no heading and no code', () => {
    const unescaped = card.replace(/\\./g, '').replace(/<\/?div( align="right")?>/g, '');
    assert.doesNotMatch(unescaped, /[<`#](?!L\d)|\$\(/);
    assert.doesNotMatch(unescaped, /^\s*#/m);
  });

  it('has balanced isolates in every line and no other controls', () => {
    assert.doesNotMatch(card, /[\u202a-\u202e\u200e\u200f\ud800]/);
    for (const line of card.split('\n')) {
      let depth = 0;
      for (const unit of line) {
        if (unit >= '\u2066' && unit <= '\u2068') depth++;
        if (unit === '\u2069') assert.ok(--depth >= 0, line);
      }
      assert.equal(depth, 0, line);
    }
  });
});
