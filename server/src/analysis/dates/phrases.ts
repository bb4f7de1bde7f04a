/** Expressions around another one: «منتصف أيلول 2021», «نحو الساعة 23,35», «وقت سابق من الشهر»; and years alone. */
import type { DateModifier } from '../model';
import { isNowadays, isQualified, isYearNumber } from './false-friends';
import { matchYearNumber } from './match-number';
import { matchClock, matchDayPart } from './match-time';
import { matchContainer, matchNth, matchUnit } from './match-unit';
import { matchEpoch } from './match-year';
import { isFn, plainAt, wordAt, type Match, type Scan } from './scan';

/** A match with the modifier written before it, and what it is where its distance has nothing to be told from. */
export interface Reading extends Match {
  readonly mod?: DateModifier | null;
  /** For a distance: the token its duration begins at. */
  readonly inner?: number;
  /** A noun of time alone: «أسبوع». */
  readonly noun?: boolean;
  /** The rule's id where the family's own does not say enough. */
  readonly rule?: string;
}

/** «منتصف أيلول 2021», «نهاية العام», «بداية نوفمبر المقبل». */
export function matchModified(s: Scan, i: number): Reading | null {
  const { mod } = wordAt(s, i);
  if (mod === undefined) return null;
  const p = isFn(s, i + 1, 'من') ? i + 2 : i + 1;
  if (s.letters[p] !== 0) return null;
  const inner = matchNth(s, p) ?? matchContainer(s, p);
  if (inner === null) return null;
  const { spec } = inner;
  if (spec.kind === 'calendar' && spec.day !== undefined) return null;
  if (spec.kind === 'unit' && spec.by === 'bare' && isQualified(s, inner.end)) return null;
  const downtown = s.tokens[i]!.key === 'وسط' && spec.kind !== 'calendar' && spec.kind !== 'season';
  return downtown ? null : { ...inner, first: i, mod };
}

/** «نحو الساعة 23,35», «حوالي عام 1900». */
export function matchApproximate(s: Scan, i: number): Reading | null {
  if (wordAt(s, i).approx !== true || s.letters[i + 1] !== 0) return null;
  const inner = matchClock(s, i + 1) ?? matchEpoch(s, i + 1);
  return inner === null ? null : { ...inner, first: i, mod: 'APPROX' };
}

/** «ساعة متأخرة من مساء أمس», «وقت سابق من الشهر». */
export function matchLate(s: Scan, i: number): Reading | null {
  const word = wordAt(s, i);
  if (word.unit === 'H' && word.unitForm === 'plural' && word.def === true) return matchFirstHours(s, i);
  const hour = word.unit === 'H' && word.def !== true;
  if ((!hour && word.fn !== 'وقت') || !isFn(s, i + 2, 'من')) return null;
  if (isFn(s, i + 1, 'متأخرة')) {
    const part = matchDayPart(s, i + 3);
    return part === null ? null : { ...part, first: i, mod: 'END', rule: 'late' };
  }
  if (!isFn(s, i + 1, 'سابق') && !isFn(s, i + 1, 'لاحق')) return null;
  const unit = matchUnit(s, i + 3);
  return unit?.spec.by === 'bare' && unit.spec.unit !== 'D'
    ? { ...unit, first: i, mod: null, rule: 'earlier-in' }
    : null;
}

/** «الساعات الأولى من فجر الثلاثاء». */
export function matchFirstHours(s: Scan, i: number): Reading | null {
  const place = plainAt(s, i + 1);
  const mod = place.ordinal === 1 ? 'START' : place.last === true ? 'END' : null;
  if (mod === null || !isFn(s, i + 2, 'من')) return null;
  const part = matchDayPart(s, i + 3);
  return part === null ? null : { ...part, first: i, mod, rule: 'hours' };
}

/** «اليوم» for our days. */
export function matchNowadays(s: Scan, i: number): Reading | null {
  if (wordAt(s, i).deictic !== 0 || wordAt(s, i).night === true || !isNowadays(s, i)) return null;
  return { first: i, end: i + 1, spec: { kind: 'reference', value: 'PRESENT_REF' } };
}

export function matchPlainYear(s: Scan, i: number): Reading | null {
  const year = matchYearNumber(s, i);
  if (year === null || !isYearNumber(s, i, year.end, year.value)) return null;
  return { first: i, end: year.end, spec: { kind: 'calendar', calendar: 'gregorian', year: year.value } };
}
