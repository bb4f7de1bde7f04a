/** Resolved time: stretches of the calendar with what is known of them, their TIMEX3 values and intervals. */
import { formatDay, formatYear, fromDayNumber, isoWeekOf, mondayOf, toDayNumber, two } from './calendar';
import type { DayPart, Season } from './spec';

/** A stretch of the calendar; null is what the text does not tell. */
export type Period =
  | { readonly kind: 'day'; readonly number: number }
  | {
      readonly kind: 'open-day';
      readonly year: number | null;
      readonly month: number | null;
      readonly day: number | null;
      readonly weekday: number | null;
    }
  | { readonly kind: 'week' | 'weekend'; readonly year: number | null; readonly week: number | null }
  | { readonly kind: 'month'; readonly year: number | null; readonly month: number | null }
  | { readonly kind: 'half' | 'quarter'; readonly year: number | null; readonly n: number }
  | { readonly kind: 'season'; readonly year: number | null; readonly season: Season }
  | { readonly kind: 'year'; readonly year: number | null }
  | { readonly kind: 'decade' | 'century'; readonly digits: number | null; readonly beforeChrist?: boolean }
  | {
      readonly kind: 'time';
      readonly day: Period | null;
      readonly minutes: number | null;
      readonly part: DayPart | null;
    }
  | { readonly kind: 'range'; readonly from: Period; readonly to: Period }
  | { readonly kind: 'fixed'; readonly value: string };

export const dayPeriod = (number: number): Period => ({ kind: 'day', number });

const X = (value: number | null, width: number): string =>
  value === null ? 'X'.repeat(width) : String(value).padStart(width, '0');

const yearText = (year: number | null): string => (year === null ? 'XXXX' : formatYear(year));

/** The TIMEX3 value. */
export function formatPeriod(p: Period): string {
  switch (p.kind) {
    case 'day':
      return formatDay(p.number);
    case 'open-day':
      if (p.weekday !== null && p.day === null && p.month === null) return `${yearText(p.year)}-WXX-${p.weekday}`;
      return `${yearText(p.year)}-${X(p.month, 2)}-${X(p.day, 2)}`;
    case 'week':
      return `${yearText(p.year)}-W${X(p.week, 2)}`;
    case 'weekend':
      return `${yearText(p.year)}-W${X(p.week, 2)}-WE`;
    case 'month':
      return `${yearText(p.year)}-${X(p.month, 2)}`;
    case 'half':
      return `${yearText(p.year)}-H${p.n}`;
    case 'quarter':
      return `${yearText(p.year)}-Q${p.n}`;
    case 'season':
      return `${yearText(p.year)}-${p.season}`;
    case 'year':
      return yearText(p.year);
    case 'decade':
      return X(p.digits, 3);
    case 'century':
      return `${p.beforeChrist === true ? 'BC' : ''}${X(p.digits, 2)}`;
    case 'time':
      return formatTime(p.day, p.minutes, p.part);
    case 'range':
      return `${formatPeriod(p.from)}/${formatPeriod(p.to)}`;
    case 'fixed':
      return p.value;
  }
}

function formatTime(day: Period | null, minutes: number | null, part: DayPart | null): string {
  const over = minutes !== null && minutes >= 1440;
  const own = over && day?.kind === 'day' ? dayPeriod(day.number + 1) : day;
  const left = minutes === null ? 0 : over ? minutes - 1440 : minutes;
  const date = own === null ? '' : formatPeriod(own);
  return minutes === null ? `${date}T${part ?? 'DT'}` : `${date}T${two(Math.floor(left / 60))}:${two(left % 60)}`;
}

/** Hours that a part of the day is taken to cover, for drawing it; night runs into the next day. */
const PART_HOURS: Readonly<Record<DayPart, readonly [number, number]>> = {
  MO: [6, 12],
  MI: [11, 14],
  AF: [12, 18],
  EV: [18, 24],
  NI: [20, 29],
  DT: [6, 18],
};

const SEASON_START: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** First day and the day after the last, as day numbers; null where anything needed is open. */
export function daysOf(p: Period): readonly [number, number] | null {
  const months = (year: number | null, month: number, count: number): readonly [number, number] | null =>
    year === null ? null : [toDayNumber(year, month, 1), toDayNumber(year, month + count, 1)];
  switch (p.kind) {
    case 'day':
      return [p.number, p.number + 1];
    case 'week':
    case 'weekend': {
      if (p.year === null || p.week === null) return null;
      const monday = mondayOf(p.year, p.week);
      return p.kind === 'week' ? [monday, monday + 7] : [monday + 5, monday + 7];
    }
    case 'month':
      return p.month === null ? null : months(p.year, p.month, 1);
    case 'half':
      return months(p.year, p.n * 6 - 5, 6);
    case 'quarter':
      return months(p.year, p.n * 3 - 2, 3);
    case 'season':
      return months(p.year, SEASON_START[p.season], 3);
    case 'year':
      return months(p.year, 1, 12);
    case 'decade':
      return p.digits === null ? null : months(p.digits * 10, 1, 120);
    case 'century':
      return p.digits === null || p.beforeChrist === true ? null : months(p.digits * 100, 1, 1200);
    case 'range':
      return rangeDays(p.from, p.to);
    default:
      return null;
  }
}

function rangeDays(from: Period, to: Period): readonly [number, number] | null {
  const first = daysOf(from);
  const last = daysOf(to);
  return first === null || last === null || last[1] <= first[0] ? null : [first[0], last[1]];
}

function instant(day: number, minutes: number): string {
  const carried = Math.floor(minutes / 1440);
  const left = minutes - carried * 1440;
  return `${formatDay(day + carried)}T${two(Math.floor(left / 60))}:${two(left % 60)}:00`;
}

/** The covered time as ISO 8601 local instants, begin inclusive and end exclusive; undefined where it is open. */
export function intervalOf(p: Period): { begin: string; end: string } | undefined {
  if (p.kind === 'time') return timeInterval(p.day, p.minutes, p.part);
  if (p.kind === 'range' && (p.from.kind === 'time' || p.to.kind === 'time')) {
    const from = intervalOf(p.from);
    const to = intervalOf(p.to);
    return from === undefined || to === undefined || to.end <= from.begin
      ? undefined
      : { begin: from.begin, end: to.end };
  }
  const days = daysOf(p);
  if (days === null || fromDayNumber(days[0]).year < 0) return undefined;
  return { begin: instant(days[0], 0), end: instant(days[1], 0) };
}

function timeInterval(
  day: Period | null,
  minutes: number | null,
  part: DayPart | null,
): { begin: string; end: string } | undefined {
  if (day?.kind !== 'day') return undefined;
  if (minutes !== null) return { begin: instant(day.number, minutes), end: instant(day.number, minutes + 1) };
  const [from, to] = PART_HOURS[part ?? 'DT'];
  return { begin: instant(day.number, from * 60), end: instant(day.number, to * 60) };
}

/** The year and month that a period lies in or begins with. */
export function monthOfPeriod(p: Period): { year: number | null; month: number | null } {
  if (p.kind === 'month' || p.kind === 'open-day') return p;
  if (p.kind === 'time') return p.day === null ? { year: null, month: null } : monthOfPeriod(p.day);
  if (p.kind === 'range') return monthOfPeriod(p.from);
  if (p.kind === 'day') return fromDayNumber(p.number);
  if (p.kind === 'year' || p.kind === 'season' || p.kind === 'half' || p.kind === 'quarter')
    return { year: p.year, month: null };
  if (p.kind === 'week' && p.year !== null && p.week !== null) return fromDayNumber(mondayOf(p.year, p.week) + 3);
  return { year: null, month: null };
}

/** The day a period is or begins on, where it is one. */
export function dayOfPeriod(p: Period): number | null {
  if (p.kind === 'day') return p.number;
  if (p.kind === 'time') return p.day === null ? null : dayOfPeriod(p.day);
  if (p.kind === 'range') return dayOfPeriod(p.to);
  return null;
}

export function weekPeriod(number: number, kind: 'week' | 'weekend' = 'week'): Period {
  return { kind, ...isoWeekOf(number) };
}
