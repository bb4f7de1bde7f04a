/**
 * Sentences of a paragraph. They end at . ؟ ! and their like, but never inside an open quotation mark that is closed in
 * the same paragraph: «قال: «انتهى الأمر. سنعود» ثم غادر.» is one sentence.
 */
import { pairMarks } from './quotation-marks';
import type { Token } from './tokens';

/** A sentence as a range of tokens, end exclusive. */
export interface Sentence {
  readonly firstToken: number;
  readonly endToken: number;
}

const ENDERS = new Set(['.', '؟', '!', '?', '۔', '‼', '⁉']);
const CLOSERS = new Set(['»', '”', '"', '’', ')', ']', '›', "'"]);

/** A full stop after a single letter is an abbreviation («د. أحمد», «م.»), not an end. */
function isAbbreviation(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  const next = tokens[index + 1];
  return (
    tokens[index]!.text === '.' &&
    before !== undefined &&
    next !== undefined &&
    before.norm.length === 1 &&
    before.kind !== 'punctuation' &&
    before.kind !== 'number' &&
    before.end === tokens[index]!.start
  );
}

/** Splits tokens into sentences; every token belongs to exactly one. Linear. */
export function splitSentences(tokens: readonly Token[]): Sentence[] {
  const insideUntil = new Map<number, number>();
  for (const pair of pairMarks(tokens)) if (pair.close !== null) insideUntil.set(pair.open, pair.close);
  const sentences: Sentence[] = [];
  let first = 0;
  let protectedUntil = -1;
  for (let i = 0; i < tokens.length; i++) {
    protectedUntil = Math.max(protectedUntil, insideUntil.get(i) ?? -1);
    if (i < protectedUntil || !ENDERS.has(tokens[i]!.text) || isAbbreviation(tokens, i)) continue;
    let end = i + 1;
    while (end < tokens.length && CLOSERS.has(tokens[end]!.text) && !tokens[end]!.spaceBefore) end++;
    sentences.push({ firstToken: first, endToken: end });
    first = end;
    i = end - 1;
  }
  if (first < tokens.length) sentences.push({ firstToken: first, endToken: tokens.length });
  return sentences;
}
