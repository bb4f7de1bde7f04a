/**
 * Unlabelled news → one tokenised line a paragraph, for word vectors, and the frequency of every form.
 *   tsx training/prepare-text.ts DATA WORK
 * Writes WORK/text.txt and WORK/counts.tsv. Words are in the forms under which the model keeps statistics.
 */
import { createWriteStream, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLines } from '../server/src/analysis/article/lines';
import { statisticsForm } from '../server/src/analysis/entities/word-type';
import { tokenise } from '../server/src/analysis/text/tokens';
import { readJsonLines } from './corpus';

interface Article {
  readonly title?: string;
  readonly text: string;
}

const [data, work] = process.argv.slice(2);
if (data === undefined || work === undefined) {
  process.stderr.write('usage: prepare-text.ts DATA WORK\n');
  process.exit(2);
}

/** Forms rarer than this have no vector worth keeping. */
const LEAST = 4;
/** The same opening means the same article, taken by two collections. */
const OPENING = 200;

const out = createWriteStream(join(work, 'text.txt'));
const counts = new Map<string, number>();
let tokens = 0;

function take({ title, text }: Article): void {
  const whole = title === undefined ? text : `${title}\n${text}`;
  for (const line of readLines(whole)) {
    const forms = tokenise(whole.slice(line.start, line.end)).map((token) => statisticsForm(token.norm, token.kind));
    if (forms.length < 3) continue;
    for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
    out.write(`${forms.join(' ')}\n`);
    tokens += forms.length;
  }
}

const seen = new Set<string>();
const files = readdirSync(join(data, 'text'))
  .filter((name) => name.endsWith('.jsonl.gz'))
  .sort()
  .map((name) => join(data, 'text', name));
for (const file of [...files, join(data, 'ner', 'news-train.jsonl.gz')]) {
  for (const article of readJsonLines<Article>(file)) {
    const opening = article.text.slice(0, OPENING);
    if (seen.has(opening)) continue;
    seen.add(opening);
    take(article);
  }
  process.stderr.write(`${file}: ${tokens} tokens so far\n`);
}
out.end();
const lines = [...counts]
  .filter(([, count]) => count >= LEAST)
  .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  .map(([form, count]) => `${form}\t${count}\n`);
writeFileSync(join(work, 'counts.tsv'), lines.join(''));
process.stderr.write(`${lines.length} forms\n`);
