/** Words of date expressions that are not dates where they stand: names, scores, telephone numbers, counts. */
import friends from '../../../data/dates/false-friends.json';
import { lookupKey, normalise } from '../text/normalise';
import { cliticAt, digitsAt, isGlued, plainAt, wordAt, type Match, type Scan } from './scan';

const keys = (forms: readonly string[]): Set<string> => new Set(forms.map((form) => lookupKey(normalise(form))));

const PLACES = keys(friends.places);
const COUNTED = keys(friends.counted);
const COUNTING = keys(friends.counting);
const BEFORE_FRIDAY = keys(friends.beforeWeekday);
const AFTER_CONTAINER = keys(friends.afterContainer);
const BEFORE_WHOLE_DAY = keys(friends.beforeWholeDay);
const MASTHEADS = keys(friends.mastheads);
const AFTER_TODAY = keys(friends.afterToday);
const STATE = keys(friends.beforeToday);
const AFTER_DECADE = keys(friends.afterDecade);

/** Whether a year's number may be one where no noun says so. */
export function isYearNumber(s: Scan, first: number, end: number, year: number): boolean {
  if (year < 1800 || year > 2100 || digitsAt(s, first) < 0) return false;
  const before = s.tokens[first - 1];
  const after = s.tokens[end];
  if (before !== undefined && COUNTING.has(before.key)) return false;
  if (isGlued(s, first) && before !== undefined && !['(', '«', '"', '“', 'و', 'ل', 'ب', '-', '،'].includes(before.text))
    return false;
  if (after === undefined) return true;
  if (COUNTED.has(after.key) || /[%٪$€£:/\\-]/.test(after.text)) return false;
  if (after.kind === 'word' && (after.text.endsWith('ًا') || after.text.endsWith('اً'))) return false;
  const word = plainAt(s, end);
  return word.unit === undefined || word.def === true;
}

/** Whether the word before makes a name of what follows: «شارع 26 يوليو», «ميدان 15 مايو». */
export function isPlaceName(s: Scan, first: number): boolean {
  const before = s.tokens[first - 1]?.key;
  return before !== undefined && PLACES.has(before);
}

const TIMES = new Set(['مره', 'مرات', 'مرتين']);

/** A number, a unit of time or «مرات» at the token: what a rate counts. */
function isCounted(s: Scan, i: number): boolean {
  const token = s.tokens[i];
  if (token === undefined) return false;
  return token.kind === 'number' || TIMES.has(token.key) || s.words[i]?.unit !== undefined;
}

/** Whether the words that were matched mean something else here. */
export function isFalseFriend(s: Scan, match: Match): boolean {
  const { spec, first, end } = match;
  const before = s.tokens[first - 1]?.key;
  if (isPlaceName(s, first)) return true;
  // «آلان» is a name, «الآن» is now.
  if (spec.kind === 'reference' && s.tokens[first]!.norm.startsWith('آ')) return true;
  // «على بُعد أسابيع»: at a distance of weeks.
  if (spec.kind === 'offset' && spec.sign === 1 && before === 'علي') return true;
  if (spec.kind === 'calendar' && spec.weekday !== undefined && end === first + 1) {
    if (before !== undefined && BEFORE_FRIDAY.has(before)) return true;
    if (cliticAt(s, first) === 'ك') return true;
  }
  if (spec.kind === 'calendar' && spec.deictic !== undefined && end === first + 1) {
    const next = s.tokens[end]?.key;
    if (next !== undefined && AFTER_TODAY.has(next)) return true;
    if (before !== undefined && BEFORE_WHOLE_DAY.has(before)) return true;
    if (spec.deictic === 0 && before !== undefined && MASTHEADS.has(before)) return true;
    // «ثلاث مرات في اليوم» is a rate.
    if (spec.deictic === 0 && before === 'في' && isCounted(s, first - 2)) return true;
    // «اليوم الثاني من المؤتمر».
    if (spec.deictic === 0 && plainAt(s, end).ordinal !== undefined && plainAt(s, end).def === true) return true;
  }
  if (spec.kind === 'decade' && spec.of === undefined) {
    const next = s.tokens[end]?.key === 'من' ? s.tokens[end + 1]?.key : s.tokens[end]?.key;
    if (next !== undefined && AFTER_DECADE.has(next)) return true;
    const noun = wordAt(s, end - 1);
    return noun.def !== true && wordAt(s, end - 2).unit !== 'DE' && !isJoined(s, end);
  }
  return false;
}

/** «خمسينات وستينات القرن الماضي». */
function isJoined(s: Scan, end: number): boolean {
  return cliticAt(s, end) === 'و' && s.words[end]?.decade !== undefined;
}

/** «اليوم» for our days, not for a day: after «العالم», «السائد», «يواجه», «فإنها». */
export function isNowadays(s: Scan, first: number): boolean {
  const before = s.tokens[first - 1]?.key;
  if (before === undefined) return false;
  // A verb with its object's pronoun closes a relative clause: «الذي نعيشه اليوم».
  return (
    STATE.has(before) ||
    (/^[ينت]/.test(before) && before.length >= 5 && /[^ت](?:ها|ه)$/.test(s.tokens[first - 1]!.norm))
  );
}

/** «بداية السنة الدراسية»: a year of another kind than the current one. */
export function isQualified(s: Scan, end: number): boolean {
  return AFTER_CONTAINER.has(s.tokens[end]?.key ?? '');
}
