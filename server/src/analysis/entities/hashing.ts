/** 32-bit hashes of words and features: the tagger knows both by their hash only. Deterministic on every platform. */

/** Final mixing of MurmurHash3 (public domain): every input bit reaches every output bit. */
export function avalanche(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}

/** FNV-1a over UTF-16 units, then mixed. */
export function hashText(text: string, start = 0, end = text.length): number {
  let h = 0x811c9dc5;
  for (let i = start; i < end; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return avalanche(h);
}

/** A new hash of an ordered pair. */
export function combine(a: number, b: number): number {
  return avalanche(Math.imul(a, 0x9e3779b1) + Math.imul(b ^ 0x5bd1e995, 0xc2b2ae3d) + 0x27d4eb2f);
}

/** Checksum of bytes (FNV-1a over little-endian 32-bit words, then over the rest): finds damage, keeps out nobody. */
export function checksum(bytes: Uint8Array): number {
  const end = bytes.length & ~3;
  let h = 0x811c9dc5;
  for (let i = 0; i < end; i += 4) {
    const word = bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    h = Math.imul(h ^ word, 0x01000193) ^ (h >>> 15);
  }
  for (let i = end; i < bytes.length; i++) h = Math.imul(h ^ bytes[i]!, 0x01000193);
  return avalanche(h) >>> 0;
}
