/** Times of the clock and parts of the day, with the day they belong to. */
import { matchCalendar } from './match-calendar';
import { afterAnd, matchCardinal, matchOrdinal } from './match-number';
import { matchUnit } from './match-unit';
import {
  cliticAt,
  digitsAt,
  isFn,
  isGlued,
  isText,
  joinedAt,
  plainAt,
  skipComma,
  wordAt,
  type Match,
  type Scan,
} from './scan';
import type { DayPart, Spec, TimeSpec } from './spec';

interface Clock {
  readonly minutes: number;
  readonly end: number;
  /** How sure it is a clock's: «22:30» and «العاشرة» alone are not. */
  readonly sure: boolean;
}

interface PartMatch {
  readonly part: DayPart;
  readonly end: number;
}

/** «22:30», «23,35», «9.30», «21 : 35», «20»; minutes need two digits. */
function matchDigitalClock(s: Scan, i: number): Clock | null {
  const token = s.tokens[i];
  if (token?.kind !== 'number') return null;
  const point = token.norm.length <= 5 ? token.norm.search(/[.,٫]/) : -1;
  if (point > 0 && point === token.norm.length - 3)
    return clock(Number(token.norm.slice(0, point)), Number(token.norm.slice(point + 1)), i + 1, false);
  const hour = digitsAt(s, i, 2);
  if (hour < 0) return null;
  const minutes = isText(s, i + 1, ':') && s.tokens[i + 2]?.norm.length === 2 ? digitsAt(s, i + 2, 2) : -1;
  if (minutes < 0) return clock(hour, 0, i + 1, false);
  // Right-to-left typing swaps the halves inside brackets: «( 35 : 21 )».
  const reversed = hour > 24 && minutes <= 24 && isText(s, i - 1, '(');
  return reversed ? clock(minutes, hour, i + 3, false) : clock(hour, minutes, i + 3, false);
}

function clock(hour: number, minutes: number, end: number, sure: boolean): Clock | null {
  if (!(hour >= 0 && hour <= 24 && minutes >= 0 && minutes < 60)) return null;
  return { minutes: hour * 60 + minutes, end, sure };
}

/** The hour in words: a feminine ordinal with its article, or «الواحدة». */
function matchHourWord(s: Scan, i: number): Clock | null {
  const word = wordAt(s, i);
  if (word.def !== true || (!/[هة]$/.test(s.tokens[i]!.key) && word.ordinal !== 1)) return null;
  if (word.number === 1) return clock(1, 0, i + 1, false);
  const ordinal = matchOrdinal(s, i);
  return ordinal === null || ordinal.value > 12 ? null : clock(ordinal.value, 0, ordinal.end, false);
}

const FRACTION_MINUTES: Readonly<Record<string, number>> = { half: 30, third: 20, quarter: 15 };

/** «والنصف», «والربع», «إلا ربعاً», «وخمس وثلاثين دقيقة», «و35 دقيقة». */
function matchMinutes(s: Scan, base: Clock): Clock {
  const { end } = base;
  const joined = joinedAt(s, end);
  if (joined.fraction !== undefined)
    return { ...base, minutes: base.minutes + FRACTION_MINUTES[joined.fraction]!, end: end + 1, sure: true };
  if (isFn(s, end, 'إلا')) {
    const fraction =
      plainAt(s, end + 1).fraction ??
      (s.tokens[end + 1]?.key === 'ربعا' ? 'quarter' : s.tokens[end + 1]?.key === 'ثلثا' ? 'third' : undefined);
    if (fraction !== undefined)
      return { ...base, minutes: base.minutes - FRACTION_MINUTES[fraction]!, end: end + 2, sure: true };
  }
  const at = afterAnd(s, end);
  if (at === null) return base;
  const digits = digitsAt(s, at, 2);
  const count = digits >= 0 ? { value: digits, end: at + 1 } : matchCardinal(s, at);
  if (count === null || plainAt(s, count.end).unit !== 'MIN' || count.value > 59) return base;
  return { minutes: base.minutes + count.value, end: count.end + 1, sure: true };
}

/** «صباحاً», «بعد الظهر», «قبل منتصف الليل», «م», «ص» after an hour. */
function matchPartAfter(s: Scan, i: number): PartMatch | null {
  const key = s.tokens[i]?.key;
  if (key === 'م' || key === 'ص') return { part: key === 'م' ? 'EV' : 'MO', end: i + 1 };
  const word = plainAt(s, i);
  if (word.partAdverb !== undefined) return { part: word.partAdverb, end: i + 1 };
  const noon = plainAt(s, i + 1).part === 'MI' && plainAt(s, i + 1).def === true;
  if (word.fn === 'بعد' && noon) return { part: 'AF', end: i + 2 };
  if (word.fn === 'قبل' && noon) return { part: 'MO', end: i + 2 };
  const next = s.tokens[i + 1]?.key;
  if (word.fn === 'بعد' && next === 'المغرب') return { part: 'EV', end: i + 2 };
  if (word.fn === 'بعد' && next === 'العشاء') return { part: 'NI', end: i + 2 };
  if (word.fn === 'بعد' && next === 'العصر') return { part: 'AF', end: i + 2 };
  const midnight = plainAt(s, i + 1).mod === 'MID' && plainAt(s, i + 2).part === 'NI';
  if (word.fn === 'بعد' && midnight) return { part: 'MO', end: i + 3 };
  if (word.fn === 'قبل' && midnight) return { part: 'NI', end: i + 3 };
  if (word.part !== undefined && word.def === true) return { part: word.part, end: i + 1 };
  const inPart = cliticAt(s, i) === 'ب' ? wordAt(s, i) : {};
  return inPart.part !== undefined && inPart.def === true ? { part: inPart.part, end: i + 1 } : null;
}

/** Minutes after midnight for an hour as said in a part of the day: «الثامنة مساء» is 20:00. */
export function toDayMinutes(minutes: number, part: DayPart | null): number {
  const hour = Math.floor(minutes / 60);
  if (part === 'MO') return hour === 12 ? minutes - 720 : minutes;
  if (hour >= 12 && !(part === 'NI' && hour === 12)) return minutes;
  if (part === 'AF' || part === 'EV') return minutes + 720;
  if (part === 'MI') return hour < 5 ? minutes + 720 : minutes;
  if (part === 'NI') return hour === 12 ? minutes + 720 : hour >= 6 ? minutes + 720 : minutes;
  return minutes;
}

const ZONES = new Set(['gmt', 'utc', 'تغ', 'cet', 'est']);
const ZONE_ADJECTIVES = new Set(['المحلي', 'المكرمه', 'المحتله', 'الشرقي', 'الصيفي', 'العالمي', 'المنوره']);

/** «بتوقيت غرينتش», «بالتوقيت المحلي», «GMT», «ت.غ»: where it ends. */
function skipZone(s: Scan, i: number): number {
  const key = s.tokens[i]?.key ?? '';
  if (ZONES.has(key)) return i + 1;
  if (key === 'ت' && (s.tokens[i + 1]?.key === 'غ' || s.tokens[i + 2]?.key === 'غ'))
    return s.tokens[i + 1]?.key === 'غ' ? i + 2 : i + 3;
  const lead = key === 'حسب' || key === 'وفق' ? i + 1 : i;
  if (wordAt(s, lead).fn !== 'توقيت') return i;
  let end = lead + 1;
  if (s.tokens[end]?.kind === 'word') end++;
  for (let more = 0; more < 2 && ZONE_ADJECTIVES.has(s.tokens[end]?.key ?? ''); more++) end++;
  return end;
}

/** A day for a time to belong to: a calendar day, «اليوم التالي», «اليوم نفسه». */
function matchDay(s: Scan, i: number): Match | null {
  if ((s.letters[i] ?? 0) !== 0) return null;
  const unit = matchUnit(s, i);
  if (unit !== null && unit.spec.unit === 'D' && unit.spec.by !== 'bare' && unit.spec.by !== 'shift') return unit;
  const day = matchCalendar(s, i);
  if (day === null || day.spec.kind !== 'calendar') return null;
  const { weekday, deictic, day: number } = day.spec;
  return weekday !== undefined || deictic !== undefined || number !== undefined ? day : null;
}

/** Midnight and midday: «منتصف الليل», «منتصف ليل الخميس», «منتصف النهار». */
function matchMiddle(s: Scan, i: number): Match<TimeSpec> | null {
  if (wordAt(s, i).mod !== 'MID') return null;
  const night = plainAt(s, i + 1).part === 'NI';
  if (!night && !['نهار', 'النهار'].includes(s.tokens[i + 1]?.key ?? '')) return null;
  const q = plainAt(s, i + 1).def === true && isFn(s, i + 2, 'من') ? i + 3 : i + 2;
  const day = matchDay(s, q);
  const minutes = night ? 1440 : 720;
  const end = skipZone(s, day?.end ?? i + 2);
  return { first: i, end, spec: { kind: 'time', minutes, ambiguous: false, part: null, day: day?.spec ?? null } };
}

/** «مساء الثلاثاء», «بعد ظهر الأحد», «ليلة أمس», «هذا المساء», «صباح اليوم الاثنين (27 غشت)». */
export function matchDayPart(s: Scan, i: number): Match<TimeSpec> | null {
  const middle = matchMiddle(s, i);
  if (middle !== null) return middle;
  const word = wordAt(s, i);
  const tonight = word.night === true ? i : word.near === true && plainAt(s, i + 1).night === true ? i + 1 : null;
  if (tonight !== null && plainAt(s, tonight + 1).shift === undefined)
    return { first: i, end: tonight + 1, spec: timeOf(null, 'NI', today()) };
  if (word.near === true && plainAt(s, i + 1).part !== undefined && plainAt(s, i + 1).def === true)
    return { first: i, end: i + 2, spec: timeOf(null, plainAt(s, i + 1).part!, today()) };
  const shifted = (word.fn === 'بعد' || word.fn === 'قبل') && plainAt(s, i + 1).part === 'MI';
  const at = shifted ? i + 1 : i;
  const noun = wordAt(s, at);
  if (noun.part === undefined) return null;
  const part: DayPart = shifted ? (word.fn === 'بعد' ? 'AF' : 'MO') : noun.part;
  const q = isFn(s, at + 1, 'من') && noun.def === true ? at + 2 : at + 1;
  if (noun.def === true && q === at + 1) return null;
  const day = matchDay(s, q);
  if (day === null) return null;
  return { first: i, end: part === 'NI' ? skipNextDay(s, day) : day.end, spec: timeOf(null, part, day.spec) };
}

/** «ليل السبت الأحد», «ليل الخميس - الجمعة»: the night between two days is the first one's. */
function skipNextDay(s: Scan, { end, spec }: Match): number {
  if (spec.kind !== 'calendar' || spec.weekday === undefined) return end;
  const p = isText(s, end, '-') || isText(s, end, '–') || isText(s, end, '/') ? end + 1 : end;
  return plainAt(s, p).weekday === (spec.weekday % 7) + 1 ? p + 1 : end;
}

function today(): Spec {
  return { kind: 'calendar', calendar: 'gregorian', deictic: 0 };
}

function timeOf(minutes: number | null, part: DayPart | null, day: Spec | null): TimeSpec {
  return { kind: 'time', minutes, ambiguous: part === null, part, day };
}

/** «في تمام», «عند», «على» before «الساعة». */
function skipLead(s: Scan, i: number): number {
  let p = i;
  if (isFn(s, p, 'في') || isFn(s, p, 'على') || s.tokens[p]?.key === 'عند') p++;
  if (wordAt(s, p).fn === 'تمام') p++;
  return p;
}

/** The clock's own part: «الساعة العاشرة والنصف», «22:30», «التاسعة وخمس وثلاثين دقيقة ( 35 : 21 )». */
function matchHour(s: Scan, i: number): (Clock & { noun: boolean }) | null {
  const lead = wordAt(s, i).fn === 'تمام' ? i + 1 : i;
  const noun = wordAt(s, lead).unit === 'H' && wordAt(s, lead).def === true && wordAt(s, lead).unitForm === 'singular';
  const at = noun ? lead + 1 : lead;
  if (noun && s.letters[at] !== 0) return null;
  const hour = matchDigitalClock(s, at) ?? matchHourWord(s, at);
  if (hour === null) return null;
  const full = matchMinutes(s, hour);
  if (isText(s, full.end, '(')) {
    const again = matchDigitalClock(s, full.end + 1);
    if (again !== null && isText(s, again.end, ')') && again.end > full.end + 2)
      return { minutes: again.minutes, end: again.end + 1, sure: true, noun };
  }
  return { ...full, noun };
}

/** Whether a digital clock without «الساعة» has its colon. */
function hasColon(s: Scan, i: number): boolean {
  return isText(s, i + 1, ':') && isGlued(s, i + 1) && isGlued(s, i + 2);
}

/** «م» or «ص» after an hour. */
function isHalfDay(s: Scan, i: number): boolean {
  const key = s.tokens[i]?.key;
  return key === 'م' || key === 'ص';
}

/** A time of the clock with part of day, day and zone as far as they are written. */
export function matchClock(s: Scan, i: number): Match<TimeSpec> | null {
  // Most numbers are no hours: nothing beside them says so.
  if (s.tokens[i]?.kind === 'number' && s.words[i + 1] === undefined && !hasColon(s, i) && !isHalfDay(s, i + 1))
    return null;
  const hour = matchHour(s, i);
  if (hour === null) return null;
  const digital = s.tokens[i]!.kind === 'number';
  let end = hour.end;
  const q = isFn(s, end, 'من') || isFn(s, end, 'في') ? end + 1 : end;
  const dayPart = (s.letters[q] ?? 0) === 0 ? matchDayPart(s, q) : null;
  let part: DayPart | null = null;
  let day: Spec | null = null;
  const sure = hour.noun || (hour.sure && !digital);
  if (dayPart !== null && dayPart.spec.minutes === null) {
    ({ part, day } = dayPart.spec);
    end = dayPart.end;
  } else {
    const after = matchPartAfter(s, end);
    const letter = after !== null && s.tokens[end]!.key.length === 1;
    if (after !== null && !(letter && digital && !hasColon(s, i)) && !(letter && !digital && !hour.noun)) {
      ({ part } = after);
      end = after.end;
    }
    const zoned = skipZone(s, end);
    const r = isFn(s, zoned, 'من') ? zoned + 1 : skipComma(s, zoned);
    const found = part !== null || hour.noun || hasColon(s, i) ? matchDay(s, r) : null;
    if (found !== null) {
      day = found.spec;
      end = found.end;
    } else end = zoned;
  }
  const zoned = skipZone(s, end);
  const known = part !== null || zoned > hour.end;
  if (!sure && !known && !(digital && hasColon(s, i) && cued(s, i))) return null;
  if (digital && !hour.noun && !hasColon(s, i) && part === null) return null;
  const minutes = toDayMinutes(hour.minutes, part);
  return { first: i, end: zoned, spec: { ...timeOf(minutes, part, day), ambiguous: part === null && !hasColon(s, i) } };
}

function cued(s: Scan, i: number): boolean {
  const before = s.tokens[i - 1]?.key;
  return before === 'تمام' || before === 'عند' || before === 'ساعه';
}

/** A day and the time on it: «الأحد الماضي الساعة 11 صباحاً», «السبت مساء», «… 2009, 08:19 GMT». */
export function matchDayAndTime(s: Scan, i: number): Match<TimeSpec> | null {
  const unit = matchUnit(s, i);
  const day = unit !== null && unit.spec.unit === 'D' && unit.spec.by !== 'bare' ? unit : matchCalendar(s, i);
  if (
    day === null ||
    (day.spec.kind === 'calendar' &&
      day.spec.weekday === undefined &&
      day.spec.deictic === undefined &&
      day.spec.day === undefined)
  )
    return null;
  if (day.spec.kind === 'set') return null;
  const after = matchPartAfter(s, day.end);
  const named = after !== null && plainAt(s, day.end).partAdverb !== undefined;
  if (named) return { first: i, end: after.end, spec: timeOf(null, after.part, day.spec) };
  const p = skipLead(s, skipComma(s, day.end));
  const digital = s.tokens[p]?.kind === 'number';
  if (digital && !hasColon(s, p)) return null;
  const time = matchClock(s, p) ?? (digital ? bareClock(s, p) : null);
  if (time === null || time.spec.day !== null) return null;
  return { first: i, end: time.end, spec: { ...time.spec, day: day.spec } };
}

function bareClock(s: Scan, i: number): Match<TimeSpec> | null {
  const found = matchDigitalClock(s, i);
  return found === null ? null : { first: i, end: found.end, spec: timeOf(found.minutes, null, null) };
}
