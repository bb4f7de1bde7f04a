import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anyText } from '../arbitraries';
import { tokenise, cliticSplits } from '../../../server/src/analysis/text/tokens';

describe('tokenise', () => {
  const words = (text: string): string[] => tokenise(text).map((token) => token.text);

  it('keeps diacritics and tatweel inside the word and drops them from the normal form', () => {
    const [token] = tokenise('مُحَمَّـــد');
    assert.equal(token?.text, 'مُحَمَّـــد');
    assert.equal(token?.norm, 'محمد');
  });

  it('keeps decimals together and separates marks', () => {
    assert.deepEqual(words('بلغ ٢٫٥ مليون، و10,000.'), ['بلغ', '٢٫٥', 'مليون', '،', 'و', '10,000', '.']);
  });

  it('takes an HTML character reference for a mark, also glued to a word', () => {
    assert.deepEqual(words('بقلم:&nbspسامي &amp; R&D &ltd'), [
      'بقلم',
      ':',
      '&nbsp',
      'سامي',
      '&amp;',
      'R',
      '&',
      'D',
      '&',
      'ltd',
    ]);
  });

  it('leaves bidi controls outside the word', () => {
    const [token] = tokenise('\u200fبيروت\u200f');
    assert.equal(token?.text, 'بيروت');
    assert.equal(token?.start, 1);
  });

  it('spells presentation forms out in the normal form', () => {
    assert.equal(tokenise('ﻻﻋﺐ')[0]?.norm, 'لاعب');
  });

  it('covers the text in order with exact offsets, for any string', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        let end = 0;
        for (const token of tokenise(text)) {
          assert.ok(token.start >= end && token.end > token.start);
          assert.equal(text.slice(token.start, token.end), token.text);
          end = token.end;
        }
      }),
    );
  });
});

describe('cliticSplits', () => {
  it('gives the article back after لل', () => {
    assert.deepEqual(cliticSplits('للشرع'), [{ letters: 1, clitic: 'ل', stem: 'لشرع', full: 'الشرع' }]);
  });

  it('offers conjunction and preposition in the order of the language', () => {
    assert.deepEqual(
      cliticSplits('وبدمشق').map((split) => [split.clitic, split.stem]),
      [
        ['و', 'بدمشق'],
        ['وب', 'دمشق'],
      ],
    );
  });
});
