import assert from 'node:assert/strict';
import { DiagnosticSeverity } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis, ArticlePart, DateExpression } from '../../../server/src/analysis/model';
import { frontMatterEdit, provideCodeActions } from '../../../server/src/lsp/code-actions';
import { provideDiagnostics, strayControls } from '../../../server/src/lsp/diagnostics';
import { findUnbalancedMarks } from '../../../server/src/lsp/unbalanced-marks';
import { ANALYSIS, at, EMPTY, TEXT, URI, view } from './fixture';

function paragraphs(text: string): ArticlePart[] {
  const parts: ArticlePart[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line !== '') parts.push({ kind: 'paragraph', start, end: start + line.length });
    start += line.length + 1;
  }
  return parts;
}

const codes = (changes: Partial<Analysis>, text?: string, enabled = true): unknown[] =>
  provideDiagnostics(view(changes, text), 'en', enabled).map(({ code }) => code);

const problem = (date: Partial<DateExpression>): Partial<Analysis> => ({
  reference: '2024-02-13',
  dates: [{ ...at('الأربعاء 12 شباط'), type: 'DATE', value: '2024-02-12', mod: null, ...date }],
});

describe('diagnostics', () => {
  it('say once that the publication date is missing', () => assert.deepEqual(codes({}), ['no-reference']));

  it('say nothing of it where the date is known, or where no date needs it', () => {
    assert.deepEqual(codes({ reference: '2023-03-15', dates: [] }), []);
    assert.deepEqual(codes({ dates: [{ ...at('أمس'), type: 'DATE', value: '2023-03-14', mod: null }] }), []);
  });

  it('tell what is wrong with dates as written', () => {
    const mismatch = { code: 'weekday-mismatch', written: '3', expected: '1' } as const;
    const [found] = provideDiagnostics(view(problem({ problem: mismatch })), 'en', true);
    assert.equal(found!.message, '2024-02-12 was a Monday, not a Wednesday.');
    assert.equal(found!.severity, DiagnosticSeverity.Information);
    const deictic = { code: 'weekday-mismatch', written: '1', expected: '4' } as const;
    const [yesterday] = provideDiagnostics(view(problem({ problem: deictic })), 'en', true);
    assert.equal(yesterday!.message, 'Counted from the article’s date, this day is a Thursday, not a Monday.');
    const calendars = { code: 'calendar-mismatch', written: '2023-03-22', expected: '2023-03-23' } as const;
    const [other] = provideDiagnostics(view(problem({ problem: calendars })), 'en', true);
    assert.match(String(other!.message), /Wednesday 22 March 2023 would be Thursday 23 March 2023/);
    const months = { code: 'calendar-mismatch', written: '3', expected: '2' } as const;
    const [double] = provideDiagnostics(view(problem({ problem: months })), 'en', true);
    assert.equal(double!.message, 'These are two different months: March and February.');
    const days = { code: 'impossible-date', written: '31', expected: '30' } as const;
    const [impossible] = provideDiagnostics(view(problem({ problem: days })), 'en', true);
    assert.equal(impossible!.message, 'This month has only 30 days.');
    assert.deepEqual(codes(problem({ problem: { code: 'impossible-date' } })), ['impossible-date']);
    assert.deepEqual(codes(problem({ problem: { code: 'weekday-mismatch' } })), ['weekday-mismatch']);
  });

  it('are never tagged and never more than information', () => {
    for (const found of provideDiagnostics(view(problem({ problem: { code: 'impossible-date' } })), 'ar', true)) {
      assert.equal(found.tags, undefined);
      assert.ok(found.severity! >= DiagnosticSeverity.Information);
    }
  });

  it('can be switched off, but not the server’s own warnings', () => {
    assert.deepEqual(codes({}, undefined, false), []);
    const warnings = [{ code: 'too-long', message: 'x' }];
    assert.deepEqual(codes({ ...EMPTY, warnings }, undefined, false), ['too-long']);
  });

  it('tell of decisions that no longer fit', () => {
    const warnings = [{ code: 'decision-lost', message: 'A decision no longer fits: “كلام\u202e قديم”' }];
    const [found] = provideDiagnostics(view({ ...EMPTY, warnings }), 'en', true);
    assert.match(String(found!.message), /words have changed\. \u2068كلام قديم\u2069$/);
  });

  it('are bounded on hostile text', () => {
    const text = '\u202e«'.repeat(10_000);
    assert.ok(codes({ ...EMPTY, parts: paragraphs(text) }, text).length <= 100);
  });
});

describe('stray control characters', () => {
  const places = (text: string): number[] => strayControls(text).map(({ start }) => start);
  it('are overrides, embeddings and isolates anywhere', () =>
    assert.deepEqual(places('a\u202eب\u2067ج\u2069'), [1, 3, 5]));
  it('are marks inside an Arabic word', () => assert.deepEqual(places('كت\u200fاب'), [2]));
  it('are not marks that keep a line in order', () => assert.deepEqual(places('شركة\u200f (IBM)\u200e، 5\u200f'), []));
  it('are not joiners', () => assert.deepEqual(places('می\u200cخواهم \u200d'), []));
});

describe('unbalanced quotation marks', () => {
  const marks = (text: string): string[] =>
    findUnbalancedMarks(text, paragraphs(text)).map(({ start, opens }) => `${start}${opens ? 'open' : 'close'}`);
  it('are found by family', () => {
    assert.deepEqual(marks('قال «نعم» و“لا” و"ربما"'), []);
    assert.deepEqual(marks('قال «نعم'), ['4open']);
    assert.deepEqual(marks('قال نعم»'), ['7close']);
    assert.deepEqual(marks('"أ" "ب'), ['4open']);
  });
  it('may be swapped or nested', () => {
    assert.deepEqual(marks('قال ”نعم“ و«كما “قال” هو»'), []);
    assert.deepEqual(marks('«أ «ب» ج»'), []);
  });
  it('may stay open where the next paragraph opens again or closes', () => {
    assert.deepEqual(marks('«أول\n«ثان\n«ثالث»'), []);
    assert.deepEqual(marks('«أول\nثان»'), []);
    assert.deepEqual(marks('«أول\nثان'), ['0open']);
  });
  it('are not looked for in front matter and furniture', () => {
    assert.deepEqual(findUnbalancedMarks('«أ', [{ kind: 'furniture', start: 0, end: 2 }]), []);
  });
});

describe('quick fixes', () => {
  const options = { language: 'en' as const, clientCommands: true };
  const actions = (words: string, article = view(), clientCommands = true): ReturnType<typeof provideCodeActions> => {
    const diagnostics = provideDiagnostics(article, 'en', true);
    return provideCodeActions(article, article.range(at(words, 1, article.text)), diagnostics, {
      ...options,
      clientCommands,
    });
  };

  it('offer the publication dates that a weekday allows', () => {
    const article = view({ dates: ANALYSIS.dates.slice(1) });
    const titles = actions('12 شباط', article)
      .map(({ title }) => title)
      .filter((title) => title.includes('publication date'));
    assert.deepEqual(titles, [
      'Set the publication date to Wednesday 12 February 2014',
      'Write the publication date 2014-02-12 at the top of the article',
      'Set the publication date to Wednesday 12 February 2020',
      'Write the publication date 2020-02-12 at the top of the article',
      'Set the publication date…',
    ]);
    const [first] = actions('12 شباط', article);
    assert.deepEqual(first!.command!.arguments, [URI, '2014-02-12']);
    assert.equal(first!.diagnostics!.length, 1);
  });

  it('ask the user only where the client can', () => {
    assert.deepEqual(
      actions('أمس').map(({ title }) => title),
      ['Set the publication date…'],
    );
    assert.deepEqual(actions('أمس', view(), false), []);
  });

  it('offer nothing where the date is known or nothing stands', () => {
    assert.deepEqual(actions('أمس', view({ reference: '2023-03-15' })), []);
    const start = at('شارك').start;
    const nowhere = view().range({ start, end: start });
    assert.deepEqual(provideCodeActions(view(), nowhere, [], options), []);
  });

  it('remove stray controls', () => {
    const text = 'كت\u202eاب وق\u202eلم';
    const article = view(EMPTY, text);
    const range = article.range({ start: 2, end: 3 });
    const [one, all] = provideCodeActions(article, range, [], options);
    const document = TextDocument.create(URI, 'arabic-news', 1, text);
    assert.equal(TextDocument.applyEdits(document, one!.edit!.changes![URI]!), 'كتاب وق\u202eلم');
    assert.equal(TextDocument.applyEdits(document, all!.edit!.changes![URI]!), 'كتاب وقلم');
  });

  it('write the date into front matter, making it where there is none', () => {
    const apply = (text: string, parts: readonly ArticlePart[]): string => {
      const document = TextDocument.create(URI, 'arabic-news', 1, text);
      return TextDocument.applyEdits(document, [frontMatterEdit(view({ ...EMPTY, parts }, text), '2023-03-15')]);
    };
    assert.ok(apply(TEXT, ANALYSIS.parts).startsWith('---\ndate: 2023-03-15\nsource: '));
    assert.equal(apply('خبر\r\nنص', []), '---\r\ndate: 2023-03-15\r\n---\r\n\r\nخبر\r\nنص');
    assert.equal(apply('\ufeffخبر', []), '\ufeff---\ndate: 2023-03-15\n---\n\nخبر');
  });
});
