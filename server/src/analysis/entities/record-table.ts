/** Sums by 32-bit key: a small hash table of rows, made anew for each article, so it has to be quick to fill. */

export interface RecordTable {
  /** Adds `width` numbers from `values[from]` on to the key's row. */
  add(key: number, values: Float32Array, from: number): void;
  /** The key's row, or -1. */
  find(key: number): number;
  /** How often the row was added to. */
  count(row: number): number;
  sum(row: number, column: number): number;
  size(): number;
}

export function createRecordTable(width: number): RecordTable {
  let slots = new Int32Array(256);
  let keys = new Int32Array(128);
  let counts = new Int32Array(128);
  let sums = new Float32Array(128 * width);
  let size = 0;

  function slotOf(key: number): number {
    const mask = slots.length - 1;
    let slot = key & mask;
    while (slots[slot] !== 0 && keys[slots[slot]! - 1] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  function grow(): void {
    const wider = new Int32Array(keys.length * 2);
    wider.set(keys);
    keys = wider;
    const counted = new Int32Array(keys.length);
    counted.set(counts);
    counts = counted;
    const summed = new Float32Array(keys.length * width);
    summed.set(sums);
    sums = summed;
    slots = new Int32Array(keys.length * 2);
    for (let row = 0; row < size; row++) slots[slotOf(keys[row]!)] = row + 1;
  }

  return {
    add(key, values, from) {
      let slot = slotOf(key);
      if (slots[slot] === 0) {
        if (size === keys.length) {
          grow();
          slot = slotOf(key);
        }
        keys[size] = key;
        slots[slot] = ++size;
      }
      const row = slots[slot]! - 1;
      counts[row]!++;
      const base = row * width;
      for (let column = 0; column < width; column++) sums[base + column]! += values[from + column]!;
    },
    find: (key) => slots[slotOf(key)]! - 1,
    count: (row) => counts[row]!,
    sum: (row, column) => sums[row * width + column]!,
    size: () => size,
  };
}
