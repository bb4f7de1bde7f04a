/** A paragraph's text with its tokens, quotation marks and sentences: what every later stage reads. */
import { pairMarks, type MarkPair } from './quotation-marks';
import { splitSentences, type Sentence } from './sentences';
import { tokenise, type Token } from './tokens';

/** Offsets inside are relative to the paragraph's start, so that the result can be kept while text above it changes. */
export interface ParagraphText {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Paired quotation marks, by opening mark. */
  readonly pairs: readonly MarkPair[];
  readonly sentences: readonly Sentence[];
}

export function readParagraph(text: string): ParagraphText {
  const tokens = tokenise(text);
  const pairs = pairMarks(tokens);
  return { text, tokens, pairs, sentences: splitSentences(tokens, pairs) };
}
