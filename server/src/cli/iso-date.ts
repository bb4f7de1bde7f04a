/** Publication dates as they are given from outside. */
import { isCalendarDay } from '../calendar-day';

/** Whether a string is a day of the calendar, with or without a time of day after it (`2023-03-15T10:00:00`, zone allowed). */
export function isIsoDateOrTime(text: string): boolean {
  const [date = '', time] = text.split('T', 2);
  return (
    isCalendarDay(date) &&
    (time === undefined || /^\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?$/u.test(time))
  );
}
