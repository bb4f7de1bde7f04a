/** Years, decades, centuries, seasons of sport and their ranges. */
import { matchEra, type Era } from './match-month';
import { afterAnd, matchOrdinal, matchYearNumber } from './match-number';
import { matchUnit } from './match-unit';
import { digitsAt, isArticle, isFn, isText, plainAt, wordAt, type Match, type Scan } from './scan';
import type { CalendarSpec, CenturySpec, DecadeSpec, RangeSpec, Spec } from './spec';

function yearSpec(year: number, era: Era | undefined): CalendarSpec {
  const calendar = era === 'hijri' ? 'hijri' : 'gregorian';
  return { kind: 'calendar', calendar, year: era === 'before-christ' ? -year : year };
}

/** The dash or slash between the years of «2015-2017», «2021/2022». */
function dashAt(s: Scan, i: number): boolean {
  return isText(s, i, '-') || isText(s, i, '–') || isText(s, i, '/') || isText(s, i, '—') || isText(s, i, 'ـ');
}

/** «2015-2017», «2021/22»: two years, or null. */
export function matchYearPair(s: Scan, i: number): { from: number; to: number; end: number } | null {
  const from = digitsAt(s, i);
  if (from < 1000 || !dashAt(s, i + 1)) return null;
  let to = digitsAt(s, i + 2);
  const length = s.tokens[i + 2]?.norm.length;
  if (length === 2 && to === (from + 1) % 100) to += from - (from % 100);
  else if (length !== 4) return null;
  return to > from && to < 2200 && !dashAt(s, i + 3) ? { from, to, end: i + 3 } : null;
}

/** «عام 2015», «سنة 1445هـ», «العام 2011», «عام 300 قبل الميلاد», «عام ألفين وعشرين». */
export function matchYear(s: Scan, i: number): Match<CalendarSpec | RangeSpec> | null {
  const word = wordAt(s, i);
  if (word.unit !== 'Y' || word.unitForm !== 'singular') return null;
  const kind = isFn(s, i + 1, 'هجري') || isFn(s, i + 1, 'ميلادي') ? matchEra(s, i + 1)?.era : undefined;
  const fiscal = isFn(s, i + 1, 'المالية') || kind !== undefined ? i + 2 : i + 1;
  const pair = matchYearPair(s, fiscal);
  if (pair !== null) return { first: i, end: pair.end, spec: pairRange(pair) };
  const any = matchYearNumber(s, fiscal, 1);
  if (any === null) return null;
  const era = matchEra(s, any.end);
  if (era !== null) return { first: i, end: era.end, spec: yearSpec(any.value, era.era) };
  if (any.value < 1000) return null;
  return { first: i, end: any.end, spec: yearSpec(any.value, kind) };
}

function pairRange(pair: { from: number; to: number }): RangeSpec {
  return { kind: 'range', from: yearSpec(pair.from, undefined), to: yearSpec(pair.to, undefined) };
}

/** «عامي 2015 و2016», «الأعوام 2018-2020», «موسم 2021-2022». */
export function matchYears(s: Scan, i: number): Match<RangeSpec | CalendarSpec> | null {
  const word = wordAt(s, i);
  const plural = word.unit === 'Y' && word.unitForm !== 'singular';
  if (!plural && word.sportSeason !== true) return null;
  const pair = matchYearPair(s, i + 1);
  if (pair !== null) return { first: i, end: pair.end, spec: pairRange(pair) };
  const first = matchYearNumber(s, i + 1);
  if (first === null) return null;
  if (!plural) return { first: i, end: first.end, spec: yearSpec(first.value, undefined) };
  let end = first.end;
  let last = first.value;
  for (let count = 0; count < 12; count++) {
    const to = isFn(s, end, 'إلى') || isFn(s, end, 'حتى') || isText(s, end, '،') ? end + 1 : null;
    const at = afterAnd(s, end) ?? to;
    const next = at === null ? null : matchYearNumber(s, at);
    if (next === null) break;
    last = next.value;
    end = next.end;
  }
  if (end === first.end) return null;
  return { first: i, end, spec: pairRange({ from: first.value, to: last }) };
}

/** «2015-2017» without a noun. */
export function matchBareYears(s: Scan, i: number): Match<RangeSpec> | null {
  const pair = matchYearPair(s, i);
  return pair === null || pair.to - pair.from > 300 ? null : { first: i, end: pair.end, spec: pairRange(pair) };
}

function matchCentury(s: Scan, i: number): Match | null {
  const word = wordAt(s, i);
  if (word.unit !== 'CE' || word.def !== true || word.unitForm !== 'singular') return null;
  const p = isArticle(s, i + 1) ? i + 2 : i + 1;
  const digits = digitsAt(s, p, 2);
  const ordinal = digits > 0 ? { value: digits, end: p + 1 } : s.letters[p] === 0 ? matchOrdinal(s, p) : null;
  if (ordinal === null || ordinal.value > 30) return null;
  const era = matchEra(s, ordinal.end);
  const spec: CenturySpec = { kind: 'century', n: ordinal.value, beforeChrist: era?.era === 'before-christ' };
  return { first: i, end: era?.end ?? ordinal.end, spec };
}

/** «الثمانينيات», «عقد الثمانينيات», «سبعينيات القرن الماضي», «العشرينات من القرن العشرين». */
function matchDecade(s: Scan, i: number): Match<DecadeSpec> | null {
  const at = wordAt(s, i).unit === 'DE' && plainAt(s, i + 1).decade !== undefined ? i + 1 : i;
  const digit = wordAt(s, at).decade;
  if (digit === undefined) return null;
  const p = isFn(s, at + 1, 'من') || isFn(s, at + 1, 'في') ? at + 2 : at + 1;
  const unit = s.letters[p] === 0 ? matchUnit(s, p) : null;
  const relative = unit?.spec.unit === 'CE' && unit.spec.by !== 'bare' ? unit : null;
  const century = matchCentury(s, p);
  const of: Match<Spec> | null = century ?? relative;
  if (of !== null) return { first: i, end: of.end, spec: { kind: 'decade', digit, of: of.spec } };
  return { first: i, end: at + 1, spec: { kind: 'decade', digit } };
}

/** A year, decade or century. */
export function matchEpoch(s: Scan, i: number): Match | null {
  return matchYear(s, i) ?? matchYears(s, i) ?? matchDecade(s, i) ?? matchCentury(s, i);
}
