/**
 * Trains the entity model.
 *   tsx training/train.ts DATA WORK OUT.bin [options]
 * DATA holds ner/*.jsonl.gz; WORK holds counts.tsv and clusters.tsv (see README.md). Seeded: the same data and options
 * give the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { FAMILIES, type Family } from '../server/src/analysis/entities/features';
import { LABELS } from '../server/src/analysis/entities/labels';
import { createLexicon } from '../server/src/analysis/entities/lexicon';
import { trainClitics } from './clitic-trainer';
import { labelArticle, readJsonLines, type GoldArticle } from './corpus';
import { trainCrf, type CrfWeights } from './crf';
import { encode } from './encode';
import { buildLexicon } from './lexicon-builder';
import { writeModel, type RawWeights } from './model-writer';
import { formatTallies, score } from './score';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    part: { type: 'string', default: '1' },
    epochs: { type: 'string', default: '8' },
    rate: { type: 'string', default: '0.1' },
    l2: { type: 'string', default: '0.0005' },
    dropout: { type: 'string', default: '0.2' },
    cutoff: { type: 'string', default: '3' },
    rows: { type: 'string', default: '300000' },
    words: { type: 'string', default: '110000' },
    without: { type: 'string', default: '' },
    errors: { type: 'string' },
    margin: { type: 'string', default: '0' },
    recall: { type: 'string', default: '0' },
    bias: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    each: { type: 'boolean', default: false },
  },
});
const [data, work, out] = positionals;
if (data === undefined || work === undefined || out === undefined) {
  process.stderr.write('usage: train.ts DATA WORK OUT.bin [options]\n');
  process.exit(2);
}

const begun = performance.now();
const log = (message: string): void => {
  process.stderr.write(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${message}\n`);
};
const number = (
  name:
    'part' | 'epochs' | 'rate' | 'l2' | 'dropout' | 'cutoff' | 'rows' | 'words' | 'seed' | 'margin' | 'recall' | 'bias',
): number => Number(flags[name]);

/** Keeps the rows that matter most, so that the file stays small; tiny weights become nothing. */
function prune(hashes: Int32Array, { weights }: CrfWeights, rows: number): RawWeights {
  const largest = Float32Array.from(hashes, (_, row) => {
    let most = 0;
    for (let label = 0; label < LABELS; label++) most = Math.max(most, Math.abs(weights[row * LABELS + label]!));
    return most;
  });
  const kept = Uint32Array.from(hashes, (_, row) => row)
    .sort((a, b) => largest[b]! - largest[a]!)
    .slice(0, rows)
    .filter((row) => largest[row]! > 0.02);
  log(`${kept.length} of ${hashes.length} features kept, smallest ${largest[kept[kept.length - 1]!]!.toFixed(3)}`);
  const values = new Float32Array(kept.length * LABELS);
  kept.forEach((row, index) => {
    for (let label = 0; label < LABELS; label++) {
      const weight = weights[row * LABELS + label]!;
      values[index * LABELS + label] = Math.abs(weight) < 0.015 ? 0 : weight;
    }
  });
  return { hashes: Int32Array.from(kept, (row) => hashes[row]!), width: LABELS, values };
}

const gold = readJsonLines<GoldArticle>(`${data}/ner/news-train.jsonl.gz`);
const dev = readJsonLines<GoldArticle>(`${data}/ner/news-dev.jsonl.gz`);
const step = number('part');
const articles = gold.filter((_, index) => index % step === 0).map(labelArticle);
log(`${articles.length} articles`);
const tables = buildLexicon(`${work}/counts.tsv`, `${work}/clusters.tsv`, new Map(), number('words'));
const lexicon = createLexicon(tables);
const without = new Set(flags.without.split(',').filter((name): name is Family => FAMILIES.includes(name as Family)));
const clitics = trainClitics(articles, lexicon, { epochs: 8, rate: 0.2, seed: 1, weightOf: () => 1 });
log(`clitics: ${clitics.hashes.length} features`);
const encoded = encode([{ articles, weight: 1 }], lexicon, { cutoff: number('cutoff'), without, progress: log });

function pack(weights: CrfWeights, rows: number): Uint8Array {
  return writeModel({
    info: { name: 'news-1', trained: '2026-11-22' },
    lexicon: tables,
    weights: prune(encoded.hashes, weights, rows),
    transitions: weights.transitions,
    clitics,
    evidence: new Float32Array(0),
    evidenceTransitions: new Float32Array(LABELS * LABELS),
    lists: { hashes: new Int32Array(0), codes: new Uint8Array(0) },
  });
}

const trained = trainCrf(encoded, {
  epochs: number('epochs'),
  rate: number('rate'),
  l2: number('l2'),
  dropout: number('dropout'),
  seed: number('seed'),
  margin: number('margin'),
  recall: number('recall'),
  progress: log,
  afterEpoch: (epoch, weights, transitions) => {
    if (!flags.each) return;
    const tallies = score(pack({ weights, transitions }, Infinity), dev);
    log(`news-dev after ${epoch}\n${formatTallies(tallies).split('\n').slice(0, 5).join('\n')}`);
  },
});
if (number('bias') !== 0)
  for (const bias of [0.5, 1, 1.5, 2]) {
    const shifted = Float32Array.from(trained.transitions, (value, pair) =>
      pair % LABELS === 0 ? value - bias : value,
    );
    log(
      `bias ${bias}\n${formatTallies(score(pack({ ...trained, transitions: shifted }, 300000), dev))
        .split('\n')
        .slice(0, 5)
        .join('\n')}`,
    );
  }
const bytes = pack(trained, number('rows'));
writeFileSync(out, bytes);
log(`${bytes.length} bytes`);
const errors: string[] = [];
process.stdout.write(`${formatTallies(score(bytes, dev, errors))}\n`);
if (flags.errors !== undefined) writeFileSync(flags.errors, `${errors.join('\n')}\n`);
