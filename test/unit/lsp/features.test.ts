import assert from 'node:assert/strict';
import type { DocumentSymbol, Range } from 'vscode-languageserver';
import type { ArticleView } from '../../../server/src/lsp/article-view';
import { provideDefinition } from '../../../server/src/lsp/definition';
import { provideDocumentSymbols } from '../../../server/src/lsp/document-symbols';
import { provideFoldingRanges } from '../../../server/src/lsp/folding';
import { provideHighlights, provideReferences } from '../../../server/src/lsp/references';
import { provideSelectionRanges } from '../../../server/src/lsp/selection-ranges';
import { provideSemanticTokens } from '../../../server/src/lsp/semantic-tokens';
import { provideWorkspaceSymbols } from '../../../server/src/lsp/workspace-symbols';
import { ANALYSIS, at, EMPTY, plain, TEXT, URI, view } from './fixture';

const article = view();

function textOf(of: ArticleView, range: Range): string {
  return of.text.slice(of.offsetAt(range.start), of.offsetAt(range.end));
}

function position(words: string, nth = 1, shift = 0): Range['start'] {
  return article.range({ start: at(words, nth).start + shift, end: 0 }).start;
}

function walk(
  symbols: readonly DocumentSymbol[],
  visit: (symbol: DocumentSymbol, parent?: DocumentSymbol) => void,
): void {
  const go = (symbol: DocumentSymbol, parent?: DocumentSymbol): void => {
    visit(symbol, parent);
    for (const child of symbol.children ?? []) go(child, symbol);
  };
  for (const symbol of symbols) go(symbol);
}

function contains(outer: Range, inner: Range): boolean {
  const [a, b, c, d] = [outer.start, inner.start, inner.end, outer.end].map((p) => p.line * 10_000 + p.character);
  return a! <= b! && c! <= d!;
}

describe('document symbols', () => {
  const symbols = provideDocumentSymbols(article, 'ar');

  it('are headline → section → paragraph → quote → name', () => {
    const [headline, actors] = symbols;
    assert.deepEqual(
      symbols.map((symbol) => symbol.name),
      ['سالم الكرمي يفتتح مدرسة في عمّان', 'الفاعلون'],
    );
    const children = headline!.children!.map((symbol) => plain(symbol.name));
    assert.deepEqual(children.slice(0, 2), ['سالم الكرمي', 'عمّان']);
    const section = headline!.children!.find((symbol) => symbol.name === 'أين المال')!;
    const [paragraph] = section.children!;
    const names = paragraph!.children!.map((symbol) => plain(symbol.name));
    assert.deepEqual(names, ['«سنبني غيرها قريبا»', 'هيئة البناء', 'العمل بدأ الأربعاء 12 شباط']);
    assert.equal(paragraph!.children![0]!.detail, 'سالم الكرمي');
    assert.deepEqual(
      actors!.children!.map((symbol) => symbol.name),
      ['سالم الكرمي', 'هيئة البناء', 'عمّان'],
    );
    assert.equal(plain(actors!.children![0]!.detail!), 'وزير التربية ×3');
  });

  it('hold a quote inside a quote under it', () => {
    const outer = symbols[0]!.children!.flatMap((symbol) => symbol.children ?? []);
    const said = outer.find((symbol) => plain(symbol.name).startsWith('المدرسة'))!;
    assert.deepEqual(
      said.children!.map((symbol) => plain(symbol.name)),
      ['«هدية لأهل عمّان»'],
    );
  });

  it('have every selection in its range and every range in its parent’s', () => {
    walk(symbols, (symbol, parent) => {
      assert.ok(contains(symbol.range, symbol.selectionRange), symbol.name);
      if (parent !== undefined) assert.ok(contains(parent.range, symbol.range), `${parent.name} > ${symbol.name}`);
    });
  });

  it('have short names, cut between words, closed marks about what is quoted', () => {
    const quotes = [
      { ...ANALYSIS.quotes[0]!, kind: 'direct' as const, ...at('وزير التربية سالم الكرمي أمس إن المدرسة') },
    ];
    const names: string[] = [];
    walk(provideDocumentSymbols(view({ quotes }), 'ar'), ({ name }) => names.push(plain(name)));
    assert.ok(names.includes('«وزير التربية سالم الكرمي أمس إن…»'), names.join('\n'));
    assert.ok(names.includes('قال وزير التربية سالم الكرمي أمس إن…'));
  });

  it('leave out front matter and furniture', () => {
    walk(symbols, (symbol) => assert.doesNotMatch(symbol.name, /شارك|source/));
  });

  it('show paragraphs without a headline, and nothing of an empty article', () => {
    const parts = ANALYSIS.parts.filter((part) => part.kind === 'paragraph');
    assert.equal(provideDocumentSymbols(view({ parts, actors: [] }), 'en').length, 3);
    assert.deepEqual(provideDocumentSymbols(view(EMPTY, ''), 'en'), []);
  });

  it('have names, whatever the text is', () => {
    const odd = view({ ...EMPTY, parts: [{ kind: 'headline', start: 0, end: 3 }] }, '\u202e\u200f\u0000');
    for (const symbol of provideDocumentSymbols(odd, 'en')) assert.notEqual(symbol.name.trim(), '');
  });
});

describe('definition', () => {
  const target = (words: string, nth?: number, shift?: number): string | null => {
    const found = provideDefinition(article, position(words, nth, shift));
    if (found === null) return null;
    assert.equal(found.uri, URI);
    return `${found.range.start.line}: ${textOf(article, found.range)}`;
  };
  it('goes from a surname to the full name', () => assert.equal(target('نقله الكرمي', 1, 6), '3: سالم الكرمي'));
  it('goes from the words for a speaker to the name', () => assert.equal(target('وزير التربية'), '3: سالم الكرمي'));
  it('goes from a bare cue to who goes on speaking', () => assert.equal(target('أضاف'), '3: سالم الكرمي'));
  it('goes from inside a quote to its speaker', () => assert.equal(target('سنبني', 1, 2), '3: سالم الكرمي'));
  it('goes from a title to whom it means', () => {
    const references = [{ ...at('الوزير'), actor: 'a1', why: ['title'] }];
    const meant = view({ references, quotes: [] });
    assert.deepEqual(provideDefinition(meant, meant.range(at('الوزير')).start)?.range, meant.range(at('سالم الكرمي')));
    assert.equal(provideHighlights(meant, meant.range(at('الوزير')).start).length, 3);
  });
  it('goes nowhere from plain words', () => assert.equal(target('شارك'), null));
  it('works right behind the last letter', () => assert.equal(target('هيئة البناء', 1, 11), '10: هيئة البناء'));
});

describe('references and highlights', () => {
  const texts = (found: readonly { readonly range: Range }[]): string[] =>
    found.map(({ range }) => textOf(article, range));
  it('are all mentions of the actor', () => {
    assert.deepEqual(texts(provideHighlights(article, position('الكرمي', 2))), [
      'سالم الكرمي',
      'سالم الكرمي',
      'الكرمي',
    ]);
    assert.deepEqual(texts(provideHighlights(article, position('أضاف'))), ['سالم الكرمي', 'سالم الكرمي', 'الكرمي']);
    assert.deepEqual(provideHighlights(article, position('شارك')), []);
  });
  it('leave the naming out when the declaration is not wanted', () => {
    const found = provideReferences(article, position('سالم'), false, []);
    assert.deepEqual(texts(found), ['سالم الكرمي', 'الكرمي']);
  });
  it('reach into other open articles by full name and type', () => {
    const other = view({}, TEXT, 'file:///news/other.khabar');
    const found = provideReferences(article, position('سالم'), true, [other]);
    assert.equal(found.filter(({ uri }) => uri === other.uri).length, 3);
    const renamed = ANALYSIS.actors.map((actor) => ({ ...actor, name: 'سالم' }));
    const single = view({ actors: renamed }, TEXT, 'file:///news/single.khabar');
    assert.equal(
      provideReferences(single, position('سالم'), true, [single]).length,
      3,
      'a first name alone is no proof',
    );
  });
  it('find the same name where it belongs to no actor', () => {
    const entities = ANALYSIS.entities.map((entity) => ({ ...entity, type: 'MISC' as const, actor: null }));
    assert.equal(provideHighlights(view({ entities, quotes: [] }), position('عمّان')).length, 3);
  });
});

describe('folding', () => {
  it('folds front matter, the lead, sections and long quotes, once each', () => {
    const ranges = provideFoldingRanges(article).map(
      ({ startLine, endLine, kind }) => `${startLine}-${endLine} ${kind}`,
    );
    assert.deepEqual(ranges, ['0-2 comment', '7-11 region', '3-5 region', '9-10 region']);
  });
  it('folds no single line', () => assert.deepEqual(provideFoldingRanges(view(EMPTY, 'سطر')), []));
});

describe('selection ranges', () => {
  const chain = (words: string, nth?: number, shift?: number): string[] => {
    const [selection] = provideSelectionRanges(article, [position(words, nth, shift)]);
    const found: string[] = [];
    for (let next = selection; next !== undefined; next = next.parent!) found.push(textOf(article, next.range));
    return found;
  };
  it('grow from the word over the name and the sentence to the article', () => {
    const found = chain('التربية سالم', 1, 9);
    assert.deepEqual(found.slice(0, 2), ['سالم', 'سالم الكرمي']);
    assert.ok(found[2]!.startsWith('قال وزير'));
    assert.equal(found.at(-1), TEXT);
  });
  it('take a quote after the word', () => {
    assert.deepEqual(chain('هدية').slice(0, 3), ['هدية', 'هدية لأهل عمّان', 'المدرسة «هدية لأهل عمّان»']);
  });
  it('take a name without the clitic before it', () => {
    const text = 'زار وبوتين المدينة';
    const name = at('بوتين', 1, text);
    const entities = [{ id: 'e1', type: 'PER' as const, actor: null, ...name }];
    const clitic = view({ ...EMPTY, entities }, text);
    const [selection] = provideSelectionRanges(clitic, [{ line: 0, character: name.start + 2 }]);
    assert.equal(textOf(clitic, selection!.range), 'بوتين');
    assert.equal(textOf(clitic, selection!.parent!.range), 'وبوتين');
  });
  it('are strictly nested at every position', () => {
    const positions = [...TEXT].map((_, i) => article.range({ start: i, end: i }).start);
    for (const selection of provideSelectionRanges(article, positions)) {
      for (let inner = selection; inner.parent !== undefined; inner = inner.parent) {
        assert.ok(contains(inner.parent.range, inner.range));
        assert.notDeepEqual(inner.parent.range, inner.range);
      }
    }
  });
  it('answer for an empty text', () =>
    assert.equal(provideSelectionRanges(view(EMPTY, ''), [{ line: 4, character: 9 }]).length, 1));
});

describe('workspace symbols', () => {
  const names = (query: string): string[] => provideWorkspaceSymbols([article], query).map((symbol) => symbol.name);
  it('find actors by any spelling and any form', () => {
    assert.deepEqual(names(''), ['سالم الكرمي', 'عمّان', 'هيئة البناء']);
    assert.deepEqual(names('عمان'), ['عمّان']);
    assert.deepEqual(names('هيئه البنآء'), ['هيئة البناء']);
    assert.deepEqual(names('الكرمي سالم'), ['سالم الكرمي']);
    assert.deepEqual(names('لا أحد'), []);
  });
  it('lead to where the actor is named, and tell the article', () => {
    const [symbol] = provideWorkspaceSymbols([article], 'كرم');
    assert.equal(symbol!.containerName, 'سالم الكرمي يفتتح مدرسة في عمّان');
    assert.equal(symbol!.location.uri, URI);
  });
});

describe('semantic tokens', () => {
  it('are in order, on one line and never overlap', () => {
    const { data } = provideSemanticTokens(article);
    const found: string[] = [];
    let line = 0;
    let character = 0;
    for (let i = 0; i < data.length; i += 5) {
      character = data[i] === 0 ? character + data[i + 1]! : data[i + 1]!;
      line += data[i]!;
      found.push(textOf(article, { start: { line, character }, end: { line, character: character + data[i + 2]! } }));
    }
    assert.deepEqual(found, [
      'سالم الكرمي',
      'عمّان',
      'قال',
      'سالم الكرمي',
      'أمس',
      'عمّان',
      'أضاف',
      'أكدت',
      'هيئة البناء',
      'الكرمي',
      'الأربعاء 12 شباط',
      'عمّان',
    ]);
  });
});
