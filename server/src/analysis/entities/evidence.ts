/**
 * What the rest of the article tells of a word: how its other occurrences look, by themselves, as parts of names.
 *
 * «بيرسون» alone in a sentence may be anything; when the article elsewhere has «شركة بيرسون البريطانية», it is that. The
 * first pass gives every token label probabilities from its own paragraph; here those of a word's other occurrences are
 * gathered into a vector of evidence, whose weights the second pass adds to the token's label scores.
 */
import type { ParagraphText } from '../text/paragraph';
import { combine } from './hashing';
import { LABELS, OUTSIDE, TYPES, closes, opens, typeOf } from './labels';
import type { ScoredWord } from './tagger';

/** Tokens that may belong to names, by their own paragraph alone, with their label probabilities. */
export interface Doubtful {
  readonly tokens: Uint32Array;
  /** LABELS probabilities per entry of `tokens`. */
  readonly rows: Float32Array;
}

export interface EvidencedParagraph {
  readonly content: ParagraphText;
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

/** Picks the doubtful tokens out of a paragraph's marginals. */
export function findDoubtful(marginals: Float32Array): Doubtful {
  const tokens: number[] = [];
  for (let i = 0; i * LABELS < marginals.length; i++) if (marginals[i * LABELS + OUTSIDE]! < SURE) tokens.push(i);
  const rows = new Float32Array(tokens.length * LABELS);
  tokens.forEach((token, index) => {
    rows.set(marginals.subarray(token * LABELS, (token + 1) * LABELS), index * LABELS);
  });
  return { tokens: Uint32Array.from(tokens), rows };
}

interface Record {
  /** Doubtful occurrences, and the sums of their probabilities. */
  count: number;
  readonly sums: Float32Array;
}

export interface DocumentEvidence {
  /** Occurrences of a form as a word of its own. */
  readonly forms: ReadonlyMap<number, number>;
  readonly records: ReadonlyMap<number, Record>;
  readonly pairs: ReadonlyMap<number, Float32Array>;
}

function addTo(records: Map<number, Record>, key: number, rows: Float32Array, from: number): void {
  let record = records.get(key);
  if (record === undefined) records.set(key, (record = { count: 0, sums: new Float32Array(LABELS) }));
  record.count++;
  for (let label = 0; label < LABELS; label++) record.sums[label]! += rows[from + label]!;
}

const CONTINUES = Array.from({ length: LABELS }, (_, label) => label !== OUTSIDE && !closes(label));
const CONTINUED = Array.from({ length: LABELS }, (_, label) => label !== OUTSIDE && !opens(label));

/** Probability by type that two neighbouring tokens stand in one name: 1 + TYPES entries, the first counts. */
function pairMass(rows: Float32Array, first: number, second: number): Float32Array {
  const left = new Float32Array(TYPES.length);
  const right = new Float32Array(TYPES.length);
  for (let label = 1; label < LABELS; label++) {
    const type = typeOf(label);
    if (CONTINUES[label]) left[type]! += rows[first * LABELS + label]!;
    if (CONTINUED[label]) right[type]! += rows[second * LABELS + label]!;
  }
  const out = new Float32Array(PAIR);
  out[0] = 1;
  for (let type = 0; type < TYPES.length; type++) out[1 + type] = Math.min(left[type]!, right[type]!);
  return out;
}

const pairKey = (words: readonly ScoredWord[], first: number): number =>
  combine(words[first]!.type.stem, words[first + 1]!.type.form);

/** Gathers an article's evidence. Linear. */
export function gatherEvidence(paragraphs: readonly EvidencedParagraph[]): DocumentEvidence {
  const forms = new Map<number, number>();
  const records = new Map<number, Record>();
  const pairs = new Map<number, Float32Array>();
  for (const { words, doubtful } of paragraphs) {
    for (const { type } of words) forms.set(type.form, (forms.get(type.form) ?? 0) + 1);
    doubtful.tokens.forEach((token, index) => {
      const { type } = words[token]!;
      if (type.kind === 'punctuation') return;
      addTo(records, type.form, doubtful.rows, index * LABELS);
      for (const stem of type.stemForms) addTo(records, stem, doubtful.rows, index * LABELS);
      if (doubtful.tokens[index + 1] !== token + 1) return;
      const key = pairKey(words, token);
      const mass = pairMass(doubtful.rows, index, index + 1);
      const known = pairs.get(key);
      if (known === undefined) pairs.set(key, mass);
      else for (let i = 0; i < PAIR; i++) known[i]! += mass[i]!;
    });
  }
  return { forms, records, pairs };
}

/** Type mass of a record beyond the token's own share. */
function massBeyond(record: Record | undefined, own: Float32Array | null): number {
  if (record === undefined) return 0;
  return record.count - record.sums[OUTSIDE]! - (own === null ? 0 : 1 - own[OUTSIDE]!);
}

/** Writes a group: whether there are others, their mean label probabilities, their capped type masses. */
function writeGroup(
  vector: Float32Array,
  at: number,
  record: Record,
  own: Float32Array | null,
  occurrences: number,
): void {
  const doubtful = record.count - (own === null ? 0 : 1);
  const others = Math.max(doubtful, occurrences);
  if (others <= 0) return;
  vector[at] = 1;
  for (let label = 0; label < LABELS; label++) {
    const sum = Math.max(0, record.sums[label]! - (own === null ? 0 : own[label]!));
    // Occurrences that were not doubtful are outside.
    vector[at + 1 + label] = (label === OUTSIDE ? sum + others - doubtful : sum) / others;
    if (label !== OUTSIDE) vector[at + 1 + LABELS + typeOf(label)]! += sum;
  }
  for (let type = 0; type < TYPES.length; type++) {
    const cell = at + 1 + LABELS + type;
    vector[cell] = Math.min(1, vector[cell]!);
  }
}

function writePair(vector: Float32Array, at: number, pair: Float32Array | undefined, own: Float32Array): void {
  if (pair === undefined || pair[0]! - own[0]! < 0.5) return;
  const others = pair[0]! - own[0]!;
  vector[at] = 1;
  for (let type = 1; type < PAIR; type++) vector[at + type] = Math.max(0, pair[type]! - own[type]!) / others;
}

/** Evidence for a paragraph: some tokens with a vector each. */
export interface ParagraphEvidence {
  readonly tokens: readonly number[];
  readonly vectors: Float32Array;
}

/** Evidence that the article has for a paragraph's tokens. Linear in the paragraph. */
export function evidenceFor({ words, doubtful }: EvidencedParagraph, article: DocumentEvidence): ParagraphEvidence {
  const tokens: number[] = [];
  const vectors: Float32Array[] = [];
  let next = 0;
  for (let token = 0; token < words.length; token++) {
    const { type } = words[token]!;
    const index = doubtful.tokens[next] === token ? next++ : -1;
    if (type.kind === 'punctuation') continue;
    const own = index < 0 ? null : doubtful.rows.subarray(index * LABELS, (index + 1) * LABELS);
    const byForm = article.records.get(type.form);
    let byStem: Record | undefined;
    let stemForm = 0;
    for (const stem of type.stemForms) {
      const record = article.records.get(stem);
      if (record !== undefined && massBeyond(record, own) > massBeyond(byStem, own)) {
        byStem = record;
        stemForm = stem;
      }
    }
    if (own === null && massBeyond(byForm, null) < NOTABLE && massBeyond(byStem, null) < NOTABLE) continue;
    const vector = new Float32Array(EVIDENCE);
    if (own !== null) vector.set(own);
    if (byForm !== undefined) writeGroup(vector, FORM_AT, byForm, own, (article.forms.get(type.form) ?? 1) - 1);
    if (byStem !== undefined) writeGroup(vector, STEM_AT, byStem, own, article.forms.get(stemForm) ?? 0);
    if (index >= 0) {
      if (doubtful.tokens[index + 1] === token + 1)
        writePair(vector, NEXT_AT, article.pairs.get(pairKey(words, token)), pairMass(doubtful.rows, index, index + 1));
      if (index > 0 && doubtful.tokens[index - 1] === token - 1)
        writePair(
          vector,
          PREVIOUS_AT,
          article.pairs.get(pairKey(words, token - 1)),
          pairMass(doubtful.rows, index - 1, index),
        );
    }
    tokens.push(token);
    vectors.push(vector);
  }
  const flat = new Float32Array(vectors.length * EVIDENCE);
  vectors.forEach((vector, index) => flat.set(vector, index * EVIDENCE));
  return { tokens, vectors: flat };
}

/** Label scores with the evidence's weights added. */
export function withEvidence(
  emissions: Float32Array,
  evidence: ParagraphEvidence,
  weights: Float32Array,
): Float32Array {
  const out = emissions.slice();
  evidence.tokens.forEach((token, index) => {
    for (let column = 0; column < EVIDENCE; column++) {
      const value = evidence.vectors[index * EVIDENCE + column]!;
      if (value === 0) continue;
      for (let label = 0; label < LABELS; label++)
        out[token * LABELS + label]! += value * weights[column * LABELS + label]!;
    }
  });
  return out;
}
