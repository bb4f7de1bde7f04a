/**
 * Scores a model on labelled articles.
 *   tsx training/evaluate.ts MODEL.bin ARTICLES [ERRORS.txt]
 * ARTICLES is a .jsonl.gz of labelled articles or a .conll file (token TAB tag). MODEL may be «rules»: no model at all.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readJsonLines, type GoldArticle } from './corpus';
import { formatTallies, score, scoreConll } from './score';

const [model, articles, errorsPath] = process.argv.slice(2);
if (model === undefined || articles === undefined) {
  process.stderr.write('usage: evaluate.ts MODEL.bin ARTICLES.jsonl.gz [ERRORS.txt]\n');
  process.exit(2);
}
const errors: string[] = [];
const bytes = model === 'rules' ? undefined : readFileSync(model);
const tallies =
  articles.endsWith('.conll') && bytes !== undefined
    ? scoreConll(bytes, readFileSync(articles, 'utf8').split(/\r?\n/))
    : score(bytes, readJsonLines<GoldArticle>(articles), errors);
process.stdout.write(`${formatTallies(tallies)}\n`);
if (errorsPath !== undefined) writeFileSync(errorsPath, `${errors.join('\n')}\n`);
