import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { EntityType } from '../../../server/src/analysis/model';
import { attribute, line, TITLE } from './attribute';

interface Case {
  readonly rule: string;
  readonly text: string;
  readonly names?: Readonly<Record<string, EntityType>>;
  readonly quotes: readonly string[];
}

const CASES: readonly Case[] = [
  {
    rule: 'verb, subject, complementiser',
    text: 'قال وزير الزراعة سامي حداد إن الموسم كان جيداً.',
    names: { 'سامي حداد': 'PER' },
    quotes: ['indirect | الموسم كان جيداً | قال | سامي حداد'],
  },
  {
    rule: 'a colon before marks',
    text: 'وقالت رنا صالح: «لن نغادر المدينة».',
    names: { 'رنا صالح': 'PER' },
    quotes: ['direct | لن نغادر المدينة | قالت | رنا صالح'],
  },
  {
    rule: 'words wholly in marks after the complementiser are one direct quote',
    text: 'وأكد المتحدث أن "الجسر سيفتح غداً أمام المركبات".',
    quotes: ['direct | الجسر سيفتح غداً أمام المركبات | أكد | المتحدث'],
  },
  {
    rule: 'a marked fragment inside a report is a quote of its own',
    text: 'وقالت الوزارة إن الوضع "تحت السيطرة" في كل المدن.',
    quotes: ['indirect | الوضع "تحت السيطرة" في كل المدن | قالت | الوزارة', 'direct | تحت السيطرة | قالت | الوزارة'],
  },
  {
    rule: 'a participle starts a new quote and keeps the speaker of its clause',
    text: 'وقال سامي حداد إن الطريق مغلق، مشيراً إلى أن العمل مستمر.',
    names: { 'سامي حداد': 'PER' },
    quotes: ['indirect | الطريق مغلق | قال | سامي حداد', 'indirect | العمل مستمر | مشيراً | سامي حداد'],
  },
  {
    rule: 'a source phrase after what it is the source of',
    text: 'وأصيب ثلاثة أشخاص في الحادث، بحسب الشرطة المحلية.',
    quotes: ['indirect | أصيب ثلاثة أشخاص في الحادث | بحسب | الشرطة المحلية'],
  },
  {
    rule: 'the transmitter is not the speaker',
    text: 'ونقلت وكالة الساحل عن مسؤول محلي قوله إن المياه عادت إلى الأحياء.',
    names: { 'وكالة الساحل': 'ORG' },
    quotes: ['indirect | المياه عادت إلى الأحياء | نقلت | مسؤول محلي'],
  },
  {
    rule: 'marks round a name are no quote',
    text: 'ونشرت صحيفة «الضفاف» صوراً من المكان.',
    names: { الضفاف: 'ORG' },
    quotes: [],
  },
];

describe('quotes', () => {
  for (const { rule, text, names, quotes } of CASES)
    it(rule, () => {
      assert.deepEqual(attribute(TITLE + text, names).map(line), quotes);
    });

  it('lets a bare verb go on from the last speaker', () => {
    const [first, second] = attribute(`${TITLE}قالت رنا صالح إن العمل بدأ.\nوأضافت أن النتائج قريبة.`, {
      'رنا صالح': 'PER',
    });
    assert.equal(first?.speaker?.text, 'رنا صالح');
    assert.equal(second?.speaker, null);
    assert.equal(second?.inheritsFrom, 0);
    assert.equal(second?.relation, 'inherited');
  });

  it('gives spans of the article for any string', function () {
    this.timeout(20_000);
    const piece = fc.constantFrom(
      'قال ',
      'وأضاف',
      ' إن ',
      '«',
      '»',
      '"',
      '“',
      '”',
      ':',
      '،',
      '.',
      '\n',
      ' محمد ',
      'بحسب ',
      'مشيراً إلى ',
      'ـ',
      '\u202b',
      '\ud83d',
      'بـ',
      ' عن ',
      'على حد ',
      '(',
      'ما ',
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (article) => {
        for (const quote of attribute(article))
          for (const span of [quote, quote.cue, quote.speaker])
            if (span) {
              assert.ok(span.start < span.end);
              assert.equal(span.text, article.slice(span.start, span.end));
            }
      }),
      { numRuns: 100 },
    );
  });
});
