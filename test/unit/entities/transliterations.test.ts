import assert from 'node:assert/strict';
import { typeTransliterations } from '../../../server/src/analysis/entities/transliterations';
import { tokenise } from '../../../server/src/analysis/text/tokens';

const types = (text: string, spans: [number, number, number][]): number[] =>
  typeTransliterations(
    tokenise(text),
    spans.map(([first, end, type]) => ({ first, end, type })),
  ).map((span) => span.type);

describe('entities/transliterations', () => {
  it('gives a bracketed Latin name the type of the name before it', () => {
    const text = 'قالت كلير دوفرين (Claire Dufresne) أمس';
    assert.deepEqual(
      types(text, [
        [1, 3, 0],
        [4, 6, 1],
      ]),
      [0, 0],
    );
    assert.deepEqual(
      types('شركة «ضفاف» (Difaf) أعلنت', [
        [2, 3, 1],
        [5, 6, 3],
      ]),
      [1, 1],
    );
  });

  it('leaves other names alone', () => {
    assert.deepEqual(
      types('كلير دوفرين (باريس) هنا', [
        [0, 2, 0],
        [3, 4, 2],
      ]),
      [0, 2],
    );
    assert.deepEqual(
      types('كلير دوفرين لدى Google اليوم', [
        [0, 2, 0],
        [3, 4, 1],
      ]),
      [0, 1],
    );
    assert.deepEqual(types('(Google)', [[1, 2, 1]]), [1]);
  });
});
