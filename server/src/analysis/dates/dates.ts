/** Date expressions: found per paragraph, resolved per article. */
import type { Article } from '../article/article';
import type { DateExpression } from '../model';
import type { ParagraphText } from '../text/paragraph';

/** A date expression as written, not yet resolved; offsets relative to the paragraph. */
export interface DateCandidate {
  readonly start: number;
  readonly end: number;
}

/** Paragraph stage: every date expression with its symbolic meaning. Depends on the paragraph's content only. */
export function findDateCandidates(_content: ParagraphText): DateCandidate[] {
  return [];
}

/**
 * Document stage: the publication date and every candidate's value.
 * @param candidates one list per block of the article.
 * @param given publication date from outside (ISO), which wins over what the article tells.
 */
export function resolveDates(
  _article: Article,
  _candidates: readonly (readonly DateCandidate[])[],
  given: string | null,
): { reference: string | null; dates: DateExpression[] } {
  return { reference: given, dates: [] };
}
