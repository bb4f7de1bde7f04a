/** Reads an article: parts, blocks with their tokens, front matter. */
import type { ArticlePart } from '../model';
import type { ParagraphText } from '../text/paragraph';
import type { Article, Block, BlockKind } from './article';
import { readFrontMatter } from './front-matter';
import type { LineTraits } from './line-features';
import { findParts } from './parts';

/**
 * Longest block handed to the later stages, in UTF-16 units. Anything longer is no paragraph of news (the longest in
 * two million words of published articles has under 6,000); it is cut at white space so that every stage stays bounded.
 */
export const MAX_BLOCK = 20_000;

const LEFT_OUT = new Set<string>(['frontMatter', 'label', 'furniture']);

function blockKind(part: ArticlePart): BlockKind | null {
  return LEFT_OUT.has(part.kind) ? null : (part.kind as BlockKind);
}

/** End of the piece that starts at `start`: the part's end, or the last white space before the bound. */
function pieceEnd(text: string, start: number, end: number): number {
  if (end - start <= MAX_BLOCK) return end;
  const bound = start + MAX_BLOCK;
  const space = text.lastIndexOf(' ', bound);
  if (space > start) return space;
  // No white space at all: never cut between the halves of a surrogate pair.
  const code = text.charCodeAt(bound - 1);
  return code >= 0xd800 && code <= 0xdbff ? bound - 1 : bound;
}

/**
 * Reads an article.
 * @param read gives a paragraph's tokens (from a cache where it can); called once per block, in order.
 * @param traitsOf reads a line's traits, from a cache where it can.
 */
export function readArticle(
  text: string,
  read: (paragraph: string) => ParagraphText,
  traitsOf?: (line: string) => LineTraits,
): Article {
  const parts = findParts(text, traitsOf);
  const blocks: Block[] = [];
  for (const part of parts) {
    const kind = blockKind(part);
    if (kind === null) continue;
    for (let start = part.start; start < part.end;) {
      const end = pieceEnd(text, start, part.end);
      blocks.push({ kind, start, end, content: read(text.slice(start, end)) });
      start = end;
      while (start < part.end && text[start] === ' ') start++;
    }
  }
  return { text, parts, blocks, frontMatter: readFrontMatter(text, parts) };
}
