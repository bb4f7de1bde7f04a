/** Units by their relation to now or to the story: «الشهر الماضي», «هذا العام», «اليوم التالي», «صيف 2022». */
import { matchCount, matchOrdinal, matchYearNumber } from './match-number';
import { matchCalendar } from './match-calendar';
import { matchShift } from './match-month';
import { matchEpoch, matchYearPair } from './match-year';
import { digitsAt, isFn, plainAt, wordAt, type Match, type Scan } from './scan';
import type { NthSpec, SeasonSpec, Spec, UnitSpec } from './spec';

type UnitName = UnitSpec['unit'];

interface Head {
  readonly unit: UnitName;
  readonly end: number;
  readonly def: boolean;
}

/** The unit's own words: «الشهر», «نهاية الأسبوع», «عطلة نهاية الأسبوع», «الموسم». */
function matchUnitHead(s: Scan, i: number): Head | null {
  const word = wordAt(s, i);
  const weekend = word.fn === 'عطلة' ? i + 1 : i;
  if (wordAt(s, weekend).mod === 'END' && plainAt(s, weekend + 1).unit === 'W' && plainAt(s, weekend + 1).def === true)
    return { unit: 'WE', end: weekend + 2, def: true };
  if (word.sportSeason === true) return { unit: 'SEASON', end: i + 1, def: word.def === true };
  if (word.deictic === 0 && word.def !== false && s.tokens[i]!.key.endsWith('يوم'))
    return { unit: 'D', end: i + 1, def: true };
  if (word.unit === undefined || word.unitForm !== 'singular' || word.unit === 'S') return null;
  return { unit: word.unit, end: i + 1, def: word.def === true };
}

/** A unit with its relation; `bare` where it is the definite noun alone («العام»). */
export function matchUnit(s: Scan, i: number): Match<UnitSpec> | null {
  let known = s.units[i];
  if (known === undefined) {
    known = withDigits(s, findUnit(s, i));
    s.units[i] = known;
  }
  return known;
}

/** «العام الماضي 2014», «العام الحالي 2015م». */
function withDigits(s: Scan, match: Match<UnitSpec> | null): Match<UnitSpec> | null {
  if (match === null || match.spec.unit !== 'Y' || match.spec.by !== 'shift') return match;
  const year = digitsAt(s, match.end);
  if (year < 1900 || year > 2100 || s.tokens[match.end]!.norm.length !== 4) return match;
  const end = s.tokens[match.end + 1]?.key === 'م' ? match.end + 2 : match.end + 1;
  return { ...match, end, spec: { ...match.spec, year } };
}

function findUnit(s: Scan, i: number): Match<UnitSpec> | null {
  const word = wordAt(s, i);
  if (word.near === true || word.far === true) {
    const head = s.letters[i + 1] === 0 ? matchUnitHead(s, i + 1) : null;
    if (head === null || !head.def) return null;
    return unitMatch(i, head.end, head.unit, word.near === true ? 'shift' : 'that', 0);
  }
  if (word.sameBefore === true) {
    const same = s.letters[i + 1] === 0 ? matchUnitHead(s, i + 1) : null;
    return same === null || !same.def ? null : withYear(s, unitMatch(i, same.end, same.unit, 'same', 0));
  }
  const head = matchUnitHead(s, i);
  if (head === null || !head.def) return null;
  const after = plainAt(s, head.end);
  const shift = matchShift(s, head.end);
  if (shift !== null) return withYear(s, unitMatch(i, shift.end, head.unit, 'shift', shift.shift));
  if (after.same === true) return withYear(s, unitMatch(i, head.end + 1, head.unit, 'same', 0));
  if (after.shift === 'next') return unitMatch(i, head.end + 1, head.unit, 'next', 1);
  if (after.shift === 'previous') return unitMatch(i, head.end + 1, head.unit, 'previous', -1);
  if (after.near === true) return unitMatch(i, head.end + 1, head.unit, 'shift', 0);
  return unitMatch(i, head.end, head.unit, 'bare', 0);
}

function unitMatch(first: number, end: number, unit: UnitName, by: UnitSpec['by'], shift: number): Match<UnitSpec> {
  return { first, end, spec: { kind: 'unit', unit, by, shift } };
}

/** «الشهر نفسه من العام الماضي». */
function withYear(s: Scan, match: Match<UnitSpec>): Match<UnitSpec> {
  if (match.spec.by !== 'same' || match.spec.unit === 'Y' || !isFn(s, match.end, 'من')) return match;
  const year = matchUnit(s, match.end + 1);
  if (year === null || year.spec.unit !== 'Y' || year.spec.by === 'bare') return match;
  return { ...match, end: year.end, spec: { ...match.spec, of: year.spec } };
}

/** «صيف 2022», «الصيف الماضي», «هذا الصيف», «صيف العام الماضي». A season's name alone is none. */
export function matchSeason(s: Scan, i: number): Match<SeasonSpec> | null {
  const word = wordAt(s, i);
  const demonstrative = word.near === true && plainAt(s, i + 1).season !== undefined;
  const at = demonstrative ? i + 1 : i;
  const season = wordAt(s, at).season;
  if (season === undefined) return null;
  if (demonstrative) return { first: i, end: at + 1, spec: { kind: 'season', season, shift: 0 } };
  const shift = matchShift(s, i + 1);
  if (shift !== null) return { first: i, end: shift.end, spec: { kind: 'season', season, shift: shift.shift } };
  const noun = isFn(s, i + 1, 'من') ? i + 2 : i + 1;
  const isYear = wordAt(s, noun).unit === 'Y';
  // A winter has two years: «شتاء 2022-2023» is the first one's.
  const pair = matchYearPair(s, isYear ? noun + 1 : i + 1);
  if (pair !== null) return { first: i, end: pair.end, spec: { kind: 'season', season, year: pair.from } };
  const year = matchYearNumber(s, isYear ? noun + 1 : i + 1);
  if (year !== null) return { first: i, end: year.end, spec: { kind: 'season', season, year: year.value } };
  const unit = isYear || wordAt(s, noun).near === true ? matchUnit(s, noun) : null;
  if (unit === null || unit.spec.unit !== 'Y' || unit.spec.by === 'bare') return null;
  return { first: i, end: unit.end, spec: { kind: 'season', season, of: unit.spec } };
}

/** What a part can be of: a month, a year, a season, a decade or a century; «العام» alone is the current one. */
export function matchContainer(s: Scan, i: number): Match | null {
  const unit = matchUnit(s, i);
  const found: (Match | null)[] = [unit, matchSeason(s, i), matchEpoch(s, i), matchCalendar(s, i)];
  let best: Match | null = null;
  for (const match of found) if (match !== null && (best === null || match.end > best.end)) best = match;
  if (best !== null) return best;
  const year = matchYearNumber(s, i);
  if (year === null) return null;
  return { first: i, end: year.end, spec: { kind: 'calendar', calendar: 'gregorian', year: year.value } };
}

function nth(part: NthSpec['part'], n: number, count: number, of: Spec | null, weekday?: number): NthSpec {
  return { kind: 'nth', part, n, count, of, ...(weekday !== undefined && { weekday }) };
}

const PARTS: Readonly<Record<string, NthSpec['part']>> = { W: 'week', M: 'month', D: 'day', DE: 'decade' };

interface Part {
  readonly part: NthSpec['part'];
  readonly n: number;
  readonly count: number;
  readonly end: number;
  readonly weekday?: number;
}

/** The place of a part: «الأول», «الأخير»; negative from the end. */
function matchPlace(s: Scan, i: number): { n: number; end: number } | null {
  if (plainAt(s, i).last === true || plainAt(s, i).shift === 'recent') return { n: -1, end: i + 1 };
  if (s.letters[i] !== 0) return null;
  const ordinal = matchOrdinal(s, i);
  return ordinal === null ? null : { n: ordinal.value, end: ordinal.end };
}

function matchPart(s: Scan, i: number): Part | null {
  const word = wordAt(s, i);
  if (word.fraction !== undefined && word.def === true) {
    const place = matchPlace(s, i + 1);
    return place === null ? null : { part: word.fraction, n: place.n, count: 1, end: place.end };
  }
  if (word.fn === 'العشر' && isFn(s, i + 1, 'الأواخر')) return { part: 'last-ten', n: -1, count: 10, end: i + 2 };
  const part = word.unit === undefined ? undefined : PARTS[word.unit];
  if (part !== undefined && word.def === true && word.unitForm === 'singular') {
    const place = matchPlace(s, i + 1);
    return place === null ? null : { part, n: place.n, count: 1, end: place.end };
  }
  return matchManyParts(s, i, part) ?? matchFirstPart(s, i);
}

/** «الأشهر التسعة الأولى», «الثلاثة الأشهر الأولى», «الشهرين الأولين». */
function matchManyParts(s: Scan, i: number, part: NthSpec['part'] | undefined): Part | null {
  const word = wordAt(s, i);
  if (part !== undefined && word.def === true && word.unitForm === 'plural') {
    const count = matchCount(s, i + 1);
    const place = count === null ? {} : plainAt(s, count.end);
    const order = place.def === true ? place.ordinal : undefined;
    if (count !== null && order === 1) return { part, n: 1, count: count.value, end: count.end + 1 };
    const last = count !== null && plainAt(s, count.end).last === true;
    return last ? { part, n: -1, count: count.value, end: count.end + 1 } : null;
  }
  const count = matchCount(s, i);
  if (count === null || count.value < 2) return null;
  const noun = plainAt(s, count.end);
  const inner = noun.unit === undefined ? undefined : PARTS[noun.unit];
  if (inner === undefined || noun.unitForm !== 'plural' || !isFirst(s, count.end + 1)) return null;
  return { part: inner, n: 1, count: count.value, end: count.end + 2 };
}

/** «الأولى» after what is counted. */
function isFirst(s: Scan, i: number): boolean {
  return plainAt(s, i).ordinal === 1 && plainAt(s, i).def === true;
}

/** «أول أسبوع من», «آخر خميس من», «ثاني أربعاء من». */
function matchFirstPart(s: Scan, i: number): Part | null {
  const word = wordAt(s, i);
  const n = word.fn === 'آخر' ? -1 : word.def === true ? undefined : word.ordinal;
  if (n === undefined) return null;
  const p = plainAt(s, i + 1).unit === 'D' && plainAt(s, i + 2).bareWeekday !== undefined ? i + 2 : i + 1;
  const next = plainAt(s, p);
  const weekday = next.bareWeekday ?? next.weekday;
  if (weekday !== undefined) return { part: 'weekday', n, count: 1, end: p + 1, weekday };
  const part = next.unit === undefined ? undefined : PARTS[next.unit];
  if (part === undefined || next.def === true) return null;
  if (next.unitForm === 'singular') return { part, n, count: 1, end: i + 2 };
  return null;
}

/** A part of a larger unit: «النصف الثاني من العام المقبل», «الأسبوع الأول من يناير الجاري», «الربع الأخير». */
export function matchNth(s: Scan, i: number): Match<NthSpec> | null {
  const relative = matchRelativeQuarter(s, i);
  if (relative !== null) return relative;
  const part = matchPart(s, i);
  if (part === null) return null;
  const joined = isFn(s, part.end, 'من') || isFn(s, part.end, 'في') ? part.end + 1 : part.end;
  const of = joined > part.end || part.part !== 'weekday' ? matchContainer(s, joined) : null;
  const end = of === null ? part.end : of.end;
  const alone = part.part === 'quarter' && joined === part.end && part.n !== 0;
  if (of === null && !alone) return null;
  return { first: i, end, spec: nth(part.part, part.n, part.count, of?.spec ?? null, part.weekday) };
}

/** «الربع الماضي», «الربع الحالي», «هذا الربع»: n is counted from the current quarter. */
function matchRelativeQuarter(s: Scan, i: number): Match<NthSpec> | null {
  const demonstrative = wordAt(s, i).near === true ? i + 1 : i;
  const word = wordAt(s, demonstrative);
  if (word.fraction !== 'quarter' || word.def !== true) return null;
  const spec = (n: number): NthSpec => nth('quarter-from-now', n, 1, null);
  if (demonstrative > i) return { first: i, end: i + 2, spec: spec(0) };
  const after = plainAt(s, i + 1).shift;
  const shift = matchShift(s, i + 1);
  if (shift !== null) return { first: i, end: shift.end, spec: spec(shift.shift) };
  if (after === 'previous') return { first: i, end: i + 2, spec: { ...spec(-1), back: true } };
  return after === 'next' ? { first: i, end: i + 2, spec: { ...spec(1), back: true } } : null;
}
