/**
 * Quotations over several paragraphs: a mark that its paragraph leaves open and that a later one closes.
 *
 * Only marks whose glyph tells opening from closing are followed («», “”): a straight mark left open is more often a slip
 * than a long quotation.
 */
import type { Article, Block } from '../article/article';

/** Paragraphs looked at for the closing mark; quotations of more are not published without marks at each paragraph. */
const REACH = 6;

interface Glyphs {
  readonly open: ReadonlySet<string>;
  readonly close: ReadonlySet<string>;
}

const FAMILIES: readonly Glyphs[] = [
  { open: new Set(['«']), close: new Set(['»']) },
  { open: new Set(['“', '„']), close: new Set(['”']) },
];

/** The glyphs of a mark that is open at the block's end with all after it quoted; null where there is none. */
function openAtEnd({ content }: Block, quoteStart: number): Glyphs | null {
  const { tokens, pairs } = content;
  for (const pair of pairs) {
    if (pair.close !== null || pair.end < tokens.length || tokens[pair.open + 1]?.start !== quoteStart) continue;
    return FAMILIES.find(({ open }) => open.has(tokens[pair.open]!.text)) ?? null;
  }
  return null;
}

/** Index of the first closing mark of the family; -1 where there is none, or where another quotation begins before it. */
function strayClose({ content }: Block, { open, close }: Glyphs): number {
  const at = content.tokens.findIndex(({ text }) => open.has(text) || close.has(text));
  return at > 0 && close.has(content.tokens[at]!.text) ? at : -1;
}

/**
 * Where a quotation that begins in one block ends in a later one.
 * @param block index of the block it begins in.
 * @param quoteStart offset of its first word in the block.
 * @returns offset in the article after its last word; null where it does not leave its block. Bounded by six blocks.
 */
export function endInLaterBlock(article: Article, block: number, quoteStart: number): number | null {
  const glyphs = openAtEnd(article.blocks[block]!, quoteStart);
  if (glyphs === null) return null;
  for (let i = block + 1; i <= block + REACH && i < article.blocks.length; i++) {
    const later = article.blocks[i]!;
    if (later.kind !== 'paragraph') return null;
    const close = strayClose(later, glyphs);
    if (close > 0) return later.start + later.content.tokens[close - 1]!.end;
    if (later.content.tokens.some(({ text }) => glyphs.open.has(text))) return null;
  }
  return null;
}
