/** Articles → arrays of feature numbers, by the features that the tagger itself uses. */
import { OFFSETS, contextFeatures, wordFeatures, type Family } from '../server/src/analysis/entities/features';
import type { Lexicon } from '../server/src/analysis/entities/lexicon';
import { edgeFeature, surroundings, type NameMatchers } from '../server/src/analysis/entities/tagger';
import { describeWord, type WordType } from '../server/src/analysis/entities/word-type';
import type { LabelledArticle, LabelledParagraph } from './corpus';

export interface TrainingSet {
  readonly articles: readonly LabelledArticle[];
  /** How much an error here counts; gold is 1. */
  readonly weight: number;
}

export interface EncodedParagraph {
  /** Word numbers, into `Encoded.words`. */
  readonly words: Int32Array;
  /** Feature numbers of token i: `context[bounds[i] .. bounds[i + 1]]`. */
  readonly context: Int32Array;
  readonly bounds: Int32Array;
  readonly labels: Uint8Array;
  readonly weight: number;
}

export interface Encoded {
  readonly paragraphs: readonly EncodedParagraph[];
  /** Feature numbers of each word from each distance: `words[word][offset]`. The last word is the edge of a text. */
  readonly words: readonly (readonly Int32Array[])[];
  readonly edge: number;
  readonly hashes: Int32Array;
  /** Features from this number on depend on several words; those before describe one word. */
  readonly firstContext: number;
}

/** Approximate counts in 2^26 one-byte cells; collisions only let a rare feature pass. */
const CELLS = 1 << 26;

class FeatureNumbers {
  readonly #counts = new Uint8Array(CELLS);
  #keys = new Int32Array(1 << 22);
  #values = new Int32Array(1 << 22).fill(-1);
  #size = 0;
  readonly #hashes: number[] = [];
  readonly #cutoff: number;

  constructor(cutoff: number) {
    this.#cutoff = cutoff;
  }

  count(hash: number, times: number): void {
    const cell = hash & (CELLS - 1);
    this.#counts[cell] = Math.min(255, this.#counts[cell]! + times);
  }

  /** Number of a feature that is frequent enough, -1 otherwise. */
  number(hash: number): number {
    if (this.#counts[hash & (CELLS - 1)]! < this.#cutoff) return -1;
    const mask = this.#keys.length - 1;
    let slot = hash & mask;
    while (this.#values[slot] !== -1) {
      if (this.#keys[slot] === hash) return this.#values[slot]!;
      slot = (slot + 1) & mask;
    }
    this.#keys[slot] = hash;
    this.#values[slot] = this.#size++;
    this.#hashes.push(hash);
    if (this.#size * 2 > this.#keys.length) this.#grow();
    return this.#size - 1;
  }

  size(): number {
    return this.#size;
  }

  hashes(): Int32Array {
    return Int32Array.from(this.#hashes);
  }

  #grow(): void {
    const keys = new Int32Array(this.#keys.length * 2);
    const values = new Int32Array(keys.length).fill(-1);
    const mask = keys.length - 1;
    this.#hashes.forEach((hash, value) => {
      let slot = hash & mask;
      while (values[slot] !== -1) slot = (slot + 1) & mask;
      keys[slot] = hash;
      values[slot] = value;
    });
    this.#keys = keys;
    this.#values = values;
  }
}

export interface EncodeOptions {
  /** A feature must occur so often to get a weight. */
  readonly cutoff: number;
  readonly without?: ReadonlySet<Family>;
  readonly matchers: NameMatchers;
  readonly progress?: (message: string) => void;
}

interface Vocabulary {
  readonly numbers: Map<string, number>;
  readonly types: WordType[];
  readonly frequency: number[];
}

function collectWords(sets: readonly TrainingSet[], lexicon: Lexicon): Vocabulary {
  const numbers = new Map<string, number>();
  const types: WordType[] = [];
  const frequency: number[] = [];
  for (const { articles } of sets)
    for (const { paragraphs } of articles)
      for (const { content } of paragraphs)
        for (const token of content.tokens) {
          const known = numbers.get(token.norm);
          if (known !== undefined) frequency[known]!++;
          else {
            numbers.set(token.norm, types.length);
            types.push(describeWord(token, lexicon));
            frequency.push(1);
          }
        }
  return { numbers, types, frequency };
}

function eachContext(
  paragraph: LabelledParagraph,
  vocabulary: Vocabulary,
  options: EncodeOptions,
  take: (token: number, hash: number) => void,
): void {
  const types = paragraph.content.tokens.map((token) => vocabulary.types[vocabulary.numbers.get(token.norm)!]!);
  const around = surroundings(paragraph.content, types, options.matchers);
  for (let i = 0; i < types.length; i++) contextFeatures(types, i, around, (hash) => take(i, hash), options.without);
}

function encodeParagraph(
  paragraph: LabelledParagraph,
  weight: number,
  vocabulary: Vocabulary,
  numbers: FeatureNumbers,
  options: EncodeOptions,
): EncodedParagraph {
  const { tokens } = paragraph.content;
  const bounds = new Int32Array(tokens.length + 1);
  const context: number[] = [];
  let at = 0;
  eachContext(paragraph, vocabulary, options, (token, hash) => {
    while (at < token) bounds[++at] = context.length;
    const number = numbers.number(hash);
    if (number >= 0) context.push(number);
  });
  while (at < tokens.length) bounds[++at] = context.length;
  return {
    words: Int32Array.from(tokens, (token) => vocabulary.numbers.get(token.norm)!),
    context: Int32Array.from(context),
    bounds,
    labels: paragraph.labels,
    weight,
  };
}

/** Encodes training sets: counts all features, drops the rare, numbers the rest. */
export function encode(sets: readonly TrainingSet[], lexicon: Lexicon, options: EncodeOptions): Encoded {
  const numbers = new FeatureNumbers(options.cutoff);
  const vocabulary = collectWords(sets, lexicon);
  options.progress?.(`${vocabulary.types.length} different words`);
  vocabulary.types.forEach((type, index) => {
    for (const offset of OFFSETS)
      wordFeatures(
        type,
        offset,
        (hash) => numbers.count(hash, Math.min(255, vocabulary.frequency[index]!)),
        options.without,
      );
  });
  for (const offset of OFFSETS) numbers.count(edgeFeature(offset), 255);
  for (const { articles } of sets)
    for (const { paragraphs } of articles)
      for (const paragraph of paragraphs)
        eachContext(paragraph, vocabulary, options, (_, hash) => numbers.count(hash, 1));
  options.progress?.('features counted');
  const list = (emit: (sink: (hash: number) => void) => void): Int32Array => {
    const out: number[] = [];
    emit((hash) => {
      const number = numbers.number(hash);
      if (number >= 0) out.push(number);
    });
    return Int32Array.from(out);
  };
  const words = vocabulary.types.map((type) =>
    OFFSETS.map((offset) => list((sink) => wordFeatures(type, offset, sink, options.without))),
  );
  words.push(OFFSETS.map((offset) => list((sink) => sink(edgeFeature(offset)))));
  const firstContext = numbers.size();
  const paragraphs = sets.flatMap(({ articles, weight }) =>
    articles.flatMap((article) =>
      article.paragraphs
        .filter((paragraph) => paragraph.content.tokens.length > 0)
        .map((paragraph) => encodeParagraph(paragraph, weight, vocabulary, numbers, options)),
    ),
  );
  const hashes = numbers.hashes();
  options.progress?.(`${hashes.length} features`);
  return { paragraphs, words, edge: words.length - 1, hashes, firstContext };
}
