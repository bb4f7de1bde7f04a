import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anyText } from '../arbitraries';
import { findParts } from '../../../server/src/analysis/article/parts';
import { readArticle } from '../../../server/src/analysis/article/read-article';
import { readParagraph } from '../../../server/src/analysis/text/paragraph';

const BODY =
  'أعلنت بلدية المدينة أن أعمال ترميم السوق القديم ستبدأ مطلع الشهر المقبل وتستمر عامين كاملين، على أن تبقى المحال مفتوحة أمام الزوار.';
const SECOND =
  'وقال رئيس البلدية إن الكلفة ستتوزع على ثلاث سنوات، مضيفاً أن التجار سيحصلون على إعفاء من الرسوم طوال مدة الأعمال الجارية في السوق.';

/** The kinds of a page's lines, in order. */
const kinds = (...lines: string[]): string[] => findParts(lines.join('\n')).map((part) => part.kind);

describe('findParts', () => {
  it('reads headline, byline, dateline and body', () => {
    assert.deepEqual(kinds('ترميم السوق القديم يبدأ الشهر المقبل', 'بقلم: سلمى الحايك', 'حلب-سانا', BODY, SECOND), [
      'headline',
      'byline',
      'dateline',
      'paragraph',
      'paragraph',
    ]);
  });

  it('takes a section label above the headline out', () => {
    assert.deepEqual(kinds('محليات', 'ترميم السوق القديم يبدأ الشهر المقبل', BODY), ['label', 'headline', 'paragraph']);
  });

  it('keeps a headline as long as a sentence', () => {
    const long =
      'جلسة عمل بين البلدية والتجار.. واتفاق على بدء ترميم السوق القديم مطلع الشهر المقبل على ثلاث مراحل متتالية';
    assert.deepEqual(kinds('محليات', long, BODY), ['label', 'headline', 'paragraph']);
  });

  it('tells a caption by its source in brackets', () => {
    assert.equal(
      kinds('ترميم السوق القديم يبدأ', 'عمال يرممون باب السوق - 12 من آذار 2023 (رويترز)', BODY)[1],
      'caption',
    );
  });

  it('leaves out everything after a comment form or related links', () => {
    assert.deepEqual(
      kinds(
        'ترميم السوق القديم يبدأ',
        BODY,
        SECOND,
        'اترك تعليقاً',
        'لن يتم نشر عنوان بريدك الإلكتروني.',
        'الاسم *',
      ).slice(3),
      ['furniture', 'furniture', 'furniture'],
    );
  });

  it('leaves out a link in the middle and goes on with the article', () => {
    assert.deepEqual(kinds('ترميم السوق القديم يبدأ', BODY, 'اقرأ أيضاً: سوق جديد في الحي الغربي', SECOND), [
      'headline',
      'paragraph',
      'furniture',
      'paragraph',
    ]);
  });

  it('keeps a subheading between paragraphs', () => {
    assert.equal(kinds('ترميم السوق القديم يبدأ', BODY, 'إعفاء من الرسوم', SECOND)[2], 'subheading');
  });

  it('reads front matter, also after a byte order mark', () => {
    const page = `\ufeff---\ndate: 2024-03-12\n---\nترميم السوق القديم يبدأ\n${BODY}`;
    const parts = findParts(page);
    assert.equal(parts[0]?.kind, 'frontMatter');
    assert.equal(readArticle(page, readParagraph).frontMatter?.date, '2024-03-12');
  });

  it('parts columns where a page lost its line breaks, and drops the menu', () => {
    const page = `الرئيسية          العالم   \t\t  اقتصاد   \t\t  رياضة            آخر تحديث: الثلاثاء 3 نوفمبر 2009            ${BODY}    ${SECOND}`;
    assert.deepEqual(
      findParts(page).map((part) => part.kind),
      ['furniture', 'furniture', 'furniture', 'furniture', 'dateline', 'paragraph', 'paragraph'],
    );
  });

  it('gives ordered parts inside the text for any string, and blocks that cover the analysed ones', () => {
    const line = fc.oneof(anyText(), fc.constantFrom('---', BODY, 'اترك تعليقاً', '«»', '\ud800', '\r\n', '    '));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const text = lines.join('\n');
        let end = 0;
        const article = readArticle(text, readParagraph);
        for (const part of article.parts) {
          assert.ok(part.start >= end && part.end > part.start && part.end <= text.length);
          end = part.end;
        }
        for (const block of article.blocks) assert.equal(text.slice(block.start, block.end), block.content.text);
      }),
      { numRuns: 60 },
    );
  });

  it('cuts an endless paragraph into bounded blocks and loses nothing but white space', () => {
    const text = 'كلمة '.repeat(30_000).trim();
    const { blocks } = readArticle(text, readParagraph);
    assert.ok(blocks.every((block) => block.end - block.start <= 20_000));
    assert.equal(
      blocks.reduce((sum, block) => sum + block.content.tokens.length, 0),
      30_000,
    );
  });
});
