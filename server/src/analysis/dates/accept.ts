/** Whether what matched can stand alone where it does. */
import { isFalseFriend } from './false-friends';
import { isBareMonth } from './match-calendar';
import { matchMonthName } from './match-month';
import type { Reading } from './phrases';
import { cliticAt, plainAt, wordAt, type Scan } from './scan';
import { tenseOfWord } from './tense';

/** What cannot stand alone: «العام», a month's name that is also a common word, a noun of time without a preposition. */
export function isAcceptable(s: Scan, match: Reading, rule: string): boolean {
  if (rule === 'unit' && match.spec.kind === 'unit' && match.spec.by === 'bare')
    return match.spec.unit === 'WE' && wordAt(s, match.first).fn === 'عطلة';
  if (rule === 'calendar' && isBareMonth(s, match)) {
    const use = matchMonthName(s, match.first)?.use;
    if (use === 'never' || (use === 'context' && !hasCue(s, match.first))) return false;
  }
  if (rule === 'duration' && match.noun === true && !isNounDuration(s, match.first, match.end)) return false;
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
