/**
 * Names of several words that news has used before, matched in a text. The list holds hashes only: of every name and of
 * every beginning of one, so that a look-up stops at the first word that no name goes on with.
 */
import { createHashIndex } from './hash-index';
import { combine } from './hashing';
import type { WordType } from './word-type';

/** Code of a hash in the list: a name's type (or set of types) plus one, or 0 for a mere beginning. */
export interface NameListTables {
  readonly hashes: Int32Array;
  readonly codes: Uint8Array;
}

/** Longest name matched, in words. */
export const LONGEST_NAME = 8;

/** Finds names among words: per token 0, or 1 + 4 × type + position (0 first, 1 inner, 2 last, 3 only word). */
export type NameMatcher = (words: readonly WordType[]) => Uint16Array;

/** Hash of a name as its words' hashes are read one after the other. */
export const nextHash = (before: number, form: number): number => combine(before, form);

export function createNameMatcher({ hashes, codes }: NameListTables): NameMatcher {
  const index = createHashIndex(hashes);

  /** End and type of the longest name that begins at `first` with this reading of its first word. */
  function longest(words: readonly WordType[], first: number, form: number): { end: number; type: number } | null {
    const single = index.find(form);
    let found = single >= 0 && codes[single]! > 0 ? { end: first + 1, type: codes[single]! - 1 } : null;
    let hash = form;
    for (let i = first + 1; i < words.length && i < first + LONGEST_NAME; i++) {
      hash = nextHash(hash, words[i]!.form);
      const row = index.find(hash);
      if (row < 0) break;
      if (codes[row]! > 0) found = { end: i + 1, type: codes[row]! - 1 };
    }
    return found;
  }

  return (words) => {
    const out = new Uint16Array(words.length);
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!;
      if (word.kind === 'punctuation') continue;
      let best = longest(words, i, word.form);
      for (const stem of word.stemForms) {
        const found = longest(words, i, stem);
        if (found !== null && (best === null || found.end > best.end)) best = found;
      }
      if (best === null) continue;
      out.fill(1 + 4 * best.type + 1, i, best.end);
      out[i] = 1 + 4 * best.type;
      out[best.end - 1] = 1 + 4 * best.type + (best.end - 1 === i ? 3 : 2);
      i = best.end - 1;
    }
    return out;
  };
}
