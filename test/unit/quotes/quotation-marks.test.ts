import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pairMarks } from '../../../server/src/analysis/text/quotation-marks';
import { tokenise } from '../../../server/src/analysis/text/tokens';

/** What stands between each pair of marks; «…» at the end where the mark was never closed. */
function between(text: string): string[] {
  const tokens = tokenise(text);
  return pairMarks(tokens).map((pair) => {
    const words = tokens.slice(pair.open + 1, pair.end);
    const inner = words.length === 0 ? '' : text.slice(words[0]!.start, words.at(-1)!.end);
    return pair.close === null ? `${inner}…` : inner;
  });
}

const CASES: readonly (readonly [rule: string, text: string, inner: readonly string[]])[] = [
  ['guillemets', 'قال «نعم» ثم «لا»', ['نعم', 'لا']],
  ['straight marks', 'قال "نعم" ثم "لا"', ['نعم', 'لا']],
  ['curly marks', 'قال “نعم” ثم “لا”', ['نعم', 'لا']],
  ['curly marks swapped', 'قال ”نعم“ ثم ”لا“', ['نعم', 'لا']],
  ['the same curly mark twice', 'قال ”نعم” ثم “لا“', ['نعم', 'لا']],
  ['low and high marks', 'قال „نعم” ثم „لا“', ['نعم', 'لا']],
  ['full-width marks', 'قال ＂نعم＂', ['نعم']],
  ['primes', 'قال ″نعم″', ['نعم']],
  ['doubled apostrophes', "قال ''نعم'' ثم ذهب", ['نعم']],
  ['doubled angles', 'قال <<نعم>> ثم ذهب', ['نعم']],
  ['spaces inside', 'قال " نعم " ثم " لا "', ['نعم', 'لا']],
  ['a glued preposition', 'وصفه بـ"الكارثة" أمس', ['الكارثة']],
  ['another mark inside', 'قال «هذا "أول" رد» ثم ذهب', ['هذا "أول" رد', 'أول']],
  ['the same mark inside', 'قال «قال لي «لا» ثم ذهب» أمس', ['قال لي «لا» ثم ذهب', 'لا']],
  ['the same straight mark inside, glued', 'قال "لعبة تسمى بـ"الحوت" خطرة" أمس', ['لعبة تسمى بـ"الحوت" خطرة', 'الحوت']],
  ['a stray closing mark', 'انتهى العمل”. وقال “نعم” ثم ذهب', ['نعم']],
  ['a mark never closed', 'قال "نعم ثم ذهب', ['نعم ثم ذهب…']],
  ['a mark never closed, and a new sentence', 'قال "نعم. وأضاف: "لا" ثم ذهب', ['نعم…', 'لا']],
  ['an apostrophe', 'قال O’Neil نعم', []],
  ['nothing between', 'قال «» ثم ذهب', ['']],
];

describe('pairMarks', () => {
  for (const [rule, text, inner] of CASES)
    it(`pairs ${rule}`, () => {
      assert.deepEqual(between(text), inner);
    });

  it('gives pairs in order that nest or stand apart, three deep at most, for any string', function () {
    this.timeout(20_000);
    const pieces = fc.constantFrom('«', '»', '"', '“', '”', "'", '<', '>', ' ', 'كلمة', '.', 'بـ', ':', '‘', '’');
    const text = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (paragraph) => {
        const tokens = tokenise(paragraph);
        const pairs = pairMarks(tokens);
        pairs.forEach((pair, i) => {
          assert.ok(pair.open < pair.end && pair.end <= tokens.length);
          assert.ok(pair.close === null || pair.close === pair.end);
          assert.ok(pair.depth >= 0 && pair.depth < 3);
          assert.ok(i === 0 || pairs[i - 1]!.open < pair.open);
          for (const other of pairs.slice(0, i)) assert.ok(other.end <= pair.open || pair.end <= other.end);
        });
      }),
      { numRuns: 300 },
    );
  });
});
