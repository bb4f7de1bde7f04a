/**
 * Spelling without what does not tell words apart: diacritics, tatweel, bidi controls, presentation forms.
 *
 * Two forms are used throughout: the **normal form** keeps every letter as written («إلى», «على»), the **key** also
 * folds what writers mix (hamza seats on alef, final ya, ta marbuta) and serves look-ups only.
 */
import { characterClass, digitValue, isIgnorable } from './characters';

/** Normalised text with the way back: `offsets[i]` is where character `i` of `text` begins in the original. */
export interface NormalisedText {
  readonly text: string;
  /** One more entry than `text` has units: the last is the original's length. */
  readonly offsets: readonly number[];
}

/** One code unit in normal form: a letter or more («ﷲ»), or nothing for a mark. */
function normaliseUnit(code: number, unit: string): string {
  const kind = characterClass(code);
  if (kind === 'mark' || kind === 'ignorable' || isIgnorable(code)) return '';
  if (kind === 'digit') return String(digitValue(code));
  // Presentation forms stand for plain letters; compatibility decomposition says which (UAX #15).
  if (code >= 0xfb50 && kind === 'arabic') return stripMarks(unit.normalize('NFKC'));
  if (code === 0x06cc) return 'ي'; // Farsi yeh
  if (code === 0x06a9) return 'ك'; // keheh
  return unit;
}

function stripMarks(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const kind = characterClass(text.charCodeAt(i));
    if (kind !== 'mark' && kind !== 'ignorable' && kind !== 'space') out += text[i];
  }
  return out;
}

const isPlain = (code: number): boolean =>
  (code >= 0x0621 && code <= 0x064a && code !== 0x0640) || (code > 0x20 && code < 0x7f);

/** The normal form of a word or text: marks, tatweel and controls dropped, presentation forms spelled out, digits ASCII. */
export function normalise(text: string): string {
  let plain = true;
  for (let i = 0; i < text.length && plain; i++) plain = isPlain(text.charCodeAt(i));
  if (plain) return text;
  let out = '';
  for (let i = 0; i < text.length; i++) out += normaliseUnit(text.charCodeAt(i), text[i]!);
  return out;
}

/** The normal form with its offset map. */
export function normaliseWithMap(text: string): NormalisedText {
  let out = '';
  const offsets: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = normaliseUnit(text.charCodeAt(i), text[i]!);
    for (let k = 0; k < unit.length; k++) offsets.push(i);
    out += unit;
  }
  offsets.push(text.length);
  return { text: out, offsets };
}

/** The letter that a look-up key has in a letter's place, or 0 where it has the letter itself. */
function foldedUnit(code: number): number {
  switch (code) {
    case 0x0623: // أ
    case 0x0625: // إ
    case 0x0622: // آ
    case 0x0671: // ٱ
      return 0x0627; // ا
    case 0x0649: // ى
      return 0x064a; // ي
    case 0x0629: // ة
      return 0x0647; // ه
    default:
      return 0;
  }
}

/**
 * The look-up key of a normal form: hamza seats on alef, alef maqsura and ta marbuta folded, other scripts in lower
 * case. Never shown and never mapped back; has the normal form's length.
 */
export function lookupKey(normal: string): string {
  let out = '';
  let copied = 0;
  let cased = false;
  for (let i = 0; i < normal.length; i++) {
    const code = normal.charCodeAt(i);
    cased ||= code < 0x0600;
    const folded = foldedUnit(code);
    if (folded === 0) continue;
    out += normal.slice(copied, i) + String.fromCharCode(folded);
    copied = i + 1;
  }
  const key = copied === 0 ? normal : out + normal.slice(copied);
  if (!cased) return key;
  // Some letters have a lower case of another length («İ»): such a key stays as it is.
  const lower = key.toLowerCase();
  return lower.length === key.length ? lower : key;
}

/**
 * Where the first `letters` letters of a normal form end in the original word: the offset at which a stem begins once
 * a proclitic of that many letters is taken off. Marks that follow the clitic's letters belong to it.
 */
export function originalOffset(word: string, letters: number): number {
  let seen = 0;
  for (let i = 0; i < word.length; i++) {
    const unit = normaliseUnit(word.charCodeAt(i), word[i]!);
    if (unit.length === 0) continue;
    if (seen >= letters) return i;
    seen += unit.length;
  }
  return word.length;
}
