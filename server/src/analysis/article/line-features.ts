/** What can be told of a line by itself: its length, how it ends, the set phrases it begins with. */
import bylines from '../../../data/article/bylines.json';
import furniture from '../../../data/article/furniture.json';
import { characterClass } from '../text/characters';
import { lookupKey, normalise } from '../text/normalise';
import type { Line } from './lines';

/** Furniture by how far it reaches: to the end of the page, over the short lines after it, or this line alone. */
export type FurnitureReach = 'terminal' | 'related' | 'line';

/** What a line's content alone tells: may be kept by content. */
export interface LineTraits {
  readonly words: number;
  readonly furniture: FurnitureReach | null;
  /** Ends with a sentence's punctuation (a closing mark or bracket after it allowed). */
  readonly endsSentence: boolean;
  readonly byline: boolean;
  /** «آخر تحديث: …», «نشر بتاريخ …» with something after it. */
  readonly update: boolean;
  /** Begins like a picture's caption, or ends with a source in brackets. */
  readonly caption: boolean;
  /** Begins or ends with an agency's name or sign: «موسكو-سانا», «(رويترز)». */
  readonly agency: boolean;
  /** Holds a dash, a bar or a slash that parts place and agency or two places. */
  readonly dashed: boolean;
  /** Begins with a place of one or two words and a date: «تونس، الأحد 21 جانفي 2024». */
  readonly placeAndDate: boolean;
  readonly latin: boolean;
  readonly digits: boolean;
}

/** A line with its traits. */
export interface LineFeatures extends Line {
  readonly traits: LineTraits;
}

/** Only this much of a line is looked at for set phrases: they are short. */
const HEAD = 120;

/** The look-up key of a stretch of a line, one space between words. */
function keyOf(text: string): string {
  const normal = normalise(text);
  let key = '';
  let word = 0; // where the word under way begins
  for (let i = 0; i <= normal.length; i++) {
    if (i < normal.length && characterClass(normal.charCodeAt(i)) !== 'space') continue;
    if (i > word) key += (key && ' ') + lookupKey(normal.slice(word, i));
    word = i + 1;
  }
  return key;
}

const keys = (phrases: readonly string[]): string[] => phrases.map(keyOf);

const TERMINAL = keys(furniture.terminal.starts);
const RELATED = keys(furniture.related.starts);
const SINGLE = keys(furniture.line.starts);
const WHOLE = new Set(keys(furniture.line.whole));
const BYLINES = keys(bylines.starts);
const AGENCIES = keys(bylines.agencies);
const UPDATES = keys(bylines.updates);
const CAPTIONS = keys(bylines.captions);
const CREDITS = keys(bylines.credits);
const WEEKDAYS = keys(bylines.weekdays);

/** True where `key` begins with the phrase and the phrase ends at a word's end. */
function begins(key: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => {
    if (!key.startsWith(phrase)) return false;
    const next = key.charCodeAt(phrase.length);
    if (Number.isNaN(next)) return true;
    const kind = characterClass(next);
    // A phrase in Latin letters is often glued to the Arabic after it («camera iconالرئيس»).
    return kind !== 'arabic' || characterClass(phrase.charCodeAt(phrase.length - 1)) === 'letter';
  });
}

function ends(key: string, phrases: readonly string[]): boolean {
  const bare = key.replace(/[)\].\s]{1,4}$/u, '');
  return phrases.some((phrase) => {
    if (!bare.endsWith(phrase)) return false;
    const before = bare.charCodeAt(bare.length - phrase.length - 1);
    return Number.isNaN(before) || (characterClass(before) !== 'arabic' && characterClass(before) !== 'letter');
  });
}

function countWords(text: string): number {
  let words = 0;
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const kind = characterClass(text.charCodeAt(i));
    const letter = kind === 'arabic' || kind === 'letter' || kind === 'digit';
    if (letter && !inside) words++;
    if (letter) inside = true;
    else if (kind === 'space' || kind === 'newline' || kind === 'other') inside = false;
  }
  return words;
}

const SENTENCE_END = new Set(['.', '؟', '!', '?', '…', '۔']);
const CLOSING = new Set(['»', '”', '"', '’', ')', ']', '›', '“']);

function endsSentence(text: string): boolean {
  let i = text.length - 1;
  while (i > 0 && CLOSING.has(text[i]!)) i--;
  return SENTENCE_END.has(text[i] ?? '');
}

/** A short remark in brackets at the end: «(رويترز)», «(موقع الرئاسة)». */
function endsWithSource(text: string): boolean {
  if (!text.endsWith(')')) return false;
  const open = text.lastIndexOf('(');
  return open > 0 && countWords(text.slice(open)) <= 8;
}

function reach(key: string, words: number): FurnitureReach | null {
  if (words === 0 || WHOLE.has(key.replace(/[.:…\s]{1,8}$/u, '').replace(/^[.…\s]{1,8}/u, ''))) return 'line';
  if (words > 30) return null;
  if (begins(key, TERMINAL)) return words <= 14 ? 'terminal' : 'line';
  if (begins(key, RELATED)) return 'related';
  return begins(key, SINGLE) ? 'line' : null;
}

/** A credit at the end, after a dash: «… في المعادي - تصوير: …». */
function endsWithCredit(content: string): boolean {
  const dash = Math.max(content.lastIndexOf('-'), content.lastIndexOf('–'), content.lastIndexOf('|'));
  return dash > 0 && content.length - dash <= HEAD && begins(keyOf(content.slice(dash + 1)), CREDITS);
}

/** One or two words, a comma or dash, then a weekday or a number. */
function beginsWithPlaceAndDate(head: string): boolean {
  const mark = head.search(/[،,–-]/u);
  if (mark <= 0 || countWords(head.slice(0, mark)) > 2) return false;
  const rest = head.slice(mark + 1).trimStart();
  return /^\d/u.test(rest) || begins(rest, WEEKDAYS);
}

/** Longest line that may be anything but body text. */
const LONGEST_SHORT_LINE = 45;

const BODY_TEXT = {
  furniture: null,
  byline: false,
  update: false,
  caption: false,
  agency: false,
  dashed: false,
  placeAndDate: false,
  latin: false,
  digits: false,
} as const;

/** Reads a line's traits from its content. Linear. */
export function readTraits(content: string): LineTraits {
  const words = countWords(content);
  if (words > LONGEST_SHORT_LINE) return { ...BODY_TEXT, words, endsSentence: endsSentence(content) };
  const head = keyOf(content.slice(0, HEAD));
  const update = words > 2 && begins(head, UPDATES);
  return {
    words,
    furniture: update ? null : reach(head, words),
    endsSentence: endsSentence(content),
    byline: begins(head.startsWith('(') ? head.slice(1) : head, BYLINES),
    update,
    caption: begins(head, CAPTIONS) || endsWithSource(content) || endsWithCredit(content),
    agency: words <= 8 && (begins(head, AGENCIES) || ends(keyOf(content), AGENCIES)),
    dashed: /[-–—|/]/u.test(content.slice(0, HEAD)),
    placeAndDate: words <= 18 && beginsWithPlaceAndDate(head),
    latin: /[A-Za-z]/u.test(content),
    digits: /\d/u.test(content),
  };
}
