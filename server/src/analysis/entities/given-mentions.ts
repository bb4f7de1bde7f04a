/** Mentions given from outside (a gold file, a user's marks), put in the place of the recogniser's. */
import type { Article } from '../article/article';
import type { EntityType, Span } from '../model';
import { normalise } from '../text/normalise';
import type { Mention } from './mention';

export interface GivenMention extends Span {
  readonly type: EntityType;
}

/** Fits given spans to the article's blocks and tokens; a span outside every block is left out. Linear after a sort. */
export function givenMentions(article: Article, given: readonly GivenMention[]): Mention[] {
  const sorted = [...given].sort((a, b) => a.start - b.start);
  const mentions: Mention[] = [];
  let block = 0;
  for (const span of sorted) {
    while (block < article.blocks.length && article.blocks[block]!.end <= span.start) block++;
    const { start, end, content } = article.blocks[block] ?? {};
    if (start === undefined || end === undefined || content === undefined || span.start < start || span.end > end)
      continue;
    const from = span.start - start;
    const to = span.end - start;
    const firstToken = content.tokens.findIndex((token) => token.end > from);
    const next = content.tokens.findIndex((token) => token.start >= to);
    const endToken = next < 0 ? content.tokens.length : next;
    const first = content.tokens[firstToken];
    if (first === undefined || endToken <= firstToken) continue;
    mentions.push({
      start: span.start,
      end: span.end,
      text: article.text.slice(span.start, span.end),
      type: span.type,
      block,
      firstToken,
      endToken,
      clitic: normalise(content.text.slice(first.start, Math.max(first.start, from))),
      confidence: 1,
      why: ['given'],
    });
  }
  return mentions;
}
