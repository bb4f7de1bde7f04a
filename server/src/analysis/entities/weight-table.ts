/** Quantised weights of hashed features: one row of small integers and a scale per feature. */
import { createHashIndex, type HashIndex } from './hash-index';

export interface WeightTable {
  readonly index: HashIndex;
  /** Weights per feature. */
  readonly width: number;
  readonly scales: Float32Array;
  readonly values: Int8Array;
}

/** Scale of a row from its byte: eighths of an octave around one. A row's largest weight is 127 times its scale. */
export const scaleOf = (byte: number): number => 2 ** ((byte - 128) / 8) / 127;

export function createWeightTable(
  hashes: Int32Array,
  width: number,
  scaleBytes: Uint8Array,
  values: Int8Array,
): WeightTable {
  return { index: createHashIndex(hashes), width, scales: Float32Array.from(scaleBytes, scaleOf), values };
}

/** Adds a feature's weights to `out` from `base` on; unknown features add nothing. */
export function addWeights(table: WeightTable, hash: number, out: Float32Array, base: number): void {
  const row = table.index.find(hash);
  if (row < 0) return;
  const { width, values } = table;
  const scale = table.scales[row]!;
  const from = row * width;
  for (let column = 0; column < width; column++) out[base + column]! += scale * values[from + column]!;
}
