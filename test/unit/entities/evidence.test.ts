import assert from 'node:assert/strict';
import {
  EVIDENCE,
  evidenceFor,
  findDoubtful,
  gatherEvidence,
  sameEvidence,
} from '../../../server/src/analysis/entities/evidence';
import { LABELS, writeSpan } from '../../../server/src/analysis/entities/labels';
import { EMPTY_LEXICON } from '../../../server/src/analysis/entities/lexicon';
import { createRecordTable } from '../../../server/src/analysis/entities/record-table';
import { describeWord } from '../../../server/src/analysis/entities/word-type';
import { readParagraph } from '../../../server/src/analysis/text/paragraph';

/** A paragraph whose marginals are all on the given spans. */
function paragraph(
  text: string,
  spans: { first: number; end: number; type: number }[],
): Parameters<typeof evidenceFor>[0] {
  const content = readParagraph(text);
  const labels = new Uint8Array(content.tokens.length);
  for (const span of spans) writeSpan(labels, span);
  const marginals = new Float32Array(labels.length * LABELS);
  labels.forEach((label, i) => (marginals[i * LABELS + label] = 1));
  const words = content.tokens.map((token) => ({
    type: describeWord(token, EMPTY_LEXICON),
    scores: new Float32Array(0),
  }));
  return {
    words,
    doubtful: findDoubtful(
      Uint32Array.from(labels, (_, i) => i),
      marginals,
    ),
  };
}

describe('entities/evidence', () => {
  const full = paragraph('الوزير سامي طوقان', [{ first: 1, end: 3, type: 0 }]);
  const alone = paragraph('قال طوقان', []);
  const clitic = paragraph('وطوقان', []);

  it('takes a sure word up again when it is a name elsewhere, also behind a proclitic', () => {
    const gathered = gatherEvidence([full, alone, clitic]);
    assert.deepEqual([...evidenceFor(alone, gathered).tokens], [1]);
    assert.deepEqual([...evidenceFor(clitic, gathered).tokens], [0]);
  });

  it('says nothing of a word that stands nowhere else', () => {
    const gathered = gatherEvidence([full, alone]);
    const own = evidenceFor(full, gathered);
    assert.deepEqual([...own.tokens], [1, 2]);
    // «سامي» stands once: only its own probabilities are in its vector.
    assert.ok(own.vectors.subarray(LABELS, EVIDENCE).every((value) => value === 0));
    // «طوقان» stands elsewhere, where it looks like no name: it has others, all outside.
    assert.equal(own.vectors[EVIDENCE + LABELS], 1);
    assert.equal(own.vectors[EVIDENCE + LABELS + 1], 1);
  });

  it('stays the same when other words change', () => {
    const before = evidenceFor(alone, gatherEvidence([full, alone]));
    const after = evidenceFor(alone, gatherEvidence([full, alone, paragraph('كلام آخر تماما', [])]));
    assert.ok(sameEvidence(before, after));
    const changed = evidenceFor(alone, gatherEvidence([full, alone, full]));
    assert.ok(!sameEvidence(before, changed));
  });
});

describe('entities/record-table', () => {
  it('keeps sums apart while it grows', () => {
    const table = createRecordTable(2);
    const keys = Array.from({ length: 3000 }, (_, i) => Math.imul(i, 0x9e3779b1) | 0);
    for (let round = 0; round < 2; round++)
      keys.forEach((key, i) => {
        table.add(key, Float32Array.of(i, 1), 0);
      });
    assert.equal(table.size(), keys.length);
    keys.forEach((key, i) => {
      const row = table.find(key);
      assert.equal(table.count(row), 2);
      assert.equal(table.sum(row, 0), 2 * i);
      assert.equal(table.sum(row, 1), 2);
    });
    assert.equal(table.find(12345), -1);
  });
});
