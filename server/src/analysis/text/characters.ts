/**
 * Classes of UTF-16 code units, as Arabic news text needs them.
 *
 * Ranges are from the Unicode Character Database (blocks Arabic, Arabic Supplement, Arabic Extended-A/B,
 * Presentation Forms A and B; general categories Mn and Cf within them).
 */

export type CharacterClass =
  | 'arabic' // an Arabic letter
  | 'mark' // a diacritic or Quranic mark that belongs to the letter before it
  | 'ignorable' // tatweel, zero-width and bidi controls: inside a word they belong to it
  | 'digit' // ASCII, Arabic-Indic or Extended Arabic-Indic
  | 'letter' // a letter of another script
  | 'space'
  | 'newline'
  | 'other'; // punctuation, symbols, surrogates

const OTHER_LETTER = /^[\p{L}\p{M}]$/u;
const SPACE = /^[\s\p{Z}]$/u;

/** True for diacritics and Quranic annotation marks (U+0610–061A, U+064B–065F, U+0670, U+06D6–06ED, U+08CA–08FF). */
function isArabicMark(code: number): boolean {
  return (
    (code >= 0x064b && code <= 0x065f) ||
    code === 0x0670 ||
    (code >= 0x0610 && code <= 0x061a) ||
    (code >= 0x06d6 && code <= 0x06ed && code !== 0x06dd && code !== 0x06de && code !== 0x06e9) ||
    (code >= 0x08ca && code <= 0x08ff && code !== 0x08e2)
  );
}

/** True for characters that carry no letter: tatweel, soft hyphen, zero-width and bidi controls, the byte order mark. */
export function isIgnorable(code: number): boolean {
  return (
    code === 0x0640 ||
    code === 0x00ad ||
    code === 0x061c ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069) ||
    code === 0xfeff
  );
}

function isArabicLetter(code: number): boolean {
  return (
    (code >= 0x0620 && code <= 0x064a) ||
    (code >= 0x066e && code <= 0x06d3) ||
    code === 0x06d5 ||
    (code >= 0x06ee && code <= 0x06ef) ||
    (code >= 0x06fa && code <= 0x06ff && code !== 0x06fd && code !== 0x06fe) ||
    (code >= 0x0750 && code <= 0x077f) ||
    (code >= 0x0870 && code <= 0x08c9) ||
    (code >= 0xfb50 && code <= 0xfd3d) ||
    (code >= 0xfd50 && code <= 0xfdfb) ||
    (code >= 0xfe70 && code <= 0xfefc)
  );
}

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x0660 && code <= 0x0669) || (code >= 0x06f0 && code <= 0x06f9);
}

function isNewline(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029 || code === 0x85;
}

function classify(code: number): CharacterClass {
  if (isNewline(code)) return 'newline';
  if (code <= 0x20 || code === 0x7f || code === 0xa0) return 'space';
  if (isDigit(code)) return 'digit';
  if (isIgnorable(code)) return 'ignorable';
  if (isArabicMark(code)) return 'mark';
  if (isArabicLetter(code)) return 'arabic';
  if (code >= 0xd800 && code <= 0xdfff) return 'other';
  const character = String.fromCharCode(code);
  if (SPACE.test(character)) return 'space';
  return OTHER_LETTER.test(character) ? 'letter' : 'other';
}

/** Units below this are looked up: Latin, Greek, Cyrillic, Hebrew and all of Arabic but the presentation forms. */
const TABLE_SIZE = 0x0900;

/** Kept small: made for all 65,536 units it would cost more at start-up than the analysis of an article. */
const TABLE: readonly CharacterClass[] = Array.from({ length: TABLE_SIZE }, (_, code) => classify(code));

/** The class of one UTF-16 code unit (`NaN`, as past the end of a string, is 'other'). */
export function characterClass(code: number): CharacterClass {
  return code < TABLE_SIZE ? TABLE[code]! : classify(code);
}

/** The value of a digit in any of the three scripts, or -1. */
export function digitValue(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0x0660 && code <= 0x0669) return code - 0x0660;
  if (code >= 0x06f0 && code <= 0x06f9) return code - 0x06f0;
  return -1;
}
