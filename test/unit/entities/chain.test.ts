import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bestPath, sumPaths, transitionPotentials } from '../../../server/src/analysis/entities/chain';
import { LABELS, OUTSIDE, closes, follows, opens } from '../../../server/src/analysis/entities/labels';

/** Every well-formed label sequence with its score, by plain enumeration. */
function allPaths(
  emissions: Float32Array,
  length: number,
  transitions: Float32Array,
): { path: number[]; score: number }[] {
  let paths: { path: number[]; score: number }[] = [{ path: [], score: 0 }];
  for (let i = 0; i < length; i++)
    paths = paths.flatMap(({ path, score }) => {
      const from = path[i - 1] ?? OUTSIDE;
      return Array.from({ length: LABELS }, (_, to) => to)
        .filter((to) => follows(from, to) && (i > 0 || to === OUTSIDE || opens(to)))
        .map((to) => ({
          path: [...path, to],
          score: score + transitions[from * LABELS + to]! + emissions[i * LABELS + to]!,
        }));
    });
  return paths.filter(({ path }) => {
    const last = path[length - 1]!;
    return last === OUTSIDE || closes(last);
  });
}

const scores = (count: number): fc.Arbitrary<Float32Array> =>
  fc
    .array(fc.integer({ min: -400, max: 400 }), { minLength: count, maxLength: count })
    .map((values) => Float32Array.from(values, (value) => value / 100));

const lengths = fc.integer({ min: 1, max: 3 });

describe('entities/chain', () => {
  it('finds the path that enumeration finds', () => {
    fc.assert(
      fc.property(
        lengths.chain((length) => fc.tuple(fc.constant(length), scores(length * LABELS), scores(LABELS * LABELS))),
        ([length, emissions, transitions]) => {
          const best = Math.max(...allPaths(emissions, length, transitions).map(({ score }) => score));
          const path = bestPath(emissions, length, transitions);
          const found = allPaths(emissions, length, transitions).find(
            (candidate) => candidate.path.join() === path.join(),
          );
          assert.ok(found, 'the path is well formed');
          assert.ok(Math.abs(found.score - best) < 1e-3, `${found.score} is the best score ${best}`);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('sums to what enumeration sums to, and its marginals are shares of it', () => {
    fc.assert(
      fc.property(
        lengths.chain((length) => fc.tuple(fc.constant(length), scores(length * LABELS), scores(LABELS * LABELS))),
        ([length, emissions, transitions]) => {
          const paths = allPaths(emissions, length, transitions);
          const sum = paths.reduce((total, { score }) => total + Math.exp(score), 0);
          const lattice = sumPaths(emissions, length, transitionPotentials(transitions));
          assert.ok(Math.abs(lattice.logSum - Math.log(sum)) < 1e-3);
          for (let i = 0; i < length; i++)
            for (let label = 0; label < LABELS; label++) {
              const share =
                paths.reduce((total, { path, score }) => total + (path[i] === label ? Math.exp(score) : 0), 0) / sum;
              assert.ok(Math.abs(lattice.marginals[i * LABELS + label]! - share) < 1e-3);
            }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('stays finite on extreme scores', () => {
    const emissions = Float32Array.from({ length: 300 * LABELS }, (_, i) => (i % 7 === 0 ? 300 : -300));
    const lattice = sumPaths(emissions, 300, transitionPotentials(new Float32Array(LABELS * LABELS)));
    assert.ok(Number.isFinite(lattice.logSum));
    assert.ok(lattice.marginals.every((value) => value >= 0 && value <= 1.0001));
  });

  it('gives no labels for no tokens', () => {
    assert.equal(bestPath(new Float32Array(0), 0, new Float32Array(LABELS * LABELS)).length, 0);
  });
});
