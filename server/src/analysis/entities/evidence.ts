/**
 * What the rest of the article tells of a word: how its other occurrences look, by themselves, as parts of names.
 *
 * A surname alone in a sentence may be anything; when the article elsewhere has it after a first name and a title, it is
 * a person's. The first pass gives every token label probabilities from its own paragraph; here those of a word's other
 * occurrences are gathered into a vector of evidence, whose weights the second pass adds to the token's label scores.
 */
import { combine } from './hashing';
import { LABELS, OUTSIDE, TYPES, closes, opens, typeOf } from './labels';
import { createRecordTable, type RecordTable } from './record-table';
import type { ScoredWord } from './tagger';

/** Tokens that may belong to names, by their own paragraph alone, with their label probabilities. */
export interface Doubtful {
  readonly tokens: Uint32Array;
  /** LABELS probabilities per entry of `tokens`. */
  readonly rows: Float32Array;
  /** For each entry that the next one stands right after: PAIR values, see {@link pairMass}; zeros for others. */
  readonly pairs: Float32Array;
}

export interface EvidencedParagraph {
  readonly words: readonly ScoredWord[];
  readonly doubtful: Doubtful;
}

/** A token less surely outside than this is doubtful. */
const SURE = 0.995;
/** Others' type mass from which a sure token is looked at again. */
const NOTABLE = 0.3;

const GROUP = 1 + LABELS + TYPES.length;
const PAIR = 1 + TYPES.length;
/** Length of a vector of evidence: own probabilities, same form elsewhere, stem elsewhere, pairs with both neighbours. */
export const EVIDENCE = LABELS + 2 * GROUP + 2 * PAIR;
const FORM_AT = LABELS;
const STEM_AT = FORM_AT + GROUP;
const NEXT_AT = STEM_AT + GROUP;
const PREVIOUS_AT = NEXT_AT + PAIR;

/** Type of a label, or -1, and whether a name goes on after or before it. */
const TYPE_OF = Int8Array.from({ length: LABELS }, (_, label) => typeOf(label));
const GOES_ON = Array.from({ length: LABELS }, (_, label) => label !== OUTSIDE && !closes(label));
const WENT_ON = Array.from({ length: LABELS }, (_, label) => label !== OUTSIDE && !opens(label));

/**
 * Picks the doubtful tokens out of a paragraph.
 * @param candidates tokens that may be doubtful, in order; all others are outside.
 * @param marginals LABELS probabilities for each candidate.
 */
export function findDoubtful(candidates: Uint32Array, marginals: Float32Array): Doubtful {
  const chosen: number[] = [];
  for (let k = 0; k < candidates.length; k++) if (marginals[k * LABELS + OUTSIDE]! < SURE) chosen.push(k);
  const rows = new Float32Array(chosen.length * LABELS);
  const tokens = new Uint32Array(chosen.length);
  chosen.forEach((k, index) => {
    tokens[index] = candidates[k]!;
    for (let label = 0; label < LABELS; label++) rows[index * LABELS + label] = marginals[k * LABELS + label]!;
  });
  const pairs = new Float32Array(tokens.length * PAIR);
  for (let index = 0; index + 1 < tokens.length; index++)
    if (tokens[index + 1] === tokens[index]! + 1) pairMass(rows, index, pairs);
  return { tokens, rows, pairs };
}

/** Writes 1 and the probability by type that an entry and the next stand in one name. */
function pairMass(rows: Float32Array, index: number, out: Float32Array): void {
  const at = index * PAIR;
  out[at] = 1;
  for (let type = 0; type < TYPES.length; type++) {
    let left = 0;
    let right = 0;
    for (let label = 1 + type * 4; label < 5 + type * 4; label++) {
      if (GOES_ON[label]) left += rows[index * LABELS + label]!;
      if (WENT_ON[label]) right += rows[(index + 1) * LABELS + label]!;
    }
    out[at + 1 + type] = Math.min(left, right);
  }
}

export interface DocumentEvidence {
  /** By form: doubtful occurrences (also behind proclitics) and the sums of their probabilities. */
  readonly records: RecordTable;
  /** Occurrences of each recorded form as a word of its own. */
  readonly occurrences: Int32Array;
  /** By pair of words: how often, and the sums of pair masses. */
  readonly pairs: RecordTable;
}

const pairKey = (words: readonly ScoredWord[], first: number): number =>
  combine(words[first]!.type.stem, words[first + 1]!.type.form);

/** Gathers an article's evidence. Linear. */
export function gatherEvidence(paragraphs: readonly EvidencedParagraph[]): DocumentEvidence {
  const records = createRecordTable(LABELS);
  const pairs = createRecordTable(PAIR);
  for (const { words, doubtful } of paragraphs) {
    const { tokens, rows } = doubtful;
    for (let index = 0; index < tokens.length; index++) {
      const { type } = words[tokens[index]!]!;
      if (type.kind === 'punctuation') continue;
      records.add(type.form, rows, index * LABELS);
      for (const stem of type.stemForms) records.add(stem, rows, index * LABELS);
      if (doubtful.pairs[index * PAIR] === 1) pairs.add(pairKey(words, tokens[index]!), doubtful.pairs, index * PAIR);
    }
  }
  const occurrences = new Int32Array(records.size());
  for (const { words } of paragraphs)
    for (const word of words) {
      const record = records.find(word.type.form);
      if (record >= 0) occurrences[record]!++;
    }
  return { records, occurrences, pairs };
}

/** Type mass of a record beyond the token's own share; `own` is the entry in `rows`, or -1. */
function massBeyond(table: RecordTable, record: number, rows: Float32Array, own: number): number {
  if (record < 0) return 0;
  const mass = table.count(record) - table.sum(record, OUTSIDE);
  return own < 0 ? mass : mass - (1 - rows[own * LABELS + OUTSIDE]!);
}

/** Where a token's own share stands, to be taken off. */
interface Own {
  readonly rows: Float32Array;
  /** Entry, or -1 for a token that is not doubtful. */
  readonly index: number;
}

/**
 * Evidence comes in sixteenths, so that an edit in one place does not change it by a hair in every paragraph that has the
 * same words: paragraphs whose evidence stays the same are not decoded again.
 */
const stepped = (share: number): number => Math.round(share * 16) / 16;

/** Writes a group: whether there are others, their mean label probabilities, their capped type masses. */
function writeGroup(out: Float32Array, at: number, table: RecordTable, record: number, own: Own, total: number): void {
  const self = own.index < 0 ? 0 : 1;
  const doubtful = table.count(record) - self;
  const others = Math.max(doubtful, total);
  if (others <= 0) return;
  out[at] = 1;
  for (let label = 0; label < LABELS; label++) {
    const share = self === 0 ? 0 : own.rows[own.index * LABELS + label]!;
    const sum = Math.max(0, table.sum(record, label) - share);
    // Occurrences that were not doubtful are outside.
    out[at + 1 + label] = stepped((label === OUTSIDE ? sum + others - doubtful : sum) / others);
    if (label !== OUTSIDE) out[at + 1 + LABELS + TYPE_OF[label]!]! += sum;
  }
  for (let cell = at + 1 + LABELS; cell < at + GROUP; cell++) out[cell] = stepped(Math.min(1, out[cell]!));
}

/** Writes how other occurrences of a pair of words stand together; `from` is the pair's own share in `masses`. */
function writePair(
  out: Float32Array,
  at: number,
  table: RecordTable,
  key: number,
  masses: Float32Array,
  from: number,
): void {
  const record = table.find(key);
  if (record < 0) return;
  const others = table.count(record) - 1;
  if (others <= 0) return;
  out[at] = 1;
  for (let type = 1; type < PAIR; type++)
    out[at + type] = stepped(Math.max(0, table.sum(record, type) - masses[from + type]!) / others);
}

/** Evidence for a paragraph: some tokens with a vector each. */
export interface ParagraphEvidence {
  readonly tokens: Uint32Array;
  readonly vectors: Float32Array;
  /** For each token: occurrences as words of their own of its form and of its first two stems. */
  readonly occurrences: Int32Array;
}

/** Stems whose occurrences are kept: no word has more readings. */
export const READINGS = 3;

/** Evidence that the article has for a paragraph's tokens. Linear in the paragraph. */
export function evidenceFor({ words, doubtful }: EvidencedParagraph, article: DocumentEvidence): ParagraphEvidence {
  const { records } = article;
  const { rows } = doubtful;
  const tokens: number[] = [];
  const entries: number[] = [];
  const found: number[] = [];
  let next = 0;
  for (let token = 0; token < words.length; token++) {
    const { type } = words[token]!;
    const index = doubtful.tokens[next] === token ? next++ : -1;
    if (type.kind === 'punctuation') continue;
    const byForm = records.find(type.form);
    let byStem = -1;
    for (const stem of type.stemForms) {
      const record = records.find(stem);
      if (record >= 0 && massBeyond(records, record, rows, index) > massBeyond(records, byStem, rows, index))
        byStem = record;
    }
    if (index < 0 && massBeyond(records, byForm, rows, -1) < NOTABLE && massBeyond(records, byStem, rows, -1) < NOTABLE)
      continue;
    tokens.push(token);
    entries.push(index);
    found.push(byForm, byStem);
  }
  const vectors = new Float32Array(tokens.length * EVIDENCE);
  const occurrences = new Int32Array(tokens.length * READINGS);
  for (let i = 0; i < tokens.length; i++) {
    const own = { rows, index: entries[i]! };
    writeVector(vectors, i * EVIDENCE, article, own, found[2 * i]!, found[2 * i + 1]!);
    if (own.index >= 0) writePairs(vectors, i * EVIDENCE, article.pairs, words, doubtful, own.index);
    const { type } = words[tokens[i]!]!;
    occurrences[i * READINGS] = occurrencesOf(article, type.form);
    for (let k = 0; k < type.stemForms.length && k + 1 < READINGS; k++)
      occurrences[i * READINGS + 1 + k] = occurrencesOf(article, type.stemForms[k]!);
  }
  return { tokens: Uint32Array.from(tokens), vectors, occurrences };
}

function occurrencesOf({ records, occurrences }: DocumentEvidence, form: number): number {
  const record = records.find(form);
  return record < 0 ? 0 : Math.min(3, occurrences[record]!);
}

function writeVector(
  out: Float32Array,
  at: number,
  { records, occurrences }: DocumentEvidence,
  own: Own,
  byForm: number,
  byStem: number,
): void {
  if (own.index >= 0)
    for (let label = 0; label < LABELS; label++) out[at + label] = own.rows[own.index * LABELS + label]!;
  if (byForm >= 0) writeGroup(out, at + FORM_AT, records, byForm, own, occurrences[byForm]! - 1);
  if (byStem >= 0) writeGroup(out, at + STEM_AT, records, byStem, own, occurrences[byStem]!);
}

function writePairs(
  out: Float32Array,
  at: number,
  table: RecordTable,
  words: readonly ScoredWord[],
  { tokens, pairs }: Doubtful,
  index: number,
): void {
  if (pairs[index * PAIR] === 1)
    writePair(out, at + NEXT_AT, table, pairKey(words, tokens[index]!), pairs, index * PAIR);
  if (index > 0 && pairs[(index - 1) * PAIR] === 1)
    writePair(out, at + PREVIOUS_AT, table, pairKey(words, tokens[index - 1]!), pairs, (index - 1) * PAIR);
}

/** Label scores with the evidence's weights added. */
export function withEvidence(
  emissions: Float32Array,
  evidence: ParagraphEvidence,
  weights: Float32Array,
): Float32Array {
  const out = emissions.slice();
  for (let index = 0; index < evidence.tokens.length; index++) {
    const base = evidence.tokens[index]! * LABELS;
    for (let column = 0; column < EVIDENCE; column++) {
      const value = evidence.vectors[index * EVIDENCE + column]!;
      if (value === 0) continue;
      for (let label = 0; label < LABELS; label++) out[base + label]! += value * weights[column * LABELS + label]!;
    }
  }
  return out;
}

/** Whether two pieces of evidence for one paragraph are the same. */
export function sameEvidence(a: ParagraphEvidence, b: ParagraphEvidence): boolean {
  return (
    sameNumbers(a.tokens, b.tokens) && sameNumbers(a.occurrences, b.occurrences) && sameNumbers(a.vectors, b.vectors)
  );
}

function sameNumbers(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
