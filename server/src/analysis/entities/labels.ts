/** Labels of the tagger: BIOES over four types. */
import type { EntityType } from '../model';

export const TYPES: readonly EntityType[] = ['PER', 'ORG', 'LOC', 'MISC'];

/** 0 is outside; then begin, inside, end, single of each type. */
export const OUTSIDE = 0;
export const LABELS = 1 + 4 * TYPES.length;
const BEGIN = 0;
const INSIDE = 1;
const END = 2;
const SINGLE = 3;

const label = (type: number, position: number): number => 1 + type * 4 + position;
/** Index into TYPES, or -1 outside. */
export const typeOf = (id: number): number => (id === OUTSIDE ? -1 : (id - 1) >> 2);
const positionOf = (id: number): number => (id - 1) & 3;

/** True where a mention may begin with this label. */
export const opens = (id: number): boolean => id !== OUTSIDE && (positionOf(id) === BEGIN || positionOf(id) === SINGLE);
/** True where a mention may end with this label. */
export const closes = (id: number): boolean => id !== OUTSIDE && (positionOf(id) === END || positionOf(id) === SINGLE);

/** Whether `next` may stand right after `id`; the edge of a text counts as outside. */
export function follows(id: number, next: number): boolean {
  const open = id !== OUTSIDE && !closes(id);
  if (!open) return next === OUTSIDE || opens(next);
  return typeOf(next) === typeOf(id) && !opens(next);
}

/** For each label the labels that may stand before it. */
export const PREDECESSORS: readonly (readonly number[])[] = Array.from({ length: LABELS }, (_, next) =>
  Array.from({ length: LABELS }, (_unused, id) => id).filter((id) => follows(id, next)),
);

/** A mention as a range of tokens, end exclusive. */
export interface LabelSpan {
  readonly first: number;
  readonly end: number;
  /** Index into TYPES. */
  readonly type: number;
}

/** Writes the labels of one span. */
export function writeSpan(labels: Uint8Array, span: LabelSpan): void {
  const { first, end, type } = span;
  if (end - first === 1) labels[first] = label(type, SINGLE);
  else {
    labels.fill(label(type, INSIDE), first, end);
    labels[first] = label(type, BEGIN);
    labels[end - 1] = label(type, END);
  }
}

/** Spans of a well-formed label sequence. */
export function readSpans(labels: Uint8Array): LabelSpan[] {
  const spans: LabelSpan[] = [];
  let first = -1;
  for (let i = 0; i < labels.length; i++) {
    const id = labels[i]!;
    if (opens(id)) first = i;
    if (closes(id) && first >= 0) {
      spans.push({ first, end: i + 1, type: typeOf(id) });
      first = -1;
    }
  }
  return spans;
}
