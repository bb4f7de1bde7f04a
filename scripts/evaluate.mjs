#!/usr/bin/env node
// Runs the analyzer over a folder of annotated articles and scores the result.
//
//   node scripts/evaluate.mjs DATA_DIR [options]
//     DATA_DIR           holds NN.txt and NN.gold.json
//     --gold-mentions    give the gold entities to the later stages (measures quotes, speakers and actors alone)
//     --gold-date        give the gold reference date from outside
//     --model FILE       the tagger's weights (default: the only file under models/, if there is one)
//     --out DIR          where predictions go (default: a temporary folder)
//     --scorer FILE      the scorer to run on them (default: ../score.mjs beside DATA_DIR's parent, or in DATA_DIR)
//     --errors, --json   passed on to the scorer
//     --only a,b,c       only these articles (the scorer still counts every article in DATA_DIR unless this is given)
//
// Besides the scorer's table it prints the share of found quotes whose speaker is right, and the time taken.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'gold-mentions': { type: 'boolean', default: false },
    'gold-date': { type: 'boolean', default: false },
    model: { type: 'string' },
    out: { type: 'string' },
    scorer: { type: 'string' },
    only: { type: 'string' },
    errors: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

function usage(message) {
  console.error(
    `evaluate: ${message}\nusage: evaluate.mjs DATA_DIR [--gold-mentions] [--gold-date] [--model FILE] [--out DIR] [--scorer FILE] [--errors] [--json]`,
  );
  process.exit(2);
}

const dataDir = positionals[0] === undefined ? usage('which folder?') : resolve(positionals[0]);
if (!existsSync(dataDir)) usage(`no such folder: ${dataDir}`);

function findModel() {
  if (values.model !== undefined) return values.model;
  const folder = join(root, 'models');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => !/\.(md|json|txt)$/.test(name)) : [];
  return files.length === 1 ? join(folder, files[0]) : null;
}

function findScorer() {
  const candidates = [values.scorer, join(dataDir, 'score.mjs'), join(dataDir, '..', 'score.mjs')];
  return candidates.find((file) => file !== undefined && existsSync(file)) ?? null;
}

// The core is bundled as it is shipped, so that JSON data and the measured speed are the product's.
const bundle = join(mkdtempSync(join(tmpdir(), 'core-')), 'analyzer.mjs');
await build({
  entryPoints: [join(root, 'server/src/analysis/analyzer.ts')],
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  outfile: bundle,
  logLevel: 'error',
});
const { createAnalyzer } = await import(pathToFileURL(bundle).href);

const model = values['gold-mentions'] ? null : findModel();
const analyzer = createAnalyzer(model === null ? {} : { model: readFileSync(model) });
const outDir = values.out === undefined ? mkdtempSync(join(tmpdir(), 'evaluate-')) : resolve(values.out);
mkdirSync(outDir, { recursive: true });

const wanted = values.only === undefined ? null : new Set(values.only.split(','));
const ids = readdirSync(dataDir)
  .filter((name) => name.endsWith('.gold.json'))
  .map((name) => name.slice(0, -'.gold.json'.length))
  .filter((id) => wanted === null || wanted.has(id));

// With --only the scorer sees a folder that holds the chosen gold files alone.
let goldDir = dataDir;
if (wanted !== null) {
  goldDir = mkdtempSync(join(tmpdir(), 'gold-'));
  for (const id of ids) copyFileSync(join(dataDir, `${id}.gold.json`), join(goldDir, `${id}.gold.json`));
}

let words = 0;
let milliseconds = 0;
for (const id of ids) {
  const text = readFileSync(join(dataDir, `${id}.txt`), 'utf8');
  const gold = JSON.parse(readFileSync(join(dataDir, `${id}.gold.json`), 'utf8'));
  const options = {};
  if (values['gold-mentions']) options.mentions = gold.entities;
  if (values['gold-date']) options.date = gold.reference;
  const begin = performance.now();
  const analysis = analyzer.analyze(text, options);
  milliseconds += performance.now() - begin;
  words += text.split(/\s+/).length;
  writeFileSync(join(outDir, `${id}.json`), JSON.stringify(analysis));
}

const scorer = findScorer();
if (scorer === null) usage('no scorer found; give --scorer FILE');
const score = (...flags) =>
  spawnSync(process.execPath, [scorer, goldDir, outDir, ...flags], { encoding: 'utf8', maxBuffer: 1 << 28 });
const report = score(...(values.errors ? ['--errors'] : []), ...(values.json ? ['--json'] : []));
process.stdout.write(report.stdout);
process.stderr.write(report.stderr);

if (!values.json && report.status === 0) {
  const figures = JSON.parse(score('--json').stdout);
  for (const kind of ['direct', 'indirect']) {
    const found = figures[`quotes ${kind}`]?.hit ?? 0;
    const said = figures[`quotes ${kind} with speaker`]?.hit ?? 0;
    console.log(
      `speaker right, given a ${kind} quote`.padEnd(40) +
        `${found === 0 ? '-' : ((100 * said) / found).toFixed(1)} (${said}/${found})`,
    );
  }
  console.log(
    `${ids.length} articles, ${words} words, ${milliseconds.toFixed(0)} ms; mentions: ${values['gold-mentions'] ? 'gold' : (model ?? 'rules only')}`,
  );
}
process.exitCode = report.status ?? 1;
