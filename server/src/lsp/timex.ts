/** TIMEX3 values in words, and the days and distances behind them. */
import { parseIsoDay, toDayNumber, weekdayOf } from '../analysis/dates/calendar';
import type { DateExpression } from '../analysis/model';
import { findMessage, message, plural } from '../messages/messages';
import type { UiLanguage } from '../protocol';

const DAY = /^(\d{4})-(\d{2})-(\d{2})(?:T(.+))?$/;
const MONTH = /^(\d{4})-(\d{2})$/;
const PART_OF_YEAR = /^(\d{4})-(?:(W)(\d{2})|(Q)([1-4])|(H)([12])|(SP|SU|FA|WI))$/;
const UNIT = /^(P|PT)(\d+(?:\.\d+)?|X)([YMWDHSE]{1,2})$/;

/** The day a value begins with, in days since 1970-01-01; null where it names none. */
export function dayNumber(value: string): number | null {
  const day = DAY.test(value) ? parseIsoDay(value) : null;
  return day === null ? null : toDayNumber(day.year, day.month, day.day);
}

function fullYear(year: string): string {
  return String(Number(year));
}

function describeDay(language: UiLanguage, value: string): string | null {
  const match = DAY.exec(value);
  const day = dayNumber(value);
  if (match === null || day === null) return null;
  const date = message(language, 'date.day', {
    weekday: findMessage(language, `weekday.${weekdayOf(day)}`) ?? '',
    day: Number(match[3]),
    month: findMessage(language, `month.${Number(match[2])}`) ?? '',
    year: fullYear(match[1]!),
  });
  if (match[4] === undefined) return date;
  const time = findMessage(language, `dayPart.${match[4]}`) ?? match[4];
  return message(language, 'date.at', { day: date, time });
}

function describePartOfYear(language: UiLanguage, value: string): string | null {
  const match = PART_OF_YEAR.exec(value);
  if (match === null) return null;
  const year = fullYear(match[1]!);
  if (match[2] !== undefined) return message(language, 'date.week', { n: Number(match[3]), year });
  if (match[4] !== undefined) return message(language, 'date.quarter', { n: match[5]!, year });
  if (match[6] !== undefined) return message(language, 'date.half', { n: match[7]!, year });
  return message(language, 'date.season', { season: findMessage(language, `season.${match[8]}`) ?? '', year });
}

function describeYears(language: UiLanguage, value: string): string | null {
  if (/^\d{4}$/.test(value)) return message(language, 'date.year', { year: fullYear(value) });
  if (/^\d{3}$/.test(value)) return message(language, 'date.decade', { year: `${value}0` });
  if (/^\d{2}$/.test(value)) return message(language, 'date.century', { year: `${value}00`, end: `${value}99` });
  return null;
}

function describeMonth(language: UiLanguage, value: string): string | null {
  const match = MONTH.exec(value);
  const month = match === null ? null : findMessage(language, `month.${Number(match[2])}`);
  return month === null ? null : message(language, 'date.month', { month, year: fullYear(match![1]!) });
}

function describeDuration(language: UiLanguage, value: string): string | null {
  const match = UNIT.exec(value);
  if (match === null) return null;
  const unit = `unit.${match[1] === 'PT' ? 'T' : ''}${match[3]}`;
  if (match[2] === 'X') {
    const units = plural(language, unit, 3);
    return units === null ? null : units.replace('3', message(language, 'unit.some'));
  }
  return plural(language, unit, Number(match[2]));
}

/**
 * A value in words, in the user's language («الأربعاء 15 آذار/مارس 2023»); null for values that are open or have no
 * everyday wording: those are shown as they are.
 */
export function describeValue(language: UiLanguage, value: string): string | null {
  const [begin, end, ...rest] = value.split('/');
  if (begin !== undefined && end !== undefined && rest.length === 0) {
    const [from, to] = [describeValue(language, begin), describeValue(language, end)];
    return from === null || to === null ? null : message(language, 'date.range', { begin: from, end: to });
  }
  return (
    describeDay(language, value) ??
    describeMonth(language, value) ??
    describePartOfYear(language, value) ??
    describeYears(language, value) ??
    describeDuration(language, value)
  );
}

/** A date in words with its modifier («منتصف أيلول/سبتمبر 2021») and, for recurring times, a word that says so. */
export function describeDate(language: UiLanguage, date: DateExpression): string | null {
  const value = describeValue(language, date.value);
  if (value === null) return null;
  const modified = date.mod === null ? value : `${findMessage(language, `mod.${date.mod}`) ?? ''} ${value}`;
  return date.type === 'SET' ? message(language, 'date.every', { what: modified }) : modified;
}

/** Days, months or years from the reference to a value, in the value's own measure; null where either is open. */
function distance(value: string, reference: string): { readonly n: number; readonly unit: 'D' | 'M' | 'Y' } | null {
  const from = dayNumber(reference);
  const reference_ = DAY.exec(reference);
  if (from === null || reference_ === null) return null;
  const day = dayNumber(value);
  if (day !== null) return { n: day - from, unit: 'D' };
  const month = MONTH.exec(value);
  if (month !== null) {
    const months = (Number(month[1]) - Number(reference_[1])) * 12 + Number(month[2]) - Number(reference_[2]);
    return { n: months, unit: 'M' };
  }
  return /^\d{4}$/.test(value) ? { n: Number(value) - Number(reference_[1]), unit: 'Y' } : null;
}

/** How far a date lies from the article's («بعده بـ4 أيام»); null where that cannot be told. */
export function describeDistance(language: UiLanguage, value: string, reference: string | null): string | null {
  if (reference === null) return null;
  const away = distance(value, reference);
  if (away === null) return null;
  // «The same» is worth saying of a day only.
  if (away.n === 0) return away.unit === 'D' ? message(language, 'date.same') : null;
  const words = plural(language, `unit.${away.unit}`, Math.abs(away.n));
  if (words === null) return null;
  // «بيومين», but «بـ4 أيام»: the attached preposition takes a tatweel before a digit.
  const attached = language === 'ar' && /^\d/.test(words) ? `\u0640${words}` : words;
  return message(language, away.n > 0 ? 'date.after' : 'date.before', { distance: attached });
}
