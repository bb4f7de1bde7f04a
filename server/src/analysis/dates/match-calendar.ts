/** Days: weekday, deictic word, day and month, digits, and all of them together. */
import { matchMonth, matchMonthName, matchShift, readMonth } from './match-month';
import { matchNumeric } from './match-numeric';
import { matchOrdinal } from './match-number';
import { matchUnit } from './match-unit';
import { digitsAt, isFn, isText, plainAt, skipComma, wordAt, type Match, type Scan } from './scan';
import type { CalendarSpec, SetSpec, Spec } from './spec';

/** The day of a month: 1 to 31 in digits, an ordinal, «فاتح» or «غرة» (the first, in the Maghreb). */
function matchDayNumber(s: Scan, i: number): { value: number; end: number } | null {
  const digits = digitsAt(s, i, 2);
  if (digits >= 1 && digits <= 39) return { value: digits, end: i + 1 };
  if (wordAt(s, i).fn === 'فاتح') return { value: 1, end: i + 1 };
  const ordinal = matchOrdinal(s, i);
  return ordinal !== null && ordinal.value <= 31 ? ordinal : null;
}

interface DayMonth {
  readonly spec: CalendarSpec;
  readonly end: number;
  readonly everyYear: boolean;
}

/** «15 مارس 2023», «الخامس عشر من مارس», «19 من الشهر الجاري», «22 منه». */
export function matchDayMonth(s: Scan, i: number): DayMonth | null {
  const day = matchDayNumber(s, i);
  if (day === null) return null;
  if (isFn(s, day.end, 'منه') && digitsAt(s, i) >= 0) {
    const of: Spec = { kind: 'unit', unit: 'M', by: 'same', shift: 0 };
    return {
      spec: { kind: 'calendar', calendar: 'gregorian', day: day.value, of },
      end: day.end + 1,
      everyYear: false,
    };
  }
  const p = isFn(s, day.end, 'من') ? day.end + 1 : day.end;
  if (
    plainAt(s, p).shift === 'present' &&
    plainAt(s, p).def !== true &&
    digitsAt(s, i) >= 0 &&
    /[يه]$/.test(s.tokens[p]!.key)
  ) {
    const of: Spec = { kind: 'unit', unit: 'M', by: 'shift', shift: 0 };
    return { spec: { kind: 'calendar', calendar: 'gregorian', day: day.value, of }, end: p + 1, everyYear: false };
  }
  const month = matchMonth(s, p);
  if (month !== null && (s.letters[p] === 0 || wordAt(s, p).fn === 'شهر')) return readMonth(s, month, day.value);
  const unit = matchUnit(s, p);
  if (unit === null || unit.spec.kind !== 'unit' || unit.spec.unit !== 'M') return null;
  if (unit.spec.by === 'bare') return null;
  const spec: CalendarSpec = { kind: 'calendar', calendar: 'gregorian', day: day.value, of: unit.spec };
  return { spec, end: unit.end, everyYear: false };
}

interface Head {
  readonly end: number;
  readonly weekday?: number;
  readonly deictic?: number;
  readonly night?: boolean;
  /** «هذا الخميس». */
  readonly thisOne?: boolean;
}

/** «أمس», «أمس الأول», «أول من أمس», «قبل أمس», «بعد غد», «هذا اليوم». */
function matchDeictic(s: Scan, i: number): Head | null {
  const word = wordAt(s, i);
  if (word.deictic !== undefined) {
    if (word.deictic === -1 && plainAt(s, i + 1).ordinal === 1 && plainAt(s, i + 1).def === true)
      return { end: i + 2, deictic: -2 };
    return { end: i + 1, deictic: word.deictic, night: word.night === true };
  }
  if (word.near === true && plainAt(s, i + 1).deictic === 0)
    return { end: i + 2, deictic: 0, night: plainAt(s, i + 1).night === true };
  const skipDay = (p: number): number => (plainAt(s, p).unit === 'D' && plainAt(s, p).def !== true ? p + 1 : p);
  if (word.fn === 'أول' || word.ordinal === 1) {
    const p = isFn(s, i + 1, 'من') ? i + 2 : i + 1;
    return plainAt(s, p).deictic === -1 ? { end: p + 1, deictic: -2 } : null;
  }
  const p = skipDay(i + 1);
  if (word.fn === 'قبل' && plainAt(s, p).deictic === -1) return { end: p + 1, deictic: -2 };
  if (word.fn === 'بعد' && plainAt(s, p).deictic === 1) return { end: p + 1, deictic: 2 };
  return null;
}

/** A weekday after «يوم», which lets it stand without its article («يوم جمعة»). */
function matchWeekday(s: Scan, i: number): Head | null {
  const word = wordAt(s, i);
  if (word.near === true && plainAt(s, i + 1).weekday !== undefined)
    return { end: i + 2, weekday: plainAt(s, i + 1).weekday, thisOne: true };
  if (word.weekday !== undefined) return { end: i + 1, weekday: word.weekday };
  if (word.unit !== 'D' || word.def === true || word.unitForm === 'plural') return null;
  const next = plainAt(s, i + 1);
  const weekday = next.weekday ?? next.bareWeekday;
  return weekday === undefined ? null : { end: i + 2, weekday };
}

/** The words for the day before its date: «يوم الأربعاء», «اليوم، الأربعاء،», «أمس (الأحد)», «يوم». */
function matchHead(s: Scan, i: number): Head | null {
  const word = wordAt(s, i);
  const isDay = word.unit === 'D' && word.unitForm === 'singular' && word.def !== true;
  const deictic = matchDeictic(s, isDay ? i + 1 : i);
  if (deictic === null || (isDay && s.letters[i + 1] !== 0)) return matchWeekday(s, i);
  const comma = skipComma(s, deictic.end);
  const bracket = isText(s, comma, '(');
  const weekday = matchWeekday(s, bracket ? comma + 1 : comma);
  const at = bracket ? comma + 1 : comma;
  if (weekday === null || s.letters[at] !== 0) return deictic;
  if (bracket && !isText(s, weekday.end, ')')) return deictic;
  return { ...deictic, weekday: weekday.weekday, end: weekday.end + (bracket ? 1 : 0) };
}

/** The date that follows the day's name, after a comma, «الموافق» or an opening bracket. */
function matchAfterHead(s: Scan, head: Head): DayMonth | null {
  let p = skipComma(s, head.end);
  if (isFn(s, p, 'الموافق')) p++;
  const bracket = isText(s, p, '(');
  if (bracket) p++;
  const found = s.letters[p] === 0 ? (matchNumeric(s, p) ?? matchDayMonth(s, p)) : null;
  if (found === null || !bracket) return found;
  return isText(s, found.end, ')') ? { ...found, end: found.end + 1 } : null;
}

/** A mark of punctuation that ends a phrase, or the end of the text. */
function isStop(s: Scan, i: number): boolean {
  const token = s.tokens[i];
  return token === undefined || ['.', '،', ',', ')', '؛', ':', '؟', '!', '»'].includes(token.text);
}

/** «الماضي», or the week it lies in, after a weekday. */
function readWeekday(s: Scan, head: Head): { spec: CalendarSpec; end: number } {
  const base = {
    kind: 'calendar' as const,
    calendar: 'gregorian' as const,
    weekday: head.weekday,
    deictic: head.deictic,
  };
  if (head.deictic !== undefined) return { spec: base, end: head.end };
  if (head.thisOne === true) return { spec: { ...base, shift: 0 }, end: head.end };
  const after = plainAt(s, head.end).shift;
  if (after === 'previous') return { spec: { ...base, shift: -1 }, end: head.end + 1 };
  if (after === 'next') return { spec: { ...base, shift: 1 }, end: head.end + 1 };
  // «الجمعة 22»: the day of a month that need not be named; before a noun it is a count.
  const number = digitsAt(s, head.end, 2);
  if (number >= 1 && number <= 31 && isStop(s, head.end + 1))
    return { spec: { ...base, day: number }, end: head.end + 1 };
  const shift = matchShift(s, head.end);
  if (shift !== null) return { spec: { ...base, shift: shift.shift }, end: shift.end };
  const p = isFn(s, head.end, 'من') ? head.end + 1 : head.end;
  const unit = matchUnit(s, p);
  const within = unit?.spec.kind === 'unit' && unit.spec.by !== 'bare' && ['W', 'M', 'Y'].includes(unit.spec.unit);
  if (unit !== null && within && s.letters[p] === 0) return { spec: { ...base, of: unit.spec }, end: unit.end };
  return { spec: base, end: head.end };
}

/** «… الموافق 15 مارس 2023»: the same day in the other calendar. */
function readOther(s: Scan, spec: CalendarSpec, end: number): { spec: CalendarSpec; end: number } {
  let p = skipComma(s, end);
  const bracket = isText(s, p, '(');
  if (bracket) p++;
  const said = isFn(s, p, 'الموافق');
  if (said) p++;
  if (s.tokens[p]?.key === 'ل') p++;
  if (!said && !bracket && !isText(s, end, '-') && !isText(s, end, '/')) return { spec, end };
  if (!said && !bracket) p = end + 1;
  const other = matchNumeric(s, p) ?? matchDayMonth(s, p);
  if (other === null || other.everyYear || (other.spec.calendar === spec.calendar && !said)) return { spec, end };
  if (bracket && !isText(s, other.end, ')')) return { spec, end };
  return { spec: { ...spec, other: other.spec }, end: other.end + (bracket ? 1 : 0) };
}

/** A day, written in any of the ways a day is written; or a month. Null where the words make none. */
export function matchCalendar(s: Scan, i: number): Match<CalendarSpec | SetSpec> | null {
  let known = s.calendars[i];
  if (known === undefined) {
    known = findCalendar(s, i);
    s.calendars[i] = known;
  }
  return known;
}

function findCalendar(s: Scan, i: number): Match<CalendarSpec | SetSpec> | null {
  const head = matchHead(s, i);
  if (head !== null) {
    const date = matchAfterHead(s, head);
    if (date === null) return { first: i, ...readWeekday(s, head) };
    const spec: CalendarSpec = { ...date.spec, weekday: head.weekday, deictic: head.deictic };
    return { first: i, ...readOther(s, spec, date.end) };
  }
  const word = wordAt(s, i);
  const isDay = word.unit === 'D' && word.unitForm === 'singular' && word.def !== true;
  const date = matchNumeric(s, isDay ? i + 1 : i) ?? matchDayMonth(s, isDay ? i + 1 : i);
  if (date !== null) {
    if (date.everyYear) return { first: i, spec: { kind: 'set', value: date.spec }, end: date.end };
    return { first: i, ...readOther(s, date.spec, date.end) };
  }
  const month = matchMonth(s, i);
  if (month === null) return null;
  const read = readMonth(s, month);
  if (read.everyYear) return { first: i, spec: { kind: 'set', value: read.spec }, end: read.end };
  return { first: i, spec: read.spec, end: read.end };
}

/** Whether a month alone may be taken for one: a name that is also a common word needs a preposition or more. */
export function isBareMonth(s: Scan, match: Match): boolean {
  const spec = match.spec;
  if (spec.kind !== 'calendar' || spec.month === undefined) return false;
  const alone = spec.day === undefined && spec.year === undefined && spec.shift === undefined && spec.of === undefined;
  return alone && matchMonthName(s, match.first)?.end === match.end;
}
