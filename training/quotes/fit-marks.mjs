#!/usr/bin/env node
// Fits the weights that tell quoted speech from names and scare quotes.
//
//   node training/quotes/fit-marks.mjs DATA_DIR [--write] [--folds 8] [--l2 0.5] [--list]
//
// DATA_DIR holds NN.txt and NN.gold.json. Every pair of marks is an example: positive where the annotation has a direct
// quote of (at least half of) those words. Logistic regression on the features of quotes/direct.ts, cross-validated by
// article; --write fits on all articles and writes server/data/quotes/marks-weights.json; --list prints the misses.
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    folds: { type: 'string', default: '8' },
    l2: { type: 'string', default: '0.5' },
  },
});
if (positionals.length === 0) {
  console.error('usage: fit-marks.mjs DATA_DIR... [--write] [--folds N] [--l2 X] [--list]');
  process.exit(2);
}

const bundle = join(mkdtempSync(join(tmpdir(), 'fit-')), 'core.mjs');
await build({
  stdin: {
    contents: `
      export { readArticle } from './server/src/analysis/article/read-article';
      export { readParagraph } from './server/src/analysis/text/paragraph';
      export { givenMentions } from './server/src/analysis/entities/given-mentions';
      export { scanSpeech, scenes, readMarkedWords } from './server/src/analysis/quotes/quotes';`,
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  outfile: bundle,
  logLevel: 'error',
});
const core = await import(pathToFileURL(bundle).href);

/** Examples of one article: features, label, words. */
function examplesOf(file) {
  const text = readFileSync(file.replace(/\.gold\.json$/, '.txt'), 'utf8');
  const gold = JSON.parse(readFileSync(file, 'utf8'));
  const article = core.readArticle(text, core.readParagraph);
  const mentions = core.givenMentions(article, gold.entities);
  const speech = article.blocks.map((block) => core.scanSpeech(block.content));
  const direct = gold.quotes.filter((quote) => quote.kind === 'direct');
  const examples = [];
  for (const { block, scene } of core.scenes(article, speech, mentions)) {
    const shift = article.blocks[block].start;
    for (const words of core.readMarkedWords(scene).marked) {
      const start = words.stretch.start + shift;
      const end = words.stretch.end + shift;
      const shared = (quote) => Math.max(0, Math.min(quote.end, end) - Math.max(quote.start, start));
      const union = (quote) => Math.max(quote.end, end) - Math.min(quote.start, start);
      const positive = direct.some((quote) => shared(quote) / union(quote) >= 0.5);
      examples.push({ features: words.features, positive, text: text.slice(start, end) });
    }
  }
  return examples;
}

const files = positionals.flatMap((folder) =>
  readdirSync(resolve(folder))
    .filter((name) => name.endsWith('.gold.json'))
    .sort()
    .map((name) => join(resolve(folder), name)),
);
const articles = files.map(examplesOf);

/** Logistic regression by gradient descent with momentum; every weight but the bias is pulled to zero. */
function fit(examples, l2) {
  const names = [...new Set(examples.flatMap((example) => example.features))].sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const rows = examples.map((example) => example.features.map((name) => index.get(name)));
  const weights = new Float64Array(names.length);
  const speed = new Float64Array(names.length);
  let bias = 0;
  let biasSpeed = 0;
  const rate = 2 / examples.length;
  for (let step = 0; step < 4000; step++) {
    const gradient = new Float64Array(names.length);
    let biasGradient = 0;
    for (let i = 0; i < rows.length; i++) {
      let score = bias;
      for (const j of rows[i]) score += weights[j];
      const error = 1 / (1 + Math.exp(-score)) - (examples[i].positive ? 1 : 0);
      for (const j of rows[i]) gradient[j] += error;
      biasGradient += error;
    }
    for (let j = 0; j < weights.length; j++) {
      speed[j] = 0.9 * speed[j] - rate * (gradient[j] + l2 * weights[j]);
      weights[j] += speed[j];
    }
    biasSpeed = 0.9 * biasSpeed - rate * biasGradient;
    bias += biasSpeed;
  }
  return { bias, weights: Object.fromEntries(names.map((name, i) => [name, weights[i]])) };
}

const probability = (model, features) =>
  1 / (1 + Math.exp(-features.reduce((sum, name) => sum + (model.weights[name] ?? 0), model.bias)));

const folds = Number(values.folds);
const l2 = Number(values.l2);
const total = { tp: 0, fp: 0, fn: 0, tn: 0 };
const misses = [];
for (let fold = 0; fold < folds; fold++) {
  const train = articles.filter((_, i) => i % folds !== fold).flat();
  const model = fit(train, l2);
  for (const example of articles.filter((_, i) => i % folds === fold).flat()) {
    const guess = probability(model, example.features) >= 0.5;
    if (guess && example.positive) total.tp++;
    else if (guess) total.fp++;
    else if (example.positive) total.fn++;
    else total.tn++;
    if (guess !== example.positive) misses.push({ ...example, p: probability(model, example.features) });
  }
}
const precision = total.tp / (total.tp + total.fp);
const recall = total.tp / (total.tp + total.fn);
console.log(
  `${articles.length} articles, ${articles.flat().length} pairs of marks, ${folds}-fold by article: ` +
    `precision ${(100 * precision).toFixed(1)}, recall ${(100 * recall).toFixed(1)}, ` +
    `F1 ${((200 * precision * recall) / (precision + recall)).toFixed(1)}; ` +
    `names and scare quotes taken for speech ${total.fp} of ${total.fp + total.tn}`,
);
if (values.list)
  for (const miss of misses)
    console.log(
      `${miss.positive ? 'missed' : 'extra '} ${miss.p.toFixed(2)} ${miss.text.slice(0, 60)} [${miss.features.join(' ')}]`,
    );

if (values.write) {
  const model = fit(articles.flat(), l2);
  const round = (x) => Math.round(x * 100) / 100;
  const weights = Object.fromEntries(Object.entries(model.weights).map(([name, weight]) => [name, round(weight)]));
  const data = {
    source: `Computed by training/quotes/fit-marks.mjs from ${articles.length} annotated news articles (weights only, no text).`,
    crossValidated: { precision: round(precision), recall: round(recall) },
    bias: round(model.bias),
    weights,
  };
  writeFileSync(join(root, 'server/data/quotes/marks-weights.json'), `${JSON.stringify(data, null, 2)}\n`);
}
