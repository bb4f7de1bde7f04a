/** Learns to read the first word of a name: a softmax over its readings. */
import { cliticFeatures, type CliticContext } from '../server/src/analysis/entities/clitics';
import type { Lexicon } from '../server/src/analysis/entities/lexicon';
import { describeWord, type WordType } from '../server/src/analysis/entities/word-type';
import { seededRandom, type LabelledArticle } from './corpus';
import type { RawWeights } from './model-writer';

interface Example {
  /** Feature numbers of each reading, the bare word first. */
  readonly readings: readonly (readonly number[])[];
  readonly gold: number;
  readonly weight: number;
}

/** Contexts of all mentions of an article whose first word has several readings, with the right one. */
export function* cliticExamples(
  article: LabelledArticle,
  lexicon: Lexicon,
): Generator<{ context: CliticContext; gold: number }> {
  const forms = new Map<number, number>();
  const words = article.paragraphs.map(({ content }) =>
    content.tokens.map((token): WordType => describeWord(token, lexicon)),
  );
  for (const paragraph of words) for (const word of paragraph) forms.set(word.form, (forms.get(word.form) ?? 0) + 1);
  for (const [index, { spans, readings }] of article.paragraphs.entries())
    for (const [number, span] of spans.entries()) {
      const word = words[index]![span.first]!;
      const gold = readings[number]!;
      if (word.splits.length === 0 || gold < -1) continue;
      const elsewhere = (form: number): number => forms.get(form) ?? 0;
      const before = words[index]![span.first - 1];
      yield { context: { word, before, type: span.type, length: span.end - span.first, elsewhere, lexicon }, gold };
    }
}

export interface CliticOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly seed: number;
  /** Weight of each article, by its position. */
  readonly weightOf: (article: number) => number;
}

export function trainClitics(
  articles: readonly LabelledArticle[],
  lexicon: Lexicon,
  options: CliticOptions,
): RawWeights {
  const numbers = new Map<number, number>();
  const examples: Example[] = [];
  articles.forEach((article, position) => {
    for (const { context, gold } of cliticExamples(article, lexicon)) {
      const readings = [-1, ...context.word.splits.keys()].map((reading) => {
        const list: number[] = [];
        cliticFeatures(context, reading, (hash) => {
          let number = numbers.get(hash);
          if (number === undefined) numbers.set(hash, (number = numbers.size));
          list.push(number);
        });
        return list;
      });
      examples.push({ readings, gold: gold + 1, weight: options.weightOf(position) });
    }
  });
  const weights = new Float32Array(numbers.size);
  const squares = new Float32Array(numbers.size).fill(0.1);
  const random = seededRandom(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let i = examples.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [examples[i], examples[j]] = [examples[j]!, examples[i]!];
    }
    for (const example of examples) stepClitic(example, weights, squares, options.rate);
  }
  return { hashes: Int32Array.from(numbers.keys()), width: 1, values: weights };
}

function stepClitic(example: Example, weights: Float32Array, squares: Float32Array, rate: number): void {
  const scores = example.readings.map((list) => list.reduce((sum, number) => sum + weights[number]!, 0));
  const largest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  example.readings.forEach((list, reading) => {
    const g = (powers[reading]! / total - (reading === example.gold ? 1 : 0)) * example.weight;
    if (Math.abs(g) < 1e-4) return;
    for (const number of list) {
      const value = g + 1e-4 * weights[number]!;
      squares[number]! += value * value;
      weights[number]! -= (rate * value) / Math.sqrt(squares[number]!);
    }
  });
}
