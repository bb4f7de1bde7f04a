/**
 * The shape of an analysis: what the core returns and every shell shows.
 *
 * All offsets are UTF-16 code units into the article as given, end exclusive, and for every item
 * `text === article.slice(start, end)`.
 */

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface TextSpan extends Span {
  readonly text: string;
}

export type EntityType = 'PER' | 'ORG' | 'LOC' | 'MISC';

/** A named entity as written, without attached proclitics and without titles. */
export interface Entity extends TextSpan {
  readonly id: string;
  readonly type: EntityType;
  /** The actor this mention belongs to; null for MISC. */
  readonly actor: string | null;
  /** 0..1 */
  readonly confidence?: number;
  /** Evidence ids, shown on hover. */
  readonly why?: readonly string[];
}

export type DateType = 'DATE' | 'TIME' | 'DURATION' | 'SET';
export type DateModifier = 'START' | 'MID' | 'END' | 'APPROX' | 'BEFORE' | 'AFTER' | 'MORE_THAN' | 'LESS_THAN';

/** A date expression with its TIMEX3 value; `XXXX` stands for what is not known. */
export interface DateExpression extends TextSpan {
  readonly type: DateType;
  readonly value: string;
  readonly mod: DateModifier | null;
  /** The covered time, begin inclusive and end exclusive, ISO 8601 local instants; absent where the value is open. */
  readonly interval?: { readonly begin: string; readonly end: string };
  /** Values that would fit, offered as a choice where the article does not decide («الأربعاء 12 شباط»: 2014, 2020, 2025). */
  readonly choices?: readonly string[];
  /** What is wrong with the expression as written (a weekday that does not fit, «31 نيسان», two calendars that disagree). */
  readonly problem?: DateProblem;
  readonly confidence?: number;
  readonly why?: readonly string[];
}

export interface DateProblem {
  readonly code: 'weekday-mismatch' | 'impossible-date' | 'calendar-mismatch' | 'no-reference';
  /** Data for the message: what is written and what would be right (ISO dates, weekday numbers 1 = Monday … 7 = Sunday). */
  readonly written?: string;
  readonly expected?: string;
}

export type QuoteKind = 'direct' | 'indirect';

/** Words that the article attributes to somebody; marks and complementiser are outside the span. */
export interface Quote extends TextSpan {
  readonly id: string;
  readonly kind: QuoteKind;
  /** The verb, participle or phrase that reports; null for «X: …» and floating quotes. */
  readonly cue: TextSpan | null;
  /** The nearest words that name the speaker for this cue; null where only the verb's pronoun does. */
  readonly speaker: TextSpan | null;
  /** The actor who speaks; null for nameless sources and groups. */
  readonly speakerActor: string | null;
  readonly confidence?: number;
  readonly why?: readonly string[];
}

export type ActorType = 'PER' | 'ORG' | 'LOC';

/** A person, organisation or place: all its mentions share one actor. */
export interface Actor {
  readonly id: string;
  /** The fullest form in the article, without title or clitic, in the article's spelling. */
  readonly name: string;
  readonly type: ActorType;
  /** Titles as written, in order of mention. */
  readonly roles: readonly string[];
  /** ISO 3166 alpha-2 code of the country told by the roles («السوري»), where told. */
  readonly country?: string;
  readonly aliases?: readonly string[];
  /** Why mentions were merged: rule ids with the forms they joined. */
  readonly why?: readonly string[];
}

/** Words that stand for an actor without naming it: «الوزير», «الوكالة», a bare «وأضاف». */
export interface Reference extends TextSpan {
  readonly actor: string;
  readonly why: readonly string[];
}

export type PartKind =
  'frontMatter' | 'label' | 'headline' | 'byline' | 'dateline' | 'caption' | 'subheading' | 'paragraph' | 'furniture';

/** A stretch of whole lines of the article. */
export interface ArticlePart extends Span {
  readonly kind: PartKind;
}

export interface AnalysisWarning {
  readonly code: string;
  readonly message: string;
  readonly start?: number;
  readonly end?: number;
}

export interface Analysis {
  /** Version of this shape and of the rules and model behind it. */
  readonly version: string;
  /** Publication date (ISO) that relative dates are resolved against; null when the article does not tell it. */
  readonly reference: string | null;
  readonly entities: readonly Entity[];
  readonly dates: readonly DateExpression[];
  readonly quotes: readonly Quote[];
  readonly actors: readonly Actor[];
  /** In order of their start; they may overlap quotes and each other. */
  readonly references?: readonly Reference[];
  readonly parts: readonly ArticlePart[];
  readonly warnings: readonly AnalysisWarning[];
}
