/**
 * Features of a token, as hashes. The trainer and the tagger both call these functions, so that they cannot disagree.
 *
 * There are two kinds: features of one word seen from a distance (its own, the two before and after), whose weights the
 * tagger sums once per spelling; and features of several words together, which are summed at every token.
 */
import type { ParagraphText } from '../text/paragraph';
import { combine, hashText } from './hashing';
import { TRIGGER_CLASSES, triggerBit } from './triggers';
import type { WordType } from './word-type';

/** Distances from which a word is seen. */
export const OFFSETS = [0, -1, 1, -2, 2] as const;

/** Families of features, for measuring what each brings. */
export const FAMILIES = [
  'form',
  'affix',
  'context',
  'cluster',
  'trigger',
  'names',
  'pairs',
  'marks',
  'lists',
  'gazetteer',
] as const;
export type Family = (typeof FAMILIES)[number];

/** Takes a feature's hash. */
export type Sink = (hash: number) => void;

/** Stands for what lies before and after a text. */
export const EDGE = hashText('\u0000edge');

/** A feature hash from template and value. Templates are numbered once and never reused. */
const feature = (template: number, value: number): number => combine(template, value);

function affixFeatures(word: WordType, sink: Sink): void {
  const stem = word.best < 0 ? word.norm : word.splits[word.best]!.full;
  for (let size = 1; size <= 4 && size < stem.length; size++) {
    sink(feature(100 + size, hashText(stem, 0, size)));
    sink(feature(110 + size, hashText(stem, stem.length - size)));
  }
  sink(feature(120, hashText(word.norm, 0, 2)));
  sink(feature(121, word.shape));
  const clitic = word.best < 0 ? '' : word.splits[word.best]!.clitic;
  sink(feature(122, hashText(clitic)));
}

function nameFeatures(word: WordType, template: number, sink: Sink): void {
  const [per = 0, org = 0, loc = 0, misc = 0] = word.names;
  if (per + org + loc + misc === 0) return;
  sink(feature(template, per));
  sink(feature(template + 1, org));
  sink(feature(template + 2, loc));
  sink(feature(template + 3, misc));
  sink(feature(template + 4, Math.min(7, Math.floor(Math.sqrt(per + org + loc + misc) * 2))));
}

/**
 * Features of a word seen from a distance.
 * @param offset where it stands: 0 is the token itself, -1 the one before.
 * @param families which families to leave out, for measuring.
 */
export function wordFeatures(word: WordType, offset: number, sink: Sink, without?: ReadonlySet<Family>): void {
  const far = offset === -2 || offset === 2;
  const base = 1000 * (offset + 3);
  if (offset === 0 || !without?.has('context')) {
    if (!without?.has('form')) {
      sink(feature(base + 1, word.form));
      if (word.stem !== word.form) sink(feature(base + 2, word.stem));
      if (offset === 0) for (const stem of word.stemForms) sink(feature(base + 3, stem));
    }
    if (!without?.has('affix')) {
      if (offset === 0) affixFeatures(word, sink);
      else if (!far) {
        sink(feature(base + 4, hashText(word.norm, Math.max(0, word.norm.length - 2))));
        sink(feature(base + 5, word.shape));
        sink(feature(base + 6, hashText(word.norm, 0, 2)));
      }
    }
    if (!without?.has('cluster'))
      for (let level = 0; level < word.clusters.length; level++) {
        sink(feature(base + 10 + level, word.clusters[level]!));
        if (!far && word.stemClusters[level] !== word.clusters[level])
          sink(feature(base + 20 + level, word.stemClusters[level]!));
      }
    if (!without?.has('names') && !far) nameFeatures(word, base + 30, sink);
    if (!without?.has('trigger') && word.triggers !== 0)
      for (let bit = 0; bit < TRIGGER_CLASSES.length; bit++)
        if ((word.triggers & (1 << bit)) !== 0) sink(feature(base + 40, bit));
  }
  if (offset === 0 && !without?.has('form')) {
    sink(feature(base + 50, word.frequency >> 1));
    sink(feature(base + 51, (word.stemFrequency >> 1) * 4 + Math.min(word.best + 1, 3)));
  }
}

/** What the paragraph around the tokens adds: where quotation marks stand, and matches in name lists. */
export interface Surroundings {
  /** 0 outside marks; 1 first, 2 inner, 3 last, 4 only word of a short stretch in marks; 5 in a long one. */
  readonly marks: Uint8Array;
  /** Name list matches per token, 0 for none. */
  readonly lists: Uint16Array;
  /** Matches in the gazetteer per token, 0 for none. */
  readonly gazetteer: Uint16Array;
}

/** A stretch in marks longer than this many words is speech rather than a name. */
const SHORT_STRETCH = 7;

export function markPositions(paragraph: ParagraphText): Uint8Array {
  const out = new Uint8Array(paragraph.tokens.length);
  for (const { open, close } of paragraph.pairs) {
    if (close === null || close === open + 1) continue;
    const words = close - open - 1;
    if (words > SHORT_STRETCH) {
      for (let i = open + 1; i < close; i++) if (out[i] === 0) out[i] = 5;
    } else if (words === 1) out[open + 1] = 4;
    else {
      out.fill(2, open + 1, close);
      out[open + 1] = 1;
      out[close - 1] = 3;
    }
  }
  return out;
}

const TITLE = triggerBit('title');
const NAMED = TITLE | triggerBit('kin') | triggerBit('named');
const HEADS = triggerBit('orgHead') | triggerBit('placeHead') | triggerBit('eventHead');
/** How far back a title or a head is still felt. */
const REACH = 5;

function headBefore(words: readonly WordType[], index: number, sink: Sink): void {
  let title = false;
  let head = false;
  for (let back = 1; back <= REACH && index - back >= 0 && !(title && head); back++) {
    const word = words[index - back]!;
    if (word.kind === 'punctuation' && word.norm !== '"' && word.norm !== '«') return;
    if (!title && (word.triggers & NAMED) !== 0) {
      title = true;
      sink(feature(8001, combine(back, word.triggers & NAMED)));
    }
    if (!head && (word.triggers & HEADS) !== 0) {
      head = true;
      sink(feature(8002, combine(back, word.triggers & HEADS)));
      sink(feature(8003, word.stem));
    }
  }
}

function pairFeatures(words: readonly WordType[], index: number, sink: Sink, without?: ReadonlySet<Family>): void {
  const word = words[index]!;
  const before = words[index - 1];
  const after = words[index + 1];
  const beforeForm = before?.form ?? EDGE;
  const afterForm = after?.form ?? EDGE;
  if (!without?.has('form')) {
    sink(feature(7001, combine(beforeForm, word.form)));
    sink(feature(7002, combine(word.form, afterForm)));
    if (word.stem !== word.form) {
      sink(feature(7003, combine(word.stem, afterForm)));
      sink(feature(7004, combine(beforeForm, word.stem)));
    }
  }
  if (!without?.has('cluster')) {
    const middle = word.clusters[1]!;
    const beforeMiddle = before?.clusters[1] ?? EDGE;
    const afterMiddle = after?.clusters[1] ?? EDGE;
    sink(feature(7011, combine(beforeMiddle, middle)));
    sink(feature(7012, combine(middle, afterMiddle)));
    sink(feature(7013, combine(beforeMiddle, combine(middle, afterMiddle))));
    sink(feature(7016, combine(before?.stem ?? EDGE, middle)));
    sink(feature(7017, combine(middle, after?.stem ?? EDGE)));
  }
}

/** Features of a token that depend on several words at once. */
export function contextFeatures(
  words: readonly WordType[],
  index: number,
  around: Surroundings,
  sink: Sink,
  without?: ReadonlySet<Family>,
): void {
  sink(feature(8000, 0));
  if (index === 0) sink(feature(8010, 1));
  if (index === words.length - 1) sink(feature(8010, 2));
  if (!without?.has('trigger')) headBefore(words, index, sink);
  if (!without?.has('pairs')) pairFeatures(words, index, sink, without);
  if (!without?.has('marks')) {
    const mark = around.marks[index]!;
    if (mark !== 0) {
      sink(feature(8020, mark));
      sink(feature(8021, combine(mark, words[index]!.clusters[1] ?? 0)));
    }
  }
  if (!without?.has('lists')) {
    const list = around.lists[index]!;
    if (list !== 0) sink(feature(8030, list));
    const before = around.lists[index - 1] ?? 0;
    if (list === 0 && before !== 0) sink(feature(8031, before));
  }
  if (!without?.has('gazetteer')) {
    const listed = around.gazetteer[index]!;
    if (listed !== 0) sink(feature(8032, listed));
    const before = around.gazetteer[index - 1] ?? 0;
    if (listed === 0 && before !== 0) sink(feature(8033, before));
  }
}
