/** The word lists of `server/data/dates` compiled once to one hash table: what a word can be in a date expression. */
import days from '../../../data/dates/days.json';
import months from '../../../data/dates/months.json';
import numbers from '../../../data/dates/numbers.json';
import units from '../../../data/dates/units.json';
import words from '../../../data/dates/words.json';
import type { DateModifier } from '../model';
import { lookupKey, normalise } from '../text/normalise';
import type { DayPart, Season, Unit } from './spec';

export type MonthUse = 'always' | 'context' | 'never';
export type UnitForm = 'singular' | 'dual' | 'construct' | 'plural';
export type ShiftName = 'past' | 'present' | 'future' | 'next' | 'previous' | 'recent';
export type NumberKind = 'unit' | 'ten' | 'tens' | 'hundred' | 'thousand';

/** Everything a word may be. A word has several readings at once; the matcher asks for the one its place allows. */
export interface Word {
  /** Whether the word carries the article ال. */
  def?: boolean;
  month?: number;
  monthUse?: MonthUse;
  hijriMonth?: number;
  /** First and second of a pair of months («كانون», «ربيع»). */
  pair?: readonly [number, number];
  pairCalendar?: 'gregorian' | 'hijri';
  /** «ذو», «ذي» before the name of a Hijri month. */
  hijriOwner?: boolean;
  hijriOwned?: number;
  /** 1 or 2 as the second half of a paired month's name. */
  pairOrder?: 1 | 2;
  weekday?: number;
  /** A weekday without its article, which is one only after «يوم», «كل», «أول»… */
  bareWeekday?: number;
  deictic?: number;
  night?: boolean;
  part?: DayPart;
  /** A part of the day as an adverb («صباحاً»). */
  partAdverb?: DayPart;
  season?: Season;
  reference?: 'PRESENT_REF' | 'PAST_REF';
  number?: number;
  numberKind?: NumberKind;
  ordinal?: number;
  decade?: number;
  fraction?: 'half' | 'quarter' | 'third';
  last?: boolean;
  unit?: Unit;
  unitForm?: UnitForm;
  sportSeason?: boolean;
  period?: boolean;
  recurring?: string;
  shift?: ShiftName;
  same?: boolean;
  /** «نفس», «ذات» before the noun. */
  sameBefore?: boolean;
  /** May follow a bare noun of time that is a duration. */
  afterNoun?: boolean;
  near?: boolean;
  far?: boolean;
  mod?: DateModifier;
  approx?: boolean;
  vague?: boolean;
  vagueAfter?: boolean;
  /** After it a bare noun of time is a duration. */
  durationCue?: boolean;
  /** First word of a feast's name. */
  feast?: boolean;
  fn?: string;
}

const TABLE = new Map<string, Word>();

function add(form: string, fields: Word): void {
  const key = lookupKey(normalise(form));
  const word = TABLE.get(key) ?? {};
  TABLE.set(key, Object.assign(word, { ...fields, def: word.def ?? fields.def }));
}

/** A noun and the same with its article. */
function addNoun(form: string, fields: Word): void {
  add(form, fields);
  add(`ال${form}`, { ...fields, def: true });
}

function each<T>(record: Readonly<Record<string, readonly string[]>>, use: (key: string, form: string) => T): void {
  for (const [key, forms] of Object.entries(record)) for (const form of forms) use(key, form);
}

function addMonths(): void {
  for (const { month, use, forms } of months.gregorian)
    for (const form of forms) add(form, { month, monthUse: use as MonthUse });
  for (const { month, use, forms } of months.hijri)
    for (const form of forms) add(form, { hijriMonth: month, monthUse: use as MonthUse });
  for (const { form, first, second } of months.gregorianPaired)
    add(form, { pair: [first, second], pairCalendar: 'gregorian' });
  for (const { form, first, second } of months.hijriPaired) add(form, { pair: [first, second], pairCalendar: 'hijri' });
  for (const form of months.hijriOwned.owners) add(form, { hijriOwner: true });
  for (const [form, month] of Object.entries(months.hijriOwned.months)) add(form, { hijriOwned: month });
  for (const form of months.pairFirst) add(form, { pairOrder: 1 });
  for (const form of months.pairSecond) add(form, { pairOrder: 2 });
}

function addDays(): void {
  for (const { weekday, forms, bare } of days.weekdays) {
    for (const form of forms) add(form, { weekday, def: true });
    for (const form of bare) add(form, { bareWeekday: weekday });
  }
  for (const { days: offset, forms } of days.deictics) for (const form of forms) add(form, { deictic: offset });
  for (const { forms } of days.deicticNights) for (const form of forms) add(form, { deictic: 0, night: true });
  for (const { part, forms, adverbs } of days.parts) {
    for (const form of forms) addNoun(form, { part: part as DayPart });
    for (const form of adverbs) add(form, { partAdverb: part as DayPart });
  }
  for (const { season, forms } of days.seasons) for (const form of forms) addNoun(form, { season: season as Season });
  for (const { words: name } of days.feasts) add(name[0]!, { feast: true });
  for (const { value, forms } of days.references)
    for (const form of forms) add(form, { reference: value as 'PRESENT_REF' | 'PAST_REF' });
}

function addNumbers(): void {
  each(numbers.units, (value, form) => addNoun(form, { number: Number(value), numberKind: 'unit' }));
  for (const form of numbers.ten) addNoun(form, { number: 10, numberKind: 'ten' });
  each(numbers.tens, (value, form) => addNoun(form, { number: Number(value), numberKind: 'tens' }));
  each(numbers.hundreds, (value, form) => addNoun(form, { number: Number(value), numberKind: 'hundred' }));
  each(numbers.thousands, (value, form) => addNoun(form, { number: Number(value), numberKind: 'thousand' }));
  each(numbers.ordinals, (value, form) => addNoun(form, { ordinal: Number(value) }));
  each(numbers.decades, (value, form) => addNoun(form, { decade: Number(value) }));
  each(numbers.fractions, (name, form) => addNoun(form, { fraction: name as 'half' | 'quarter' | 'third' }));
  for (const form of numbers.last) add(form, { last: true });
}

function addUnits(): void {
  for (const { unit, singular, dual, construct, plural } of units.units) {
    for (const form of dual) addNoun(form, { unit: unit as Unit, unitForm: 'dual' });
    for (const form of construct) add(form, { unit: unit as Unit, unitForm: 'construct' });
    for (const form of plural) addNoun(form, { unit: unit as Unit, unitForm: 'plural' });
    for (const form of singular) addNoun(form, { unit: unit as Unit, unitForm: 'singular' });
  }
  for (const form of units.season) addNoun(form, { sportSeason: true });
  for (const form of units.period) addNoun(form, { period: true });
  each(units.recurring, (value, form) => add(form, { recurring: value }));
}

function addRelations(): void {
  each(words.shifts, (name, form) => add(form, { shift: name as ShiftName }));
  for (const form of words.same) add(form, { same: true });
  for (const form of words.sameBefore) add(form, { sameBefore: true });
  for (const form of words.afterNoun) add(form, { afterNoun: true });
  for (const form of words.near) add(form, { near: true });
  for (const form of words.far) add(form, { far: true });
  each(words.mods, (mod, form) => addNoun(form, { mod: mod as DateModifier }));
  for (const form of words.approx) add(form, { approx: true });
  for (const form of words.vague) add(form, { vague: true });
  for (const form of words.vagueAfter) add(form, { vagueAfter: true });
  for (const form of words.durationCues) add(form, { durationCue: true });
  each(words.functions, (name, form) => add(form, { fn: name }));
}

addMonths();
addDays();
addNumbers();
addUnits();
addRelations();

/** Letters of the longest form. */
export const LONGEST_FORM = Math.max(...[...TABLE.keys()].map((key) => key.length));

/** What the word with this look-up key can be; undefined for most words. */
export function lookUp(key: string): Word | undefined {
  return TABLE.get(key);
}

export function eachWord(use: (word: Word) => void): void {
  for (const word of TABLE.values()) use(word);
}
