/** What is wrong with a date as written, in words. */
import { weekdayOf } from '../analysis/dates/calendar';
import type { DateExpression } from '../analysis/model';
import { findMessage, message } from '../messages/messages';
import type { UiLanguage } from '../protocol';
import { dayNumber, describeValue } from './timex';

/** The problem in words; null where the date has none. */
export function describeProblem(language: UiLanguage, date: DateExpression): string | null {
  const { problem } = date;
  if (problem === undefined) return null;
  const { written, expected } = problem;
  switch (problem.code) {
    case 'weekday-mismatch':
      return describeWeekday(language, date.value, written, expected);
    case 'calendar-mismatch': {
      // Two names of one month («شباط/فبراير») that are not: months by number.
      const months = [written, expected].map((month) => findMessage(language, `month.${month}`));
      if (months[0] != null && months[1] != null)
        return message(language, 'problem.month-mismatch', { written: months[0], expected: months[1] });
      if (written === undefined || expected === undefined) return message(language, 'problem.calendar-mismatch.short');
      return message(language, 'problem.calendar-mismatch', {
        written: describeValue(language, written) ?? written,
        expected: describeValue(language, expected) ?? expected,
      });
    }
    case 'impossible-date':
      return expected === undefined
        ? message(language, 'problem.impossible-date')
        : message(language, 'problem.impossible-date.days', { expected });
    case 'no-reference':
      return message(language, 'problem.no-reference');
  }
}

function describeWeekday(language: UiLanguage, value: string, written?: string, expected?: string): string {
  const names = [written, expected].map((weekday) => findMessage(language, `weekday.${weekday}`));
  const day = dayNumber(value);
  if (names[0] == null || names[1] == null) return message(language, 'problem.weekday-mismatch.short');
  // «أمس الأحد»: where the weekday has decided, it is «أمس» that does not fit, and the value's weekday is the written one.
  if (day === null || String(weekdayOf(day)) === written)
    return message(language, 'problem.weekday-deictic', { written: names[0], expected: names[1] });
  return message(language, 'problem.weekday-mismatch', {
    date: value.slice(0, 10),
    written: names[0],
    expected: names[1],
  });
}
