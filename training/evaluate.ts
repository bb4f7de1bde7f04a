/**
 * Scores a model on labelled articles.
 *   tsx training/evaluate.ts MODEL.bin ARTICLES.jsonl.gz [ERRORS.txt]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readJsonLines, type GoldArticle } from './corpus';
import { formatTallies, score } from './score';

const [model, articles, errorsPath] = process.argv.slice(2);
if (model === undefined || articles === undefined) {
  process.stderr.write('usage: evaluate.ts MODEL.bin ARTICLES.jsonl.gz [ERRORS.txt]\n');
  process.exit(2);
}
const errors: string[] = [];
const bytes = model === 'rules' ? undefined : readFileSync(model);
process.stdout.write(`${formatTallies(score(bytes, readJsonLines<GoldArticle>(articles), errors))}\n`);
if (errorsPath !== undefined) writeFileSync(errorsPath, `${errors.join('\n')}\n`);
