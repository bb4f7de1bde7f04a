/** The families of expressions, each with the words one of them may begin with: only those a word can open are tried. */
import { isAcceptable } from './accept';
import { eachWord, type Word } from './lexicon';
import { matchCalendar } from './match-calendar';
import { matchDuration, matchRunning, matchSet } from './match-duration';
import { matchFeast } from './match-feast';
import { matchBackReference, matchOffset, matchReference } from './match-offset';
import { matchRange } from './match-range';
import { matchClock, matchDayAndTime, matchDayPart } from './match-time';
import { matchNth, matchSeason, matchUnit } from './match-unit';
import { matchBareYears, matchEpoch } from './match-year';
import { matchApproximate, matchLate, matchModified, matchNowadays, matchPlainYear, type Reading } from './phrases';
import { isArticle, isText, type Scan } from './scan';

interface Family {
  readonly rule: string;
  /** Whether an expression of the family may begin with the word; numbers in digits are asked as {@link DIGITS}. */
  readonly opens: (word: Word) => boolean;
  readonly match: (s: Scan, i: number) => Reading | null;
}

/** Stands for a token of digits or «الـ» before one. */
const DIGITS: Word = { number: 0, numberKind: 'unit' };

const isNumber = ({ number, ordinal, fn }: Word): boolean =>
  number !== undefined || ordinal !== undefined || fn === 'فاتح';
const isMonth = ({ month, pair, hijriMonth, hijriOwner, fn }: Word): boolean =>
  month !== undefined || pair !== undefined || hijriMonth !== undefined || hijriOwner === true || fn === 'شهر';
const isDay = (word: Word): boolean =>
  isNumber(word) || word.weekday !== undefined || word.deictic !== undefined || word.unit === 'D' || isLead(word);
const isLead = ({ fn, near }: Word): boolean => near === true || fn === 'قبل' || fn === 'بعد' || fn === 'أول';
const isPointer = ({ near, far, sameBefore }: Word): boolean => near === true || far === true || sameBefore === true;

/** In order of preference: of two that end together the first is taken. */
const FAMILIES: readonly Family[] = [
  { opens: (w) => isDay(w) || isPointer(w), rule: 'day-and-time', match: matchDayAndTime },
  {
    opens: (w) => w.part !== undefined || w.night === true || w.mod === 'MID' || isLead(w),
    rule: 'part-of-day',
    match: matchDayPart,
  },
  { opens: (w) => isNumber(w) || w.unit === 'H' || w.fn === 'تمام', rule: 'clock', match: matchClock },
  { opens: (w) => w.mod !== undefined, rule: 'modifier', match: matchModified },
  { opens: (w) => w.approx === true, rule: 'approximate', match: matchApproximate },
  { opens: (w) => w.unit === 'H' || w.fn === 'وقت', rule: 'late', match: matchLate },
  {
    opens: (w) => isNumber(w) || isMonth(w) || w.unitForm === 'construct' || w.unit === 'H' || w.fn === 'بين',
    rule: 'range',
    match: matchRange,
  },
  {
    opens: (w) => w.recurring !== undefined || w.fn === 'كل' || (w.unit === 'D' && w.unitForm === 'plural'),
    rule: 'set',
    match: matchSet,
  },
  {
    opens: (w) => isNumber(w) || w.fraction !== undefined || w.unit !== undefined || w.near === true || isPart(w),
    rule: 'part-of',
    match: matchNth,
  },
  { opens: (w) => w.deictic === 0, rule: 'nowadays', match: matchNowadays },
  { opens: (w) => isDay(w) || isMonth(w), rule: 'calendar', match: matchCalendar },
  { opens: (w) => w.feast === true || w.part === 'NI' || w.ordinal !== undefined, rule: 'feast', match: matchFeast },
  { opens: (w) => w.season !== undefined || w.near === true, rule: 'season', match: matchSeason },
  {
    opens: (w) => w.unit !== undefined || w.decade !== undefined || w.sportSeason === true,
    rule: 'epoch',
    match: matchEpoch,
  },
  { opens: (w) => w === DIGITS, rule: 'years', match: matchBareYears },
  { opens: ({ fn }) => fn === 'قبل' || fn === 'بعد' || fn === 'منذ', rule: 'offset', match: findOffset },
  {
    opens: (w) => isNumber(w) || w.unit !== undefined || w.fraction !== undefined || isVague(w),
    rule: 'duration',
    match: matchDuration,
  },
  {
    opens: (w) =>
      w.unit !== undefined ||
      w.deictic !== undefined ||
      isPointer(w) ||
      w.sportSeason === true ||
      w.mod === 'END' ||
      w.fn === 'عطلة',
    rule: 'unit',
    match: matchUnit,
  },
  { opens: (w) => w.unit !== undefined || w.deictic === 0, rule: 'running', match: matchRunning },
  { opens: (w) => w.fn === 'يومها', rule: 'back-reference', match: matchBackReference },
  {
    opens: (w) =>
      w.reference !== undefined || w.period === true || w.shift === 'past' || w.fn === 'الآونة' || w.fn === 'الوقت',
    rule: 'reference',
    match: matchReference,
  },
  { opens: (w) => w === DIGITS, rule: 'bare-year', match: matchPlainYear },
];

function isPart({ fn }: Word): boolean {
  return fn === 'العشر' || fn === 'آخر' || fn === 'أول';
}

function isVague({ vague, period, approx, fn }: Word): boolean {
  return (
    vague === true || period === true || approx === true || fn === 'أكثر' || fn === 'أقل' || fn === 'ما' || fn === 'آخر'
  );
}

function findOffset(s: Scan, i: number): Reading | null {
  const offset = matchOffset(s, i);
  return offset === null ? null : { ...offset, rule: `offset-${offset.lead}` };
}

const openedBy = (word: Word): readonly Family[] => FAMILIES.filter(({ opens }) => opens(word));

/** The families of every word of the lexicon, looked up once. */
const OPENED = new Map<Word, readonly Family[]>();
eachWord((word) => {
  const families = openedBy(word);
  if (families.length > 0) OPENED.set(word, families);
});

const OF_DIGITS = openedBy(DIGITS);
/** Digits beside which nothing makes them part of a date can still be a year. */
const OF_LONE_DIGITS = OF_DIGITS.filter(({ match }) => match === matchPlainYear);
const NONE: readonly Family[] = [];

/** Marks that join digits to more of a date. */
const JOINING = ['/', '-', '–', '—', ':', '\\'];

function familiesAt(s: Scan, i: number): readonly Family[] {
  const word = s.words[i];
  if (word !== undefined) return OPENED.get(word) ?? NONE;
  const { kind } = s.tokens[i]!;
  if (kind !== 'number' && !isArticle(s, i)) return NONE;
  const next = s.tokens[i + 1];
  const follows =
    s.words[i + 1] !== undefined ||
    kind !== 'number' ||
    (next !== undefined &&
      (JOINING.some((mark) => isText(s, i + 1, mark)) ||
        next.key === 'م' ||
        next.key === 'ص' ||
        next.kind === 'latin')) ||
    s.tokens[i]!.norm.length >= 8;
  return follows ? OF_DIGITS : OF_LONE_DIGITS;
}

/** The longest expression from token `i` that can stand there; of those that end together the first family's. */
export function longestAt(s: Scan, i: number): { reading: Reading; rule: string } | null {
  let best: Reading | null = null;
  let rule = '';
  for (const family of familiesAt(s, i)) {
    const reading = family.match(s, i);
    if (reading === null || (best !== null && reading.end <= best.end)) continue;
    if (!isAcceptable(s, reading, family.rule)) continue;
    best = reading;
    rule = reading.rule ?? family.rule;
  }
  return best === null ? null : { reading: best, rule };
}
