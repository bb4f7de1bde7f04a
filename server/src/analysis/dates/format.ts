/** Dates in words for people: what hover, diagnostics and exports show. All take and give ISO 8601 days. */
import names from '../../../data/dates/names.json';
import { parseIsoDay, toDayNumber, weekdayOf } from './calendar';
import { isTabulated, toHijri } from './hijri';

export type Language = 'ar' | 'en';

const dayNumber = (iso: string): number | null => {
  const day = parseIsoDay(iso);
  return day === null ? null : toDayNumber(day.year, day.month, day.day);
};

/** The name of a weekday, 1 = Monday … 7 = Sunday; empty for any other number. */
export function weekdayName(weekday: number, language: Language): string {
  return names[language].weekdays[weekday - 1] ?? '';
}

/** 1 = Monday … 7 = Sunday, or null where the text is no day. */
export function weekdayOfDate(iso: string): number | null {
  const number = dayNumber(iso);
  return number === null ? null : weekdayOf(number);
}

/** «الأربعاء 15 مارس/آذار 2023», “Wednesday, 15 March 2023”; null where the text is no day. */
export function formatGregorian(iso: string, language: Language): string | null {
  const day = parseIsoDay(iso);
  if (day === null) return null;
  const weekday = weekdayName(weekdayOf(toDayNumber(day.year, day.month, day.day)), language);
  const month = names[language].months[day.month - 1] ?? '';
  const comma = language === 'en' ? ',' : '';
  return `${weekday}${comma} ${day.day} ${month} ${day.year}`;
}

/**
 * The same day in the Umm al-Qura calendar: «23 شعبان 1444 هـ», “23 Sha'ban 1444 AH”; null outside the printed
 * calendar (1356–1500 AH), where a computed date would claim more than is known.
 */
export function formatHijri(iso: string, language: Language): string | null {
  const number = dayNumber(iso);
  if (number === null) return null;
  const { year, month, day } = toHijri(number);
  if (!isTabulated(year)) return null;
  const { hijriMonths, hijriEra } = names[language];
  return `${day} ${hijriMonths[month - 1] ?? ''} ${year} ${hijriEra}`;
}

/** Whole days from one date to another: negative where the second is earlier; null where either is no day. */
export function daysBetween(from: string, to: string): number | null {
  const first = dayNumber(from);
  const second = dayNumber(to);
  return first === null || second === null ? null : second - first;
}

/** A number of days with the noun in the form Arabic asks for: «يوم», «يومان», «3 أيام», «11 يوماً», «100 يوم». */
function countDays(count: number): string {
  if (count === 1) return 'يوم واحد';
  if (count === 2) return 'يومين';
  const rest = count % 100;
  if (rest >= 3 && rest <= 10) return `${count} أيام`;
  return rest >= 11 ? `${count} يوماً` : `${count} يوم`;
}

/** How far a day is from the article's: «قبل 3 أيام», “3 days after”, «يوم النشر»; null where either is no day. */
export function formatDistance(reference: string, iso: string, language: Language): string | null {
  const days = daysBetween(reference, iso);
  if (days === null) return null;
  const count = Math.abs(days);
  if (language === 'ar') {
    if (days === 0) return 'يوم النشر';
    return days < 0
      ? `قبل النشر ب${count <= 2 ? '' : 'ـ'}${countDays(count)}`
      : `بعد النشر ب${count <= 2 ? '' : 'ـ'}${countDays(count)}`;
  }
  if (days === 0) return 'the day of publication';
  return `${count} ${count === 1 ? 'day' : 'days'} ${days < 0 ? 'before' : 'after'} publication`;
}
