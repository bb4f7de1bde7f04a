/**
 * The kinds of mark and how each looks.
 *
 * Overlays only: background, border, overview ruler. Anything that changes the text itself (colour, weight, underline,
 * content before or after) would cut the line into pieces, and VS Code lays the pieces of an Arabic line out from left to
 * right. Kinds differ in border as well as in colour, for readers who do not tell the colours apart.
 */
import { DecorationRangeBehavior, OverviewRulerLane, ThemeColor, type DecorationRenderOptions } from 'vscode';
import type { Analysis } from '../../server/src/protocol';

export const MARK_KINDS = ['person', 'organisation', 'place', 'misc', 'date', 'directQuote', 'indirectQuote'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

const BORDERS: Readonly<Record<MarkKind, { readonly style: string; readonly width: string }>> = {
  person: { style: 'solid', width: '0 0 2px 0' },
  organisation: { style: 'double', width: '0 0 3px 0' },
  place: { style: 'dashed', width: '0 0 2px 0' },
  misc: { style: 'dotted', width: '0 0 2px 0' },
  date: { style: 'solid', width: '1px' },
  directQuote: { style: 'solid', width: '1px 0 0 0' },
  indirectQuote: { style: 'dotted', width: '1px 0 0 0' },
};

/** Quotes are long: their marks would hide those of names in the overview ruler. */
const RULER: ReadonlySet<MarkKind> = new Set<MarkKind>(['person', 'organisation', 'place', 'misc', 'date']);

/** How a kind is drawn. A mark does not grow when words are typed at its edges. */
export function renderOptions(kind: MarkKind): DecorationRenderOptions {
  const border = BORDERS[kind];
  const color = new ThemeColor(`arabicNews.${kind}.border`);
  return {
    backgroundColor: new ThemeColor(`arabicNews.${kind}.background`),
    borderColor: color,
    borderStyle: border.style,
    borderWidth: border.width,
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
    ...(RULER.has(kind) ? { overviewRulerColor: color, overviewRulerLane: OverviewRulerLane.Right } : {}),
  };
}

const ENTITY_KINDS = { PER: 'person', ORG: 'organisation', LOC: 'place', MISC: 'misc' } as const;

export interface Mark {
  readonly kind: MarkKind;
  readonly start: number;
  readonly end: number;
}

/** Every mark of an analysis; offsets in UTF-16 units of its text. */
export function marksOf(analysis: Analysis): Mark[] {
  return [
    ...analysis.entities.map(({ type, start, end }) => ({ kind: ENTITY_KINDS[type], start, end })),
    ...analysis.dates.map(({ start, end }) => ({ kind: 'date' as const, start, end })),
    ...analysis.quotes.map(({ kind, start, end }) => ({
      kind: kind === 'direct' ? ('directQuote' as const) : ('indirectQuote' as const),
      start,
      end,
    })),
  ];
}
