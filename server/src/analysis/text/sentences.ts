/**
 * Sentences of a paragraph. They end at . ؟ ! and their like, but never inside an open quotation mark that is closed in
 * the same paragraph: «قال: «انتهى الأمر. سنعود» ثم غادر.» is one sentence.
 */
import type { MarkPair } from './quotation-marks';
import type { Token } from './tokens';

/** A sentence as a range of tokens, end exclusive. */
export interface Sentence {
  readonly firstToken: number;
  readonly endToken: number;
}

const ENDERS = new Set(['.', '؟', '!', '?', '۔', '‼', '⁉']);
const CLOSERS = new Set(['»', '”', '"', '’', ')', ']', '›', "'"]);

/** Longest syllable of an acronym spelt out with stops: «إس.سي.إل». */
const SYLLABLE = 3;

/** A full stop after a single letter («د. أحمد») or between syllables («إس.سي.إل») is part of an abbreviation. */
function isAbbreviation(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  const next = tokens[index + 1];
  if (tokens[index]!.text !== '.' || before === undefined || next === undefined) return false;
  if (before.kind === 'punctuation' || before.kind === 'number' || before.end !== tokens[index]!.start) return false;
  if (before.norm.length === 1) return true;
  return (
    before.norm.length <= SYLLABLE && !next.spaceBefore && next.kind === before.kind && next.norm.length <= SYLLABLE
  );
}

/**
 * Splits tokens into sentences; every token belongs to exactly one. Linear.
 * @param pairs the paragraph's quotation marks.
 */
export function splitSentences(tokens: readonly Token[], pairs: readonly MarkPair[]): Sentence[] {
  const insideUntil = new Map<number, number>();
  for (const pair of pairs) if (pair.close !== null) insideUntil.set(pair.open, pair.close);
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
