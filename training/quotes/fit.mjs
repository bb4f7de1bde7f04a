#!/usr/bin/env node
// Fits the two yes-no decisions of the quotes room on annotated articles.
//
//   node training/quotes/fit.mjs marks|reports DATA_DIR... [--write] [--folds 8] [--l2 1] [--list]
//
// DATA_DIR holds NN.txt and NN.gold.json.
// marks: are marked words speech, or a name or a scare quote? Every pair of marks is an example, positive where the
//   annotation has a direct quote of (at least half of) those words.
// reports: does a reporting verb with its complement report? Positive where the annotation has a quote with that cue.
// Cross-validated by article; --write fits on all articles and writes server/data/quotes/<what>-weights.json; --list
// prints the misses.
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { crossValidate, fit } from './regression.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    folds: { type: 'string', default: '8' },
    l2: { type: 'string', default: '1' },
  },
});
const [what, ...folders] = positionals;
if ((what !== 'marks' && what !== 'reports') || folders.length === 0) {
  console.error('usage: fit.mjs marks|reports DATA_DIR... [--write] [--folds N] [--l2 X] [--list]');
  process.exit(2);
}

const bundle = join(mkdtempSync(join(tmpdir(), 'fit-')), 'core.mjs');
await build({
  stdin: {
    contents: `
      export { readArticle } from './server/src/analysis/article/read-article';
      export { readParagraph } from './server/src/analysis/text/paragraph';
      export { givenMentions } from './server/src/analysis/entities/given-mentions';
      export { readTellings } from './server/src/analysis/quotes/reports';
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

const shared = (a, b) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
const union = (a, b) => Math.max(a.end, b.end) - Math.min(a.start, b.start);

function* marksExamples(scene, shift, text, gold) {
  const direct = gold.quotes.filter((quote) => quote.kind === 'direct');
  for (const words of core.readMarkedWords(scene).marked) {
    const span = { start: words.stretch.start + shift, end: words.stretch.end + shift };
    const positive = direct.some((quote) => shared(quote, span) / union(quote, span) >= 0.5);
    yield { features: words.features, positive, text: text.slice(span.start, span.end) };
  }
}

function* reportExamples(scene, shift, text, gold) {
  for (const { hit, complement, features } of core.readTellings(scene)) {
    const cue = { start: scene.tokens[hit.token].start + shift, end: scene.tokens[hit.endToken - 1].end + shift };
    const positive = gold.quotes.some((quote) => quote.cue && shared(quote.cue, cue) > 0);
    const from = complement.offset + shift;
    yield { features, positive, text: `${text.slice(cue.start, cue.end)} … ${text.slice(from, from + 40)}` };
  }
}

/** Examples of one article: features, label, words. */
function examplesOf(file) {
  const text = readFileSync(file.replace(/\.gold\.json$/, '.txt'), 'utf8');
  const gold = JSON.parse(readFileSync(file, 'utf8'));
  const article = core.readArticle(text, core.readParagraph);
  const mentions = core.givenMentions(article, gold.entities);
  const speech = article.blocks.map((block) => core.scanSpeech(block.content));
  const examples = [];
  for (const { block, scene } of core.scenes(article, speech, mentions)) {
    const shift = article.blocks[block].start;
    examples.push(...(what === 'marks' ? marksExamples : reportExamples)(scene, shift, text, gold));
  }
  return examples;
}

const articles = folders
  .flatMap((folder) =>
    readdirSync(resolve(folder))
      .filter((name) => name.endsWith('.gold.json'))
      .sort()
      .map((name) => join(resolve(folder), name)),
  )
  .map(examplesOf);

const folds = Number(values.folds);
const l2 = Number(values.l2);
const result = crossValidate(articles, folds, l2);
const percent = (x) => (100 * x).toFixed(1);
console.log(
  `${what}: ${articles.length} articles, ${articles.flat().length} examples, ${folds}-fold by article: ` +
    `precision ${percent(result.precision)}, recall ${percent(result.recall)}, F1 ${percent(result.f1)}; ` +
    `false alarms ${result.fp} of ${result.fp + result.tn}`,
);
if (values.list)
  for (const miss of result.misses)
    console.log(
      `${miss.positive ? 'missed' : 'extra '} ${miss.p.toFixed(2)} ${miss.text.slice(0, 70)} [${miss.features.join(' ')}]`,
    );

if (values.write) {
  const model = fit(articles.flat(), l2);
  const round = (x) => Math.round(x * 100) / 100;
  const weights = Object.fromEntries(
    Object.entries(model.weights)
      .map(([name, weight]) => [name, round(weight)])
      .filter(([, weight]) => weight !== 0),
  );
  const data = {
    source: `Computed by training/quotes/fit.mjs from ${articles.length} annotated news articles (weights only, no text).`,
    crossValidated: { precision: round(result.precision), recall: round(result.recall), f1: round(result.f1) },
    bias: round(model.bias),
    weights,
  };
  writeFileSync(join(root, `server/data/quotes/${what}-weights.json`), `${JSON.stringify(data, null, 2)}\n`);
}
