/** Durations, distances from a point and recurring times. */
import { afterAnd, matchCount, matchOrdinal } from './match-number';
import { matchCalendar } from './match-calendar';
import { cliticAt, isArticle, isFn, isText, joinedAt, plainAt, wordAt, type Match, type Scan } from './scan';
import type { DateModifier } from '../model';
import type { Amount, DurationSpec, SetSpec, Unit } from './spec';

export interface DurationMatch extends Match<DurationSpec> {
  readonly mod: DateModifier | null;
  /** A noun alone («أسبوع»), which is a duration only after a preposition of time. */
  readonly noun: boolean;
  /** «الأيام الثلاثة الماضية»: tied to now. */
  readonly tied: boolean;
}

const FRACTIONS: Readonly<Record<string, number>> = { half: 1 / 2, quarter: 1 / 4, third: 1 / 3 };
const SMALLER: Partial<Readonly<Record<Unit, readonly [Unit, number]>>> = {
  MIN: ['S', 60],
  H: ['MIN', 60],
  D: ['H', 24],
  W: ['D', 7],
  Y: ['M', 12],
  DE: ['Y', 10],
  CE: ['Y', 100],
};

/** Part of a unit as a whole number of a smaller one: half an hour is 30 minutes, a quarter of a century 25 years. */
function fractionOf(unit: Unit, fraction: string): Amount {
  const [smaller, count] = SMALLER[unit] ?? [unit, 1];
  const value = count * (FRACTIONS[fraction] ?? 1);
  if (unit === 'M') return { unit: 'D', count: fraction === 'half' ? 15 : Math.round(30 * (FRACTIONS[fraction] ?? 1)) };
  return { unit: smaller, count: Math.round(value) };
}

/** Limits before a number: «أكثر من», «ما يقارب من», «نحو»; the modifier and where it ends. */
function matchLimit(s: Scan, i: number): { mod: DateModifier; end: number } | null {
  const word = wordAt(s, i);
  const skip = (p: number): number => (isFn(s, p, 'من') || isFn(s, p, 'عن') || isFn(s, p, 'على') ? p + 1 : p);
  if (word.approx === true) return { mod: 'APPROX', end: i + 1 };
  if (word.fn === 'أكثر' && isFn(s, i + 1, 'من')) return { mod: 'MORE_THAN', end: i + 2 };
  if (word.fn === 'أقل' && isFn(s, i + 1, 'من')) return { mod: 'LESS_THAN', end: i + 2 };
  if (word.fn !== 'ما') return null;
  const verb = plainAt(s, i + 1).fn;
  if (verb === 'يقارب') return { mod: 'APPROX', end: skip(i + 2) };
  if (verb === 'يزيد') return { mod: 'MORE_THAN', end: skip(i + 2) };
  if (verb === 'يقل') return { mod: 'LESS_THAN', end: skip(i + 2) };
  return null;
}

interface Part {
  readonly amount: Amount;
  readonly end: number;
  readonly noun: boolean;
  readonly tied?: boolean;
}

/** «سنوات», «عدة أيام», «بضع سنوات», «أيام معدودة», «يومين», «أسبوع», «يوم واحد». */
function matchUncounted(s: Scan, i: number): Part | null {
  const word = wordAt(s, i);
  if (word.vague === true && s.tokens[i + 1]?.key === 'الوقت')
    return { amount: { unit: 'D', count: null }, end: i + 2, noun: false };
  if (word.period === true && word.def !== true && isFn(s, i - 1, 'منذ') && s.tokens[i + 1]?.key !== 'طويله')
    return { amount: { unit: 'D', count: null }, end: i + 1, noun: false };
  if (word.vague === true) {
    const noun = isFn(s, i + 1, 'من') ? i + 2 : i + 1;
    const unit = plainAt(s, noun);
    if (unit.unit === undefined || unit.unitForm !== 'plural') return null;
    return { amount: { unit: unit.unit, count: null }, end: noun + 1, noun: false };
  }
  if (word.unit === undefined || word.def === true || word.unitForm === 'construct') return null;
  if (word.unitForm === 'dual') {
    const both = plainAt(s, i + 1).number === 2 && plainAt(s, i + 1).numberKind === 'unit';
    return { amount: { unit: word.unit, count: 2 }, end: both ? i + 2 : i + 1, noun: false };
  }
  const after = plainAt(s, i + 1);
  if (word.unitForm === 'plural')
    return {
      amount: { unit: word.unit, count: null },
      end: after.vagueAfter === true ? i + 2 : i + 1,
      noun: after.vagueAfter !== true,
    };
  if (after.number === 1) return { amount: { unit: word.unit, count: 1 }, end: i + 2, noun: false };
  return { amount: { unit: word.unit, count: 1 }, end: i + 1, noun: true };
}

/** A number and its unit, in digits or words; «نصف ساعة», «ربع قرن». */
function matchCounted(s: Scan, i: number): Part | null {
  const word = wordAt(s, i);
  if (word.fraction !== undefined && word.def !== true) {
    const unit = plainAt(s, i + 1);
    if (unit.unit === undefined || unit.unitForm !== 'singular') return null;
    return { amount: fractionOf(unit.unit, word.fraction), end: i + 2, noun: false };
  }
  const count = matchCount(s, i);
  if (count === null) return null;
  const unit = plainAt(s, count.end);
  if (
    unit.unit === undefined ||
    unit.unitForm === 'dual' ||
    unit.unitForm === 'construct' ||
    unit.def === true ||
    count.value <= 0
  )
    return null;
  return { amount: { unit: unit.unit, count: count.value }, end: count.end + 1, noun: false };
}

/** «ونصف», «ونصف الساعة», «وثلاثة أشهر», «وربع» after a duration. */
function matchMore(s: Scan, i: number, unit: Unit): { amount: Amount; end: number } | null {
  const word = joinedAt(s, i);
  if (word.fraction !== undefined && word.def !== true) {
    const repeated = plainAt(s, i + 1);
    const end = repeated.unit === unit && repeated.unitForm === 'singular' ? i + 2 : i + 1;
    return { amount: fractionOf(unit, word.fraction), end };
  }
  const at = afterAnd(s, i);
  if (at === null) return null;
  const next = matchCounted(s, at) ?? (joinedAt(s, at).unitForm === 'dual' ? matchUncounted(s, at) : null);
  if (next === null || next.amount.unit === unit) return null;
  const order: readonly Unit[] = ['CE', 'DE', 'Y', 'M', 'W', 'D', 'N', 'H', 'MIN', 'S'];
  return order.indexOf(next.amount.unit) > order.indexOf(unit) ? next : null;
}

const isRelation = (s: Scan, i: number): boolean => {
  const name = plainAt(s, i).shift;
  return name === 'past' || name === 'future' || name === 'recent';
};

/** «الأيام الثلاثة الماضية», «السنوات الأخيرة», «الـ24 ساعة الماضية», «اليومين الماضيين». */
function matchTied(s: Scan, i: number): Part | null {
  const word = wordAt(s, i);
  if (word.unit !== undefined && word.def === true && word.unitForm !== 'singular') {
    const few = plainAt(s, i + 1).vagueAfter === true ? i + 2 : i + 1;
    const count = word.unitForm === 'plural' && few === i + 1 ? matchCount(s, i + 1) : null;
    const end = count?.end ?? few;
    if (!isRelation(s, end)) return null;
    const n = word.unitForm === 'dual' ? 2 : (count?.value ?? null);
    return { amount: { unit: word.unit, count: n }, end: end + 1, noun: false, tied: true };
  }
  const definite = isArticle(s, i) || word.def === true;
  const count = definite ? matchCount(s, i) : null;
  if (count === null) return null;
  const unit = plainAt(s, count.end);
  if (unit.unit === undefined || !isRelation(s, count.end + 1)) return null;
  return { amount: { unit: unit.unit, count: count.value }, end: count.end + 2, noun: false, tied: true };
}

/** «الساعات الـ 24 أو الـ 48 القادمة». */
function matchEither(s: Scan, i: number): DurationMatch | null {
  const word = wordAt(s, i);
  if (word.unit === undefined || word.def !== true || word.unitForm !== 'plural') return null;
  const first = matchCount(s, i + 1);
  if (first === null || !isFn(s, first.end, 'أو')) return null;
  const second = matchCount(s, first.end + 1);
  if (second === null || !isRelation(s, second.end)) return null;
  const amounts = [{ unit: word.unit, count: first.value }];
  const alternative = [{ unit: word.unit, count: second.value }];
  const spec: DurationSpec = { kind: 'duration', amounts, alternative };
  return { first: i, end: second.end + 1, spec, mod: null, noun: false, tied: true };
}

/** A duration with its limit: «أكثر من عشر سنوات», «ساعة ونصف الساعة», «عدة أيام». */
export function matchDuration(s: Scan, i: number): DurationMatch | null {
  if (isFn(s, i, 'آخر') && s.letters[i + 1] === 0) {
    const last = matchCounted(s, i + 1);
    if (last === null) return null;
    return {
      first: i,
      end: last.end,
      spec: { kind: 'duration', amounts: [last.amount] },
      mod: null,
      noun: false,
      tied: true,
    };
  }
  const either = matchEither(s, i);
  if (either !== null) return either;
  const limit = matchLimit(s, i);
  const at = limit?.end ?? i;
  const first = matchTied(s, at) ?? matchCounted(s, at) ?? matchUncounted(s, at);
  if (first === null || (limit !== null && s.letters[at] !== 0)) return null;
  const amounts: Amount[] = [first.amount];
  let { end } = first;
  for (let more = 0; more < 3 && first.tied !== true; more++) {
    const next = matchMore(s, end, amounts[amounts.length - 1]!.unit);
    if (next === null) break;
    amounts.push(next.amount);
    end = next.end;
  }
  const noun = first.noun && amounts.length === 1 && limit === null;
  return {
    first: i,
    end,
    spec: { kind: 'duration', amounts },
    mod: limit?.mod ?? null,
    noun,
    tied: first.tied === true,
  };
}

/** «لليوم الثالث على التوالي»: it has lasted three days. */
export function matchRunning(s: Scan, i: number): Match<DurationSpec> | null {
  const word = wordAt(s, i);
  const unit = word.unit ?? (word.deictic === 0 && word.night !== true ? 'D' : undefined);
  if (unit === undefined || (word.def !== true && word.deictic === undefined) || cliticAt(s, i) !== 'ل') return null;
  const ordinal = matchOrdinal(s, i + 1);
  if (ordinal === null || s.letters[i + 1] !== 0) return null;
  const running = isFn(s, ordinal.end, 'على') && isFn(s, ordinal.end + 1, 'التوالي');
  if (!running && isFn(s, ordinal.end, 'من')) return null;
  const spec: DurationSpec = { kind: 'duration', amounts: [{ unit, count: ordinal.value }] };
  return { first: i, end: running ? ordinal.end + 2 : ordinal.end, spec };
}

const CODES: Readonly<Record<Unit, string>> = {
  S: 'TxS',
  MIN: 'TxM',
  H: 'TxH',
  D: 'xD',
  N: 'xD',
  W: 'xW',
  M: 'xM',
  Y: 'xY',
  DE: 'xDE',
  CE: 'xCE',
};

/** The ISO 8601 period of one count of a unit. */
export function periodOf(unit: Unit, count: number): string {
  if (unit === 'DE') return `P${count * 10}Y`;
  if (unit === 'CE') return `P${count * 100}Y`;
  return `P${CODES[unit].replace('x', String(count))}`;
}

/** «يومياً», «كل عام», «كل أربع سنوات», «كل يوم جمعة», «أيام الخميس». */
export function matchSet(s: Scan, i: number): Match<SetSpec> | null {
  const word = wordAt(s, i);
  if (word.recurring !== undefined) return { first: i, end: i + 1, spec: { kind: 'set', value: word.recurring } };
  if (word.unit === 'D' && word.unitForm === 'plural' && word.def !== true) {
    const weekday = plainAt(s, i + 1).weekday;
    return weekday === undefined ? null : { first: i, end: i + 2, spec: { kind: 'set', value: `XXXX-WXX-${weekday}` } };
  }
  if (word.fn !== 'كل') return null;
  const next = plainAt(s, i + 1);
  const named = next.unit === 'D' && next.unitForm === 'singular' ? plainAt(s, i + 2) : next;
  const weekday = named.bareWeekday ?? named.weekday;
  if (weekday !== undefined && !isFn(s, named === next ? i + 2 : i + 3, 'من'))
    return { first: i, end: named === next ? i + 2 : i + 3, spec: { kind: 'set', value: `XXXX-WXX-${weekday}` } };
  if (next.part !== undefined && next.def !== true && next.unit === undefined)
    return { first: i, end: i + 2, spec: { kind: 'set', value: `XXXX-XX-XXT${next.part}` } };
  if (next.season !== undefined && next.def !== true)
    return { first: i, end: i + 2, spec: { kind: 'set', value: `XXXX-${next.season}` } };
  const duration = matchDuration(s, i + 1);
  const amount = duration?.spec.amounts[0];
  if (duration === null || amount === undefined || amount.count === null || duration.tied) return null;
  if (duration.mod !== null || duration.spec.amounts.length > 1) return null;
  return { first: i, end: duration.end, spec: { kind: 'set', value: periodOf(amount.unit, amount.count) } };
}

/** A weekday or date after which «من كل شهر» makes it recurring. */
export function matchEvery(s: Scan, i: number): Match<SetSpec> | null {
  const point = matchCalendar(s, i);
  if (point === null || point.spec.kind !== 'calendar' || !isFn(s, point.end, 'من') || !isFn(s, point.end + 1, 'كل'))
    return null;
  const unit = plainAt(s, point.end + 2).unit;
  if (unit !== 'W' || point.spec.weekday === undefined) return null;
  const value = `XXXX-WXX-${point.spec.weekday}`;
  return isText(s, point.end, '') ? null : { first: i, end: point.end + 3, spec: { kind: 'set', value } };
}
