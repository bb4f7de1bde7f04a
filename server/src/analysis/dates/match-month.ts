/** Months of both calendars with their regional names, glosses and years. */
import { matchUnit } from './match-unit';
import { matchYearNumber } from './match-number';
import { digitsAt, isFn, isText, plainAt, skipComma, wordAt, type Scan } from './scan';
import type { MonthUse } from './lexicon';
import type { CalendarName, CalendarSpec, Shift, UnitSpec } from './spec';

export interface MonthMatch {
  readonly calendar: CalendarName;
  readonly month: number;
  readonly end: number;
  /** How much the name needs beside it to be a month's. */
  readonly use: MonthUse;
  /** The month that a gloss names instead: «شباط/مارس». */
  readonly glossed?: number;
}

/** Words of honour after a Hijri month: «رمضان المبارك». */
const HONOURS = new Set(['المبارك', 'الحرام', 'المعظم', 'الكريم', 'الفضيل', 'المكرم', 'الفرد']);

function matchName(s: Scan, i: number): MonthMatch | null {
  const word = wordAt(s, i);
  if (word.month !== undefined)
    return { calendar: 'gregorian', month: word.month, end: i + 1, use: word.monthUse ?? 'always' };
  if (word.pair !== undefined) {
    const digits = digitsAt(s, i + 1, 1);
    const order = digits === 1 || digits === 2 ? digits : plainAt(s, i + 1).pairOrder;
    if (order === undefined) return null;
    const month = word.pair[order - 1] ?? 0;
    return { calendar: word.pairCalendar ?? 'gregorian', month, end: i + 2, use: 'always' };
  }
  if (word.hijriOwner === true) {
    const month = plainAt(s, i + 1).hijriOwned;
    return month === undefined ? null : { calendar: 'hijri', month, end: i + 2, use: 'always' };
  }
  if (word.hijriMonth === undefined) return null;
  return { calendar: 'hijri', month: word.hijriMonth, end: i + 1, use: word.monthUse ?? 'never' };
}

/** A month's name with the same month's other name beside it: «شباط/فبراير», «أيلول (سبتمبر)», «رمضان المبارك». */
export function matchMonthName(s: Scan, i: number): MonthMatch | null {
  const name = matchName(s, i);
  if (name === null) return null;
  if (name.calendar === 'hijri') {
    const honoured = HONOURS.has(s.tokens[name.end]?.norm ?? '');
    return honoured ? { ...name, end: name.end + 1, use: 'always' } : name;
  }
  const { end } = name;
  const beside = s.letters[end] === 0 ? matchName(s, end) : null;
  // «مارس آذار»: the same month's other name without a mark between.
  if (beside !== null && beside.calendar === 'gregorian' && beside.month === name.month)
    return { ...name, end: beside.end, use: 'always' };
  const bracket = isText(s, end, '(');
  if (!bracket && !isText(s, end, '/') && !isText(s, end, '-') && !isText(s, end, '–') && !isText(s, end, '\\'))
    return name;
  const gloss = matchName(s, end + 1);
  if (gloss === null || gloss.calendar !== 'gregorian') return name;
  if (gloss.month !== name.month && !bracket && !isText(s, end, '/')) return name;
  if (bracket && !isText(s, gloss.end, ')')) return name;
  const glossed = gloss.month === name.month ? undefined : gloss.month;
  return { ...name, end: gloss.end + (bracket ? 1 : 0), use: 'always', glossed };
}

/** The same after «شهر», which makes any name a month's. */
export function matchMonth(s: Scan, i: number): MonthMatch | null {
  if (wordAt(s, i).fn === 'شهر') {
    const number = digitsAt(s, i + 1, 2);
    if (number >= 1 && number <= 12) return { calendar: 'gregorian', month: number, end: i + 2, use: 'always' };
    const month = matchMonthName(s, i + 1);
    return month === null ? null : { ...month, use: 'always' };
  }
  return matchMonthName(s, i);
}

/** «الماضي», «قبل الماضي», «الجاري», «المقبل», «بعد المقبل»: units away, and where it ends. */
export function matchShift(s: Scan, i: number): { shift: Shift; end: number } | null {
  const name = plainAt(s, i).shift;
  if (name === 'past') return { shift: -1, end: i + 1 };
  if (name === 'present') return { shift: 0, end: i + 1 };
  if (name === 'future') return { shift: 1, end: i + 1 };
  const p = isFn(s, i, 'ما') ? i + 1 : i;
  const next = plainAt(s, p + 1).shift;
  if (isFn(s, p, 'قبل') && next === 'past') return { shift: -2, end: p + 2 };
  if (isFn(s, p, 'بعد') && next === 'future') return { shift: 2, end: p + 2 };
  return null;
}

export type Era = 'gregorian' | 'hijri' | 'before-christ';

/** «م», «هـ», «ميلادية», «للهجرة», «ق.م», «قبل الميلاد». */
export function matchEra(s: Scan, i: number): { era: Era; end: number } | null {
  const key = s.tokens[i]?.key;
  if (key === undefined) return null;
  const fn = wordAt(s, i).fn;
  if (key === 'م') return { era: 'gregorian', end: i + 1 };
  if (fn === 'ميلادي') return { era: 'gregorian', end: i + 1 };
  if (fn === 'هجري') return { era: 'hijri', end: i + 1 };
  if (fn === 'قبل' && isFn(s, i + 1, 'الميلاد')) return { era: 'before-christ', end: i + 2 };
  if (key === 'ق' && isText(s, i + 1, '.') && s.tokens[i + 2]?.key === 'م') return { era: 'before-christ', end: i + 3 };
  return null;
}

export interface YearTail {
  readonly end: number;
  readonly year?: number;
  readonly era?: Era;
  readonly of?: UnitSpec;
  /** «من كل عام»: the date comes round every year. */
  readonly everyYear?: boolean;
}

const isYearNoun = (s: Scan, i: number): boolean => wordAt(s, i).unit === 'Y' && wordAt(s, i).unitForm === 'singular';

function withEra(s: Scan, year: number, end: number): YearTail {
  const era = matchEra(s, end);
  return era === null ? { year, end } : { year, end: era.end, era: era.era };
}

/** What tells the year after a month: «2023», «عام 2023», «من العام الماضي», «من كل سنة», with the era. */
export function matchYearTail(s: Scan, i: number): YearTail | null {
  const comma = skipComma(s, i);
  const bare = matchYearNumber(s, comma);
  if (bare !== null && (comma === i || digitsAt(s, comma) >= 0)) return withEra(s, bare.value, bare.end);
  const p = isFn(s, i, 'من') || (isFn(s, i, 'في') && isYearNoun(s, i + 1)) ? i + 1 : i;
  if (isFn(s, p, 'كل') && isYearNoun(s, p + 1)) return { end: p + 2, everyYear: true };
  const after = p > i && isFn(s, i, 'من') && digitsAt(s, p) >= 1000 ? matchYearNumber(s, p) : null;
  if (after !== null) return withEra(s, after.value, after.end);
  if (isYearNoun(s, p)) {
    const year = matchYearNumber(s, p + 1);
    if (year !== null) return withEra(s, year.value, year.end);
  }
  const unit = matchUnit(s, p);
  if (unit !== null && unit.spec.kind === 'unit' && unit.spec.unit === 'Y' && unit.spec.by !== 'bare')
    return { end: unit.end, of: unit.spec };
  return null;
}

/** The year as told; a Hijri month with a Gregorian year falls somewhere in that year («رمضان 2024»). */
function yearOf(calendar: CalendarName, tail: YearTail): Partial<CalendarSpec> {
  const { year, era } = tail;
  if (calendar === 'gregorian' || year === undefined || era === 'hijri' || year <= 1600) return { year };
  return { of: { kind: 'calendar', calendar: 'gregorian', year } };
}

/** The calendar point that a month and what follows it make. */
export function readMonth(
  s: Scan,
  month: MonthMatch,
  day?: number,
): { spec: CalendarSpec; end: number; everyYear: boolean } {
  const shift = matchShift(s, month.end);
  const tail = shift === null ? matchYearTail(s, month.end) : null;
  const end = tail?.end ?? shift?.end ?? month.end;
  const { calendar } = month;
  const spec: CalendarSpec = {
    kind: 'calendar',
    calendar,
    month: month.month,
    ...(day !== undefined && { day }),
    ...(shift !== null && { shift: shift.shift }),
    ...(tail?.year !== undefined && yearOf(calendar, tail)),
    ...(tail?.of !== undefined && { of: tail.of }),
    ...(month.glossed !== undefined && { other: { kind: 'calendar', calendar, month: month.glossed } }),
  };
  return { spec, end, everyYear: tail?.everyYear === true };
}
