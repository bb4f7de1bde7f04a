/** Dates as users type them. */
import { isCalendarDay } from '../../server/src/calendar-day';

/** Arabic-Indic and Extended Arabic-Indic digits, which a user may well type. */
const DIGITS = '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹';

/** An ISO date from what the user typed: null where it is no day of the calendar. */
export function parseDate(typed: string): string | null {
  const iso = typed
    .trim()
    .replace(/[٠-٩۰-۹]/gu, (digit) => String(DIGITS.indexOf(digit) % 10))
    .replace(
      /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/u,
      (_, y: string, m: string, d: string) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`,
    );
  return isCalendarDay(iso) ? iso : null;
}
