/** The publication date: given, in the front matter, or a date that the article ties to its own «اليوم». */
import publication from '../../../data/dates/publication.json';
import type { Article } from '../article/article';
import { lookupKey, normalise } from '../text/normalise';
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

/** What stands before the date in a line that tells when the article was published. */
const PUBLISHED = new Set(publication.cues.map((cue) => lookupKey(normalise(cue))));

const LETTERS = /[^\p{L}]+/gu;

/** Whether nothing but «آخر تحديث:» or its like stands before the date in its paragraph. */
function isPublished(paragraph: string, start: number): boolean {
  return (
    start < 40 &&
    PUBLISHED.has(
      lookupKey(normalise(paragraph.slice(0, start)))
        .replace(LETTERS, ' ')
        .trim(),
    )
  );
}

/** A complete date in a dateline, a byline or a line such as «آخر تحديث: الثلاثاء 3 نوفمبر 2009». */
function findDateline(article: Article, candidates: readonly (readonly DateCandidate[])[]): Reference | null {
  for (const [index, block] of article.blocks.entries()) {
    const lead = block.kind === 'dateline' || block.kind === 'byline';
    for (const candidate of candidates[index] ?? []) {
      const spec = calendarOf(candidate);
      if (spec?.year === undefined || spec.day === undefined) continue;
      if (!lead && !isPublished(block.content.text, candidate.start)) continue;
      const { period, problem } = evaluate(spec, NOTHING);
      const number = dayOfPeriod(period);
      if (number === null || problem !== undefined) continue;
      return { date: formatDay(number), minutes: candidate.spec.kind === 'time' ? candidate.spec.minutes : null };
    }
  }
  return null;
}

/** The publication date by the first that tells it: given, front matter, dateline, the article's own «اليوم»; else null. */
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
  const dateline = findDateline(article, candidates);
  if (dateline !== null) return dateline;
  const own = findOwnDay(candidates);
  return own === null ? null : { date: own, minutes: null };
}
