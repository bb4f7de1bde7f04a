/** Dates in digits: «15/3/2023», «2023-03-15», «15.03.2023», «15-03», «14-09-1432 هـ». */
import { matchEra } from './match-month';
import { digitsAt, isGlued, isText, type Scan } from './scan';
import type { CalendarSpec } from './spec';

interface NumericDate {
  readonly spec: CalendarSpec;
  readonly end: number;
  readonly everyYear: false;
}

const SEPARATORS = ['/', '-', '–', '\\', '‏'];

/** Whether the token is a separator with no white space on either side; Arabic dates may have one («15/ 3/ 2023»). */
function separatorAt(s: Scan, i: number): string | null {
  const token = s.tokens[i];
  if (token === undefined || token.kind !== 'punctuation' || token.spaceBefore) return null;
  return SEPARATORS.includes(token.text) && isGlued(s, i + 1) ? token.text : null;
}

function build(parts: readonly number[], hijri: boolean, end: number): NumericDate | null {
  const [day, month, year] = parts;
  if (day === undefined || month === undefined || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const calendar = hijri || (year !== undefined && year >= 1300 && year <= 1500) ? 'hijri' : 'gregorian';
  const spec: CalendarSpec = { kind: 'calendar', calendar, day, month, ...(year !== undefined && { year }) };
  return { spec, end, everyYear: false };
}

/** «15.03.2023» is one token for the tokeniser. */
function matchDotted(s: Scan, i: number): NumericDate | null {
  const token = s.tokens[i];
  if (token?.kind !== 'number' || token.norm.length < 8 || token.norm.length > 10) return null;
  const parts = token.norm.split('.');
  if (parts.length !== 3 || parts[2]!.length !== 4 || parts[0]!.length > 2 || parts[1]!.length > 2) return null;
  const numbers = parts.map(Number);
  return numbers.every(Number.isInteger) ? build(numbers, false, i + 1) : null;
}

/** A date in digits from token `i`; days come before months in the Arabic press. A day and a month alone need two digits each. */
export function matchNumeric(s: Scan, i: number): NumericDate | null {
  const first = digitsAt(s, i);
  if (first < 0) return matchDotted(s, i);
  const separator = separatorAt(s, i + 1);
  const previous = s.tokens[i - 1];
  if (separator === null || (isGlued(s, i) && previous?.kind === 'punctuation' && SEPARATORS.includes(previous.text)))
    return null;
  const second = digitsAt(s, i + 2, 2);
  if (second < 0) return null;
  const again = separatorAt(s, i + 3) === separator;
  const third = again ? digitsAt(s, i + 4) : -1;
  if (!again) return matchDayMonthDigits(s, i, first, second, separator);
  if (third < 0 || separatorAt(s, i + 5) !== null) return null;
  const era = matchEra(s, i + 5);
  const end = era === null || era.era === 'before-christ' ? i + 5 : era.end;
  const hijri = era?.era === 'hijri';
  const lengths = [s.tokens[i]!.norm.length, s.tokens[i + 4]!.norm.length];
  if (lengths[0] === 4) return build([third, second, first], hijri, end);
  if (lengths[1] === 4) return build([first, second, third], hijri, end);
  return lengths[1] === 2 && separator === '/' ? build([first, second, 2000 + third], hijri, end) : null;
}

/** «15-03» is a date where both halves have two digits or a day's name stands before; «3/4» is a fraction. */
function matchDayMonthDigits(s: Scan, i: number, day: number, month: number, separator: string): NumericDate | null {
  if (separatorAt(s, i + 3) !== null || s.tokens[i]!.norm.length > 2) return null;
  const named = i > 0 && s.words[i - 1]?.weekday !== undefined;
  const cued = i > 0 && (s.tokens[i - 1]!.key === 'بتاريخ' || s.words[i - 1]?.unit === 'D');
  if (!named && !cued) return null;
  if (isText(s, i + 3, '%') || separator === '\\') return null;
  return build([day, month], false, i + 3);
}
