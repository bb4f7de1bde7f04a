/** The publication date: given, in the front matter, or a date that the article ties to its own «اليوم». */
import type { Article } from '../article/article';
import { readParagraph } from '../text/paragraph';
import { formatDay, parseIsoDay, toDayNumber, weekdayOf, isDay } from './calendar';
import { findDateCandidates } from './find';
import { dayOfPeriod } from './period';
import { evaluate } from './resolve';
import type { CalendarSpec, DateCandidate } from './spec';

export interface Reference {
  /** ISO date. */
  readonly date: string;
  /** Minutes after midnight, where a time is told. */
  readonly minutes: number | null;
}

const NOTHING = { now: null, minutes: null, tense: null, previous: null, near: false, sameStory: false } as const;

/** A date as somebody writes it: ISO, or in Arabic words and digits with its year; null where it is none. */
export function readDate(text: string): Reference | null {
  const iso = parseIsoDay(text.trim());
  if (iso !== null) {
    const time = /T(\d{2}):(\d{2})/.exec(text);
    const minutes = time === null ? null : Number(time[1]) * 60 + Number(time[2]);
    return { date: formatDay(toDayNumber(iso.year, iso.month, iso.day)), minutes };
  }
  for (const candidate of findDateCandidates(readParagraph(text))) {
    const number = dayOfPeriod(evaluate(candidate.spec, NOTHING).period);
    if (number !== null) return { date: formatDay(number), minutes: null };
  }
  return null;
}

/** The calendar point inside a candidate, whether it tells a time of it or not. */
function calendarOf({ spec }: DateCandidate): CalendarSpec | null {
  if (spec.kind === 'calendar') return spec;
  return spec.kind === 'time' && spec.day?.kind === 'calendar' ? spec.day : null;
}

/**
 * «اليوم الأربعاء 15 من آذار» is the article's own day. Its year is the one written with it, else the year that the
 * article gives the same day and month elsewhere (a caption, a dateline). Never guessed.
 */
function findOwnDay(candidates: readonly (readonly DateCandidate[])[]): string | null {
  const all = candidates.flat().map(calendarOf);
  for (const own of all) {
    if (own === null || own.deictic === undefined || own.day === undefined || own.month === undefined) continue;
    if (own.calendar !== 'gregorian' || own.of !== undefined) continue;
    const { day, month } = own;
    const same = all.find(
      (other) =>
        other?.year !== undefined && other.day === day && other.month === month && other.calendar === 'gregorian',
    );
    const year = own.year ?? same?.year;
    if (year === undefined || !isDay(year, month, day)) continue;
    const number = toDayNumber(year, month, day);
    if (own.weekday !== undefined && weekdayOf(number) !== own.weekday) continue;
    return formatDay(number - own.deictic);
  }
  return null;
}

export function findReference(
  article: Article,
  candidates: readonly (readonly DateCandidate[])[],
  given: string | null,
): Reference | null {
  if (given !== null) {
    const read = readDate(given);
    if (read !== null) return read;
  }
  const written = article.frontMatter?.date;
  if (written != null) {
    const read = readDate(written);
    if (read !== null) return read;
  }
  const own = findOwnDay(candidates);
  return own === null ? null : { date: own, minutes: null };
}
