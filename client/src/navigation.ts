/** Walking an article from mark to mark. No VS Code here. */
import type { Analysis, Span } from '../../server/src/protocol';

/** Names, dates and quotes in order, each start once. */
function stops(analysis: Analysis): Span[] {
  const all: Span[] = [...analysis.entities, ...analysis.dates, ...analysis.quotes];
  all.sort((a, b) => a.start - b.start || a.end - b.end);
  return all.filter((span, index) => index === 0 || span.start !== all[index - 1]!.start);
}

/** The next mark after (or before) a selection; past the last one it begins again at the other end. */
export function neighbour(analysis: Analysis, from: Span, direction: 'next' | 'previous'): Span | undefined {
  const spans = stops(analysis);
  if (direction === 'next') return spans.find((span) => span.start > from.start) ?? spans[0];
  return spans.findLast((span) => span.start < from.start) ?? spans.at(-1);
}
