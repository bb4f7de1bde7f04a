/**
 * Gregorian arithmetic on day numbers (days since 1970-01-01, proleptic Gregorian calendar, ISO 8601 weeks).
 *
 * Whole numbers on purpose: a document's dates are resolved again with every keystroke, and a date library's objects
 * and 33 kB would cost more than these few functions, which the tests hold against Intl and Date day by day.
 */

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 30);
}

/** The day number of a date; months and days beyond their range carry over. */
export function toDayNumber(year: number, month: number, day: number): number {
  const carried = Math.floor((month - 1) / 12);
  const m = month - 1 - carried * 12;
  // Years from March, so that the leap day is the last of its year.
  const y = year + carried - (m < 2 ? 1 : 0);
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((m + 10) % 12) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

export function fromDayNumber(number: number): Day {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * m + 2) / 5) + 1;
  const month = m < 10 ? m + 3 : m - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** The ISO 8601 week a day lies in; its year is the one that holds the week's Thursday. */
export function isoWeekOf(number: number): { year: number; week: number } {
  const thursday = number - weekdayOf(number) + 4;
  const { year } = fromDayNumber(thursday);
  return { year, week: Math.floor((thursday - toDayNumber(year, 1, 1)) / 7) + 1 };
}

/** The Monday of an ISO week. */
export function mondayOf(year: number, week: number): number {
  const fourth = toDayNumber(year, 1, 4);
  return fourth - weekdayOf(fourth) + 1 + (week - 1) * 7;
}

/** A date some months away, its day kept inside the month it lands in. */
export function addMonths({ year, month, day }: Day, months: number): Day {
  const index = year * 12 + month - 1 + months;
  const target = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  return { ...target, day: Math.min(day, daysInMonth(target.year, target.month)) };
}

/** Whether the three make a day of the Gregorian calendar. */
export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** A day of ISO 8601 (`2023-03-15`, a time after it allowed) or null. */
export function parseIsoDay(text: string): Day | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text);
  if (found === null) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return isDay(year, month, day) ? { year, month, day } : null;
}

/** `2023-03-15` for a day number; years before the common era are written as TIMEX3 does (`BC0044`). */
export function formatDay(number: number): string {
  const { year, month, day } = fromDayNumber(number);
  return `${formatYear(year)}-${two(month)}-${two(day)}`;
}

export function formatYear(year: number): string {
  return year < 0 ? `BC${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');
}

export function two(value: number): string {
  return String(value).padStart(2, '0');
}
