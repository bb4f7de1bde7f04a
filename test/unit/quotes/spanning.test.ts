import assert from 'node:assert/strict';
import { createAnalyzer } from '../../../server/src/analysis/analyzer';

const analyzer = createAnalyzer();
const HEADLINE = 'افتتاح المكتبة الجديدة في وسط المدينة';

const directs = (...paragraphs: string[]): string[] =>
  analyzer
    .analyze([HEADLINE, ...paragraphs].join('\n\n'))
    .quotes.filter((quote) => quote.kind === 'direct')
    .map((quote) => quote.text);

describe('a quotation over several paragraphs', () => {
  const first = 'وقال مدير المكتبة في كلمته أمام الحضور: «انتظرنا هذا اليوم سنوات طويلة.';
  const middle = 'كانت الكتب في الصناديق، وكان القراء ينتظرون معنا.';
  const last = 'ولن نغلق هذا الباب بعد اليوم». ثم تجول الحضور في القاعات الجديدة وشاهدوا المخطوطات المعروضة.';

  it('is one quote from its opening mark to its closing one', () => {
    const [quote, ...others] = directs(first, middle, last);
    assert.equal(others.length, 0);
    assert.ok(quote?.startsWith('انتظرنا') && quote.endsWith('بعد اليوم'), quote);
  });

  it('ends with its paragraph where the next begins a quotation of its own, or nothing closes it', () => {
    const next = 'وقالت أمينة الصندوق: «جمعنا المال من الأهالي».';
    assert.deepEqual(directs(first, next), ['انتظرنا هذا اليوم سنوات طويلة.', 'جمعنا المال من الأهالي']);
    assert.deepEqual(directs(first, middle), ['انتظرنا هذا اليوم سنوات طويلة.']);
  });
});
