import assert from 'node:assert/strict';
import fc from 'fast-check';
import whyData from '../../../server/data/quotes/why.json';
import { readArticle } from '../../../server/src/analysis/article/read-article';
import { givenMentions } from '../../../server/src/analysis/entities/given-mentions';
import type { EntityType } from '../../../server/src/analysis/model';
import { findQuotes, scanSpeech, type AttributedQuote } from '../../../server/src/analysis/quotes/quotes';
import { readParagraph } from '../../../server/src/analysis/text/paragraph';
import { attribute, line, mentionsOf, TITLE } from './attribute';
import { CASES } from './cases';

const RULES: Readonly<Record<string, { readonly en: string; readonly ar: string }>> = whyData.rules;

/** Pieces of news prose and of trouble, in any order. */
const PIECES = [
  'قال ', 'وأضاف', ' إن ', '«', '»', '"', '“', '”', "''", ':', '،', '.', '\n', ' محمد ', 'بحسب ', 'مشيراً إلى ', 'ـ',
  '\u202b', '\ud83d', 'بـ', ' عن ', 'على حد ', '(', 'ما ', 'نقلاً عن ', 'الوزير ', 'كما ', 'لكنه ', 'الذي ', '- ', '<<',
]; // prettier-ignore
const anyArticle = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary' }),
);

describe('quotes', () => {
  for (const [group, cases] of Object.entries(CASES))
    describe(group, () => {
      for (const { rule, text, title, names, quotes } of cases)
        it(rule, () => {
          assert.deepEqual(attribute(title ? text : TITLE + text, names).map(line), quotes);
        });
    });
});

describe('why', () => {
  it('has words in both languages for every rule that the cases use', () => {
    const used = new Set<string>();
    for (const { text, title, names } of Object.values(CASES).flat())
      for (const quote of attribute(title ? text : TITLE + text, names)) for (const rule of quote.why) used.add(rule);
    assert.ok(used.size > 15);
    for (const rule of used) assert.ok(RULES[rule]?.en && RULES[rule].ar, `no words for ${rule}`);
  });
});

describe('who goes on speaking', () => {
  const NAMES = { 'رنا صالح': 'PER', 'سامي حداد': 'PER' } as const;

  it('is the last speaker, for a bare verb', () => {
    const [first, second] = attribute(`${TITLE}قالت رنا صالح إن العمل بدأ.\nوأضافت أن النتائج قريبة.`, NAMES);
    assert.equal(first?.speaker?.text, 'رنا صالح');
    assert.equal(second?.speaker, null);
    assert.equal(second?.inheritsFrom, 0);
    assert.equal(second?.relation, 'inherited');
    assert.deepEqual(second?.agreement, { gender: 'f', number: 's' });
  });

  it('is the last speaker that agrees with the verb', () => {
    const quotes = attribute(
      `${TITLE}قالت رنا صالح إن العمل بدأ.\nوقال سامي حداد إن الجسر متين.\nوأضافت أن النتائج قريبة.`,
      NAMES,
    );
    assert.equal(quotes[2]?.inheritsFrom, 0);
  });

  it('is not somebody quoted inside the last report', () => {
    const quotes = attribute(`${TITLE}قال سامي حداد إن رنا صالح أكدت أن العمل بدأ.\nوأضاف أن النتائج قريبة.`, NAMES);
    const last = quotes.at(-1);
    assert.equal(last?.cue?.text, 'أضاف');
    assert.equal(quotes[last?.inheritsFrom ?? -1]?.speaker?.text, 'سامي حداد');
  });

  it('is the subject of the main clause, for a verb in its relative clause', () => {
    const [quote] = attribute(`${TITLE}وأصدرت الوزارة بياناً أكدت فيه أن العمل بدأ.`);
    assert.equal(quote?.speaker, null);
    assert.ok(quote?.antecedent?.text.startsWith('الوزارة'));
  });

  it('is the last speaker, for marked words on their own', () => {
    const quotes = attribute(`${TITLE}وقالت رنا صالح إن العمل بدأ.\n«نحن نعمل ليل نهار ولن نتوقف قبل النهاية».`, NAMES);
    assert.equal(quotes[1]?.relation, 'floating');
    assert.equal(quotes[1]?.inheritsFrom, 0);
    assert.equal(quotes[1]?.cue, null);
  });

  it('is nobody, for an impersonal report', () => {
    const quotes = attribute(`${TITLE}وقالت رنا صالح إن العمل بدأ.\nوتم التأكيد على أهمية المواعيد.`, NAMES);
    assert.equal(quotes[1]?.relation, 'anonymous');
    assert.equal(quotes[1]?.inheritsFrom, null);
  });
});

describe('a paragraph kept', () => {
  it('gives the same quotes at another place, and others when its names change', () => {
    const sentence = 'وقالت صحيفة الضفاف إن العمل بدأ.';
    const speech = new Map<string, ReturnType<typeof scanSpeech>>();
    const run = (text: string, names: Readonly<Record<string, EntityType>>): readonly AttributedQuote[] => {
      const article = readArticle(text, readParagraph);
      const scans = article.blocks.map(({ content }) => {
        const kept = speech.get(content.text) ?? scanSpeech(content);
        speech.set(content.text, kept);
        return kept;
      });
      return findQuotes(article, scans, givenMentions(article, mentionsOf(text, names)));
    };
    const [first] = run(`${TITLE}${sentence}`, { 'صحيفة الضفاف': 'ORG' });
    const [moved] = run(`${TITLE}فقرة أولى جديدة.\n${sentence}`, { 'صحيفة الضفاف': 'ORG' });
    const [renamed] = run(`${TITLE}${sentence}`, { الضفاف: 'ORG' });
    assert.equal(first?.speaker?.text, 'صحيفة الضفاف');
    assert.equal(moved?.speaker?.text, 'صحيفة الضفاف');
    assert.ok(moved.start > first.start);
    assert.equal(renamed?.speaker?.text, 'الضفاف');
  });
});

describe('quotes of any string', () => {
  it('have spans of the article, in order, and explain themselves', function () {
    this.timeout(20_000);
    fc.assert(
      fc.property(anyArticle, (article) => {
        const quotes = attribute(article);
        quotes.forEach((quote, index) => {
          for (const span of [quote, quote.cue, quote.speaker, quote.antecedent])
            if (span) {
              assert.ok(span.start < span.end);
              assert.equal(span.text, article.slice(span.start, span.end));
            }
          assert.ok(index === 0 || quotes[index - 1]!.start <= quote.start);
          assert.ok(quote.inheritsFrom === null || (quote.speaker === null && quote.inheritsFrom !== index));
          assert.ok(quote.confidence > 0 && quote.confidence <= 1);
          for (const rule of quote.why) assert.ok(RULES[rule], `no text for ${rule}`);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('never open a guillemet that they do not close', function () {
    this.timeout(20_000);
    const words = fc.constantFrom(
      'قال المدير ',
      'إن ',
      'العمل ',
      'بدأ ',
      '«',
      '»',
      'وأضاف ',
      'أن ',
      '. ',
      '، ',
      'مؤكداً ',
      ': ',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        for (const quote of attribute(TITLE + text)) {
          let depth = 0;
          for (const sign of quote.text) depth += sign === '«' ? 1 : sign === '»' ? -1 : 0;
          // Marks that the article itself leaves open cannot be closed.
          if (isBalanced(text)) assert.equal(depth, 0, `${text} → ${quote.text}`);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('take time in proportion to the text, however many marks it has', function () {
    this.timeout(30_000);
    const time = (unit: string, times: number): number => {
      const text = TITLE + unit.repeat(times);
      const begin = process.hrtime.bigint();
      attribute(text);
      return Number(process.hrtime.bigint() - begin) / 1e6;
    };
    for (const unit of ['"', '«', '“ ', '«"', 'قال "', 'بحسب ', 'قال إن ', 'مؤكداً أن ', 'وقال: «', 'أن «ا» ']) {
      const small = Math.min(time(unit, 250), time(unit, 250));
      const large = Math.min(time(unit, 4000), time(unit, 4000));
      // Linear growth gives 16; quadratic growth would give 256. The floor keeps the clock's noise out.
      assert.ok(large < 100 * Math.max(small, 5), `${unit}: ${small.toFixed(1)} ms, then ${large.toFixed(1)} ms`);
    }
  });
});

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    depth += sign === '«' ? 1 : sign === '»' ? -1 : 0;
    if (depth < 0 || depth > 1) return false;
  }
  return depth === 0;
}
