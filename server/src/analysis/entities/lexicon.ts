/**
 * What the model knows of words by themselves: how frequent they are, which distributional clusters they fall into, and
 * how often they were names in automatically labelled news. Words are known by the hash of their form.
 */
import { createHashIndex, type HashIndex } from './hash-index';

/** Cluster solutions, coarse to fine. */
export const CLUSTERINGS = 4;
/** Columns of name statistics: share of uses as PER, ORG, LOC, MISC (0..15 sixteenths) in the order of TYPES. */
export const NAME_COLUMNS = 4;

export interface LexiconTables {
  readonly hashes: Int32Array;
  /** Half-octaves of frequency: round(2 * log2(count)). */
  readonly counts: Uint8Array;
  /** CLUSTERINGS cluster ids per word, counted from 1; 0 where the word has none. */
  readonly clusters: Uint16Array;
  /** NAME_COLUMNS shares per word. */
  readonly names: Uint8Array;
}

export interface Lexicon {
  readonly tables: LexiconTables;
  /** Row of a form's hash, or -1. */
  row(hash: number): number;
  /** 0 for an unknown row, else half-octaves plus one. */
  frequency(row: number): number;
}

export function createLexicon(tables: LexiconTables): Lexicon {
  const index: HashIndex = createHashIndex(tables.hashes);
  return {
    tables,
    row: (hash) => index.find(hash),
    frequency: (row) => (row < 0 ? 0 : tables.counts[row]! + 1),
  };
}

export const EMPTY_LEXICON: Lexicon = createLexicon({
  hashes: new Int32Array(0),
  counts: new Uint8Array(0),
  clusters: new Uint16Array(0),
  names: new Uint8Array(0),
});
