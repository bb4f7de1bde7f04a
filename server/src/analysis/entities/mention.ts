/** A named entity found in the article, before it is given to an actor. */
import type { EntityType, TextSpan } from '../model';

/** Offsets are into the article; token indices into the block's tokens, end exclusive. */
export interface Mention extends TextSpan {
  readonly type: EntityType;
  /** Index into `article.blocks`. */
  readonly block: number;
  /** First and one past the last token that the mention covers, wholly or (after a clitic) in part. */
  readonly firstToken: number;
  readonly endToken: number;
  /** Proclitics cut off the first token, in normal form: «و» in «وبوتين», «ل» in «للشرع» (span «لشرع»). */
  readonly clitic: string;
  /** 0..1 */
  readonly confidence: number;
  /** Evidence ids. */
  readonly why: readonly string[];
}
