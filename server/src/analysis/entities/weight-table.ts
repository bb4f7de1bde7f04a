/** Quantised weights of hashed features: one row of small integers and a scale per feature. */

/** Bits of the filter that most unknown features fail at: a quarter of a MiB, which stays in a core's own cache. */
const FILTER_BITS = 1 << 21;

export interface WeightTable {
  readonly size: number;
  /** Weights per feature. */
  readonly width: number;
  /** A bit for every known hash (and for those that share it): most pairs of words are unknown. */
  readonly filter: Uint32Array;
  /** Open addressing: hash and row plus one side by side, so that a look-up touches one line of the cache. */
  readonly slots: Int32Array;
  /** Rows of `stride` bytes: the scale's byte, then the weights. */
  readonly rows: Int8Array;
  readonly stride: number;
}

/** Scale of a row from its byte: eighths of an octave around one. A row's largest weight is 127 times its scale. */
export const scaleOf = (byte: number): number => 2 ** ((byte - 128) / 8) / 127;
const SCALES = Float64Array.from({ length: 256 }, (_, byte) => scaleOf(byte));

/** Bytes of a row: a multiple of four, with room for the scale. */
export const strideOf = (width: number): number => (width + 4) & ~3;

/**
 * Makes a table.
 * @param rows `strideOf(width)` bytes for each hash: its scale's byte, then its weights.
 */
export function createWeightTable(hashes: Int32Array, width: number, rows: Int8Array): WeightTable {
  const filter = new Uint32Array(FILTER_BITS >> 5);
  let capacity = 16;
  while (capacity < hashes.length * 1.4) capacity *= 2;
  const mask = capacity - 1;
  const slots = new Int32Array(capacity * 2);
  for (let row = 0; row < hashes.length; row++) {
    const hash = hashes[row]!;
    const bit = hash & (FILTER_BITS - 1);
    filter[bit >>> 5]! |= 1 << (bit & 31);
    let slot = hash & mask;
    while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
    slots[2 * slot] = hash;
    slots[2 * slot + 1] = row + 1;
  }
  return { size: hashes.length, width, filter, slots, rows, stride: strideOf(width) };
}

/** Adds a feature's weights to `out` from `base` on; unknown features add nothing. */
export function addWeights(table: WeightTable, hash: number, out: Float32Array, base: number): void {
  const bit = hash & (FILTER_BITS - 1);
  if ((table.filter[bit >>> 5]! & (1 << (bit & 31))) === 0) return;
  const { slots, rows, width } = table;
  const mask = slots.length - 1;
  for (let slot = (hash * 2) & mask; ; slot = (slot + 2) & mask) {
    const row = slots[slot + 1]!;
    if (row === 0) return;
    if (slots[slot] !== hash) continue;
    const from = (row - 1) * table.stride;
    const scale = SCALES[rows[from]! & 255]!;
    for (let column = 0; column < width; column++) out[base + column]! += scale * rows[from + 1 + column]!;
    return;
  }
}
