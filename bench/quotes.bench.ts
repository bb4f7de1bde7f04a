/** Quotes alone: 1,000 words, the document stage of a long article, and text made to be slow. */
import type { Article } from '../server/src/analysis/article/article';
import { readArticle } from '../server/src/analysis/article/read-article';
import { createRecogniser } from '../server/src/analysis/entities/recognise';
import type { Mention } from '../server/src/analysis/entities/mention';
import { findQuotes, scanSpeech, type ParagraphSpeech } from '../server/src/analysis/quotes/quotes';
import { readParagraph } from '../server/src/analysis/text/paragraph';
import { articleOf, median, percentile, Report, time } from './measure';

const report = new Report();
const recogniser = createRecogniser();

interface Read {
  readonly article: Article;
  readonly mentions: readonly Mention[];
}

/** An article with its names: what is there before quotes are looked for. */
function read(text: string): Read {
  const article = readArticle(text, readParagraph);
  const names = article.blocks.map((block) => recogniser.readParagraph(block.content));
  return { article, mentions: recogniser.findMentions(article, names) };
}

const scan = ({ article }: Read): ParagraphSpeech[] => article.blocks.map((block) => scanSpeech(block.content));
const at = (run: number, size: number): number => Math.abs(run) % size;

const TEXTS = 40;
const texts = Array.from({ length: TEXTS }, (_, i) => read(articleOf(1_000, 700 + i)));
const both = time(
  TEXTS * 3,
  (run) => {
    const text = texts[at(run, TEXTS)]!;
    return findQuotes(text.article, scan(text), text.mentions).length;
  },
  200,
);
report.line('1,000 words, quotes alone, median', median(both), 'ms', 5);
report.line('1,000 words, quotes alone, p95', percentile(both, 0.95), 'ms');

const long = read(articleOf(10_000, 800));
const speech = scan(long);
const stage = time(40, () => findQuotes(long.article, speech, long.mentions).length, 20);
report.line('10,000 words, document stage with nothing changed, median', median(stage), 'ms', 2);

const UNITS: Readonly<Record<string, string>> = {
  'straight marks': '"',
  'opening guillemets': '«',
  'verbs before marks': 'قال "',
  'verbs and complementisers': 'قال إن ',
  participles: 'مؤكداً أن ',
  sources: 'بحسب الوزارة ',
};
for (const [name, unit] of Object.entries(UNITS)) {
  const cost = (times: number): number => {
    const text = read(`عنوان\n${unit.repeat(times)}`);
    return Math.min(...time(3, () => findQuotes(text.article, scan(text), text.mentions).length, 1));
  };
  const small = Math.max(cost(1_000), 0.5);
  report.line(`ten times the ${name}`, cost(10_000) / small, 'times', 30);
}
report.end();
