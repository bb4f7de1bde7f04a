/** An article as the later stages read it: its parts, and the text of those parts that are news. */
import type { ArticlePart, PartKind } from '../model';
import type { ParagraphText } from '../text/paragraph';

/** Kinds of part whose text is analysed; front matter, labels and furniture are not. */
export type BlockKind = Exclude<PartKind, 'frontMatter' | 'label' | 'furniture'>;

/** A part (or a piece of a very long one) with its tokens; `content` offsets are relative to `start`. */
export interface Block {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
  readonly content: ParagraphText;
}

/** What `---` front matter says; values as written, trimmed. */
export interface FrontMatter {
  readonly date: string | null;
  readonly title: string | null;
  readonly source: string | null;
}

export interface Article {
  readonly text: string;
  readonly parts: readonly ArticlePart[];
  readonly blocks: readonly Block[];
  readonly frontMatter: FrontMatter | null;
}
