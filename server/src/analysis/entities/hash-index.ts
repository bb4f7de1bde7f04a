/** A set of 32-bit hashes with their positions: open addressing in two typed arrays. */

export interface HashIndex {
  readonly size: number;
  /** Position of a hash in the list that the index was made from, or -1. */
  find(hash: number): number;
}

/** Makes an index of distinct hashes; position i is that of `hashes[i]`. At most half full, so that misses end soon. */
export function createHashIndex(hashes: Int32Array): HashIndex {
  let capacity = 16;
  while (capacity < hashes.length * 2) capacity *= 2;
  const mask = capacity - 1;
  const slots = new Int32Array(capacity);
  for (let i = 0; i < hashes.length; i++) {
    let slot = hashes[i]! & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = i + 1;
  }
  return {
    size: hashes.length,
    find(hash) {
      for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
        const entry = slots[slot]!;
        if (entry === 0) return -1;
        if (hashes[entry - 1] === hash) return entry - 1;
      }
    },
  };
}
