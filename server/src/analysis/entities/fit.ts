/** Fits a mention found among a block's tokens to the article. */
import type { Article } from '../article/article';
import { originalOffset } from '../text/normalise';
import type { EntityType } from '../model';
import type { Mention } from './mention';

export interface FoundName {
  /** Token range in the block, end exclusive. */
  readonly first: number;
  readonly end: number;
  readonly type: EntityType;
  /** Proclitics before the first word's stem, in normal form. */
  readonly clitic: string;
  readonly confidence: number;
  readonly why: readonly string[];
}

/** The mention with its place in the article; its clitic is left out of the span. */
export function mentionOf(article: Article, block: number, found: FoundName): Mention {
  const { start: base, content } = article.blocks[block]!;
  const first = content.tokens[found.first]!;
  const start = base + first.start + (found.clitic === '' ? 0 : originalOffset(first.text, found.clitic.length));
  const end = base + content.tokens[found.end - 1]!.end;
  return {
    start,
    end,
    text: article.text.slice(start, end),
    type: found.type,
    block,
    firstToken: found.first,
    endToken: found.end,
    clitic: found.clitic,
    confidence: found.confidence,
    why: found.why,
  };
}
