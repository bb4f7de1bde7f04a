/** What a user decided where the analysis was wrong: about names everywhere, about quotes and actors of an article. */
import type { EntityType } from '../model';

/** A name the user knows, or a word that is none. */
export interface LexiconEntry {
  readonly name: string;
  /** What it names; absent only where `never` is true. */
  readonly type?: EntityType;
  /** Other names of the same actor. */
  readonly aliases?: readonly string[];
  /** True: never a name. */
  readonly never?: boolean;
}

/** `.arabic-news/lexicon.json`: overrides the recogniser in every article. */
export interface Lexicon {
  readonly entries: readonly LexiconEntry[];
}

/**
 * Where in an article a decision belongs, by its words, so that edits elsewhere do not shift it
 * (W3C Web Annotation, TextQuoteSelector).
 */
export interface TextQuoteSelector {
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** Of which article a decision is: a path relative to the workspace folder; absent: of every article. */
interface OfArticle {
  readonly article?: string;
}

export interface NotAQuote extends OfArticle {
  readonly kind: 'not-a-quote';
  readonly target: TextQuoteSelector;
}

export interface ChangeSpeaker extends OfArticle {
  readonly kind: 'speaker';
  readonly target: TextQuoteSelector;
  /** A name of the actor as the article has it; null: nobody who is named. */
  readonly speaker: string | null;
}

export interface MergeActors extends OfArticle {
  readonly kind: 'merge';
  /** Two names or more that are one actor's. */
  readonly names: readonly string[];
}

export interface SplitActor extends OfArticle {
  readonly kind: 'split';
  /** The name that is somebody else's. */
  readonly name: string;
  /** A name of the actor that it is to be kept from. */
  readonly from: string;
}

export type Decision = NotAQuote | ChangeSpeaker | MergeActors | SplitActor;

/** `.arabic-news/decisions.json`. */
export interface DecisionFile {
  readonly decisions: readonly Decision[];
}

/** What the analysis of one article is told. */
export interface UserDecisions {
  readonly lexicon?: Lexicon;
  readonly decisions?: readonly Decision[];
}

/** A mistake in a decision file. The rest of the file still applies. */
export interface FileProblem {
  /** Keys and indices from the file's root: `['entries', 3, 'type']`. */
  readonly path: readonly (string | number)[];
  readonly code: ProblemCode;
  /** English; shells translate by the code. */
  readonly message: string;
}

export type ProblemCode =
  | 'not-an-object'
  | 'not-a-list'
  | 'not-text'
  | 'empty'
  | 'unknown-type'
  | 'unknown-kind'
  | 'unknown-key'
  | 'missing'
  | 'duplicate';

export interface Parsed<T> {
  readonly value: T;
  readonly problems: readonly FileProblem[];
}
