/**
 * Adds the names of automatically labelled articles to the counts of count-names.ts.
 *   tsx training/count-silver.ts SILVER.jsonl.gz COUNTS_DIR OUT_DIR [weight]
 * A use in a labelled article counts `weight` times: the larger network that labelled them is right more often.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TYPES } from '../server/src/analysis/entities/labels';
import { statisticsForm } from '../server/src/analysis/entities/word-type';
import type { Token } from '../server/src/analysis/text/tokens';
import { cliticSplits } from '../server/src/analysis/text/tokens';
import { labelArticle, readJsonLines, type GoldArticle, type LabelledParagraph } from './corpus';

const [silver, from, to, weightText = '2'] = process.argv.slice(2);
if (silver === undefined || from === undefined || to === undefined) {
  process.stderr.write('usage: count-silver.ts SILVER.jsonl.gz COUNTS_DIR OUT_DIR [weight]\n');
  process.exit(2);
}
const weight = Number(weightText);

function readCounts(name: string): Map<string, number[]> {
  const path = join(from!, name);
  const out = new Map<string, number[]>();
  if (!existsSync(path)) return out;
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [key = '', ...counts] = line.split('\t');
    if (counts.length > 0) out.set(key, counts.map(Number));
  }
  return out;
}

const words = readCounts('name-words.tsv');
const names = readCounts('name-lists.tsv');
const formOf = (token: Token): string => statisticsForm(token.norm, token.kind);

function add(map: Map<string, number[]>, key: string, column: number): void {
  let counts = map.get(key);
  if (counts === undefined) map.set(key, (counts = new Array<number>(TYPES.length + 1).fill(0)));
  counts[column]! += weight;
}

function countParagraph({ content, spans, readings }: LabelledParagraph): void {
  const { tokens } = content;
  const inName = new Set<Token>();
  spans.forEach(({ first, end, type }, index) => {
    const covered = tokens.slice(first, end);
    const forms = covered.map(formOf);
    const split = cliticSplits(covered[0]!.norm)[readings[index]!];
    if (split !== undefined) forms[0] = statisticsForm(split.full, 'word');
    forms.forEach((form, position) => {
      inName.add(covered[position]!);
      add(words, form, type);
      add(words, form, TYPES.length);
    });
    add(names, forms.join(' '), type);
  });
  for (const token of tokens)
    if (token.kind !== 'punctuation' && !inName.has(token) && words.has(formOf(token)))
      add(words, formOf(token), TYPES.length);
}

for (const article of readJsonLines<GoldArticle>(silver))
  for (const paragraph of labelArticle(article).paragraphs) countParagraph(paragraph);

function write(name: string, map: ReadonlyMap<string, readonly number[]>): void {
  const lines = [...map]
    .filter(([, counts]) => counts.slice(0, TYPES.length).reduce((sum, count) => sum + count, 0) >= 3)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, counts]) => `${key}\t${counts.join('\t')}\n`);
  writeFileSync(join(to!, name), lines.join(''));
  process.stderr.write(`${name}: ${lines.length}\n`);
}
write('name-words.tsv', words);
write('name-lists.tsv', names);
