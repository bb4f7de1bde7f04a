/** From a paragraph to label scores, with the model's weights. */
import type { ParagraphText } from '../text/paragraph';
import type { Token } from '../text/tokens';
import { isClear } from './chain';
import { EDGE, OFFSETS, contextFeatures, markPositions, wordFeatures, type Surroundings } from './features';
import { createGazetteer } from './gazetteer';
import { combine } from './hashing';
import { LABELS } from './labels';
import type { TaggerModel } from './model-file';
import { createNameMatcher, type NameListTables, type NameMatcher } from './name-lists';
import { addWeights } from './weight-table';
import { describeWord, type WordType } from './word-type';

/** A word with its summed weights from every distance, OFFSETS.length rows of LABELS. */
export interface ScoredWord {
  readonly type: WordType;
  readonly scores: Float32Array;
}

export interface Tagger {
  words(paragraph: ParagraphText): ScoredWord[];
  /** Label scores `i * LABELS + label`. */
  emissions(paragraph: ParagraphText, words: readonly ScoredWord[]): Float32Array;
}

/** Spellings kept. An article has a few thousand; beyond this the oldest half is forgotten, which costs time only. */
const KEPT_WORDS = 24_000;

/** Weights of the edge of a text as seen from each distance. */
function edgeScores(model: TaggerModel): Float32Array {
  const out = new Float32Array(OFFSETS.length * LABELS);
  OFFSETS.forEach((offset, row) => addWeights(model.words, edgeFeature(offset), out, row * LABELS));
  return out;
}

/** The feature of standing so near to the edge of a text. */
export const edgeFeature = (offset: number): number => combine(1000 * (offset + 3), EDGE);

/** What matches the names that a text is looked over for. */
export interface NameMatchers {
  /** Names that automatically labelled news has used. */
  readonly lists: NameMatcher;
  readonly gazetteer: NameMatcher;
}

/** Made once per model. */
export function createMatchers(lists: NameListTables): NameMatchers {
  return { lists: createNameMatcher(lists), gazetteer: createGazetteer() };
}

export function surroundings(
  paragraph: ParagraphText,
  words: readonly WordType[],
  { lists, gazetteer }: NameMatchers,
): Surroundings {
  return { marks: markPositions(paragraph), lists: lists(words), gazetteer: gazetteer(words) };
}

function addRow(out: Float32Array, base: number, scores: Float32Array, row: number): void {
  const from = row * LABELS;
  for (let label = 0; label < LABELS; label++) out[base + label]! += scores[from + label]!;
}

/** Makes a tagger. Its memory of words changes its speed only. */
export function createTagger(model: TaggerModel): Tagger {
  const known = new Map<string, ScoredWord>();
  const edge = edgeScores(model);
  const matchers = createMatchers(model.lists);

  function score(token: Token): ScoredWord {
    const type = describeWord(token, model.lexicon);
    const scores = new Float32Array(OFFSETS.length * LABELS);
    OFFSETS.forEach((offset, row) =>
      wordFeatures(type, offset, (hash) => addWeights(model.words, hash, scores, row * LABELS)),
    );
    return { type, scores };
  }

  function word(token: Token): ScoredWord {
    // Numbers share a form but not a shape; the norm tells both.
    let found = known.get(token.norm);
    if (found === undefined) {
      if (known.size >= KEPT_WORDS) forgetHalf(known);
      found = score(token);
      known.set(token.norm, found);
    }
    return found;
  }

  return {
    words: (paragraph) => paragraph.tokens.map(word),
    emissions(paragraph, words) {
      const out = new Float32Array(words.length * LABELS);
      const types = words.map((scored) => scored.type);
      const around = surroundings(paragraph, types, matchers);
      let base = 0;
      const sink = (hash: number): void => addWeights(model.context, hash, out, base);
      for (let i = 0; i < words.length; i++) {
        base = i * LABELS;
        for (let row = 0; row < OFFSETS.length; row++) addRow(out, base, words[i + OFFSETS[row]!]?.scores ?? edge, row);
        // Pairs of words never make a name of a token that its words by themselves put clearly outside.
        if (!isClear(out, i)) contextFeatures(types, i, around, sink);
      }
      return out;
    },
  };
}

function forgetHalf(known: Map<string, unknown>): void {
  let left = known.size >> 1;
  for (const key of known.keys()) {
    if (left-- <= 0) return;
    known.delete(key);
  }
}
