/**
 * Trains the entity model.
 *   tsx training/train.ts DATA WORK OUT.bin [options]
 * DATA holds ner/*.jsonl.gz; WORK holds counts.tsv, clusters.tsv and, where they were made, name-words.tsv,
 * name-lists.tsv and silver.jsonl.gz (see README.md). Seeded: the same data and options give the same bytes.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { EVIDENCE } from '../server/src/analysis/entities/evidence';
import { FAMILIES, type Family } from '../server/src/analysis/entities/features';
import { LABELS } from '../server/src/analysis/entities/labels';
import { createLexicon } from '../server/src/analysis/entities/lexicon';
import { readModel } from '../server/src/analysis/entities/model-file';
import { createMatchers } from '../server/src/analysis/entities/tagger';
import { trainClitics } from './clitic-trainer';
import { labelArticle, readJsonLines, type GoldArticle, type LabelledArticle } from './corpus';
import { trainCrf, type CrfWeights } from './crf';
import { encode, type Encoded, type TrainingSet } from './encode';
import { evidenceExamples, trainEvidence, type EvidenceWeights } from './evidence-trainer';
import { buildLexicon, readNameLists, readNameWords } from './lexicon-builder';
import { evidenceSection, replaceSections, writeModel, type RawWeights } from './model-writer';
import { formatTallies, score } from './score';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    part: { type: 'string', default: '1' },
    epochs: { type: 'string', default: '4' },
    rate: { type: 'string', default: '0.1' },
    l2: { type: 'string', default: '0.0005' },
    dropout: { type: 'string', default: '0.2' },
    cutoff: { type: 'string', default: '3' },
    rows: { type: 'string', default: '300000' },
    words: { type: 'string', default: '110000' },
    margin: { type: 'string', default: '1' },
    recall: { type: 'string', default: '1.2' },
    folds: { type: 'string', default: '3' },
    silver: { type: 'string', default: '0' },
    sure: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    without: { type: 'string', default: '' },
    'evidence-margin': { type: 'string', default: '1' },
    'evidence-recall': { type: 'string', default: '0' },
    'evidence-l2': { type: 'string', default: '0.001' },
    /** Takes the fold models and the first pass of the last run, to try the second pass alone. */
    reuse: { type: 'boolean', default: false },
    errors: { type: 'string' },
    'no-names': { type: 'boolean', default: false },
    'no-lists': { type: 'boolean', default: false },
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
type NumberFlag = 'part' | 'epochs' | 'rate' | 'l2' | 'dropout' | 'cutoff' | 'rows' | 'words' | 'margin' | 'recall';
const number = (
  name: NumberFlag | 'folds' | 'silver' | 'sure' | 'seed' | 'evidence-margin' | 'evidence-recall' | 'evidence-l2',
): number => Number(flags[name]);

/** Keeps the rows that matter most, so that the file stays small; tiny weights become nothing. */
function prune(encoded: Encoded, { weights }: CrfWeights, rows: number): { words: RawWeights; context: RawWeights } {
  const { hashes, firstContext } = encoded;
  const largest = Float32Array.from(hashes, (_, row) => {
    let most = 0;
    for (let label = 0; label < LABELS; label++) most = Math.max(most, Math.abs(weights[row * LABELS + label]!));
    return most;
  });
  const kept = Uint32Array.from(hashes, (_, row) => row)
    .sort((a, b) => largest[b]! - largest[a]! || a - b)
    .slice(0, rows)
    .filter((row) => largest[row]! > 0.02);
  log(`${kept.length} of ${hashes.length} features kept, smallest ${largest[kept[kept.length - 1]!]!.toFixed(3)}`);
  const table = (some: Uint32Array): RawWeights => {
    const values = new Float32Array(some.length * LABELS);
    some.forEach((row, index) => {
      for (let label = 0; label < LABELS; label++) {
        const weight = weights[row * LABELS + label]!;
        values[index * LABELS + label] = Math.abs(weight) < 0.015 ? 0 : weight;
      }
    });
    return { hashes: Int32Array.from(some, (row) => hashes[row]!), width: LABELS, values };
  };
  return {
    words: table(kept.filter((row) => row < firstContext)),
    context: table(kept.filter((row) => row >= firstContext)),
  };
}

const gold = readJsonLines<GoldArticle>(`${data}/ner/news-train.jsonl.gz`);
const dev = readJsonLines<GoldArticle>(`${data}/ner/news-dev.jsonl.gz`);
const articles = gold.filter((_, index) => index % number('part') === 0).map(labelArticle);
const names = flags['no-names'] ? new Map() : readNameWords(`${work}/name-words.tsv`);
const tables = buildLexicon(`${work}/counts.tsv`, `${work}/clusters.tsv`, names, number('words'));
const lexicon = createLexicon(tables);
const lists = readNameLists(flags['no-lists'] ? '' : `${work}/name-lists.tsv`);
log(`${articles.length} articles, ${names.size} words used as names, ${lists.hashes.length} hashes of names`);
const without = new Set(flags.without.split(',').filter((name): name is Family => FAMILIES.includes(name as Family)));

/** Articles labelled by the teacher; those with an unsure name are left out where `sure` says so. */
function silverArticles(): LabelledArticle[] {
  const path = `${work}/silver.jsonl.gz`;
  if (number('silver') === 0 || !existsSync(path)) return [];
  return readJsonLines<GoldArticle>(path)
    .filter((article) => article.entities.every(([, , , probability = 1]) => probability >= number('sure')))
    .map(labelArticle);
}
const silver = silverArticles();
log(`${silver.length} silver articles`);

interface FirstPass {
  readonly bytes: Uint8Array;
  readonly transitions: Float32Array;
}

/** The model with document evidence put in. */
function withEvidence(model: Uint8Array, evidence: EvidenceWeights): Uint8Array {
  return replaceSections(model, [evidenceSection(evidence.evidence, evidence.transitions)]);
}

/** Trains a first pass, or takes the one of the last run. */
function cachedFirstPass(some: readonly LabelledArticle[], note: string): FirstPass {
  const path = `${work}/pass-${note}.bin`;
  if (flags.reuse && existsSync(path)) {
    const bytes = readFileSync(path);
    return { bytes, transitions: readModel(bytes).transitions };
  }
  const pass = firstPass(some, note);
  writeFileSync(path, pass.bytes);
  return pass;
}

/** Trains the first pass on some articles (and the silver ones). */
function firstPass(some: readonly LabelledArticle[], note: string): FirstPass {
  const progress = (message: string): void => {
    log(`${note}: ${message}`);
  };
  const clitics = trainClitics([...some, ...silver], lexicon, {
    epochs: 6,
    rate: 0.2,
    seed: 1,
    weightOf: (position) => (position < some.length ? 1 : number('silver')),
  });
  const sets: TrainingSet[] = [{ articles: some, weight: 1 }];
  if (silver.length > 0) sets.push({ articles: silver, weight: number('silver') });
  const encoded = encode(sets, lexicon, {
    cutoff: number('cutoff'),
    without,
    matchers: createMatchers(lists),
    progress,
  });
  const crf = trainCrf(encoded, {
    epochs: number('epochs'),
    rate: number('rate'),
    l2: number('l2'),
    dropout: number('dropout'),
    seed: number('seed'),
    margin: number('margin'),
    recall: number('recall'),
    progress,
  });
  const tablesOfWeights = prune(encoded, crf, number('rows'));
  const bytes = writeModel({
    info: { name: 'news-1', trained: '2026-11' },
    lexicon: tables,
    ...tablesOfWeights,
    transitions: crf.transitions,
    clitics: { ...clitics, values: clitics.values.map((value) => (Math.abs(value) < 0.01 ? 0 : value)) },
    evidence: new Float32Array(0),
    evidenceTransitions: crf.transitions,
    lists,
  });
  return { bytes, transitions: crf.transitions };
}

/** Puts whole outlets into folds of about one size: what a model makes of outlets that it has never read. */
function outletFolds(folds: number): (article: LabelledArticle) => number {
  const outlet = (article: LabelledArticle): string => article.source.split(' ')[0]!;
  const sizes = new Map<string, number>();
  for (const article of articles) sizes.set(outlet(article), (sizes.get(outlet(article)) ?? 0) + 1);
  const loads = new Array<number>(folds).fill(0);
  const placed = new Map<string, number>();
  for (const [name, size] of [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    const fold = loads.indexOf(Math.min(...loads));
    loads[fold]! += size;
    placed.set(name, fold);
  }
  return (article) => placed.get(outlet(article))!;
}

/** Learns the weights of document evidence on articles that the scoring model has not seen, fold by fold. */
function secondPass(folds: number): EvidenceWeights | null {
  if (folds < 2) return null;
  let transitions = new Float32Array(LABELS * LABELS);
  const foldOf = outletFolds(folds);
  const examples = Array.from({ length: folds }, (_, fold) => {
    const some = articles.filter((article) => foldOf(article) !== fold);
    const pass = cachedFirstPass(some, `fold-${fold + 1}`);
    transitions = Float32Array.from(pass.transitions, (value, i) => transitions[i]! + value / folds);
    const rest = articles.filter((article) => foldOf(article) === fold);
    log(`fold ${fold + 1}\n${formatTallies(score(pass.bytes, rest.map(asGold)))}`);
    return evidenceExamples(pass.bytes, rest);
  }).flat();
  log(`${examples.length} paragraphs of evidence, ${EVIDENCE} columns`);
  return trainEvidence(examples, transitions, {
    epochs: 6,
    rate: 0.1,
    l2: number('evidence-l2'),
    seed: number('seed'),
    margin: number('evidence-margin'),
    recall: number('evidence-recall'),
    progress: log,
  });
}

const byId = new Map(gold.map((article) => [article.id, article]));
const asGold = (article: LabelledArticle): GoldArticle => byId.get(article.id)!;

const evidence = secondPass(number('folds'));
const first = cachedFirstPass(articles, 'all');
log(`without evidence\n${formatTallies(score(first.bytes, dev)).split('\n').slice(0, 5).join('\n')}`);
const bytes = evidence === null ? first.bytes : withEvidence(first.bytes, evidence);
writeFileSync(out, bytes);
log(`${bytes.length} bytes`);
const errors: string[] = [];
process.stdout.write(`${formatTallies(score(bytes, dev, errors))}\n`);
if (flags.errors !== undefined) writeFileSync(flags.errors, `${errors.join('\n')}\n`);
