/** Semantic tokens, for editors that ask for them: names, dates and cues. Never overlapping, one line each. */
import type { SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver';
import type { Span } from '../analysis/model';
import type { ArticleView } from './article-view';

const TYPES = ['person', 'organization', 'place', 'name', 'date', 'cue'] as const;
const ENTITY_TYPE = { PER: 0, ORG: 1, LOC: 2, MISC: 3 } as const;
const DATE = 4;
const CUE = 5;

export const SEMANTIC_TOKENS_LEGEND: SemanticTokensLegend = { tokenTypes: [...TYPES], tokenModifiers: [] };

interface Marked extends Span {
  readonly type: number;
}

/** All tokens, in the protocol's relative encoding. */
export function provideSemanticTokens(view: ArticleView): SemanticTokens {
  const { entities, dates, quotes } = view.analysis;
  const marked: Marked[] = [
    ...entities.map(({ start, end, type }) => ({ start, end, type: ENTITY_TYPE[type] })),
    ...dates.map(({ start, end }) => ({ start, end, type: DATE })),
    ...quotes.flatMap(({ cue }) => (cue === null ? [] : [{ start: cue.start, end: cue.end, type: CUE }])),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const data: number[] = [];
  let behind = 0;
  let line = 0;
  let character = 0;
  for (const token of marked) {
    const range = view.range(token);
    if (token.start < behind || token.end <= token.start || range.end.line !== range.start.line) continue;
    behind = token.end;
    const sameLine = range.start.line === line;
    data.push(range.start.line - line, sameLine ? range.start.character - character : range.start.character);
    data.push(range.end.character - range.start.character, token.type, 0);
    ({ line, character } = range.start);
  }
  return { data };
}
