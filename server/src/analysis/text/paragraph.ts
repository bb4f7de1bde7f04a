/** A paragraph's text with its tokens and sentences: what every later stage reads. */
import { splitSentences, type Sentence } from './sentences';
import { tokenise, type Token } from './tokens';

/** Offsets inside are relative to the paragraph's start, so that the result can be kept while text above it changes. */
export interface ParagraphText {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}

export function readParagraph(text: string): ParagraphText {
  const tokens = tokenise(text);
  return { text, tokens, sentences: splitSentences(tokens) };
}
