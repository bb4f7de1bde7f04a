import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bestPath, condense, sumPaths, transitionPotentials } from '../../../server/src/analysis/entities/chain';
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

  it('finds the same labels and marginals when clear tokens are left out', () => {
    // Unclear stretches among clearly outside tokens, one at the very end.
    const length = 44;
    const emissions = Float32Array.from({ length: length * LABELS }, (_, cell) => {
      const token = Math.floor(cell / LABELS);
      const unclear = (token > 3 && token < 9) || (token > 20 && token < 30) || token > 40;
      return cell % LABELS === OUTSIDE ? (unclear ? 1 : 16) : Math.sin(cell * 12.9898) * 3;
    });
    const transitions = Float32Array.from({ length: LABELS * LABELS }, (_, i) => Math.cos(i * 78.233));
    const pairs = transitionPotentials(transitions);
    const whole = sumPaths(emissions, length, pairs).marginals;
    const path = bestPath(emissions, length, transitions);
    const short = condense(emissions, length);
    assert.deepEqual([...short.tokens], [4, 5, 6, 7, 8, 9, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 41, 42, 43]);
    const marginals = sumPaths(short.emissions, short.tokens.length, pairs).marginals;
    const labels = bestPath(short.emissions, short.tokens.length, transitions);
    short.tokens.forEach((token, k) => {
      assert.equal(labels[k], path[token]);
      for (let label = 0; label < LABELS; label++)
        assert.ok(Math.abs(marginals[k * LABELS + label]! - whole[token * LABELS + label]!) < 1e-3);
    });
    path.forEach((label, token) => {
      if (!short.tokens.includes(token)) assert.equal(label, OUTSIDE);
    });
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
