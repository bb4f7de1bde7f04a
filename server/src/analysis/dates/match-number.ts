/** Numbers and ordinals in digits and words, with the genders and cases of the written language. */
import { cliticAt, digitsAt, isAnd, isArticle, joinedAt, plainAt, wordAt, type Scan } from './scan';

export interface NumberMatch {
  readonly value: number;
  readonly end: number;
}

/** More words than this make no number of a date («ألف وتسعمئة وثمانية وأربعين» has four). */
const MOST_WORDS = 8;

/**
 * A cardinal in words from token `i`: «ثلاثة», «خمسة عشر», «خمس وعشرين», «ألفين وأربعة وعشرين», «أربعة آلاف».
 * The first word may have proclitics, those after it only و.
 */
export function matchCardinal(s: Scan, i: number): NumberMatch | null {
  let total = 0;
  let group = 0;
  let smallest = Infinity;
  let p = i;
  for (; p - i < MOST_WORDS; p++) {
    const word = p === i ? wordAt(s, p) : plainAt(s, p);
    const joined = p > i ? joinedAt(s, p) : {};
    const { number: value, numberKind: kind } = word.number !== undefined ? word : joined;
    if (value === undefined || kind === undefined) break;
    // «الآلاف», «المئات» are crowds, not counts.
    if (p === i && word.def === true && (kind === 'thousand' || kind === 'hundred')) break;
    const isJoined = p > i && word.number === undefined;
    if (kind === 'ten') {
      if (p > i && (isJoined || group % 10 === 0 || group % 100 > 9)) break;
      group += 10;
      smallest = 1;
    } else if (p > i && !isJoined) {
      // Only «ثلاث مئة», «خمسة آلاف» stand side by side without و.
      if (kind === 'hundred' && value === 100 && group > 0 && group < 10) group *= 100;
      else if (kind === 'thousand' && value === 1000 && group > 0) {
        total += group * 1000;
        group = 0;
      } else break;
      smallest = value;
    } else {
      if (!fits(kind, value, smallest, group)) break;
      if (kind === 'thousand') total += value;
      else group += value;
      smallest = kind === 'unit' ? Math.min(smallest, 1) : value;
    }
  }
  return p === i ? null : { value: total + group, end: p };
}

/** Whether a joined member may follow: thousands, hundreds, then a unit before its tens. */
function fits(kind: string, value: number, smallest: number, group: number): boolean {
  if (kind === 'tens') return group % 100 < 10 && group % 100 !== 10;
  if (kind === 'unit') return group % 100 === 0;
  return value < smallest;
}

/** A count: digits (with thousands marks), words, either after «الـ». */
export function matchCount(s: Scan, i: number): NumberMatch | null {
  const p = isArticle(s, i) ? i + 1 : i;
  const digits = digitsAt(s, p, 5);
  if (digits >= 0) return { value: digits, end: p + 1 };
  const token = s.tokens[p];
  if (token?.kind === 'number' && token.norm.length <= 7) {
    const value = Number(token.norm.replace(/[,٬](?=\d{3}$)/, '').replace('٫', '.'));
    return Number.isFinite(value) ? { value, end: p + 1 } : null;
  }
  return matchCardinal(s, p);
}

/** An ordinal in words: «الخامس عشر», «الحادي والعشرين», «العشرين», «الأول», «ثالث». */
export function matchOrdinal(s: Scan, i: number): NumberMatch | null {
  const word = wordAt(s, i);
  if (word.ordinal !== undefined) {
    const next = plainAt(s, i + 1);
    if (next.numberKind === 'ten' && word.ordinal < 10) return { value: word.ordinal + 10, end: i + 2 };
    const tens = joinedAt(s, i + 1);
    if (tens.numberKind === 'tens' && tens.def === true) return { value: word.ordinal + tens.number!, end: i + 2 };
    return { value: word.ordinal, end: i + 1 };
  }
  if (word.numberKind === 'tens' && word.def === true && word.number !== undefined)
    return { value: word.number, end: i + 1 };
  return null;
}

/** A year in words or digits: 1000 to 2999, or `least` and up where the text says that it is one. */
export function matchYearNumber(s: Scan, i: number, least = 1000): NumberMatch | null {
  const p = isArticle(s, i) ? i + 1 : i;
  const digits = digitsAt(s, p);
  if (digits >= 0) {
    const long = s.tokens[p]!.norm.length;
    return digits >= least && digits < 3000 && (long === 4 || least < 1000) ? { value: digits, end: p + 1 } : null;
  }
  const words = matchCardinal(s, p);
  return words !== null && words.value >= Math.max(least, 100) && words.value < 3000 ? words : null;
}

/** A further number of a list: «و17», «و 17», «، 17», «والسابع». Gives the token where the number itself begins. */
export function afterAnd(s: Scan, i: number): number | null {
  if (isAnd(s, i)) return i + 1;
  return cliticAt(s, i) === 'و' ? i : null;
}
