/** Actors: which mentions are the same person, organisation or place, their roles, and who speaks. */
import type { Article } from '../article/article';
import type { Mention } from '../entities/mention';
import type { Actor } from '../model';
import type { AttributedQuote } from '../quotes/quotes';

export interface ResolvedActors {
  readonly actors: readonly Actor[];
  /** Actor id of each mention, null for MISC. */
  readonly mentionActors: readonly (string | null)[];
  /** Actor id of each quote's speaker, null where nobody is named. */
  readonly speakerActors: readonly (string | null)[];
}

/** Clusters mentions into actors, gives them their roles, and resolves speakers to actors. Linear. */
export function resolveActors(
  _article: Article,
  mentions: readonly Mention[],
  quotes: readonly AttributedQuote[],
): ResolvedActors {
  return { actors: [], mentionActors: mentions.map(() => null), speakerActors: quotes.map(() => null) };
}
