/** Quotes: marks and cues found per paragraph; which of them are quotes, and their speakers' words, per article. */
import type { Article } from '../article/article';
import type { Mention } from '../entities/mention';
import type { QuoteKind, TextSpan } from '../model';
import type { ParagraphText } from '../text/paragraph';

/** What the paragraph alone tells: marks, cues, complementisers. Offsets relative to the paragraph. */
export interface ParagraphSpeech {
  readonly content: ParagraphText;
}

/** How the speaker was found; recorded for hover and for the actors room. */
export type SpeakerRelation =
  | 'vso' // قال الوزير
  | 'svo' // الوزير قال
  | 'participle' // مشيراً: the subject of the main clause
  | 'transmitted' // نقلت وكالة X عن Y
  | 'source-phrase' // بحسب Y
  | 'colon' // Y: …
  | 'possessive' // قوله، على حد تعبيره
  | 'inherited' // وأضاف: the speaker before
  | 'floating' // a quote on its own after a quote
  | 'anonymous' // قيل
  | 'none';

/** A quote with the words that name its speaker; whom they mean is resolved by the actors room. */
export interface AttributedQuote extends TextSpan {
  readonly kind: QuoteKind;
  readonly block: number;
  readonly cue: TextSpan | null;
  /** Nearest words that name the speaker for this cue. */
  readonly speaker: TextSpan | null;
  /**
   * Where `speaker` is null and the verb's pronoun points to words that named nobody as a speaker before («أصدرت الوزارة
   * بياناً أكدت فيه …»: «الوزارة»): those words. Wins over `inheritsFrom`.
   */
  readonly antecedent?: TextSpan | null;
  /** Where `speaker` is null: index (into the list of quotes) of the quote whose speaker goes on speaking. */
  readonly inheritsFrom: number | null;
  readonly relation: SpeakerRelation;
  /** Gender and number the cue demands of its speaker, where it tells («أضافت»: feminine). */
  readonly agreement: { readonly gender: 'm' | 'f' | null; readonly number: 's' | 'd' | 'p' | null };
  readonly confidence: number;
  readonly why: readonly string[];
}

/** Paragraph stage. Depends on the paragraph's content only. */
export function scanSpeech(content: ParagraphText): ParagraphSpeech {
  return { content };
}

/** Document stage: all quotes in order of their start (an outer quote before those inside it). */
export function findQuotes(
  _article: Article,
  _speech: readonly ParagraphSpeech[],
  _mentions: readonly Mention[],
): AttributedQuote[] {
  return [];
}
