/**
 * Feasts that name a day: with a year or a relation («عيد الفطر المقبل», «رأس السنة 2024»), as one of its days
 * («أول أيام عيد الأضحى») or its eve («ليلة رأس السنة»). The bare name is a name, not a date.
 */
import days from '../../../data/dates/days.json';
import { lookupKey, normalise } from '../text/normalise';
import { matchShift, matchYearTail } from './match-month';
import { matchOrdinal } from './match-number';
import { plainAt, wordAt, type Match, type Scan } from './scan';
import type { CalendarSpec, TimeSpec } from './spec';

interface Feast {
  readonly words: readonly string[];
  readonly calendar: 'gregorian' | 'hijri';
  readonly month: number;
  readonly day: number;
}

const FEASTS: readonly Feast[] = days.feasts
  .map(({ words, calendar, month, day }) => ({
    words: words.map((word) => lookupKey(normalise(word))),
    calendar: calendar as Feast['calendar'],
    month,
    day,
  }))
  .sort((a, b) => b.words.length - a.words.length);

function feastAt(s: Scan, i: number): { feast: Feast; end: number } | null {
  if (s.words[i]?.feast !== true) return null;
  const stem = s.tokens[i]!.key.slice(s.letters[i]);
  for (const feast of FEASTS) {
    if (feast.words[0] !== stem) continue;
    if (feast.words.every((word, k) => k === 0 || s.tokens[i + k]?.key === word))
      return { feast, end: i + feast.words.length };
  }
  return null;
}

/** The feast's day with the year or relation after it. */
function readFeast(s: Scan, i: number): { spec: CalendarSpec; end: number; told: boolean; feast: Feast } | null {
  const found = feastAt(s, i);
  if (found === null) return null;
  const { feast, end } = found;
  const honour = s.tokens[end]?.key === 'المبارك' ? end + 1 : end;
  const base: CalendarSpec = { kind: 'calendar', calendar: feast.calendar, month: feast.month, day: feast.day };
  const shift = matchShift(s, honour);
  if (shift !== null) return { spec: { ...base, shift: shift.shift }, end: shift.end, told: true, feast };
  const tail = matchYearTail(s, honour);
  if (tail?.year === undefined) return { spec: base, end: honour, told: false, feast };
  const { year } = tail;
  // A feast of the Hijri calendar with a Gregorian year falls somewhere in that year.
  if (feast.calendar === 'hijri' && year > 1600)
    return {
      spec: { ...base, of: { kind: 'calendar', calendar: 'gregorian', year } },
      end: tail.end,
      told: true,
      feast,
    };
  return { spec: { ...base, year }, end: tail.end, told: true, feast };
}

const NEW_YEAR_EVE = { month: 12, day: 31 };

/** A feast's day or its eve. */
export function matchFeast(s: Scan, i: number): Match<CalendarSpec | TimeSpec> | null {
  const word = wordAt(s, i);
  if (word.part === 'NI' && word.def !== true) {
    const eve = readFeast(s, i + 1);
    if (eve === null) return null;
    const newYear = eve.feast.calendar === 'gregorian' && eve.feast.month === 1 && eve.feast.day === 1;
    const year = eve.spec.year === undefined ? undefined : eve.spec.year - 1;
    const day: CalendarSpec = newYear ? { ...eve.spec, ...NEW_YEAR_EVE, year } : eve.spec;
    return { first: i, end: eve.end, spec: { kind: 'time', minutes: null, ambiguous: false, part: 'NI', day } };
  }
  const ordinal = word.def === true ? null : matchOrdinal(s, i);
  if (ordinal !== null && ordinal.value < 8 && plainAt(s, ordinal.end).unit === 'D') {
    const feast = readFeast(s, ordinal.end + 1);
    if (feast === null || feast.spec.day === undefined) return null;
    return { first: i, end: feast.end, spec: { ...feast.spec, day: feast.spec.day + ordinal.value - 1 } };
  }
  const feast = readFeast(s, i);
  return feast === null || !feast.told ? null : { first: i, end: feast.end, spec: feast.spec };
}
