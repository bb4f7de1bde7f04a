/**
 * Counts which words and names a model finds in unlabelled news.
 *   tsx training/count-names.ts DATA MODEL.bin OUT_DIR [share]
 * Writes name-words.tsv (form, uses as PER ORG LOC MISC, all uses) and name-lists.tsv (name, uses as PER ORG LOC MISC).
 * Articles that are also in the labelled sets are left out: there the model would only repeat what it was told.
 */
import { createWriteStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { statisticsForm } from '../server/src/analysis/entities/word-type';
import { TYPES } from '../server/src/analysis/entities/labels';
import { createRecogniser } from '../server/src/analysis/entities/recognise';
import { lookupKey, normalise } from '../server/src/analysis/text/normalise';
import { cliticSplits, type Token } from '../server/src/analysis/text/tokens';
import { readFileSync } from 'node:fs';
import { readJsonLines, type GoldArticle } from './corpus';
import { linesArticle } from './score';

interface Article {
  readonly title?: string;
  readonly text: string;
}

const [data, modelPath, out, share = '1'] = process.argv.slice(2);
if (data === undefined || modelPath === undefined || out === undefined) {
  process.stderr.write('usage: count-names.ts DATA MODEL.bin OUT_DIR [share]\n');
  process.exit(2);
}

/** Letters of a stretch of text, to tell the same article in two collections. */
const fingerprint = (text: string): string =>
  lookupKey(normalise(text))
    .replace(/[^\u0621-\u064a]/g, '')
    .slice(0, 60);

const labelled = new Set<string>();
for (const file of ['news-train', 'news-dev'])
  for (const { text } of readJsonLines<GoldArticle>(join(data, 'ner', `${file}.jsonl.gz`)))
    for (const line of text.split('\n')) if (line.length > 80) labelled.add(fingerprint(line));

const recogniser = createRecogniser(readFileSync(modelPath));
if (recogniser.model === null) throw new Error(recogniser.problem ?? 'no model');
const words = new Map<string, Int32Array>();
const names = new Map<string, Int32Array>();
const formOf = (token: Token): string => statisticsForm(token.norm, token.kind);

function add(map: Map<string, Int32Array>, key: string, column: number): void {
  let counts = map.get(key);
  if (counts === undefined) map.set(key, (counts = new Int32Array(TYPES.length + 1)));
  counts[column]!++;
}

function countArticle(text: string): number {
  const article = linesArticle(text);
  const mentions = recogniser.findMentions(
    article,
    article.blocks.map((block) => recogniser.readParagraph(block.content)),
  );
  let tokens = 0;
  const inName = new Set<Token>();
  for (const mention of mentions) {
    const type = TYPES.indexOf(mention.type);
    const covered = article.blocks[mention.block]!.content.tokens.slice(mention.firstToken, mention.endToken);
    const forms = covered.map(formOf);
    const split = cliticSplits(covered[0]!.norm).find(({ clitic }) => clitic === mention.clitic);
    if (split !== undefined) forms[0] = statisticsForm(split.full, 'word');
    forms.forEach((form, index) => {
      inName.add(covered[index]!);
      add(words, form, type);
      add(words, form, TYPES.length);
    });
    if (mention.confidence >= 0.7) add(names, forms.join(' '), type);
  }
  for (const block of article.blocks)
    for (const token of block.content.tokens) {
      tokens++;
      if (token.kind !== 'punctuation' && !inName.has(token)) add(words, formOf(token), TYPES.length);
    }
  return tokens;
}

const seen = new Set<string>();
const begun = performance.now();
let tokens = 0;
let articles = 0;
for (const file of readdirSync(join(data, 'text'))
  .filter((name) => name.endsWith('.jsonl.gz'))
  .sort()) {
  readJsonLines<Article>(join(data, 'text', file)).forEach(({ title, text }, index) => {
    const mark = fingerprint(text);
    if (seen.has(mark) || labelled.has(mark) || index % Number(share) !== 0) return;
    if (text.split('\n').some((line) => line.length > 80 && labelled.has(fingerprint(line)))) return;
    seen.add(mark);
    tokens += countArticle(title === undefined ? text : `${title}\n${text}`);
    articles++;
  });
  const seconds = (performance.now() - begun) / 1000;
  process.stderr.write(`${file}: ${articles} articles, ${tokens} tokens, ${Math.round(tokens / seconds)} a second\n`);
}

function write(name: string, map: Map<string, Int32Array>, keep: (counts: Int32Array) => boolean): void {
  const stream = createWriteStream(join(out!, name));
  for (const [key, counts] of [...map].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (keep(counts)) stream.write(`${key}\t${counts.join('\t')}\n`);
  stream.end();
}

const isName = (counts: Int32Array): number => counts[0]! + counts[1]! + counts[2]! + counts[3]!;
write('name-words.tsv', words, (counts) => isName(counts) >= 3);
write('name-lists.tsv', names, (counts) => isName(counts) >= 3);
