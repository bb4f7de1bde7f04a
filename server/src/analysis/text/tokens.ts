/**
 * Tokens: words, numbers and single marks with their place in the paragraph.
 *
 * One linear scan. A word keeps its diacritics, tatweel and inner controls, so that offsets are the original's; its
 * normal form and look-up key are beside it. Clitics stay attached here: whether «وبوتين» is «و» + «بوتين» is decided
 * with evidence by later stages, from {@link cliticSplits}.
 */
import { characterClass, type CharacterClass } from './characters';
import { lookupKey, normalise } from './normalise';
import type { TextSpan } from '../model';

export type TokenKind = 'word' | 'latin' | 'number' | 'punctuation';

/** A token; offsets are relative to the paragraph's start. */
export interface Token extends TextSpan {
  readonly kind: TokenKind;
  /** Normal form: see normalise.ts. */
  readonly norm: string;
  /** Look-up key: see normalise.ts. */
  readonly key: string;
  /** Whether white space (or the paragraph's start) stands before it. */
  readonly spaceBefore: boolean;
}

const DECIMAL = new Set(['.', ',', '٫', '٬']);

const inWord = (kind: CharacterClass): boolean => kind === 'arabic' || kind === 'mark' || kind === 'ignorable';

function classAt(text: string, index: number): CharacterClass | null {
  return index < text.length ? characterClass(text.charCodeAt(index)) : null;
}

/** End of an Arabic word that starts at `start`; trailing controls are left outside. */
function wordEnd(text: string, start: number): number {
  let end = start + 1;
  for (let i = start + 1; i < text.length; i++) {
    const kind = characterClass(text.charCodeAt(i));
    if (!inWord(kind)) break;
    // A trailing tatweel («بـ») is part of the word as written; a trailing control is not.
    if (kind !== 'ignorable' || text.charCodeAt(i) === 0x0640) end = i + 1;
  }
  return end;
}

/** End of a number: digits with single decimal or thousands marks between digits («3.5», «10,000», «٢٫٥»). */
function numberEnd(text: string, start: number): number {
  let i = start + 1;
  for (;;) {
    const kind = classAt(text, i);
    if (kind === 'digit') i++;
    else if (kind === 'other' && DECIMAL.has(text[i]!) && classAt(text, i + 1) === 'digit') i += 2;
    else return i;
  }
}

function latinEnd(text: string, start: number): number {
  let i = start + 1;
  for (;;) {
    const kind = classAt(text, i);
    if (kind === 'letter' || kind === 'digit') i++;
    else return i;
  }
}

/** Left in text by pages saved carelessly, often without their semicolon and glued to the next word. */
const CHARACTER_REFERENCES = [
  'nbsp',
  'amp',
  'quot',
  'laquo',
  'raquo',
  'ldquo',
  'rdquo',
  'zwnj',
  'rlm',
  'lrm',
  'lt',
  'gt',
];

/** End of an HTML character reference that starts at `start`, or `start` where there is none. */
function referenceEnd(text: string, start: number): number {
  const name = CHARACTER_REFERENCES.find((candidate) => text.startsWith(candidate, start + 1));
  if (name === undefined) return start;
  const end = start + 1 + name.length;
  if (text[end] === ';') return end + 1;
  // «&ltd» is no reference: without its semicolon a name ends where Latin letters end.
  return classAt(text, end) === 'letter' || classAt(text, end) === 'digit' ? start : end;
}

/** End of a mark: a surrogate pair, a character reference or a run of full stops is one, any other unit stands alone. */
function punctuationEnd(text: string, start: number): number {
  const code = text.charCodeAt(start);
  if (code === 0x26) return Math.max(start + 1, referenceEnd(text, start));
  if (code >= 0xd800 && code <= 0xdbff) {
    const low = text.charCodeAt(start + 1);
    return low >= 0xdc00 && low <= 0xdfff ? start + 2 : start + 1;
  }
  let end = start + 1;
  if (text[start] === '.') while (text[end] === '.') end++;
  return end;
}

/** All tokens of a paragraph, in order, without gaps other than white space and stray controls. Linear. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let i = 0;
  let spaceBefore = true;
  while (i < text.length) {
    const kind = characterClass(text.charCodeAt(i));
    if (kind === 'space' || kind === 'newline' || kind === 'ignorable' || kind === 'mark') {
      spaceBefore ||= kind === 'space' || kind === 'newline';
      i++;
      continue;
    }
    const [end, tokenKind] = scan(text, i, kind);
    const word = text.slice(i, end);
    const norm = normalise(word);
    tokens.push({ start: i, end, text: word, kind: tokenKind, norm, key: lookupKey(norm), spaceBefore });
    spaceBefore = false;
    i = end;
  }
  return tokens;
}

function scan(text: string, start: number, kind: CharacterClass): [number, TokenKind] {
  if (kind === 'arabic') return [wordEnd(text, start), 'word'];
  if (kind === 'digit') return [numberEnd(text, start), 'number'];
  if (kind === 'letter') return [latinEnd(text, start), 'latin'];
  return [punctuationEnd(text, start), 'punctuation'];
}

/** A way to read a word as proclitics and stem. */
export interface CliticSplit {
  /** Letters of the normal form that are proclitics: «ولل» in «وللأسد» has three. */
  readonly letters: number;
  /** Proclitics as written in normal form. */
  readonly clitic: string;
  /** The rest in normal form; after لل the article is given back («للشرع» → clitic «ل», stem «لشرع»). */
  readonly stem: string;
  /** The stem as it would stand alone: differs from `stem` only after لل, where it has its ال («الشرع»). */
  readonly full: string;
}

const CONJUNCTIONS = new Set(['و', 'ف']);
const PREPOSITIONS = new Set(['ب', 'ل', 'ك', 'س']);

/**
 * Every reading of a word's normal form as proclitics (و ف, then ب ل ك س) plus a stem of two letters or more, fewest
 * clitics first, the bare word not among them. The order of clitics is the language's: conjunction, preposition, ال.
 */
export function cliticSplits(norm: string): CliticSplit[] {
  const splits: CliticSplit[] = [];
  const add = (letters: number): void => {
    const stem = norm.slice(letters);
    if (stem.length < 2) return;
    const clitic = norm.slice(0, letters);
    const article = clitic.endsWith('ل') && stem.startsWith('ل');
    splits.push({ letters, clitic, stem, full: article ? `ا${stem}` : stem });
  };
  const first = norm[0] ?? '';
  if (CONJUNCTIONS.has(first)) {
    add(1);
    if (PREPOSITIONS.has(norm[1] ?? '')) add(2);
  } else if (PREPOSITIONS.has(first)) add(1);
  return splits;
}
