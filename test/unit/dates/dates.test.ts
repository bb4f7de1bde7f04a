import assert from 'node:assert/strict';
import { readArticle } from '../../../server/src/analysis/article/read-article';
import { findDateCandidates, resolveDates } from '../../../server/src/analysis/dates/dates';
import { readParagraph } from '../../../server/src/analysis/text/paragraph';
import type { DateExpression } from '../../../server/src/analysis/model';

function datesOf(text: string, given: string | null = '2023-03-15'): readonly DateExpression[] {
  const article = readArticle(text, readParagraph);
  const candidates = article.blocks.map((block) => findDateCandidates(block.content));
  return resolveDates(article, candidates, given).dates;
}

describe('dates', () => {
  it('reads a day with its month and year', () => {
    const [date] = datesOf('وقّع الطرفان العقد في 9 تموز 2021 بعمّان.');
    assert.deepEqual([date?.text, date?.value], ['9 تموز 2021', '2021-07-09']);
  });

  it('leaves a relative date open where nobody tells the publication date', () => {
    const [date] = datesOf('غادر الوفد أمس.', null);
    assert.deepEqual([date?.value, date?.problem?.code], ['XXXX-XX-XX', 'no-reference']);
  });
});
