import assert from 'node:assert/strict';
import { readArticle } from '../../../server/src/analysis/article/read-article';
import { findDateCandidates, resolveDates } from '../../../server/src/analysis/dates/dates';
import { readParagraph } from '../../../server/src/analysis/text/paragraph';
import type { DateExpression } from '../../../server/src/analysis/model';

/** A Wednesday. */
export const REFERENCE = '2023-03-15';

export interface Reading {
  readonly reference: string | null;
  readonly dates: readonly DateExpression[];
}

export function read(text: string, given: string | null = REFERENCE): Reading {
  const article = readArticle(text, readParagraph);
  return resolveDates(
    article,
    article.blocks.map((block) => findDateCandidates(block.content)),
    given,
  );
}

/**
 * A case: the sentence with its expressions between ⟦ and ⟧, and their values in order, separated by blanks; a value
 * may carry its modifier after a bar (`2021-09|MID`). The third member is another reference, or null for none.
 */
export type Case = readonly [sentence: string, values: string, reference?: string | null];

function unmark(sentence: string): { text: string; spans: { start: number; end: number }[] } {
  let text = '';
  const spans: { start: number; end: number }[] = [];
  for (const unit of sentence) {
    if (unit === '⟦') spans.push({ start: text.length, end: -1 });
    else if (unit === '⟧') spans[spans.length - 1]!.end = text.length;
    else text += unit;
  }
  return { text, spans };
}

/** Declares one test for each case. */
export function check(cases: readonly Case[]): void {
  for (const [sentence, values, reference = REFERENCE] of cases) {
    it(`${sentence} → ${values}`, () => {
      const { text, spans } = unmark(sentence);
      const expected = spans.map(({ start, end }, index) => `${text.slice(start, end)} = ${values.split(' ')[index]}`);
      const found = read(text, reference).dates.map(
        (date) => `${date.text} = ${date.value}${date.mod === null ? '' : `|${date.mod}`}`,
      );
      assert.deepEqual(found, expected);
    });
  }
}
