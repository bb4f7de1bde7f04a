import assert from 'node:assert/strict';
import { isMostlyArabic } from '../../../server/src/analysis/text/language';

describe('isMostlyArabic', () => {
  it('takes an Arabic article with Latin names', () => {
    assert.ok(isMostlyArabic('أعلنت شركة Example Systems أن منتجها الجديد سيصل إلى الأسواق العربية مطلع العام المقبل'));
  });
  it('refuses English with a few Arabic words, short notes, and Persian or Urdu', () => {
    assert.ok(!isMostlyArabic('The word «سلام» means peace, and it is used as a greeting all over the region.'));
    assert.ok(!isMostlyArabic('نعم'));
    assert.ok(!isMostlyArabic('ہم نے کل ٹیلی ویژن پر یہ خبر دیکھی تھی اور بڑے حیران ہوئے تھے'));
  });
});
