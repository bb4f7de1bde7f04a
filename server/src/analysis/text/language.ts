/** Whether a text is Arabic: what decides that a plain-text file is shown as an article. */
import { characterClass } from './characters';

/** Letters read before the decision is made: enough for a headline and a paragraph. */
const SAMPLE_LETTERS = 2_000;
const LEAST_LETTERS = 20;
const ARABIC_SHARE = 0.6;

/** Letters of Persian, Urdu, Kurdish and Pashto that Arabic does not have; «پ چ ڤ گ» occur in Arabic spellings of foreign names. */
const OTHER_LANGUAGES = new Set([...'ژڕڵۆێەۇۈۋڭټډړښڼځڅےںٹڈڑ']);
const OTHER_SHARE = 0.01;

/**
 * True where most letters are Arabic script and the language is not another one of that script (Persian ی and ک are
 * counted as foreign only together with the letters above, since some keyboards type them in Arabic text).
 */
export function isMostlyArabic(text: string): boolean {
  let arabic = 0;
  let letters = 0;
  let foreign = 0;
  for (let i = 0; i < text.length && letters < SAMPLE_LETTERS; i++) {
    const kind = characterClass(text.charCodeAt(i));
    if (kind !== 'arabic' && kind !== 'letter') continue;
    letters++;
    if (kind !== 'arabic') continue;
    arabic++;
    if (OTHER_LANGUAGES.has(text[i]!)) foreign++;
  }
  return letters >= LEAST_LETTERS && arabic >= ARABIC_SHARE * letters && foreign <= OTHER_SHARE * arabic;
}
