/**
 * Which proclitics stand before a name: «وبوتين» is و + بوتين, «وائل» is a name.
 *
 * Every reading of the first word is scored by learned weights of evidence: how frequent the stem and the whole word
 * are in news, how often each was a name, which clitic it would be, and whether the article writes the stem or the whole
 * word elsewhere on its own.
 */
import { combine, hashText } from './hashing';
import { NAME_COLUMNS, type Lexicon } from './lexicon';
import { EDGE, type Sink } from './features';
import { addWeights, type WeightTable } from './weight-table';
import type { WordType } from './word-type';

/** What the rest of the article says: how often a form stands there as a word of its own. */
export type FormCount = (form: number) => number;

export interface CliticContext {
  readonly word: WordType;
  readonly before: WordType | undefined;
  /** Index into TYPES. */
  readonly type: number;
  /** Tokens in the mention. */
  readonly length: number;
  readonly elsewhere: FormCount;
  readonly lexicon: Lexicon;
}

const feature = (template: number, value: number): number => combine(50_000 + template, value);

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

function nameShare(lexicon: Lexicon, row: number, type: number): number {
  if (row < 0) return 0;
  const { names } = lexicon.tables;
  let sum = 0;
  for (let column = 0; column < NAME_COLUMNS; column++) sum += names[row * NAME_COLUMNS + column]!;
  return sum * 16 + names[row * NAME_COLUMNS + type]!;
}

/**
 * Features of one reading.
 * @param reading index into `word.splits`, or -1 for the bare word.
 */
export function cliticFeatures(context: CliticContext, reading: number, sink: Sink): void {
  const { word, before, type, length, elsewhere, lexicon } = context;
  const split = reading < 0 ? undefined : word.splits[reading];
  const clitic = hashText(split?.clitic ?? '');
  const stem = split === undefined ? word.form : word.stemForms[reading]!;
  const row = split === undefined ? word.row : word.stemRows[reading]!;
  const text = split?.full ?? word.norm;
  const letters = split?.letters ?? 0;
  sink(feature(1, clitic));
  sink(feature(2, combine(clitic, type)));
  sink(feature(3, stem));
  sink(feature(4, combine(word.form, letters)));
  sink(feature(5, combine(letters, clamp(lexicon.frequency(row) - word.frequency, -12, 12))));
  sink(feature(6, combine(clitic, lexicon.frequency(row) >> 2)));
  sink(feature(7, combine(letters, nameShare(lexicon, row, type) >> 4)));
  sink(feature(8, combine(letters, nameShare(lexicon, row, type) & 15)));
  sink(feature(9, combine(letters, clamp(elsewhere(stem) - (split === undefined ? 1 : 0), 0, 2))));
  sink(feature(10, combine(clitic, hashText(text, 0, 2))));
  sink(feature(11, combine(clitic, hashText(text, 0, 3))));
  sink(feature(12, combine(clitic, before?.form ?? EDGE)));
  sink(feature(13, combine(clitic, before?.clusters[0] ?? EDGE)));
  sink(feature(14, combine(clitic, before?.clusters[1] ?? EDGE)));
  sink(feature(15, combine(clitic, Math.min(length, 3) * 4 + type)));
  sink(feature(16, combine(clitic, Math.min(text.length, 8))));
  sink(feature(17, combine(clitic, lexicon.tables.clusters[Math.max(0, row) * 4 + 1] ?? 0)));
}

/** The best reading of a mention's first word: index into its splits, or -1 for none. */
export function chooseReading(context: CliticContext, weights: WeightTable): number {
  const { splits } = context.word;
  if (splits.length === 0) return -1;
  const score = new Float32Array(1);
  let best = -1;
  let bestScore = -Infinity;
  for (let reading = -1; reading < splits.length; reading++) {
    score[0] = 0;
    cliticFeatures(context, reading, (hash) => addWeights(weights, hash, score, 0));
    if (score[0] > bestScore) {
      best = reading;
      bestScore = score[0];
    }
  }
  return best;
}
