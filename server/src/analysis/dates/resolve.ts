/** The value of every kind of expression in its context. */
import { addMonths, fromDayNumber, mondayOf, toDayNumber, weekdayOf } from './calendar';
import { periodOf } from './match-duration';
import { dayOfPeriod, dayPeriod, daysOf, monthOfPeriod, weekPeriod, type Period } from './period';
import { resolveCalendar, type Context, type Resolved } from './resolve-calendar';
import type {
  Amount,
  DecadeSpec,
  DurationSpec,
  NthSpec,
  OffsetSpec,
  RangeSpec,
  SeasonSpec,
  Spec,
  TimeSpec,
  UnitSpec,
} from './spec';

/** Resolves a symbolic expression. */
export function evaluate(spec: Spec, context: Context): Resolved {
  switch (spec.kind) {
    case 'calendar':
      return resolveCalendar(spec, context, evaluate);
    case 'unit':
      return resolveUnit(spec, context);
    case 'season':
      return resolveSeason(spec, context);
    case 'nth':
      return resolveNth(spec, context);
    case 'offset':
      return resolveOffset(spec, context);
    case 'duration':
      return fixed(formatDuration(spec));
    case 'decade':
      return resolveDecade(spec, context);
    case 'century':
      return {
        period: { kind: 'century', digits: spec.beforeChrist ? spec.n : spec.n - 1, beforeChrist: spec.beforeChrist },
      };
    case 'time':
      return resolveTime(spec, context);
    case 'set':
      return fixed(typeof spec.value === 'string' ? spec.value : yearly(spec.value.month, spec.value.day));
    case 'range':
      return resolveRange(spec, context);
    case 'reference':
      return fixed(spec.value);
  }
}

/** The second half is the first after the first half, and what is told of it by «منه» or «نفسه» is the first half's. */
function resolveRange(spec: RangeSpec, context: Context): Resolved {
  const from = evaluate(spec.from, context);
  const day = dayOfPeriod(from.period);
  const { to } = spec;
  const next: Context = { ...context, previous: to.kind === 'time' ? context.previous : from.period };
  if (day === null || to.kind !== 'calendar' || context.now === null) {
    const end = evaluate(to, next);
    return rangeOf(from, end);
  }
  return rangeOf(from, evaluate({ ...to, shift: undefined }, { ...next, now: day, tense: 'future' }));
}

function rangeOf(from: Resolved, to: Resolved): Resolved {
  return {
    // A Hijri month is a range of days itself.
    period: {
      kind: 'range',
      from: from.period.kind === 'range' ? from.period.from : from.period,
      to: to.period.kind === 'range' ? to.period.to : to.period,
    },
    open: from.open === true || to.open === true,
    ...((from.problem ?? to.problem) && { problem: from.problem ?? to.problem }),
  };
}

const fixed = (value: string): Resolved => ({ period: { kind: 'fixed', value } });

const two = (value: number | undefined): string => (value === undefined ? 'XX' : String(value).padStart(2, '0'));

function yearly(month: number | undefined, day: number | undefined): string {
  return day === undefined ? `XXXX-${two(month)}` : `XXXX-${two(month)}-${two(day)}`;
}

/** ISO 8601 duration; vague counts are X. */
export function formatDuration(spec: DurationSpec): string {
  const value = formatAmounts(spec.amounts);
  return spec.alternative === undefined ? value : `${value}/${formatAmounts(spec.alternative)}`;
}

const CLOCK_UNITS = new Set(['H', 'MIN', 'S']);
const CODE: Readonly<Record<string, string>> = {
  S: 'S',
  MIN: 'M',
  H: 'H',
  D: 'D',
  N: 'D',
  W: 'W',
  M: 'M',
  Y: 'Y',
  DE: 'DE',
  CE: 'CE',
};

function formatAmounts(amounts: readonly Amount[]): string {
  const [only] = amounts;
  if (only !== undefined && amounts.length === 1)
    return only.count === null ? vague(only) : periodOf(only.unit, only.count).replace('PT', 'PT');
  const plain = amounts.flatMap((amount): Amount[] => {
    if (amount.unit === 'DE') return [{ unit: 'Y', count: (amount.count ?? 0) * 10 }];
    return amount.unit === 'CE' ? [{ unit: 'Y', count: (amount.count ?? 0) * 100 }] : [amount];
  });
  const sums = new Map<string, number | null>();
  for (const { unit, count } of plain) {
    const before = sums.get(unit) ?? 0;
    sums.set(unit, count === null || before === null ? null : before + count);
  }
  const text = (clock: boolean): string =>
    [...sums]
      .filter(([unit]) => CLOCK_UNITS.has(unit) === clock)
      .map(([unit, count]) => `${count ?? 'X'}${CODE[unit]}`)
      .join('');
  const clock = text(true);
  return `P${text(false)}${clock === '' ? '' : `T${clock}`}`;
}

function vague({ unit }: Amount): string {
  return CLOCK_UNITS.has(unit) ? `PTX${CODE[unit]}` : `PX${CODE[unit]}`;
}

/** The day an anaphoric unit counts from: the date told before, else the publication date. */
function anchorOf(
  spec: UnitSpec,
  context: Context,
): { year: number | null; month: number | null; number: number | null } {
  const back = spec.by === 'same' || spec.by === 'that' || spec.by === 'next' || spec.by === 'previous';
  const previous = back ? context.previous : null;
  if (previous !== null) {
    const number = dayOfPeriod(previous);
    const { year, month } = monthOfPeriod(previous);
    const enough = spec.unit === 'Y' ? year !== null : spec.unit === 'M' ? month !== null : number !== null;
    if (enough)
      return { year, month, number: number ?? (year !== null && month !== null ? toDayNumber(year, month, 1) : null) };
  }
  if (context.now === null) return { year: null, month: null, number: null };
  const { year, month } = fromDayNumber(context.now);
  return { year, month, number: context.now };
}

function resolveUnit(spec: UnitSpec, context: Context): Resolved {
  const { unit, shift } = spec;
  const { year, month, number } = anchorOf(spec, context);
  const open = year === null;
  if (spec.of !== undefined && unit === 'M') {
    const within = monthOfPeriod(evaluate(spec.of, context).period);
    return { period: { kind: 'month', year: within.year, month }, open: within.year === null };
  }
  switch (unit) {
    case 'Y':
      if (spec.year !== undefined) return { period: { kind: 'year', year: spec.year } };
      return { period: { kind: 'year', year: year === null ? null : year + shift }, open };
    case 'M': {
      if (year === null || month === null)
        return { period: { kind: 'month', year: null, month: shift === 0 ? month : null }, open };
      const moved = addMonths({ year, month, day: 1 }, shift);
      return { period: { kind: 'month', year: moved.year, month: moved.month } };
    }
    case 'W':
    case 'WE': {
      const kind = unit === 'W' ? 'week' : 'weekend';
      if (number === null) return { period: { kind, year: null, week: null }, open };
      // A weekend told in the past before this week's has come is the last one.
      const gone = spec.by === 'bare' && unit === 'WE' && context.tense !== 'future' && weekdayOf(number) < 6;
      return { period: weekPeriod(number + 7 * (gone ? -1 : shift), kind) };
    }
    case 'D':
    case 'N': {
      const day: Period = number === null ? openDay() : dayPeriod(number + shift);
      if (unit === 'D') return { period: day, open };
      return { period: { kind: 'time', day, minutes: null, part: 'NI' }, open };
    }
    case 'DE':
      return { period: { kind: 'decade', digits: year === null ? null : Math.floor(year / 10) + shift }, open };
    case 'CE':
      return { period: { kind: 'century', digits: year === null ? null : Math.floor(year / 100) + shift }, open };
    case 'SEASON': {
      if (year === null || month === null) return { period: { kind: 'year', year: null }, open };
      const first = sportSeason(year, month, shift);
      return { period: { kind: 'range', from: { kind: 'year', year: first }, to: { kind: 'year', year: first + 1 } } };
    }
    default:
      return { period: { kind: 'fixed', value: 'PRESENT_REF' } };
  }
}

/** The year in which a season of sport begins. It runs from August to May; between two, one has gone and one is to come. */
function sportSeason(year: number, month: number, shift: number): number {
  if (month >= 8) return year + shift;
  if (month < 6) return year - 1 + shift;
  if (shift === 0) return month === 7 ? year : year - 1;
  return shift < 0 ? year + shift : year + shift - 1;
}

const openDay = (): Period => ({ kind: 'open-day', year: null, month: null, day: null, weekday: null });

const SEASON_MONTHS: Readonly<Record<SeasonSpec['season'], readonly [number, number]>> = {
  WI: [12, 2],
  SP: [3, 5],
  SU: [6, 8],
  FA: [9, 11],
};

function resolveSeason(spec: SeasonSpec, context: Context): Resolved {
  const { season } = spec;
  if (spec.year !== undefined) return { period: { kind: 'season', year: spec.year, season } };
  if (spec.of !== undefined) {
    const { year } = monthOfPeriod(evaluate(spec.of, context).period);
    return { period: { kind: 'season', year, season }, open: year === null };
  }
  if (context.now === null) return { period: { kind: 'season', year: null, season }, open: true };
  const { year, month } = fromDayNumber(context.now);
  const [from, to] = SEASON_MONTHS[season];
  const shift = spec.shift ?? 0;
  if (shift === 0) return { period: { kind: 'season', year, season } };
  const begun = season === 'WI' ? month === 12 : month >= from;
  const over = season === 'WI' ? month > 2 : month > to;
  if (shift < 0) return { period: { kind: 'season', year: year + shift + (over ? 1 : 0), season } };
  return { period: { kind: 'season', year: year + shift - (begun ? 0 : 1), season } };
}

function resolveNth(spec: NthSpec, context: Context): Resolved {
  if (spec.part === 'quarter-from-now') {
    const told = spec.back === true && context.previous?.kind === 'quarter' ? context.previous : null;
    const today = context.now === null ? null : fromDayNumber(context.now);
    const year = told === null ? today?.year : told.year;
    if (year == null) return { period: { kind: 'year', year: null }, open: true };
    const quarter = told === null ? Math.floor(((today?.month ?? 1) - 1) / 3) : told.n - 1;
    const index = year * 4 + quarter + spec.n;
    return { period: { kind: 'quarter', year: Math.floor(index / 4), n: (index % 4) + 1 } };
  }
  const of = spec.of === null ? null : evaluate(spec.of, context);
  const container: Period = of?.period ?? {
    kind: 'year',
    year: context.now === null ? null : fromDayNumber(context.now).year,
  };
  const open = of?.open === true || (of === null && context.now === null);
  const { part, n } = spec;
  const year = container.kind === 'year' ? container.year : null;
  if (container.kind === 'year' && (part === 'half' || part === 'quarter')) {
    const last = part === 'half' ? 2 : 4;
    return { period: { kind: part, year, n: n < 0 ? last : Math.min(n, last) }, open };
  }
  if (part === 'third' && container.kind === 'year') return { ...monthsOf(year, n < 0 ? 9 : n * 4 - 3, 4), open };
  if (part === 'month' && container.kind === 'year') return { ...monthsOf(year, n, spec.count), open };
  if (part === 'decade' && container.kind === 'century') {
    const digits = container.digits;
    return { period: { kind: 'decade', digits: digits === null ? null : digits * 10 + (n < 0 ? 9 : n - 1) }, open };
  }
  const days = container.kind === 'range' && container.from.kind === 'year' ? null : daysOf(container);
  if (days === null) return { period: container, open };
  return { period: daysWithin(spec, container, days[0], days[1]), open };
}

function monthsOf(year: number | null, n: number, count: number): Resolved {
  const first = n < 0 ? 13 - count : n;
  if (count === 3 && first % 3 === 1) return { period: { kind: 'quarter', year, n: (first + 2) / 3 } };
  if (count === 6 && first % 6 === 1) return { period: { kind: 'half', year, n: (first + 5) / 6 } };
  const from: Period = { kind: 'month', year, month: Math.min(first, 12) };
  if (count === 1) return { period: from };
  return { period: { kind: 'range', from, to: { kind: 'month', year, month: Math.min(first + count - 1, 12) } } };
}

/** Days, weeks or weekdays counted inside a stretch of days. */
function daysWithin(spec: NthSpec, container: Period, begin: number, end: number): Period {
  const { part, n, count } = spec;
  const span = (from: number, to: number): Period => ({
    kind: 'range',
    from: dayPeriod(Math.max(from, begin)),
    to: dayPeriod(Math.min(to, end) - 1),
  });
  if (part === 'last-ten') return span(begin + 20, end);
  if (part === 'weekday') {
    const weekday = spec.weekday ?? 1;
    const first = begin + ((weekday - weekdayOf(begin) + 7) % 7);
    const last = end - 1 - ((weekdayOf(end - 1) - weekday + 7) % 7);
    return dayPeriod(n < 0 ? last : first + 7 * (n - 1));
  }
  if (part === 'day') {
    if (count === 1) return dayPeriod(n < 0 ? end - 1 : begin + n - 1);
    return n < 0 ? span(end - count, end) : span(begin, begin + count);
  }
  if (part === 'week') {
    if (container.kind === 'year' && container.year !== null)
      return weekPeriod(mondayOf(container.year, n < 0 ? 52 : n));
    const first = n < 0 ? end - 7 : begin + 7 * (n - 1);
    return span(first, n < 0 ? end : first + 7 * count);
  }
  const long = container.kind === 'century' || container.kind === 'decade';
  const parts = part === 'half' ? 2 : part === 'third' ? 3 : 4;
  const length = Math.floor((end - begin) / parts);
  const index = n < 0 ? parts - 1 : Math.min(n, parts) - 1;
  if (long && container.digits !== null) {
    const years = container.kind === 'century' ? 100 : 10;
    const first = container.digits * years + Math.floor((index * years) / parts);
    const last = container.digits * years + Math.floor(((index + 1) * years) / parts) - 1;
    return { kind: 'range', from: { kind: 'year', year: first }, to: { kind: 'year', year: last } };
  }
  return span(begin + index * length, index === parts - 1 ? end : begin + (index + 1) * length);
}

function resolveDecade(spec: DecadeSpec, context: Context): Resolved {
  if (spec.of === undefined) return { period: { kind: 'decade', digits: 190 + spec.digit } };
  const { period, open } = evaluate(spec.of, context);
  const digits = period.kind === 'century' ? period.digits : null;
  if (digits !== null) return { period: { kind: 'decade', digits: digits * 10 + spec.digit } };
  // Of the century before the current one an article of our time means the twentieth.
  return { period: { kind: 'decade', digits: 190 + spec.digit }, open };
}

const MONTHS: Partial<Readonly<Record<string, number>>> = { M: 1, Y: 12, DE: 120, CE: 1200 };

/** A distance counted from the date told before or from the publication date, in the grain of its smallest unit. */
function resolveOffset(spec: OffsetSpec, context: Context): Resolved {
  const { amounts, sign } = spec;
  const last = amounts[amounts.length - 1]!;
  if (amounts.some((amount) => amount.count === null)) return fixed(sign < 0 ? 'PAST_REF' : 'FUTURE_REF');
  const story = spec.anchor === 'story' ? context.previous : null;
  const at = story === null ? context.now : dayOfPeriod(story);
  const year = story === null ? null : monthOfPeriod(story);
  const number = at ?? (year?.year != null ? toDayNumber(year.year, year.month ?? 1, 1) : null);
  if (CLOCK_UNITS.has(last.unit)) return clockOffset(spec, context);
  const grain =
    MONTHS[last.unit] !== undefined ? (last.unit === 'M' ? 'month' : 'year') : last.unit === 'W' ? 'week' : 'day';
  if (number === null) return { period: openGrain(grain), open: true };
  let months = 0;
  let days = 0;
  for (const { unit, count } of amounts) {
    const monthly = MONTHS[unit];
    if (monthly !== undefined) months += monthly * (count ?? 0);
    else days += (unit === 'W' ? 7 : 1) * (count ?? 0);
  }
  const moved = addMonths(fromDayNumber(number), sign * Math.round(months));
  const target = toDayNumber(moved.year, moved.month, moved.day) + sign * days;
  const date = fromDayNumber(target);
  if (grain === 'year') return { period: { kind: 'year', year: date.year } };
  if (grain === 'month') return { period: { kind: 'month', year: date.year, month: date.month } };
  return { period: grain === 'week' ? weekPeriod(target) : dayPeriod(target) };
}

function openGrain(grain: string): Period {
  if (grain === 'year') return { kind: 'year', year: null };
  if (grain === 'month') return { kind: 'month', year: null, month: null };
  return grain === 'week' ? { kind: 'week', year: null, week: null } : openDay();
}

function clockOffset({ amounts, sign }: OffsetSpec, { now, minutes }: Context): Resolved {
  if (now === null || minutes === null) return { period: { kind: 'fixed', value: formatAmounts(amounts) }, open: true };
  let distance = 0;
  for (const { unit, count } of amounts)
    distance += (count ?? 0) * (unit === 'H' ? 60 : unit === 'MIN' ? 1 : unit === 'D' ? 1440 : 0);
  const total = minutes + sign * distance;
  const days = Math.floor(total / 1440);
  return { period: { kind: 'time', day: dayPeriod(now + days), minutes: total - days * 1440, part: null } };
}

/** A time without a day is of the day told before, where the story is past, else of the publication's. */
function resolveTime(spec: TimeSpec, context: Context): Resolved {
  const { minutes, part } = spec;
  if (spec.habitual === true) return { period: { kind: 'time', day: null, minutes, part } };
  if (spec.day !== null) {
    const { period, ...rest } = evaluate(spec.day, context);
    return { ...rest, period: { kind: 'time', day: period.kind === 'time' ? period.day : period, minutes, part } };
  }
  const told = context.previous === null || context.tense === 'future' ? null : dayOfPeriod(context.previous);
  const number = told ?? context.now;
  if (number === null) return { period: { kind: 'time', day: openDay(), minutes, part }, open: true };
  return { period: { kind: 'time', day: dayPeriod(number), minutes, part } };
}
