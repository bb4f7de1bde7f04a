/**
 * Quotation marks of a paragraph, paired by a state machine over tokens: «» ‹› “” „“ "" ＂ ″ ‘’, doubled '' and << >>.
 *
 * A mark is never paired by its Unicode direction alone: straight marks have none, and Arabic typists swap or double
 * curly ones. What stands on its two sides decides first, its glyph second, what is open third. A closing mark that
 * nothing opened is left out; a mark that is never closed is reported with `close: null` and reaches to the end of its
 * sentence where other marks follow, else to the end of the paragraph.
 */
import type { Token } from './tokens';

/** A pair of marks as token indices; `close` is null where the paragraph ends first. */
export interface MarkPair {
  readonly open: number;
  readonly close: number | null;
  /** One past the last token between the marks: `close`, or where an unclosed mark is taken to end. */
  readonly end: number;
  /** 0 for an outermost pair. */
  readonly depth: number;
}

const MAX_DEPTH = 3;

type Family = 'guillemet' | 'angle' | 'curly' | 'straight' | 'single';
type Side = 'open' | 'close' | 'either';

/** Family and what the glyph itself says, for marks of one token. */
const GLYPHS: Readonly<Record<string, readonly [Family, Side]>> = {
  '«': ['guillemet', 'open'],
  '»': ['guillemet', 'close'],
  '‹': ['angle', 'open'],
  '›': ['angle', 'close'],
  '“': ['curly', 'either'],
  '”': ['curly', 'either'],
  '„': ['curly', 'open'],
  '‟': ['curly', 'either'],
  '″': ['curly', 'either'],
  '〝': ['curly', 'open'],
  '〞': ['curly', 'close'],
  '"': ['straight', 'either'],
  '＂': ['straight', 'either'],
  '‘': ['single', 'either'],
  '’': ['single', 'either'],
};
/** Marks written as two of the same sign. */
const DOUBLED: Readonly<Record<string, readonly [Family, Side]>> = {
  "'": ['straight', 'either'],
  '‘': ['single', 'either'],
  '’': ['single', 'either'],
  '`': ['straight', 'either'],
  '<': ['guillemet', 'open'],
  '>': ['guillemet', 'close'],
};

const ENDERS = new Set(['.', '؟', '!', '?', '۔']);
const OPENING = new Set(['(', '[', ':', '،', ',', '؛', '-', '–', '—', '/', '…', '*', '؟', '!', '.', '..', '...']);
/** A word that may be glued before an opening mark: proclitics, with tatweel or without. */
const PROCLITIC = /^(?:[وف]?(?:[بلك]|ال|بال|كال|لل)|[وف])$/;

interface Mark {
  readonly family: Family;
  readonly glyph: Side;
  /** Tokens the mark is made of: 1, or 2 for a doubled one. */
  readonly size: number;
}

function markAt(tokens: readonly Token[], index: number): Mark | null {
  const token = tokens[index]!;
  if (token.kind !== 'punctuation') return null;
  const doubled = DOUBLED[token.text];
  const next = tokens[index + 1];
  if (doubled && next?.text === token.text && !next.spaceBefore)
    return { family: doubled[0], glyph: doubled[1], size: 2 };
  const single = GLYPHS[token.text];
  return single ? { family: single[0], glyph: single[1], size: 1 } : null;
}

/** What the marks' neighbours say: a mark glued to the word after it opens, one glued to the word before it closes. */
function sideByContext(tokens: readonly Token[], first: number, end: number): Side {
  const before = tokens[first - 1];
  const after = tokens[end];
  const proclitic = before?.kind === 'word' && PROCLITIC.test(before.norm);
  const freeBefore = before === undefined || tokens[first]!.spaceBefore || OPENING.has(before.text) || proclitic;
  const gluedAfter = after !== undefined && !after.spaceBefore && (after.kind !== 'punctuation' || after.text === '(');
  const gluedBefore = before !== undefined && !tokens[first]!.spaceBefore && !proclitic;
  const freeAfter = after === undefined || after.spaceBefore || after.kind === 'punctuation';
  if (freeBefore && gluedAfter && !(gluedBefore && freeAfter)) return 'open';
  if (gluedBefore && freeAfter && !(freeBefore && gluedAfter)) return 'close';
  return 'either';
}

interface Open {
  readonly index: number;
  readonly family: Family;
}

/** How many sentences have ended before each token. */
function countSentences(tokens: readonly Token[]): Int32Array {
  const ended = new Int32Array(tokens.length + 1);
  for (let i = 0; i < tokens.length; i++) ended[i + 1] = ended[i]! + (ENDERS.has(tokens[i]!.text) ? 1 : 0);
  return ended;
}

/** A paragraph being paired. */
interface Line {
  readonly tokens: readonly Token[];
  readonly ended: Int32Array;
}

/** Whether a mark that looks like an opening one, with its family open already, stands inside it. */
function nests({ tokens, ended }: Line, from: number, at: number): boolean {
  const before = tokens[at - 1];
  if (before !== undefined && !tokens[at]!.spaceBefore && before.kind === 'word') return true;
  return ended[at] === ended[from + 1];
}

/** All pairs of a paragraph, by opening mark. Linear. */
export function pairMarks(tokens: readonly Token[]): MarkPair[] {
  // Most paragraphs have none.
  if (!tokens.some((token) => token.kind === 'punctuation' && (token.text in GLYPHS || token.text in DOUBLED)))
    return [];
  const line = { tokens, ended: countSentences(tokens) };
  const stack: Open[] = [];
  const pairs: MarkPair[] = [];
  const lost = (mark: Open, end: number): void => {
    pairs.push({ open: mark.index, close: null, end, depth: stack.length });
  };
  for (let i = 0; i < tokens.length; i++) {
    const mark = markAt(tokens, i);
    if (mark === null) continue;
    const last = i + mark.size - 1;
    const context = sideByContext(tokens, i, last + 1);
    const partner = stack.findLastIndex((open) => open.family === mark.family);
    const side = decide(line, mark, context, partner < 0 ? null : stack[partner]!, i);
    if (side === 'open' && stack.length < MAX_DEPTH) {
      // A new quotation in a new sentence: the one before it was never closed.
      const unclosed = partner >= 0 && !nests(line, stack[partner]!.index, i) ? partner : -1;
      if (unclosed >= 0) for (const open of stack.splice(unclosed)) lost(open, sentenceEnd(tokens, open.index, i));
      stack.push({ index: last, family: mark.family });
    } else if (side === 'close' && partner >= 0) {
      for (const open of stack.splice(partner + 1)) lost(open, i);
      const open = stack.pop()!;
      pairs.push({ open: open.index, close: i, end: i, depth: stack.length });
    }
    i = last;
  }
  while (stack.length > 0) {
    const open = stack.pop()!;
    lost(open, tokens.length);
  }
  return settle(tokens, pairs);
}

function decide(line: Line, mark: Mark, context: Side, partner: Open | null, at: number): Side {
  const { tokens } = line;
  if (mark.glyph !== 'either') return mark.glyph;
  if (context === 'close') return 'close';
  if (partner === null) {
    // A single curly mark between letters is an apostrophe.
    if (mark.family === 'single' && mark.size === 1 && context !== 'open') return 'close';
    return 'open';
  }
  if (context !== 'open') return 'close';
  // Straight marks nest only where a clitic is glued to them («بـ"…"»); else a space was put on the wrong side.
  const glued = !tokens[at]!.spaceBefore && tokens[at - 1]?.kind === 'word';
  if (glued || mark.family !== 'straight') return 'open';
  return nests(line, partner.index, at) && !closerFollows(tokens, at) ? 'close' : 'open';
}

/** How far a closing mark is looked for to tell a nested mark from a misplaced space. */
const LOOK_AHEAD = 12;

function closerFollows(tokens: readonly Token[], at: number): boolean {
  let seen = 0;
  for (let j = at + 1; j < Math.min(tokens.length, at + LOOK_AHEAD); j++) {
    if (tokens[j]!.text !== tokens[at]!.text) continue;
    if (sideByContext(tokens, j, j + 1) === 'open') return false;
    seen++;
  }
  return seen >= 1;
}

function sentenceEnd(tokens: readonly Token[], from: number, limit: number): number {
  for (let j = from + 1; j < limit; j++) if (ENDERS.has(tokens[j]!.text)) return j;
  return limit;
}

/**
 * Ends marks left open at the paragraph's end with their sentence where other marks follow, and makes all pairs nest:
 * an unclosed mark reaches round a closed pair that begins inside it, and no further than an unclosed one round it.
 */
function settle(tokens: readonly Token[], pairs: readonly MarkPair[]): MarkPair[] {
  const sorted = [...pairs].sort((a, b) => a.open - b.open);
  const lastOpen = sorted.at(-1)?.open ?? -1;
  const settled: MarkPair[] = [];
  const outer: MarkPair[] = [];
  sorted.forEach((pair, index) => {
    while (outer.length > 0 && outer.at(-1)!.end <= pair.open) outer.pop();
    let { end } = pair;
    if (pair.close === null) {
      if (end >= tokens.length && pair.open !== lastOpen) end = sentenceEnd(tokens, pair.open, tokens.length);
      // Pairs are at most three deep, so that this look-ahead is linear over all pairs.
      for (let k = index + 1; k < sorted.length && sorted[k]!.open < end; k++)
        if (sorted[k]!.close !== null) end = Math.max(end, sorted[k]!.end + 1);
      end = Math.min(end, outer.at(-1)?.end ?? tokens.length);
    }
    if (end <= pair.open + 1 && pair.close === null) return;
    const kept = { ...pair, end };
    settled.push(kept);
    outer.push(kept);
  });
  return settled;
}
