import assert from 'node:assert/strict';
import { readParagraph } from '../../../server/src/analysis/text/paragraph';

const sentences = (text: string): string[] => {
  const { tokens, sentences: found } = readParagraph(text);
  return found.map(({ firstToken, endToken }) => text.slice(tokens[firstToken]!.start, tokens[endToken - 1]!.end));
};

describe('splitSentences', () => {
  it('ends at Arabic and Latin sentence marks', () => {
    assert.deepEqual(sentences('وصل الوفد. من استقبله؟ لا أحد!'), ['وصل الوفد.', 'من استقبله؟', 'لا أحد!']);
  });
  it('never ends inside an open quotation mark', () => {
    const text = 'قال: «انتهى الأمر. لن نعود» ثم غادر. وبقي الوفد.';
    assert.deepEqual(sentences(text), ['قال: «انتهى الأمر. لن نعود» ثم غادر.', 'وبقي الوفد.']);
  });
  it('goes on splitting after a mark that is never closed', () => {
    assert.equal(sentences('قال «انتهى الأمر. وغادر. ثم عاد.').length, 3);
  });
  it('keeps a decimal and an initial inside', () => {
    assert.deepEqual(sentences('بلغ 3.5 مليون. قال د. سامي ذلك.'), ['بلغ 3.5 مليون.', 'قال د. سامي ذلك.']);
    assert.deepEqual(sentences('أعلنت إس.سي.إل ذلك.وقال آخرون لا.'), ['أعلنت إس.سي.إل ذلك.', 'وقال آخرون لا.']);
  });
});
