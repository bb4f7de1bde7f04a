import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anyText } from '../arbitraries';
import { lookupKey, normalise, normaliseWithMap, originalOffset } from '../../../server/src/analysis/text/normalise';

describe('normalise', () => {
  it('drops marks, tatweel and controls and writes digits in ASCII', () => {
    assert.equal(normalise('بيـــروت\u200f ٢٠٢٣ مُحَمَّد'), 'بيروت 2023 محمد');
  });
  it('maps every unit back to its place', () => {
    const { text, offsets } = normaliseWithMap('قَالَ ﻻ');
    assert.equal(text, 'قال لا');
    assert.deepEqual(offsets, [0, 2, 3, 5, 6, 6, 7]);
  });
  it('agrees with its mapped form and is idempotent, for any string', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const mapped = normaliseWithMap(text);
        assert.equal(mapped.text, normalise(text));
        assert.equal(mapped.offsets.length, mapped.text.length + 1);
        assert.equal(normalise(mapped.text), mapped.text);
        assert.equal(lookupKey(mapped.text).length, mapped.text.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('originalOffset', () => {
  it('passes the marks of the clitic', () => {
    assert.equal('وَبيروت'.slice(originalOffset('وَبيروت', 1)), 'بيروت');
    assert.equal('للأسد'.slice(originalOffset('للأسد', 1)), 'لأسد');
  });
});
