import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readProjectFile, readSamples } from '../samples/sample-files';
import { GRAMMAR, kindOf, loadTokeniser, type Tokenise } from './tokenizer';

const HEADLINE = 'اتفاق جديد على ترميم السوق القديم في المدينة';
const BODY =
  'وقال رئيس البلدية إن الكلفة ستتوزع على ثلاث سنوات، مضيفاً أن التجار سيحصلون على إعفاء من الرسوم طوال مدة الأعمال الجارية في السوق.';

/** Lines that pull a tokeniser apart: marks, controls, links, mixed directions, broken characters. */
const NASTY = [
  '',
  ' ',
  '\t\u200f\u200e \u00a0',
  '«»“”""()[]{}',
  '«من “داخل” "العلامات" (والأقواس) [كلها] {معا}»',
  '»«',
  '" " " "',
  'https://example.com/أخبار?q=1#أعلى',
  'انظر http://example.com (الموقع) و[هنا](https://example.com) `رمزا`',
  'قال John Smith (جون سميث): "Hello, العالم" — 12/03/2024، 10:30',
  '\u202bنص\u202c \u2067معزول\u2069 \u200fعلامة\u200e',
  '\ud83d وحيد \ude00 مقلوب',
  '\0\u0001\u001b[31m',
  '📷📷 صورة',
  'ـــــمـــــدودة وَمُشَكَّلَةٌ',
  'ﻣﺤﻤﺪ ﷺ',
  '---',
  '--- ---',
  '# عنوان <b>وسم</b> &nbsp; /* تعليق */ // آخر',
  '(((((((((((((((((((((((((((((((((((((((((',
  '- - - | / – —',
  '...',
];

describe('TextMate grammar', () => {
  const samples = readSamples();
  let tokenise: Tokenise;

  before(async () => {
    tokenise = await loadTokeniser();
  });

  const assertWhole = (text: string): void => {
    for (const { line, tokens } of tokenise(text)) {
      assert.equal(tokens.length, 1, `split: ${JSON.stringify(line.slice(0, 80))}`);
      assert.equal(tokens[0]!.start, 0);
      assert.ok(tokens[0]!.end >= line.length, `not to the end: ${JSON.stringify(line.slice(0, 80))}`);
    }
  };
  const kinds = (...lines: string[]): string[] => tokenise(lines.join('\n')).map(kindOf);

  describe('one token per line', () => {
    for (const { file, text } of samples) {
      it(`in ${file}`, () => assertWhole(text));
      it(`in ${file} with Windows line ends and a byte order mark`, () =>
        assertWhole(`\ufeff${text.replace(/\n/gu, '\r\n')}`));
    }

    it('in nasty lines, wherever they stand', () => {
      for (const line of NASTY) {
        assertWhole([line, line, HEADLINE, line, line, BODY, line, 'شاركها:', line].join('\n'));
        assertWhole(['---', line, '---', line, HEADLINE].join('\n'));
      }
    });

    it('in any lines', () => {
      // Any UTF-16 code units, lone surrogates among them.
      const anyText = fc.array(fc.nat(0xffff), { maxLength: 20 }).map((units) => String.fromCharCode(...units));
      const piece = fc.oneof(
        fc.constantFrom(...NASTY, HEADLINE, BODY, 'بقلم: ', 'صورة: ', 'شارك ', '\u200f', '(أ) '),
        anyText,
      );
      const anyLine = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(' '));
      fc.assert(
        fc.property(fc.array(anyLine, { maxLength: 6 }), (lines) => assertWhole(lines.join('\n'))),
        { numRuns: 40 },
      );
    });

    it('in very long lines of anything a rule repeats', () => {
      for (const unit of ['ا ', '- ', '(أ) ', '\u200f ', 'a.', '1234 ']) {
        for (const start of ['', 'شارك ']) {
          assertWhole(['', HEADLINE, BODY].map((before) => `${before}\n${start}${unit.repeat(3_000)}`).join('\n'));
        }
      }
    }).timeout(10_000);
  });

  describe('kinds of line', () => {
    it('names every line of the samples that is no running text', () => {
      const named = Object.fromEntries(
        samples.map(({ name, text }) => [
          name,
          tokenise(text)
            .filter(({ line }) => line.trim() !== '')
            .map(kindOf)
            .filter((kind, index, all) => kind !== 'text' && kind !== all[index - 1])
            .join(' '),
        ]),
      );
      assert.deepEqual(named, {
        'analysis-rail-corridor': 'front-matter headline dateline',
        'broadcaster-horn-of-africa-talks': 'front-matter headline dateline caption',
        'culture-storytelling-festival': 'front-matter headline dateline',
        'disaster-hadramawt-floods': 'headline dateline caption furniture',
        'economy-wire-food-company': 'front-matter headline byline',
        'egyptian-site-river-bus': 'front-matter headline byline caption furniture',
        'gulf-agency-coral-reefs': 'headline dateline',
        'levantine-daily-water-network': 'label headline dateline',
        'maghrebi-portal-dam': 'headline dateline',
        'sport-cup-final': 'front-matter headline dateline caption',
      });
    });

    it('takes the first line for the headline, under front matter and a label', () => {
      assert.deepEqual(kinds('---', 'date: 2024-03-12', '---', '', 'محليات', HEADLINE, BODY), [
        'front-matter',
        'front-matter',
        'front-matter',
        'text',
        'label',
        'headline',
        'text',
      ]);
      assert.deepEqual(kinds(`${HEADLINE}: ماذا بعد؟`, HEADLINE), ['headline', 'text']);
    });

    it('does not take a paragraph for a headline', () => {
      assert.deepEqual(kinds(BODY, BODY), ['text', 'text']);
      assert.deepEqual(kinds(`${BODY} ${BODY} ${BODY}`.replaceAll('.', ''), HEADLINE), ['text', 'text']);
    });

    it('ends front matter that is never closed', () => {
      assert.deepEqual(kinds('---', 'date: 2024-03-12', HEADLINE, BODY), [
        'front-matter',
        'front-matter',
        'headline',
        'text',
      ]);
      assert.deepEqual(kinds(HEADLINE, '---', 'date: 2024-03-12', '---').slice(1), ['text', 'text', 'text']);
    });

    it('knows bylines and datelines', () => {
      for (const line of ['بقلم: سلمى الخازن', 'كتب – سلمى الخازن:', 'متابعة/سلمى الخازن.', 'بقلم سلمى الخازن']) {
        assert.deepEqual(kinds(HEADLINE, line, BODY), ['headline', 'byline', 'text'], line);
        assert.deepEqual(kinds(HEADLINE, BODY, line), ['headline', 'text', 'byline'], line);
      }
      for (const line of [
        'حلب-سانا',
        '| الوطن',
        'دبي (رويترز)',
        'تونس، الثلاثاء 12 مارس 2024',
        'آخر تحديث: ١٢ مارس ٢٠٢٤',
        'القاهرة – سلمى الخازن',
      ]) {
        assert.deepEqual(kinds(HEADLINE, line, BODY), ['headline', 'dateline', 'text'], line);
      }
      assert.deepEqual(kinds(HEADLINE, BODY, 'القاهرة – بيروت').at(-1), 'text');
      assert.deepEqual(kinds(HEADLINE, 'كتب الرئيس على صفحته أن الاتفاق وشيك', BODY)[1], 'text');
    });

    it('knows captions', () => {
      for (const line of [
        'عمال يرممون باب السوق القديم في حلب - 12 من آذار 2023 (رويترز)',
        'التعليق على الصورة، عمال يرممون باب السوق',
        'صورة أرشيفية لباب السوق',
        'عمال يرممون باب السوق – تصوير: سلمى الخازن',
        '📷 عمال يرممون باب السوق',
      ]) {
        assert.deepEqual(kinds(HEADLINE, line, BODY), ['headline', 'caption', 'text'], line);
      }
      assert.deepEqual(kinds(HEADLINE, BODY, 'بلغت الكلفة نحو مليوني ليرة سورية (نحو ألف دولار)').at(-1), 'text');
    });

    it('knows furniture, and the article that goes on after it', () => {
      for (const line of [
        'شاركها:',
        'شارك الخبر على:',
        'مقالات ذات صلة',
        'اترك تعليقاً',
        'اقرأ أيضًا:',
        'إقرأ أيضاً',
        'قد يعجبك ايضا',
      ]) {
        assert.deepEqual(
          kinds(HEADLINE, BODY, line, 'سوق جديد في الحي الغربي', '', 'مواعيد القطارات').slice(2),
          ['furniture', 'furniture', 'furniture', 'furniture'],
          line,
        );
      }
      assert.deepEqual(kinds(HEADLINE, BODY, 'شاركها:', 'فيسبوك', `${BODY} ${BODY}`, HEADLINE).slice(2), [
        'furniture',
        'furniture',
        'text',
        'text',
      ]);
      assert.deepEqual(kinds(HEADLINE, BODY, 'اقرأ أيضاً: سوق جديد في الحي الغربي', 'وصل الوفد مساء.').slice(2), [
        'furniture',
        'text',
      ]);
      assert.deepEqual(kinds(HEADLINE, BODY, 'شارك الرئيس في القمة.', 'اقرأ الكتاب.').slice(2), ['text', 'text']);
    });

    it('starts afresh only at the start of the file: a new headline is not made inside the article', () => {
      assert.equal(kinds(HEADLINE, BODY, '', HEADLINE, BODY).filter((kind) => kind === 'headline').length, 1);
    });
  });

  it('has no rule that scopes a part of a match', () => {
    const rules = JSON.stringify(JSON.parse(readProjectFile(GRAMMAR)));
    for (const key of ['"captures"', '"endCaptures"', '"contentName"']) assert.ok(!rules.includes(key), key);
    for (const [, group] of rules.matchAll(/"beginCaptures":\{"(\d+)"/gu)) assert.equal(group, '0');
  });
});
