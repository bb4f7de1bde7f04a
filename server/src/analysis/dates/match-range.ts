/** Ranges written as one expression and lists that share their month. */
import { matchCalendar, matchDayMonth } from './match-calendar';
import { matchMonth } from './match-month';
import { afterAnd, matchOrdinal } from './match-number';
import { matchClock } from './match-time';
import { matchYears } from './match-year';
import { cliticAt, digitsAt, isAnd, isText, wordAt, type Match, type Scan } from './scan';
import type { CalendarSpec, RangeSpec, Spec } from './spec';

/** Where the second half begins after «إلى», «حتى», «ولغاية» or a dash, or after و where «بين» opened it. */
function afterConnector(s: Scan, i: number, between: boolean): number | null {
  if (between) return afterAnd(s, i);
  if (wordAt(s, i).fn === 'إلى' || wordAt(s, i).fn === 'حتى') return i + 1;
  return isText(s, i, '-') || isText(s, i, '–') || isText(s, i, '—') ? i + 1 : null;
}

function dayNumber(s: Scan, i: number): { value: number; end: number } | null {
  const digits = digitsAt(s, i, 2);
  if (digits >= 1 && digits <= 31) return { value: digits, end: i + 1 };
  const ordinal = wordAt(s, i).def === true ? matchOrdinal(s, i) : null;
  return ordinal !== null && ordinal.value <= 31 ? ordinal : null;
}

function range(first: number, end: number, from: Spec, to: Spec): Match<RangeSpec> {
  return { first, end, spec: { kind: 'range', from, to } };
}

/** «3 إلى 5 مايو», «بين 3 و5 مايو», «3-5 مايو». */
function matchSharedMonth(s: Scan, first: number, p: number, between: boolean): Match<RangeSpec> | null {
  const day = dayNumber(s, p);
  const next = day === null ? null : afterConnector(s, day.end, between);
  if (day === null || next === null) return null;
  const to = matchDayMonth(s, next);
  if (to === null || to.everyYear || to.spec.day === undefined || to.spec.day <= day.value) return null;
  return range(first, to.end, { ...to.spec, day: day.value }, to.spec);
}

/** Months, with the year told once or twice: «بين يناير ومارس 2022». */
function matchMonths(s: Scan, first: number, p: number, between: boolean): Match<RangeSpec> | null {
  const from = matchMonth(s, p);
  if (from === null) return null;
  const point = matchCalendar(s, p);
  for (const end of [point?.end ?? from.end, from.end]) {
    const next = afterConnector(s, end, between);
    if (next === null) continue;
    const to = matchCalendar(s, next);
    if (
      to === null ||
      to.spec.kind !== 'calendar' ||
      to.spec.month === undefined ||
      to.spec.day !== undefined ||
      to.spec.calendar !== from.calendar
    )
      continue;
    const own = end > from.end && point?.spec.kind === 'calendar' ? point.spec : null;
    return range(first, to.end, own ?? sameYear(to.spec, from.month), to.spec);
  }
  return null;
}

function sameYear(to: CalendarSpec, month: number): CalendarSpec {
  const { year, shift, of } = to;
  const before = year !== undefined && to.month !== undefined && month > to.month ? year - 1 : year;
  return { kind: 'calendar', calendar: to.calendar, month, year: before, shift, of };
}

/** «من الثامنة مساءً حتى السادسة صباحاً». */
function matchClocks(s: Scan, first: number, p: number, between: boolean): Match<RangeSpec> | null {
  if (between) return null;
  let from = matchClock(s, p);
  const bare = digitsAt(s, p, 2) >= 0 && isText(s, p + 1, ':') && digitsAt(s, p + 2, 2) >= 0;
  let end = from?.end ?? (bare ? p + 3 : null);
  if (end === null) return null;
  const next = afterConnector(s, end, false);
  const to = next === null ? null : matchClock(s, next);
  if (to === null) return null;
  if (from === null) {
    const minutes = digitsAt(s, p, 2) * 60 + digitsAt(s, p + 2, 2);
    const shifted = (to.spec.minutes ?? 0) >= 720 && minutes < 720 ? minutes + 720 : minutes;
    from = { first: p, end: p + 3, spec: { kind: 'time', minutes: shifted, ambiguous: true, part: null, day: null } };
  }
  end = to.end;
  const habitual = to.spec.day === null && from.spec.day === null;
  return range(first, end, { ...from.spec, habitual }, { ...to.spec, habitual });
}

/** «من 3 مايو إلى 5 يونيو 2023»: two days with their months. */
function matchDays(s: Scan, first: number, p: number, between: boolean): Match<RangeSpec> | null {
  const from = matchDayMonth(s, p);
  const next = from === null || from.everyYear ? null : afterConnector(s, from.end, between);
  const to = next === null ? null : matchDayMonth(s, next);
  if (from === null || to === null || to.everyYear) return null;
  const { year, of } = to.spec;
  const own = from.spec.year !== undefined || from.spec.of !== undefined || from.spec.shift !== undefined;
  return range(first, to.end, own ? from.spec : { ...from.spec, year, of }, to.spec);
}

/** A range as one expression. «من» stays outside its span, «بين» inside. */
export function matchRange(s: Scan, i: number): Match<RangeSpec> | null {
  const fn = wordAt(s, i).fn;
  const between = fn === 'بين';
  const dual = wordAt(s, i).unit === 'D' && wordAt(s, i).unitForm === 'construct';
  const months = wordAt(s, i).unit === 'M' && wordAt(s, i).unitForm === 'construct';
  if (months) return matchMonths(s, i, i + 1, true);
  if (dual) return matchSharedMonth(s, i, i + 1, true) ?? matchSharedMonth(s, i, i + 1, false);
  if (between) {
    const years = matchYears(s, i + 1);
    if (years !== null && years.spec.kind === 'range') return { first: i, end: years.end, spec: years.spec };
  }
  const p = between ? i + 1 : i;
  const from = i > 0 && wordAt(s, i - 1).fn === 'من';
  return (
    matchSharedMonth(s, i, p, between) ??
    (between || from ? (matchMonths(s, i, p, between) ?? matchDays(s, i, p, between)) : null) ??
    matchClocks(s, i, p, between)
  );
}

/** «3 و7 و12 من الشهر الجاري»: days that share the month told last. Two at least. */
export function matchDayList(s: Scan, i: number): Match<CalendarSpec>[] | null {
  const days: { first: number; end: number; value: number }[] = [];
  let p = i;
  for (let count = 0; count < 12; count++) {
    const last = days.length > 0 ? matchDayMonth(s, p) : null;
    if (last !== null && !last.everyYear)
      return [
        ...days.map(({ first, end, value }) => ({ first, end, spec: { ...last.spec, day: value } })),
        { first: p, end: last.end, spec: last.spec },
      ];
    const day = dayNumber(s, p);
    if (day === null) return null;
    days.push({ first: p, end: day.end, value: day.value });
    const comma = isText(s, day.end, '،') || isText(s, day.end, ',') ? day.end + 1 : day.end;
    const and = isAnd(s, comma) ? comma + 1 : cliticAt(s, comma) === 'و' ? comma : null;
    if (and === null && comma === day.end) return null;
    p = and ?? comma;
  }
  return null;
}
