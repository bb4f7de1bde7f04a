/** Labelled articles → paragraphs with labels and clitic readings. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readLines } from '../server/src/analysis/article/lines';
import { LABELS, TYPES, writeSpan, type LabelSpan } from '../server/src/analysis/entities/labels';
import type { EntityType } from '../server/src/analysis/model';
import { originalOffset } from '../server/src/analysis/text/normalise';
import { readParagraph, type ParagraphText } from '../server/src/analysis/text/paragraph';
import { cliticSplits } from '../server/src/analysis/text/tokens';

export interface GoldArticle {
  readonly id: string;
  readonly source: string;
  readonly text: string;
  readonly entities: readonly (readonly [number, number, EntityType, number?])[];
  readonly ignore?: readonly (readonly [number, number])[];
}

/** A paragraph with gold labels. */
export interface LabelledParagraph {
  readonly content: ParagraphText;
  /** Offset of the paragraph in its article. */
  readonly start: number;
  readonly labels: Uint8Array;
  readonly spans: readonly LabelSpan[];
  /** For each span the reading of its first word: index into the word's splits, -1 for none, -2 where none fits. */
  readonly readings: readonly number[];
}

export interface LabelledArticle {
  readonly id: string;
  readonly source: string;
  readonly paragraphs: readonly LabelledParagraph[];
}

/** JSON Lines, gzipped or plain. */
export function readJsonLines<T>(path: string): T[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

/** Index of the split that leaves the span's start, -1 for the whole word, -2 where no reading starts there. */
function readingAt(word: string, norm: string, offset: number): number {
  if (offset <= 0) return -1;
  const found = cliticSplits(norm).findIndex((split) => originalOffset(word, split.letters) === offset);
  return found < 0 ? -2 : found;
}

function labelParagraph(
  text: string,
  start: number,
  end: number,
  entities: GoldArticle['entities'],
): LabelledParagraph {
  const content = readParagraph(text.slice(start, end));
  const labels = new Uint8Array(content.tokens.length);
  const spans: LabelSpan[] = [];
  const readings: number[] = [];
  let first = 0;
  for (const [entityStart, entityEnd, name] of entities) {
    const from = entityStart - start;
    const to = entityEnd - start;
    while (first < content.tokens.length && content.tokens[first]!.end <= from) first++;
    let last = first;
    while (last < content.tokens.length && content.tokens[last]!.start < to) last++;
    const token = content.tokens[first];
    const type = TYPES.indexOf(name);
    if (token === undefined || last <= first || type < 0 || labels[first] !== 0) continue;
    const span = { first, end: last, type };
    writeSpan(labels, span);
    spans.push(span);
    readings.push(readingAt(token.text, token.norm, from - token.start));
    first = last;
  }
  return { content, start, labels, spans, readings };
}

/** Labels one article, line by line; lines that touch an ignored stretch are left out. */
export function labelArticle(article: GoldArticle): LabelledArticle {
  const entities = [...article.entities].sort((a, b) => a[0] - b[0]);
  const paragraphs: LabelledParagraph[] = [];
  let next = 0;
  for (const line of readLines(article.text)) {
    while (next < entities.length && entities[next]![1] <= line.start) next++;
    const inside = [];
    for (let i = next; i < entities.length && entities[i]![0] < line.end; i++)
      if (entities[i]![0] >= line.start && entities[i]![1] <= line.end) inside.push(entities[i]!);
    const ignored = (article.ignore ?? []).some(([start, end]) => start < line.end && end > line.start);
    if (!ignored) paragraphs.push(labelParagraph(article.text, line.start, line.end, inside));
  }
  return { id: article.id, source: article.source, paragraphs };
}

/** Numbers in [0, 1) from a seed (mulberry32): the trainer's only source of chance. */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export { LABELS };
