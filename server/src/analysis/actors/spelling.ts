/** Whether two words are spellings of one foreign name («نتنياهو», «نتانياهو»). Never applied to Arabic names. */
import { ARABIC_NAMES, FOREIGN_ENDINGS, FOREIGN_LETTERS } from './tables';

/** Shortest word compared: below, too many different names lie one letter apart. */
const SHORTEST = 5;

/** Letters that different outlets use for one foreign sound. */
const SAME_SOUND: Readonly<Record<string, string>> = {
  غ: 'ك',
  ج: 'ك',
  ق: 'ك',
  گ: 'ك',
  ڨ: 'ك',
  ص: 'س',
  ظ: 'ز',
  ط: 'ت',
  ض: 'د',
  ث: 'س',
  ڤ: 'ف',
  پ: 'ب',
  چ: 'ش',
};
const WEAK = new Set(['ا', 'و', 'ي', 'ه']);

/** The sound that a word begins with, letters for one foreign sound taken together. */
export const firstSound = (unit: string): string => SAME_SOUND[unit[0] ?? ''] ?? unit[0] ?? '';

/** Consonants of a foreign name after its first letter, like sounds merged, doubled letters once. */
export function skeleton(unit: string): string {
  let out = '';
  for (let i = 0; i < unit.length; i++) {
    const letter = unit[i]!;
    if (i > 0 && WEAK.has(letter)) continue;
    const sound = SAME_SOUND[letter] ?? letter;
    if (!out.endsWith(sound)) out += sound;
  }
  return out;
}

/** Levenshtein distance, given up (returns `limit + 1`) once it passes `limit`. Words are short: bounded work. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || a.length > 40 || b.length > 40) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return Math.min(row[b.length]!, limit + 1);
}

/** Beginnings of Arabic compound names, joined to one word. */
const ARABIC_BEGINNING = ['عبد', 'ابو', 'ام', 'ابن', 'بو'];

/**
 * Whether a word does not look like an Arabic name: foreign letters or endings, or longer than Arabic patterns go
 * (a final ya makes a nisba: «الحسيني», «العبيدي»).
 */
export function looksForeign(unit: string): boolean {
  if (unit.length < SHORTEST || ARABIC_NAMES.has(unit)) return false;
  for (const letter of unit) if (FOREIGN_LETTERS.has(letter)) return true;
  if (FOREIGN_ENDINGS.some((ending) => unit.endsWith(ending))) return true;
  return unit.length >= 7 && !unit.endsWith('ي') && !ARABIC_BEGINNING.some((beginning) => unit.startsWith(beginning));
}

function withoutDoubles(unit: string): string {
  let out = '';
  for (const letter of unit) if (!out.endsWith(letter)) out += letter;
  return out;
}

/** True for two spellings of one foreign word; equal words are none. */
export function spellingVariants(a: string, b: string, foreign = false): boolean {
  // The first letter may differ only where it is one sound: غوتيريش، جوتيريش.
  if (a === b || a.length < SHORTEST || b.length < SHORTEST || firstSound(a) !== firstSound(b)) return false;
  if (ARABIC_NAMES.has(a) && ARABIC_NAMES.has(b)) return false;
  // A letter written once or twice tells no names apart: هوليود، هوليوود.
  if (a.length !== b.length && withoutDoubles(a) === withoutDoubles(b)) return true;
  if (!foreign && !(looksForeign(a) && looksForeign(b))) return false;
  if (skeleton(a) === skeleton(b)) return skeleton(a).length >= 3 && editDistance(a, b, 2) <= 2;
  return a.length >= 7 && b.length >= 7 && editDistance(a, b, 1) <= 1 && a.slice(-2) === b.slice(-2);
}
