/** Whether the words around a date tell of what was or of what will be. */
import tenses from '../../../data/dates/tenses.json';
import { lookupKey, normalise } from '../text/normalise';
import type { Scan } from './scan';
import type { Tense } from './spec';

const FUTURE = new Set(tenses.future.map((form) => lookupKey(normalise(form))));
const PAST = new Set(tenses.past.map((form) => lookupKey(normalise(form))));
const PROSPECTIVE = new Set(tenses.prospective.map((form) => lookupKey(normalise(form))));
const NOT_FUTURE = tenses.notFuture.map((form) => lookupKey(normalise(form)));
const WEAK_PAST = new Set(tenses.weakPast.map((form) => lookupKey(normalise(form))));
const ANNOUNCING = new Set(tenses.announcing.map((form) => lookupKey(normalise(form))));
const PUNCTUAL = new Set(tenses.punctual.map((form) => lookupKey(normalise(form))));
const OPENERS = new Set(['ان', 'التي', 'الذي', 'قد', 'الذين', 'حيث', 'عندما', 'حين', 'كما', 'فيما', 'بينما', 'و']);
const NOT_PAST = new Set(tenses.notPast.map((form) => lookupKey(normalise(form))));
const SUBJUNCTIVE = new Set(['ان', 'لن', 'لكي', 'كي', 'حتي', 'لان']);
/** Prepositions that look ahead from now. */
const AHEAD = new Set(['بحلول', 'حتي', 'لغايه', 'وحتي']);
const PAST_LEADS = new Set(['قبل', 'بعد', 'منذ']);

/** How far before the date its verb is looked for, in tokens. */
const REACH_BACK = 24;
const REACH_ON = 12;
const NEGATIONS = new Set(['ما', 'لا', 'لم', 'كان', 'كانت', 'قد']);
const REACH_QUOTE = 60;

const isImperfectPrefix = (unit: string | undefined): boolean =>
  unit === 'ي' || unit === 'ت' || unit === 'ن' || unit === 'ا';

/** «سيعقد», «وستبدأ», «سأزور»: the future's س before an imperfect verb; names and nouns that begin alike are listed. */
function isFutureVerb(norm: string, key: string): boolean {
  const start = key[0] === 'و' || key[0] === 'ف' ? 1 : 0;
  if (key[start] !== 'س' || key.length - start < 5) return false;
  const prefix = norm[start + 1];
  if (prefix !== 'ي' && prefix !== 'ت' && prefix !== 'ن' && prefix !== 'أ') return false;
  const stem = start === 0 ? key : key.slice(1);
  return !NOT_FUTURE.some((noun) => stem.startsWith(noun));
}

/** «أعلنت», «وانطلقت»: the feminine of the perfect. */
function isFemininePerfect(stem: string): boolean {
  if (stem.length < 4 || !stem.endsWith('ت') || stem.endsWith('ات') || NOT_PAST.has(stem)) return false;
  const first = stem[0];
  return first !== 'ي' && !stem.startsWith('ال') && !(first === 'ت' && stem.length < 5);
}

/** «نقلته», «أعلنتها»: the same with its object's pronoun. */
function withoutObject(stem: string): string {
  if (stem.length > 5 && stem.endsWith('تها')) return stem.slice(0, -2);
  return stem.length > 4 && stem.endsWith('ته') ? stem.slice(0, -1) : stem;
}

const withoutAnd = (key: string): string => (key.length > 3 && (key[0] === 'و' || key[0] === 'ف') ? key.slice(1) : key);

/** What one word tells; null for most. Asked once for each word of the paragraph. */
export function tenseOfWord(s: Scan, i: number): Tense {
  const known = s.tenses[i];
  if (known !== undefined) return known;
  const tense = readTense(s, i);
  s.tenses[i] = tense;
  return tense;
}

function readTense(s: Scan, i: number): Tense {
  const token = s.tokens[i]!;
  const { key } = token;
  if (token.kind !== 'word') return null;
  if (isFutureVerb(token.norm, key)) return 'future';
  const stem = withoutAnd(key);
  if (FUTURE.has(key) || FUTURE.has(stem)) return 'future';
  if (PROSPECTIVE.has(stem)) return 'future';
  if (PAST.has(key) || PAST.has(stem) || isFemininePerfect(withoutObject(stem))) return 'past';
  const before = s.tokens[i - 1]?.key ?? '';
  const opens = i === 0 || stem !== key || OPENERS.has(before) || s.tokens[i - 1]!.kind === 'punctuation';
  if (WEAK_PAST.has(stem) && opens) return 'past';
  if (SUBJUNCTIVE.has(before) && isImperfectPrefix(stem[0]) && stem.length >= 4)
    return PAST_LEADS.has(s.tokens[i - 2]?.key ?? '') ? 'past' : 'future';
  return null;
}

const CLOSING: Readonly<Record<string, string>> = { '»': '«', '”': '“', ')': '(' };

/** Words in marks that are closed before the date are somebody else's clause: the token their opening mark stands at. */
function skipQuote(s: Scan, i: number, sentenceFirst: number): number {
  const opener = CLOSING[s.tokens[i]!.text];
  if (opener === undefined) return i;
  for (let k = i - 1; k >= sentenceFirst && k >= i - REACH_QUOTE; k--) if (s.tokens[k]!.text === opener) return k;
  return i;
}

/** «الخميس، وصل …», «السبت، محذراً من …»: the verb or the circumstance that follows at once. */
function tenseAfter(s: Scan, end: number, sentenceEnd: number): Tense {
  const p = s.tokens[end]?.kind === 'punctuation' ? end + 1 : end;
  const token = s.tokens[p];
  if (p >= sentenceEnd || token === undefined || token.kind !== 'word') return null;
  if (p > end && /^م.{2,}ا$/.test(token.norm)) return 'past';
  return tenseOfWord(s, p) === 'past' && token.key !== 'كان' && !/^[وف]/.test(token.key) ? 'past' : null;
}

/**
 * The tense of the clause a date stands in: the nearest verb before it in its sentence, else the nearest after it.
 * A verb in the imperfect that opens the sentence («تبدأ …») announces.
 */
export function tenseAt(s: Scan, first: number, end: number, sentenceFirst: number, sentenceEnd: number): Tense {
  const lead = s.tokens[first - 1]?.key ?? '';
  const after = tenseAfter(s, end, sentenceEnd);
  if (after === 'past') return 'past';
  if (first > sentenceFirst && AHEAD.has(lead)) return 'future';
  for (let i = first - 1; i >= sentenceFirst && i >= first - REACH_BACK; i--) {
    if (s.tokens[i]!.kind === 'punctuation') {
      i = skipQuote(s, i, sentenceFirst);
      continue;
    }
    const tense = tenseOfWord(s, i);
    if (tense !== null) return tense;
  }
  for (let i = end; i < sentenceEnd && i < end + REACH_ON; i++) {
    const tense = tenseOfWord(s, i);
    if (tense !== null) return tense;
  }
  const opens = ANNOUNCING.has(withoutAnd(s.tokens[sentenceFirst]?.key ?? ''));
  return opens && first > sentenceFirst && first - sentenceFirst < REACH_BACK ? 'future' : null;
}

/** Whether an event of one moment is told within a few words before: «غادر البلاد منذ يومين». */
export function isPunctualBefore(s: Scan, first: number, sentenceFirst: number): boolean {
  for (let i = first - 1; i >= sentenceFirst && i >= first - 4; i--)
    if (PUNCTUAL.has(withoutAnd(s.tokens[i]!.key))) return !NEGATIONS.has(s.tokens[i - 1]?.key ?? '');
  return false;
}
