import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DocumentSymbol, Position, Range } from 'vscode-languageserver';
import type { Analysis, PartKind, TextSpan } from '../../../server/src/analysis/model';
import { createArticleView, type ArticleView } from '../../../server/src/lsp/article-view';
import { provideCodeActions } from '../../../server/src/lsp/code-actions';
import { provideDefinition } from '../../../server/src/lsp/definition';
import { provideDiagnostics } from '../../../server/src/lsp/diagnostics';
import { provideDocumentSymbols } from '../../../server/src/lsp/document-symbols';
import { provideFoldingRanges } from '../../../server/src/lsp/folding';
import { provideHover } from '../../../server/src/lsp/hover';
import { provideHighlights, provideReferences } from '../../../server/src/lsp/references';
import { provideSelectionRanges } from '../../../server/src/lsp/selection-ranges';
import { provideSemanticTokens } from '../../../server/src/lsp/semantic-tokens';
import { provideWorkspaceSymbols } from '../../../server/src/lsp/workspace-symbols';
import { URI } from './fixture';

const KINDS: readonly PartKind[] = ['frontMatter', 'headline', 'subheading', 'paragraph', 'furniture', 'caption'];

/** Any analysis of any text: spans that cross each other and the parts, actors that do not exist. */
const article: fc.Arbitrary<ArticleView> = fc
  .record({
    text: fc.string({
      unit: fc.constantFrom('ا', 'ل', 'و', ' ', '\n', '\r\n', '«', '»', '😀', '\ud800', '\u202e', '5'),
      maxLength: 60,
    }),
    cuts: fc.array(fc.nat({ max: 60 }), { maxLength: 8 }),
    spans: fc.array(fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 20 }), fc.nat({ max: 3 })), { maxLength: 12 }),
  })
  .map(({ text, cuts, spans }) => {
    const items = spans.map(([from, length, actor]): TextSpan & { readonly actor: string } => {
      const start = Math.min(from, text.length);
      const end = Math.min(start + length, text.length);
      return { start, end, text: text.slice(start, end), actor: `a${actor}` };
    });
    const bounds = [...new Set(cuts.map((cut) => Math.min(cut, text.length)))].sort((a, b) => a - b);
    const third = (rest: number): typeof items => items.filter((_, i) => i % 3 === rest);
    const analysis: Analysis = {
      version: '1',
      reference: null,
      entities: third(0)
        .sort((a, b) => a.start - b.start)
        .map((item, i) => ({ ...item, id: `e${i}`, type: 'PER' })),
      dates: third(1).map((item) => ({
        ...item,
        type: 'DATE',
        value: 'XXXX-02-12',
        mod: null,
        choices: ['2014-02-12'],
      })),
      quotes: third(2).map((item, i) => ({
        ...item,
        id: `q${i}`,
        kind: i % 2 ? 'direct' : 'indirect',
        cue: items[i] ?? null,
        speaker: items[i + 1] ?? null,
        speakerActor: item.actor,
      })),
      actors: ['a0', 'a1'].map((id) => ({ id, name: id, type: 'PER', roles: ['و'] })),
      references: items.map((item) => ({ ...item, why: ['title'] })),
      parts: bounds.slice(1).map((end, i) => ({ kind: KINDS[i % KINDS.length]!, start: bounds[i]!, end })),
      warnings: [],
    };
    return createArticleView(URI, 'arabic-news', 1, text, analysis);
  });

const number = ({ line, character }: Position): number => line * 1_000 + character;

function holds(outer: Range, inner: Range): boolean {
  return number(outer.start) <= number(inner.start) && number(inner.end) <= number(outer.end);
}

function checkSymbols(symbols: readonly DocumentSymbol[], parent?: DocumentSymbol): void {
  for (const symbol of symbols) {
    assert.ok(holds(symbol.range, symbol.selectionRange), 'selection in range');
    // The actors' group is no stretch of text: it only holds its members.
    if (parent !== undefined) assert.ok(holds(parent.range, symbol.range), 'range in the parent’s');
    checkSymbols(symbol.children ?? [], symbol);
  }
}

describe('features on any analysis', () => {
  it('give an outline with sound ranges', () => {
    fc.assert(fc.property(article, (view) => checkSymbols(provideDocumentSymbols(view, 'ar'))));
  });

  it('never throw, and stay inside the text', () => {
    const position = fc.record({ line: fc.integer({ min: -2, max: 30 }), character: fc.integer({ min: -2, max: 70 }) });
    fc.assert(
      fc.property(article, position, position, (view, at, to) => {
        const end = view.range({ start: view.text.length, end: view.text.length }).end;
        const inside = (range: Range): void => assert.ok(number(range.end) <= number(end) && number(range.start) >= 0);
        const hover = provideHover(view, at, { language: 'ar', markdown: true, htmlTags: [] });
        if (hover?.range !== undefined) inside(hover.range);
        const definition = provideDefinition(view, at);
        if (definition !== null) inside(definition.range);
        for (const { range } of provideHighlights(view, at)) inside(range);
        for (const { range } of provideReferences(view, at, true, [view])) inside(range);
        for (const { range } of provideDiagnostics(view, 'ar', true)) inside(range);
        for (const { startLine, endLine } of provideFoldingRanges(view))
          assert.ok(startLine < endLine && endLine <= end.line);
        for (const { range } of provideSelectionRanges(view, [at, to])) inside(range);
        provideCodeActions(view, { start: at, end: to }, [], { language: 'ar', clientCommands: true });
        provideWorkspaceSymbols([view], 'ا');
        const { data } = provideSemanticTokens(view);
        for (const value of data) assert.ok(value >= 0 && Number.isInteger(value));
      }),
    );
  });
});
