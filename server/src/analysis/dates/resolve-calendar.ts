/** Which day, month or year a calendar expression is, told from the publication date, the tense and what is beside it. */
import type { DateProblem } from '../model';
import { daysInMonth, formatDay, fromDayNumber, isDay, mondayOf, toDayNumber, weekdayOf } from './calendar';
import { hijriMonthLength, hijriMonthStart, hijriToDayNumber, toHijri } from './hijri';
import { dayPeriod, monthOfPeriod, type Period } from './period';
import type { CalendarSpec, Spec, Tense } from './spec';

/** What is known when an expression is resolved. */
export interface Context {
  /** Publication date as a day number. */
  readonly now: number | null;
  /** Minutes after midnight, where the publication time is given. */
  readonly minutes: number | null;
  readonly tense: Tense;
  /** The date told before. */
  readonly previous: Period | null;
  /** Whether that was in this sentence or the one before. */
  readonly near: boolean;
  /** Whether that was in this paragraph or the one before. */
  readonly sameStory: boolean;
}

export interface Resolved {
  readonly period: Period;
  readonly problem?: DateProblem;
  readonly choices?: readonly string[];
  /** Whether the publication date was needed and missing. */
  readonly open?: boolean;
  readonly why?: string;
}

export type Evaluate = (spec: Spec, context: Context) => Resolved;

/**
 * Years offered where a weekday fits only some: those of the web's news. The core has no clock, so the window is fixed.
 */
const CHOICE_YEARS = [2010, 2030] as const;

/**
 * How many times nearer a date against the tense must be to be taken all the same: what is a month or so from now is
 * named without its year whatever verb stands near. Signs of the future are misread more often than those of the past.
 */
const AGAINST_PAST = 12;
const AGAINST_FUTURE = 6;

/** Of a yearly date, the occurrence that the tense and the shift mean. `at` gives its day number in a year or null. */
function pickYear(
  at: (year: number) => number | null,
  year: number,
  now: number,
  shift: number | undefined,
  tense: Tense,
): number {
  const days = [-2, -1, 0, 1, 2].map((offset) => ({ year: year + offset, number: at(year + offset) }));
  const known = days.filter((day): day is { year: number; number: number } => day.number !== null);
  const before = known.filter((day) => day.number < now);
  const after = known.filter((day) => day.number > now);
  const pick = (index: number, list: typeof known): number => list.at(index)?.year ?? year;
  if (shift !== undefined && shift < 0) return pick(shift, before);
  if (shift !== undefined && shift > 0) return pick(shift - 1, after);
  if (shift === 0) return year;
  if (known.length === 0 || known.some((day) => day.number === now)) return year;
  // The tense decides unless that would reach for the far end of the year from what is a few days away.
  const against = (number: number): number =>
    tense === 'past' && number > now ? AGAINST_PAST : tense === 'future' && number < now ? AGAINST_FUTURE : 1;
  const cost = ({ number }: { number: number }): number => Math.abs(number - now) * against(number);
  return known.reduce((a, b) => (cost(b) < cost(a) ? b : a)).year;
}

function open(spec: CalendarSpec, year: number | null, month: number | null): Period {
  const { day, weekday, deictic } = spec;
  if (day === undefined && weekday === undefined && deictic === undefined)
    return spec.month === undefined && month === null ? { kind: 'year', year } : { kind: 'month', year, month };
  return { kind: 'open-day', year, month, day: day ?? null, weekday: weekday ?? null };
}

/** A Gregorian expression. */
export function resolveGregorian(spec: CalendarSpec, context: Context, evaluate: Evaluate): Resolved {
  const within = spec.of === undefined ? null : evaluate(spec.of, context);
  if (spec.deictic !== undefined && spec.day === undefined) return resolveDeictic(spec, context);
  if (spec.weekday !== undefined && spec.month === undefined && (spec.day === undefined || spec.of === undefined))
    return resolveWeekday(spec, context, within);
  const told = within === null ? { year: null, month: null } : monthOfPeriod(within.period);
  const month = spec.month ?? told.month;
  let year = spec.year ?? told.year;
  if (spec.day === undefined && spec.month === undefined && spec.of === undefined)
    return { period: { kind: 'year', year: spec.year ?? null } };
  if (year === null && month !== null && within === null && context.now !== null)
    year = yearOf(spec, month, context.now, context.tense);
  const story = storyYear(spec, month, context);
  if (story !== null) year = story;
  const isOpen = year === null;
  if (spec.day === undefined) return { period: { kind: 'month', year, month }, open: isOpen };
  if (month === null || year === null) return resolveOpenDay(spec, year, month);
  if (!isDay(year, month, spec.day)) return impossible(spec, year, month);
  const number = toDayNumber(year, month, spec.day);
  return checkWeekday(spec, number);
}

/**
 * In a story of years ago («في أيار 2012 قضت المحكمة … وبحلول حزيران لجأ») a month without its year is the next one of
 * that story, not of the publication's year.
 */
function storyYear(spec: CalendarSpec, month: number | null, { previous, sameStory, now }: Context): number | null {
  if (!sameStory || previous === null || now === null || month === null) return null;
  if (spec.year !== undefined || spec.of !== undefined || spec.shift !== undefined || spec.weekday !== undefined)
    return null;
  const told = monthOfPeriod(previous);
  if (told.year === null || told.month === null || told.year > fromDayNumber(now).year - 2) return null;
  return month >= told.month ? told.year : told.year + 1;
}

/** «31 نيسان»: the month is what can be kept of it. */
function impossible(spec: CalendarSpec, year: number | null, month: number): Resolved {
  const last = daysInMonth(year ?? 2000, month);
  const written = `${spec.day ?? 0}`;
  return { period: { kind: 'month', year, month }, problem: { code: 'impossible-date', written, expected: `${last}` } };
}

function checkWeekday(spec: CalendarSpec, number: number): Resolved {
  const { weekday } = spec;
  if (weekday === undefined || weekdayOf(number) === weekday) return { period: dayPeriod(number) };
  const problem: DateProblem = { code: 'weekday-mismatch', written: `${weekday}`, expected: `${weekdayOf(number)}` };
  return { period: dayPeriod(number), problem };
}

function yearOf(spec: CalendarSpec, month: number, now: number, tense: Tense): number | null {
  const today = fromDayNumber(now);
  const { day, weekday, shift, deictic } = spec;
  if (day === undefined) {
    const monthNow = toDayNumber(today.year, today.month, 1);
    return pickYear((year) => toDayNumber(year, month, 1), today.year, monthNow, shift, tense);
  }
  if (deictic !== undefined) {
    const base = now + deictic;
    return pickYear(
      (year) => (isDay(year, month, day) ? toDayNumber(year, month, day) : null),
      today.year,
      base,
      undefined,
      null,
    );
  }
  const fits = (year: number): number | null => {
    if (!isDay(year, month, day)) return null;
    const number = toDayNumber(year, month, day);
    return weekday === undefined || weekdayOf(number) === weekday ? number : null;
  };
  if (weekday !== undefined && shift === undefined) {
    const nearest = [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6].find((offset) => fits(today.year + offset) !== null);
    // A weekday that fits no year nearby is the mistake, not the date.
    if (nearest !== undefined && Math.abs(nearest) <= 1) return today.year + nearest;
  }
  const any = (year: number): number | null => (isDay(year, month, day) ? toDayNumber(year, month, day) : null);
  return pickYear(any, today.year, now, shift, tense);
}

/** A day without its year: the years in which its weekday fits are offered. */
function resolveOpenDay(spec: CalendarSpec, year: number | null, month: number | null): Resolved {
  const { day, weekday } = spec;
  if (day !== undefined && month !== null && day > daysInMonth(2000, month)) return impossible(spec, year, month);
  const period = open(spec, year, month);
  if (day === undefined || month === null || weekday === undefined || year !== null) return { period, open: true };
  const choices: string[] = [];
  for (let y: number = CHOICE_YEARS[0]; y <= CHOICE_YEARS[1]; y++) {
    const number = isDay(y, month, day) ? toDayNumber(y, month, day) : null;
    if (number !== null && weekdayOf(number) === weekday) choices.push(formatDay(number));
  }
  return { period, choices, open: true };
}

function resolveDeictic(spec: CalendarSpec, { now }: Context): Resolved {
  const { deictic = 0, weekday } = spec;
  if (now === null) return { period: open(spec, null, null), open: true };
  const base = now + deictic;
  if (weekday === undefined || weekdayOf(base) === weekday) return { period: dayPeriod(base) };
  // An article published after midnight still says «اليوم الأربعاء»: its weekday is right, the offset is a day off.
  const near = [-1, 1, -2, -3, -4, -5, -6].find((offset) => weekdayOf(base + offset) === weekday) ?? 0;
  const problem: DateProblem = { code: 'weekday-mismatch', written: `${weekday}`, expected: `${weekdayOf(base)}` };
  return { period: dayPeriod(base + near), ...(Math.abs(near) > 1 && { problem }), why: 'weekday-over-deictic' };
}

function resolveWeekday(spec: CalendarSpec, context: Context, within: Resolved | null): Resolved {
  const weekday = spec.weekday ?? 1;
  const period = within?.period;
  if (period?.kind === 'week' && period.year !== null && period.week !== null)
    return { period: dayPeriod(mondayOf(period.year, period.week) + weekday - 1) };
  const { now } = context;
  if (now === null) return { period: open(spec, null, null), open: true };
  const { day } = spec;
  if (day !== undefined) {
    // «الجمعة 22»: the nearest day that is both.
    for (let away = 0; away < 200; away++)
      for (const number of [now - away, now + away])
        if (weekdayOf(number) === weekday && fromDayNumber(number).day === day) return { period: dayPeriod(number) };
  }
  const back = (weekdayOf(now) - weekday + 7) % 7;
  const ahead = (weekday - weekdayOf(now) + 7) % 7;
  const { shift } = spec;
  if (shift === undefined) {
    const future = context.tense === 'future';
    return { period: dayPeriod(future ? now + ahead : now - back), why: future ? 'weekday-ahead' : 'weekday-back' };
  }
  if (shift < 0) return { period: dayPeriod(now - (back === 0 ? 7 : back) + 7 * (shift + 1)) };
  if (shift > 0) return { period: dayPeriod(now + (ahead === 0 ? 7 : ahead) + 7 * (shift - 1)) };
  return { period: dayPeriod(context.tense === 'past' ? now - back : now + ahead) };
}

/** A Hijri expression by its Gregorian days. */
export function resolveHijri(spec: CalendarSpec, context: Context): Resolved {
  const { month, day } = spec;
  if (spec.of?.kind === 'calendar' && spec.of.year !== undefined && month !== undefined) {
    // «عيد الفطر 2013»: the Hijri year of which that day lies in the Gregorian year.
    const civil = spec.of.year;
    const first = toHijri(toDayNumber(civil, 1, 1)).year;
    const fits = [first, first + 1].find(
      (candidate) => fromDayNumber(hijriMonthStart(candidate, month) + (day ?? 1) - 1).year === civil,
    );
    if (fits !== undefined) return resolveHijri({ ...spec, of: undefined, year: fits }, context);
  }
  const year = spec.year ?? hijriYear(spec, context);
  if (year === null) {
    const period: Period =
      day === undefined ? { kind: 'month', year: null, month: null } : open({ ...spec, month: undefined }, null, null);
    return { period, open: true };
  }
  if (month === undefined) return hijriSpan(hijriMonthStart(year, 1), hijriMonthStart(year + 1, 1));
  const start = hijriMonthStart(year, month);
  if (day === undefined) return hijriSpan(start, start + hijriMonthLength(year, month));
  const number = hijriToDayNumber(year, month, day);
  if (number === null) {
    const length = hijriMonthLength(year, month);
    return {
      ...hijriSpan(start, start + length),
      problem: { code: 'impossible-date', written: `${day}`, expected: `${length}` },
    };
  }
  return checkMoonWeekday(spec, number);
}

/** The moon may be seen a day sooner or later than computed: only a weekday further off is a mistake. */
function checkMoonWeekday(spec: CalendarSpec, number: number): Resolved {
  const near = [0, -1, 1].some((days) => weekdayOf(number + days) === spec.weekday);
  return near ? { period: dayPeriod(number) } : checkWeekday(spec, number);
}

function hijriSpan(start: number, end: number): Resolved {
  return { period: { kind: 'range', from: dayPeriod(start), to: dayPeriod(end - 1) } };
}

function hijriYear(spec: CalendarSpec, { now, tense }: Context): number | null {
  const { month, day, shift } = spec;
  if (now === null || month === undefined) return null;
  const today = toHijri(now);
  if (day === undefined) {
    const monthNow = hijriMonthStart(today.year, today.month);
    return pickYear((year) => hijriMonthStart(year, month), today.year, monthNow, shift, tense);
  }
  return pickYear((year) => hijriToDayNumber(year, month, day), today.year, now, shift, tense);
}

/** A date in one or both calendars: the Gregorian half decides, and a disagreement is told. */
export function resolveCalendar(spec: CalendarSpec, context: Context, evaluate: Evaluate): Resolved {
  const { other } = spec;
  if (other === undefined)
    return spec.calendar === 'hijri' ? resolveHijri(spec, context) : resolveGregorian(spec, context, evaluate);
  if (other.calendar === spec.calendar) {
    const own = resolveGregorian(spec, context, evaluate);
    if (other.month === spec.month || other.day !== undefined) return own;
    const problem: DateProblem = {
      code: 'calendar-mismatch',
      written: `${other.month ?? 0}`,
      expected: `${spec.month ?? 0}`,
    };
    return { ...own, problem };
  }
  const [civil, moon] = spec.calendar === 'hijri' ? [other, spec] : [spec, other];
  const gregorian = resolveGregorian({ ...civil, weekday: spec.weekday, other: undefined }, context, evaluate);
  const lunar = resolveHijri({ ...moon, weekday: undefined, other: undefined }, context);
  if (gregorian.period.kind !== 'day')
    return gregorian.open === true && lunar.period.kind === 'day' ? lunar : gregorian;
  if (lunar.period.kind !== 'day' || Math.abs(lunar.period.number - gregorian.period.number) <= 2) return gregorian;
  const problem: DateProblem = {
    code: 'calendar-mismatch',
    written: formatDay(lunar.period.number),
    expected: formatDay(gregorian.period.number),
  };
  return { ...gregorian, problem };
}
