/** Splits an article into parts, line by line. */
import type { ArticlePart } from '../model';
import { readLines, type Line } from './lines';

/** The parts of an article in order; blank lines belong to none. Linear. */
export function findParts(text: string): ArticlePart[] {
  const lines = readLines(text).filter((line) => !line.blank);
  return lines.map((line: Line, index) => ({
    kind: index === 0 ? ('headline' as const) : ('paragraph' as const),
    start: line.start,
    end: line.end,
  }));
}
