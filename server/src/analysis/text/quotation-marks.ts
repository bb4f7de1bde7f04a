/**
 * Quotation marks of a paragraph, paired by a state machine over tokens: «» “” „“ "" ‹› and doubled ''.
 *
 * A mark is never paired by its Unicode direction alone: straight marks have none, and Arabic typists swap or double
 * curly ones. Unclosed marks are reported with `close: null`; the caller decides how far they reach.
 */
import type { Token } from './tokens';

/** A pair of marks as token indices; `close` is null where the paragraph ends first. */
export interface MarkPair {
  readonly open: number;
  readonly close: number | null;
  /** 0 for an outermost pair. */
  readonly depth: number;
}

const PARTNER: Readonly<Record<string, string>> = { '«': '»', '‹': '›' };
const CURLY = new Set(['“', '”', '„']);
const STRAIGHT = new Set(['"', '＂']);
const MAX_DEPTH = 3;

type Family = 'guillemet' | 'single' | 'curly' | 'straight';

function familyOf(text: string): Family | null {
  if (text === '«' || text === '»') return 'guillemet';
  if (text === '‹' || text === '›') return 'single';
  if (CURLY.has(text)) return 'curly';
  if (STRAIGHT.has(text)) return 'straight';
  return null;
}

/** All pairs of a paragraph, by opening mark. Linear. */
export function pairMarks(tokens: readonly Token[]): MarkPair[] {
  const open: { index: number; family: Family }[] = [];
  const pairs: MarkPair[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const family = token.kind === 'punctuation' ? familyOf(token.text) : null;
    if (family === null) continue;
    const partner = open.findLastIndex((mark) => mark.family === family);
    const opens = PARTNER[token.text] !== undefined || (partner < 0 && token.text !== '»' && token.text !== '›');
    if (opens && open.length < MAX_DEPTH) open.push({ index: i, family });
    else if (partner >= 0) {
      for (const lost of open.splice(partner + 1)) pairs.push({ open: lost.index, close: null, depth: open.length });
      const mark = open.pop()!;
      pairs.push({ open: mark.index, close: i, depth: open.length });
    }
  }
  open.forEach((mark, depth) => pairs.push({ open: mark.index, close: null, depth }));
  return pairs.sort((a, b) => a.open - b.open);
}
