/** A paragraph's tokens with what each word can be in a date expression, and the questions the matchers ask of them. */
import { originalOffset } from '../text/normalise';
import type { ParagraphText } from '../text/paragraph';
import type { Token } from '../text/tokens';
import { LONGEST_FORM, lookUp, type Word } from './lexicon';
import type { CalendarSpec, SetSpec, Spec, Tense, UnitSpec } from './spec';

export interface Scan {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly words: readonly (Word | undefined)[];
  /** Letters of the normal form that are proclitics before the word found in the lexicon. */
  readonly letters: Uint8Array;
  /** What the two matchers that all others ask have found at each token: undefined where not asked yet. */
  readonly calendars: (Match<CalendarSpec | SetSpec> | null | undefined)[];
  readonly units: (Match<UnitSpec> | null | undefined)[];
  /** What each word tells of the tense, likewise. */
  readonly tenses: (Tense | undefined)[];
}

/** What a matcher found: tokens from `first` (its proclitics aside) up to `end`. */
export interface Match<T extends Spec = Spec> {
  readonly first: number;
  readonly end: number;
  readonly spec: T;
}

const NONE: Word = Object.freeze({});

const isConjunction = (unit: number): boolean => unit === 0x0648 || unit === 0x0641; // و ف
const isPreposition = (unit: number): boolean => unit === 0x0628 || unit === 0x0644 || unit === 0x0643; // ب ل ك
const LAM = 0x0644;

/** Looks a word up without its proclitics: و or ف, then ب, ل or ك; after لل the article has lost its alef. */
function readClitics(key: string, i: number, words: (Word | undefined)[], letters: Uint8Array): void {
  let taken = 0;
  if (isConjunction(key.charCodeAt(0))) {
    taken = 1;
    words[i] = lookUp(key.slice(1));
  }
  if (words[i] === undefined && isPreposition(key.charCodeAt(taken)) && key.length > taken + 2) {
    const lam = key.charCodeAt(taken) === LAM;
    taken++;
    const rest = key.slice(taken);
    words[i] = lookUp(rest) ?? (lam && key.charCodeAt(taken) === LAM ? lookUp(`ا${rest}`) : undefined);
  }
  if (words[i] !== undefined) letters[i] = taken;
}

/** Looks every token up. Linear. */
export function scanTokens(content: ParagraphText): Scan {
  const { tokens } = content;
  const words: (Word | undefined)[] = new Array<Word | undefined>(tokens.length).fill(undefined);
  const letters = new Uint8Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    const { kind, key } = tokens[i]!;
    if (kind !== 'word' || key.length > LONGEST_FORM + 2) continue;
    const bare = lookUp(key);
    if (bare !== undefined) words[i] = bare;
    else if (key.length > 2) readClitics(key, i, words, letters);
  }
  return { text: content.text, tokens, words, letters, calendars: [], units: [], tenses: [] };
}

/** The word at a token whatever its proclitics; an empty one where the token is none. */
export function wordAt(s: Scan, i: number): Word {
  return s.words[i] ?? NONE;
}

/** The word at a token that has no proclitics. */
export function plainAt(s: Scan, i: number): Word {
  return s.letters[i] === 0 ? (s.words[i] ?? NONE) : NONE;
}

/** The proclitics stripped from the token, in its look-up key's spelling. */
export function cliticAt(s: Scan, i: number): string {
  const letters = s.letters[i] ?? 0;
  return letters === 0 ? '' : s.tokens[i]!.key.slice(0, letters);
}

/** The word at a token whose only proclitic is و. */
export function joinedAt(s: Scan, i: number): Word {
  return cliticAt(s, i) === 'و' ? (s.words[i] ?? NONE) : NONE;
}

export function isFn(s: Scan, i: number, name: string): boolean {
  return plainAt(s, i).fn === name;
}

export function isText(s: Scan, i: number, text: string): boolean {
  return s.tokens[i]?.text === text;
}

/** True for a token that is the letters of «الـ» or «ال» before a number. */
export function isArticle(s: Scan, i: number): boolean {
  return s.tokens[i]?.key === 'ال';
}

/** A token that is «و» alone, as before digits. */
export function isAnd(s: Scan, i: number): boolean {
  return s.tokens[i]?.key === 'و';
}

/** Past one comma, Arabic or Latin, where there is one. */
export function skipComma(s: Scan, i: number): number {
  return isText(s, i, '،') || isText(s, i, ',') ? i + 1 : i;
}

/** The value of a token of up to `most` digits and nothing else, or -1. */
export function digitsAt(s: Scan, i: number, most = 4): number {
  const token = s.tokens[i];
  if (token === undefined || token.kind !== 'number' || token.norm.length > most) return -1;
  let value = 0;
  for (let k = 0; k < token.norm.length; k++) {
    const digit = token.norm.charCodeAt(k) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Whether a token follows the one before it without white space. */
export function isGlued(s: Scan, i: number): boolean {
  const token = s.tokens[i];
  return token !== undefined && !token.spaceBefore;
}

/** Where a match begins in the paragraph: after the proclitics of its first token. */
export function startOffset(s: Scan, first: number): number {
  const token = s.tokens[first]!;
  const letters = s.letters[first] ?? 0;
  return letters === 0 ? token.start : token.start + originalOffset(token.text, letters);
}

export function endOffset(s: Scan, end: number): number {
  return s.tokens[end - 1]!.end;
}

/** The longer of two matches; the first where they end together. */
export function longer<T extends Spec, U extends Spec>(a: Match<T> | null, b: Match<U> | null): Match<T | U> | null {
  if (a === null) return b;
  return b !== null && b.end > a.end ? b : a;
}
