/** Gregorian days in the Hijri calendar, in words. */
import { isTabulated, toHijri } from '../analysis/dates/hijri';
import { findMessage, message } from '../messages/messages';
import type { UiLanguage } from '../protocol';
import { dayNumber } from './timex';

/**
 * A day's Umm al-Qura date («23 شعبان 1444 هـ»); null for values that are no single day, and for years outside the table,
 * where any answer would be a guess.
 */
export function describeHijri(language: UiLanguage, value: string): string | null {
  const number = dayNumber(value);
  if (number === null) return null;
  const { year, month, day } = toHijri(number);
  if (!isTabulated(year)) return null;
  return message(language, 'date.hijriDay', { day, month: findMessage(language, `hijri.${month}`) ?? '', year });
}
