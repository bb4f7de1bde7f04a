/** Runs the quotes room on a constructed article with the names given. */
import { readArticle } from '../../../server/src/analysis/article/read-article';
import { givenMentions, type GivenMention } from '../../../server/src/analysis/entities/given-mentions';
import type { EntityType } from '../../../server/src/analysis/model';
import { findQuotes, scanSpeech, type AttributedQuote } from '../../../server/src/analysis/quotes/quotes';
import { readParagraph } from '../../../server/src/analysis/text/paragraph';

/** A headline nobody speaks in, so that the first line of a test is not taken for one. */
export const TITLE = 'أخبار من المنطقة\n\n';

/** Every occurrence of each name, as mentions. */
export function mentionsOf(text: string, names: Readonly<Record<string, EntityType>>): GivenMention[] {
  const found: GivenMention[] = [];
  for (const [name, type] of Object.entries(names))
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
      found.push({ start: at, end: at + name.length, type });
  // The longest of overlapping names wins.
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((mention, i) => !found.some((other, k) => k < i && other.end > mention.start));
}

export function attribute(text: string, names: Readonly<Record<string, EntityType>> = {}): AttributedQuote[] {
  const article = readArticle(text, readParagraph);
  const speech = article.blocks.map((block) => scanSpeech(block.content));
  return findQuotes(article, speech, givenMentions(article, mentionsOf(text, names)));
}

/** A quote as one line: «kind | words | cue | speaker». */
export const line = (quote: AttributedQuote): string =>
  [quote.kind, quote.text, quote.cue?.text ?? '-', quote.speaker?.text ?? '-'].join(' | ');
