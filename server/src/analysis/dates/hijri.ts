/**
 * The Umm al-Qura calendar from a table, not from the host: ICU's versions differ by up to two days.
 *
 * Outside the table (1356–1500 AH) the arithmetic calendar with eleven leap years in thirty stands in; it may be a day
 * or two off, as every Hijri date is until the moon is seen.
 */
import table from '../../../data/dates/umm-al-qura.json';
import { parseIsoDay, toDayNumber, type Day } from './calendar';

const FIRST_YEAR = table.firstYear;
const FIRST = parseIsoDay(table.firstDay)!;

/** Day numbers on which the table's months begin, and the day after the last. */
const STARTS: readonly number[] = buildStarts();

function buildStarts(): number[] {
  const starts = [toDayNumber(FIRST.year, FIRST.month, FIRST.day)];
  for (const year of table.years.split(' ')) {
    const mask = parseInt(year, 16);
    for (let month = 0; month < 12; month++) starts.push(starts[starts.length - 1]! + ((mask >> month) & 1 ? 30 : 29));
  }
  return starts;
}

/** Whether the year's months are told by the table. */
export function isTabulated(year: number): boolean {
  return year >= FIRST_YEAR && year < FIRST_YEAR + (STARTS.length - 1) / 12;
}

/** 16 July 622 of the Julian calendar, the first day of the arithmetic calendar. */
const EPOCH = -492148;

function arithmeticStart(year: number, month: number): number {
  return EPOCH + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + Math.ceil(29.5 * (month - 1));
}

/** The day number on which a Hijri month begins; month 13 is the next year's first. */
export function hijriMonthStart(year: number, month: number): number {
  const y = year + Math.floor((month - 1) / 12);
  const m = ((((month - 1) % 12) + 12) % 12) + 1;
  const index = (y - FIRST_YEAR) * 12 + m - 1;
  return STARTS[index] ?? arithmeticStart(y, m);
}

/** Days of a Hijri month: 29 or 30. */
export function hijriMonthLength(year: number, month: number): number {
  return hijriMonthStart(year, month + 1) - hijriMonthStart(year, month);
}

/** The day number of a Hijri date, or null where the month has no such day. */
export function hijriToDayNumber(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > hijriMonthLength(year, month)) return null;
  return hijriMonthStart(year, month) + day - 1;
}

/** The Hijri date of a day number. */
export function toHijri(number: number): Day {
  let year = Math.floor((number - EPOCH) / 354.367) + 1;
  while (hijriMonthStart(year + 1, 1) <= number) year++;
  while (hijriMonthStart(year, 1) > number) year--;
  let month = 12;
  while (hijriMonthStart(year, month) > number) month--;
  return { year, month, day: number - hijriMonthStart(year, month) + 1 };
}
