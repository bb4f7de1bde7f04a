#!/usr/bin/env node
// Times the actors room on a constructed article: the paragraph stage (cached in the editor) and the document stage
// (run after every edit), at 1,000, 10,000 and 100,000 words.
//   node bench/actors.mjs
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const core = join(root, 'server/src/analysis');
const bundle = join(mkdtempSync(join(tmpdir(), 'actors-')), 'bundle.mjs');
await build({
  stdin: {
    contents: `
      export { readArticle } from '${core}/article/read-article';
      export { readParagraph } from '${core}/text/paragraph';
      export { givenMentions } from '${core}/entities/given-mentions';
      export { scanSpeech, findQuotes } from '${core}/quotes/quotes';
      export { resolveActors, scanTitles } from '${core}/actors/actors';`,
    resolveDir: root,
  },
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  outfile: bundle,
  logLevel: 'error',
});
const { readArticle, readParagraph, givenMentions, scanSpeech, findQuotes, resolveActors, scanTitles } = await import(
  pathToFileURL(bundle).href
);

const FIRST = ['سمير', 'ماهر', 'هالة', 'وديع', 'نبيل', 'ريم', 'طارق', 'غسان', 'ليلى', 'رامي'];
const LAST = ['العجلوني', 'الديري', 'النجار', 'الخطيب', 'مرجان', 'الصباغ', 'حداد', 'الراوي', 'شاهين', 'البيطار'];
const BODY = ['نخلة', 'سدرة', 'زيتونة', 'الواحة', 'المنارة', 'السنبلة', 'الغدير', 'البيدر'];

/** A paragraph of about 50 words and the names in it. */
function paragraph(index) {
  const first = FIRST[index % 10];
  const last = LAST[Math.floor(index / 10) % 10];
  const body = BODY[index % 8];
  const text =
    `قال وزير النقل الأردني ${first} ${last}، رئيس لجنة الطاقة في البرلمان، إن العمل في المشروع بدأ قبل أيام. ` +
    `وأضاف ${last} أن شركة ${body} ستشارك فيه بعد توقيع الاتفاق في دمشق. وأكدت الشركة أنها جاهزة، فيما قال الوزير إن ` +
    `الخطة واضحة، مشيراً إلى أن سوريا والأردن اتفقا على ذلك خلال اجتماع عقد أمس بحضور عدد من المسؤولين والخبراء.`;
  const names = [];
  const mark = (word, type) => {
    let at = -1;
    while ((at = text.indexOf(word, at + 1)) >= 0) names.push({ start: at, end: at + word.length, type });
  };
  mark(`${first} ${last}`, 'PER');
  mark(`أضاف ${last}`, 'PER');
  mark(`شركة ${body}`, 'ORG');
  mark('دمشق', 'LOC');
  mark('سوريا', 'LOC');
  return { text, names };
}

function article(words) {
  let text = '';
  const mentions = [];
  for (let i = 0; i < words / 50; i++) {
    const part = paragraph(i);
    for (const name of part.names) {
      const cut = name.type === 'PER' && part.text.slice(name.start).startsWith('أضاف') ? 5 : 0;
      mentions.push({ start: text.length + name.start + cut, end: text.length + name.end, type: name.type });
    }
    text += `${part.text}\n\n`;
  }
  return { text, mentions };
}

/** Median and 95th percentile of `runs` timings in milliseconds. */
function time(runs, action) {
  const taken = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    action();
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  return [taken[runs >> 1], taken[Math.floor(runs * 0.95)]].map((value) => value.toFixed(2)).join(' / ');
}

console.log('words      paragraph stage (median / p95 ms)   document stage (median / p95 ms)');
for (const words of [1_000, 10_000, 100_000]) {
  const { text, mentions: given } = article(words);
  const read = readArticle(text, readParagraph);
  const mentions = givenMentions(read, given);
  const speech = read.blocks.map((block) => scanSpeech(block.content));
  const quotes = findQuotes(read, speech, mentions);
  const scan = () => read.blocks.map((block) => scanTitles(block.content));
  const titles = scan();
  const runs = words >= 100_000 ? 20 : 60;
  for (let i = 0; i < 20; i++) resolveActors(read, mentions, quotes, titles);
  const stage = time(runs, scan);
  const document = time(runs, () => resolveActors(read, mentions, quotes, titles));
  console.log(
    `${String(words).padEnd(10)} ${stage.padEnd(35)} ${document}   (${mentions.length} names, ${quotes.length} quotes)`,
  );
}
