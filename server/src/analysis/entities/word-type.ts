/** All that is known of a word by itself: computed once per spelling and kept. */
import { cliticSplits, type CliticSplit, type Token } from '../text/tokens';
import { hashText } from './hashing';
import { CLUSTERINGS, NAME_COLUMNS, type Lexicon } from './lexicon';
import { triggerBits } from './triggers';

export interface WordType {
  readonly kind: Token['kind'];
  readonly norm: string;
  readonly key: string;
  /** Readings as proclitics and stem; empty for anything but Arabic words. */
  readonly splits: readonly CliticSplit[];
  /** Hash of the form, and of each split's stem as it stands alone. */
  readonly form: number;
  readonly stemForms: readonly number[];
  /** Lexicon rows of the form and of each split's stem; -1 for unknown ones. */
  readonly row: number;
  readonly stemRows: readonly number[];
  /** Index of the likeliest split by frequency alone, -1 for the bare word. */
  readonly best: number;
  /** Hash of the likeliest stem (the form itself where no split is likelier). */
  readonly stem: number;
  /** Lexicon frequency of the form and of the likeliest stem. */
  readonly frequency: number;
  readonly stemFrequency: number;
  /** Cluster ids of the form, or of its likeliest stem where the form is unknown; 0 where there is none. */
  readonly clusters: readonly number[];
  readonly stemClusters: readonly number[];
  /** Shares as a name, of form or stem, whichever is known. */
  readonly names: readonly number[];
  readonly triggers: number;
  /** Short description of the spelling: script, length, article, endings, digits. */
  readonly shape: number;
}

const ALEF = /[أإآٱ]/g;

/**
 * The form under which statistics are kept: alef seats folded, as writers mix them; ya and ta marbuta stay apart
 * («على» and «علي» are two words). Numbers are one word.
 */
export function statisticsForm(norm: string, kind: Token['kind']): string {
  if (kind === 'number') return '0';
  return kind === 'word' ? norm.replace(ALEF, 'ا') : norm;
}

function shapeOf(token: Token, form: string): string {
  if (token.kind === 'punctuation') return `p${form}`;
  if (token.kind === 'number') return `n${Math.min(form.length, 5)}${/[.,٫٬]/.test(token.norm) ? 'd' : ''}`;
  if (token.kind === 'latin') {
    const upper = /^\p{Lu}+$/u.test(token.norm) ? 'U' : /^\p{Lu}/u.test(token.norm) ? 'C' : 'l';
    return `l${upper}${/\d/.test(token.norm) ? 'd' : ''}${Math.min(token.norm.length, 4)}`;
  }
  const article = form.startsWith('ال') ? 'A' : '';
  const ending = /(ية|ة|ي|ين|ون|ات|ا|ان|هم|ها)$/.exec(token.norm)?.[0] ?? '';
  return `w${article}${Math.min(form.length, 9)}${ending}`;
}

/** Frequency that a split's stem must have beyond the whole word's to be thought likelier, in half-octaves. */
const SPLIT_MARGIN = 2;

function likeliestSplit(frequency: number, stemRows: readonly number[], lexicon: Lexicon): number {
  let best = -1;
  let bestFrequency = frequency === 0 ? 0 : frequency + SPLIT_MARGIN;
  stemRows.forEach((row, index) => {
    const stemFrequency = lexicon.frequency(row);
    if (stemFrequency > bestFrequency) {
      best = index;
      bestFrequency = stemFrequency;
    }
  });
  return best;
}

function slice(table: ArrayLike<number>, row: number, width: number): number[] {
  return Array.from({ length: width }, (_, column) => (row < 0 ? 0 : table[row * width + column]!));
}

/** Describes a token's spelling. Depends on the token's norm and kind and on the lexicon only. */
export function describeWord(token: Token, lexicon: Lexicon): WordType {
  const form = statisticsForm(token.norm, token.kind);
  const splits = token.kind === 'word' ? cliticSplits(token.norm) : [];
  const stemForms = splits.map((split) => hashText(statisticsForm(split.full, 'word')));
  const hash = hashText(form);
  const row = lexicon.row(hash);
  const stemRows = stemForms.map((stem) => lexicon.row(stem));
  const frequency = lexicon.frequency(row);
  const best = likeliestSplit(frequency, stemRows, lexicon);
  const stemRow = best < 0 ? row : stemRows[best]!;
  const { clusters, names } = lexicon.tables;
  const known = row >= 0 && clusters[row * CLUSTERINGS] !== 0 ? row : stemRow;
  return {
    kind: token.kind,
    norm: token.norm,
    key: token.key,
    splits,
    form: hash,
    stemForms,
    row,
    stemRows,
    best,
    stem: best < 0 ? hash : stemForms[best]!,
    frequency,
    stemFrequency: lexicon.frequency(stemRow),
    clusters: slice(clusters, known, CLUSTERINGS),
    stemClusters: slice(clusters, stemRow, CLUSTERINGS),
    names: slice(names, best < 0 ? row : stemRow, NAME_COLUMNS),
    triggers: triggerBits(token.key, splits),
    shape: hashText(shapeOf(token, form)),
  };
}
