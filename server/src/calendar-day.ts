/** Days as the protocol, the command line and users write them. */
import { parseIsoDay } from './analysis/dates/calendar';

/** True for `YYYY-MM-DD` that is a day of the (proleptic Gregorian) calendar. */
export function isCalendarDay(value: unknown): value is string {
  return typeof value === 'string' && value.length === 10 && parseIsoDay(value) !== null;
}
