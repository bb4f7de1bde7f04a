/** What a date expression says, before it is known when it was said: the result of the paragraph stage. */
import type { DateModifier } from '../model';

/** Seconds, minutes, hours, days, nights, weeks, months, years, decades, centuries. */
export type Unit = 'S' | 'MIN' | 'H' | 'D' | 'N' | 'W' | 'M' | 'Y' | 'DE' | 'CE';

/** Parts of the day by TIMEX3: morning, midday, afternoon, evening, night, daytime. */
export type DayPart = 'MO' | 'MI' | 'AF' | 'EV' | 'NI' | 'DT';

export type Season = 'SP' | 'SU' | 'FA' | 'WI';

export type CalendarName = 'gregorian' | 'hijri';

/** Units away from the publication date's own: -1 «الماضي», 0 «الجاري», 1 «المقبل», ±2 «قبل الماضي», «بعد المقبل». */
export type Shift = number;

/** A point of a calendar, with whatever of it is written. */
export interface CalendarSpec {
  readonly kind: 'calendar';
  readonly calendar: CalendarName;
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday?: number;
  readonly shift?: Shift;
  /** Days from the publication date: «اليوم» 0, «أمس» -1. What else is written must agree with it. */
  readonly deictic?: number;
  /** The larger unit it lies in: «فبراير من العام المقبل», «الخميس من الأسبوع الماضي». */
  readonly of?: Spec;
  /** The same date in the other calendar, or the month's other name where the two disagree. */
  readonly other?: CalendarSpec;
}

/** A unit of the calendar by its relation to now or to the date told before. */
export interface UnitSpec {
  readonly kind: 'unit';
  readonly unit: Unit | 'WE' | 'SEASON';
  /** `same`, `next`, `previous`, `that` look back to the date told before; `bare` is «العام» alone. */
  readonly by: 'shift' | 'same' | 'next' | 'previous' | 'that' | 'bare';
  readonly shift: Shift;
  /** The year that follows in digits: «العام الماضي 2014». */
  readonly year?: number;
  readonly of?: Spec;
}

export interface SeasonSpec {
  readonly kind: 'season';
  readonly season: Season;
  readonly year?: number;
  readonly shift?: Shift;
  readonly of?: Spec;
}

/** The nth (from the end where negative) part of a larger one: «الربع الأخير من العام الماضي». */
export interface NthSpec {
  readonly kind: 'nth';
  readonly part:
    'quarter-from-now' | 'half' | 'third' | 'quarter' | 'decade' | 'week' | 'month' | 'day' | 'weekday' | 'last-ten';
  readonly n: number;
  /** How many of them, for «الأشهر التسعة الأولى»; 1 otherwise. */
  readonly count: number;
  readonly weekday?: number;
  /** Counted from the one told before: «الربع السابق». */
  readonly back?: boolean;
  readonly of: Spec | null;
}

export interface Amount {
  readonly unit: Unit;
  /** null for a vague number: «عدة أيام». */
  readonly count: number | null;
}

export interface DurationSpec {
  readonly kind: 'duration';
  readonly amounts: readonly Amount[];
  /** A second amount: «24 أو 48 ساعة». */
  readonly alternative?: readonly Amount[];
}

/** A distance from now or from the date told before: «قبل أسبوع», «بعد ثلاثة أيام». */
export interface OffsetSpec {
  readonly kind: 'offset';
  readonly sign: 1 | -1;
  readonly amounts: readonly Amount[];
  /** `now` where the text says «من الآن»; `story` where only the date told before can be meant. */
  readonly anchor: 'any' | 'now' | 'story';
}

export interface DecadeSpec {
  readonly kind: 'decade';
  /** 8 for the eighties. */
  readonly digit: number;
  readonly of?: Spec;
}

export interface CenturySpec {
  readonly kind: 'century';
  /** 20 for the twentieth. */
  readonly n: number;
  readonly beforeChrist: boolean;
}

export interface TimeSpec {
  readonly kind: 'time';
  /** Minutes after midnight as written; null where only a part of the day is. */
  readonly minutes: number | null;
  /** True when the hour may be read as before or after noon. */
  readonly ambiguous: boolean;
  readonly part: DayPart | null;
  readonly day: Spec | null;
  /** Without a day it is told of no day in particular. */
  readonly habitual?: boolean;
}

export interface SetSpec {
  readonly kind: 'set';
  /** The value is complete, or of a calendar point whose year is open. */
  readonly value: string | CalendarSpec;
}

export interface RangeSpec {
  readonly kind: 'range';
  readonly from: Spec;
  readonly to: Spec;
}

export interface ReferenceSpec {
  readonly kind: 'reference';
  readonly value: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF';
}

export type Spec =
  | CalendarSpec
  | UnitSpec
  | SeasonSpec
  | NthSpec
  | DurationSpec
  | OffsetSpec
  | DecadeSpec
  | CenturySpec
  | TimeSpec
  | SetSpec
  | RangeSpec
  | ReferenceSpec;

/** Whether the clause tells of what was or of what will be; null where it does not show. */
export type Tense = 'past' | 'future' | null;

/** A date expression as written, not yet resolved; offsets relative to the paragraph. */
export interface DateCandidate {
  readonly start: number;
  readonly end: number;
  readonly spec: Spec;
  readonly mod: DateModifier | null;
  readonly tense: Tense;
  /** Index of its sentence in the paragraph. */
  readonly sentence: number;
  /** For a distance («بعد ثلاثة أيام»): where its duration begins, which is all there is where nothing tells from when. */
  readonly innerStart?: number;
  /** A distance told from an event in words: «بعد يومين من …». */
  readonly from?: boolean;
  /** A distance that a verb of the future or a sentence of nothing else lets count from now. */
  readonly ahead?: boolean;
  /** Rule ids. */
  readonly why: readonly string[];
}
