import assert from 'node:assert/strict';
import { LABELS, readSpans, writeSpan, follows, OUTSIDE } from '../../../server/src/analysis/entities/labels';

describe('entities/labels', () => {
  it('reads back the spans it wrote, adjacent ones of one type apart', () => {
    const spans = [
      { first: 0, end: 1, type: 0 },
      { first: 1, end: 4, type: 0 },
      { first: 5, end: 7, type: 3 },
    ];
    const labels = new Uint8Array(8);
    for (const span of spans) writeSpan(labels, span);
    assert.deepEqual(readSpans(labels), spans);
  });

  it('lets only the same name go on', () => {
    const labels = new Uint8Array(3);
    writeSpan(labels, { first: 0, end: 3, type: 1 });
    const [begin, inside, end] = labels as unknown as [number, number, number];
    assert.ok(follows(begin, inside) && follows(inside, end) && follows(end, OUTSIDE) && follows(end, begin));
    assert.ok(
      !follows(begin, OUTSIDE) && !follows(begin, begin) && !follows(OUTSIDE, inside) && !follows(OUTSIDE, end),
    );
    const other = new Uint8Array(2);
    writeSpan(other, { first: 0, end: 2, type: 2 });
    assert.ok(!follows(begin, other[1]!));
    assert.equal(LABELS, 17);
  });
});
