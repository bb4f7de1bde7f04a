/** Paragraph stage: every date expression of a paragraph, as it is written. One pass over the tokens. */
import type { DateModifier } from '../model';
import type { ParagraphText } from '../text/paragraph';
import { isFalseFriend, isNowadays, isPlaceName, isQualified, isYearNumber } from './false-friends';
import { isBareMonth, matchCalendar } from './match-calendar';
import { matchDuration, matchRunning, matchSet } from './match-duration';
import { isFeastWord, matchFeast } from './match-feast';
import { matchMonthName } from './match-month';
import { matchYearNumber } from './match-number';
import { matchBackReference, matchOffset, matchReference } from './match-offset';
import { matchDayList, matchRange } from './match-range';
import { matchClock, matchDayAndTime, matchDayPart } from './match-time';
import { matchContainer, matchNth, matchSeason, matchUnit } from './match-unit';
import { matchBareYears, matchEpoch } from './match-year';
import {
  cliticAt,
  endOffset,
  isArticle,
  isFn,
  plainAt,
  scanTokens,
  startOffset,
  wordAt,
  type Match,
  type Scan,
} from './scan';
import type { DateCandidate, Spec } from './spec';
import { tenseAt, tenseOfWord } from './tense';

/** A match with the modifier written before it, and what it is where its distance has nothing to be told from. */
export interface Found extends Match {
  readonly mod: DateModifier | null;
  readonly rule: string;
  readonly inner?: number;
  readonly noun?: boolean;
}

const found = (match: Match | null, rule: string, mod: DateModifier | null = null): Found | null =>
  match === null ? null : { ...match, mod, rule };

/** «منتصف أيلول 2021», «نهاية العام», «بداية نوفمبر المقبل». */
function matchModified(s: Scan, i: number): Found | null {
  const { mod } = wordAt(s, i);
  if (mod === undefined) return null;
  const p = isFn(s, i + 1, 'من') ? i + 2 : i + 1;
  if (s.letters[p] !== 0) return null;
  const inner = matchNth(s, p) ?? matchContainer(s, p);
  if (inner === null) return null;
  const { spec } = inner;
  if (spec.kind === 'calendar' && spec.day !== undefined) return null;
  if (spec.kind === 'unit' && spec.by === 'bare' && isQualified(s, inner.end)) return null;
  const downtown = s.tokens[i]!.key === 'وسط' && spec.kind !== 'calendar' && spec.kind !== 'season';
  return downtown ? null : { ...inner, first: i, mod, rule: 'modifier' };
}

/** «نحو الساعة 23,35», «حوالي عام 1900». */
function matchApproximate(s: Scan, i: number): Found | null {
  if (wordAt(s, i).approx !== true || s.letters[i + 1] !== 0) return null;
  const inner = matchClock(s, i + 1) ?? matchEpoch(s, i + 1);
  return inner === null ? null : { ...inner, first: i, mod: 'APPROX', rule: 'approximate' };
}

/** «ساعة متأخرة من مساء أمس», «وقت سابق من الشهر». */
function matchLate(s: Scan, i: number): Found | null {
  const word = wordAt(s, i);
  if (word.unit === 'H' && word.unitForm === 'plural' && word.def === true) return matchFirstHours(s, i);
  const hour = word.unit === 'H' && word.def !== true;
  if ((!hour && word.fn !== 'وقت') || !isFn(s, i + 2, 'من')) return null;
  if (isFn(s, i + 1, 'متأخرة')) {
    const part = matchDayPart(s, i + 3);
    return part === null ? null : { ...part, first: i, mod: 'END', rule: 'late' };
  }
  if (!isFn(s, i + 1, 'سابق') && !isFn(s, i + 1, 'لاحق')) return null;
  const unit = matchUnit(s, i + 3);
  return unit?.spec.by === 'bare' && unit.spec.unit !== 'D'
    ? { ...unit, first: i, mod: null, rule: 'earlier-in' }
    : null;
}

/** «الساعات الأولى من فجر الثلاثاء». */
function matchFirstHours(s: Scan, i: number): Found | null {
  const place = plainAt(s, i + 1);
  const mod = place.ordinal === 1 ? 'START' : place.last === true ? 'END' : null;
  if (mod === null || !isFn(s, i + 2, 'من')) return null;
  const part = matchDayPart(s, i + 3);
  return part === null ? null : { ...part, first: i, mod, rule: 'hours' };
}

/** «اليوم» for our days. */
function matchNowadays(s: Scan, i: number): Found | null {
  if (wordAt(s, i).deictic !== 0 || wordAt(s, i).night === true || !isNowadays(s, i)) return null;
  return found({ first: i, end: i + 1, spec: { kind: 'reference', value: 'PRESENT_REF' } }, 'nowadays');
}

function matchPlainYear(s: Scan, i: number): Found | null {
  const year = matchYearNumber(s, i);
  if (year === null || !isYearNumber(s, i, year.end, year.value)) return null;
  return found(
    { first: i, end: year.end, spec: { kind: 'calendar', calendar: 'gregorian', year: year.value } },
    'bare-year',
  );
}

/** Every reading of the words from token `i`; the longest wins, the first of equals. */
function candidates(s: Scan, i: number): (Found | null)[] {
  const duration = matchDuration(s, i);
  const offset = matchOffset(s, i);
  return [
    found(matchDayAndTime(s, i), 'day-and-time'),
    found(matchDayPart(s, i), 'part-of-day'),
    found(matchClock(s, i), 'clock'),
    matchModified(s, i),
    matchApproximate(s, i),
    matchLate(s, i),
    found(matchRange(s, i), 'range'),
    found(matchSet(s, i), 'set'),
    found(matchNth(s, i), 'part-of'),
    matchNowadays(s, i),
    found(matchCalendar(s, i), 'calendar'),
    found(matchFeast(s, i), 'feast'),
    found(matchSeason(s, i), 'season'),
    found(matchEpoch(s, i), 'epoch'),
    found(matchBareYears(s, i), 'years'),
    offset === null ? null : { ...offset, rule: `offset-${offset.lead}`, inner: offset.inner },
    duration === null ? null : { ...duration, rule: duration.noun ? 'duration-noun' : 'duration' },
    found(matchUnit(s, i), 'unit'),
    found(matchRunning(s, i), 'running'),
    found(matchBackReference(s, i), 'back-reference'),
    found(matchReference(s, i), 'reference'),
    matchPlainYear(s, i),
  ];
}

function longest(s: Scan, i: number): Found | null {
  let best: Found | null = null;
  for (const candidate of candidates(s, i)) {
    if (candidate === null || (best !== null && candidate.end <= best.end)) continue;
    if (isAcceptable(s, candidate)) best = candidate;
  }
  return best;
}

/** What cannot stand alone: «العام», a month's name that is also a common word, a noun of time without a preposition. */
function isAcceptable(s: Scan, match: Found): boolean {
  if (match.rule === 'unit' && match.spec.kind === 'unit' && match.spec.by === 'bare') return false;
  if (match.rule === 'calendar' && isBareMonth(s, match)) {
    const use = matchMonthName(s, match.first)?.use;
    if (use === 'never' || (use === 'context' && !hasCue(s, match.first))) return false;
  }
  if (match.rule === 'duration-noun' && !isNounDuration(s, match.first, match.end)) return false;
  if (match.inner !== undefined && match.noun === true && !isNounDuration(s, match.inner, match.end)) return false;
  return !isFalseFriend(s, match);
}

/** «أسبوع» or «سنوات» without a number: after a preposition of time, or in the accusative («أشهراً»), and not «سنوات الحرب». */
function isNounDuration(s: Scan, first: number, end: number): boolean {
  const clitic = cliticAt(s, first);
  const unit = wordAt(s, first);
  const before = s.words[first - 1];
  if (!mayEndNoun(s, end, unit.unitForm === 'plural')) return false;
  if (
    unit.unit === 'DE' &&
    unit.unitForm === 'singular' &&
    s.tokens[end]?.kind === 'word' &&
    s.tokens[end]?.key !== 'من'
  )
    return false;
  // «يوما بعد يوم», «سنة بعد سنة».
  if (before?.fn === 'بعد' && s.words[first - 2]?.unit === unit.unit) return false;
  if (clitic === 'ل' || clitic === 'ول') return unit.unit !== 'D' || unit.unitForm === 'plural';
  if (clitic !== '') return false;
  if (before?.durationCue === true) return true;
  if (unit.unitForm !== 'plural' || unit.unit === 'DE') return false;
  if (before?.fn === 'من') return unit.unit !== 'M' && unit.unit !== 'H' && s.tokens[end]?.kind !== 'word';
  return /ا$/.test(s.tokens[first]!.norm);
}

/** Whether the token may follow a noun that stands for its own length: not a noun that says whose time it is. */
function mayEndNoun(s: Scan, end: number, plural: boolean): boolean {
  const next = s.tokens[end];
  if (next === undefined || next.kind === 'punctuation') return true;
  if (next.kind !== 'word') return false;
  const word = plainAt(s, end);
  if (word.afterNoun === true || word.same === true) return true;
  if (
    next.key.startsWith('ال') ||
    word.month !== undefined ||
    word.number !== undefined ||
    word.hijriMonth !== undefined
  )
    return false;
  if (plural) return true;
  // Adverbs («احتجاجاً»), and words with a conjunction or preposition of their own.
  return /ا$/.test(next.norm) || /^[وفبل]/.test(next.key) || tenseOfWord(s, end) !== null;
}

const CUES = new Set(['في', 'منذ', 'خلال', 'حتى', 'من', 'إلى', 'قبل', 'بعد', 'بين', 'شهر', 'عن', 'على', 'مع']);

function hasCue(s: Scan, first: number): boolean {
  const before = s.words[first - 1];
  const clitic = cliticAt(s, first);
  if (clitic === 'ب' || clitic === 'ل') return true;
  // «في فبراير أو مارس», «فبراير ومارس».
  const joined = clitic === 'و' ? first - 1 : before?.fn === 'أو' ? first - 2 : -1;
  if (joined >= 0 && s.words[joined]?.month !== undefined) return true;
  return before !== undefined && ((before.fn !== undefined && CUES.has(before.fn)) || before.mod !== undefined);
}

/** Every date expression with its symbolic meaning. Depends on the paragraph's content only; linear. */
export function findDateCandidates(content: ParagraphText): DateCandidate[] {
  const s = scanTokens(content);
  const out: DateCandidate[] = [];
  let sentence = 0;
  for (let i = 0; i < s.tokens.length; i++) {
    while (sentence < content.sentences.length - 1 && i >= content.sentences[sentence]!.endToken) sentence++;
    if (s.words[i] === undefined && s.tokens[i]!.kind !== 'number' && !isArticle(s, i) && !isFeastWord(s, i)) continue;
    const bounds = content.sentences[sentence] ?? { firstToken: 0, endToken: s.tokens.length };
    const make = (match: Match, mod: DateModifier | null, rule: string, inner?: number): void => {
      out.push(candidate(s, match, { mod, rule, inner }, bounds, sentence));
    };
    const list = matchDayList(s, i);
    const match = longest(s, i);
    if (match === null && isPlaceName(s, i)) {
      // «شارع 26 يوليو»: what follows the number is the street's name too.
      while (i + 1 < s.tokens.length && s.words[i + 1]?.month !== undefined) i++;
      continue;
    }
    if (list !== null && (match === null || list[list.length - 1]!.end > match.end)) {
      for (const item of list) make(item, null, 'day-list');
      i = list[list.length - 1]!.end - 1;
    } else if (match !== null) {
      make(match, match.mod, match.rule, match.inner);
      i = match.end - 1;
    }
  }
  return out;
}

interface Sentence {
  readonly firstToken: number;
  readonly endToken: number;
}

function candidate(
  s: Scan,
  match: Match<Spec>,
  { mod, rule, inner }: { mod: DateModifier | null; rule: string; inner?: number },
  bounds: Sentence,
  sentence: number,
): DateCandidate {
  const { first, end, spec } = match;
  const tense = tenseAt(s, first, end, bounds.firstToken, bounds.endToken);
  const base = { start: startOffset(s, first), end: endOffset(s, end), spec, mod, tense, sentence, why: [rule] };
  if (inner === undefined) return base;
  const isAhead = tenseAt(s, first, end, Math.max(bounds.firstToken, first - OFFSET_REACH), end) === 'future';
  const alone = bounds.endToken - bounds.firstToken - (end - first) <= 1;
  return { ...base, innerStart: startOffset(s, inner), from: isFromEvent(s, end), ahead: isAhead || alone };
}

/** Tokens before a distance within which a verb of the future makes it one from now. */
const OFFSET_REACH = 10;

const LIKELIHOOD = new Set(['الارجح', 'الاقل', 'الاكثر', 'الاغلب']);

/** «بعد يومين من …», «بعد أربعة أيام فقط على …»: counted from what the text goes on to name. */
function isFromEvent(s: Scan, end: number): boolean {
  const p = s.tokens[end]?.key === 'فقط' ? end + 1 : end;
  const without = s.tokens[p + 1]?.key === 'دون' || s.tokens[p + 1]?.key === 'غير';
  return (isFn(s, p, 'من') && !without) || (isFn(s, p, 'على') && !LIKELIHOOD.has(s.tokens[p + 1]?.key ?? ''));
}
