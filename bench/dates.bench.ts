/** Dates alone: against chrono-node's Arabic on the same text, and on text made to be slow. */
import { ar } from 'chrono-node';
import type { Article } from '../server/src/analysis/article/article';
import { readArticle } from '../server/src/analysis/article/read-article';
import { findDateCandidates, resolveDates } from '../server/src/analysis/dates/dates';
import { readParagraph } from '../server/src/analysis/text/paragraph';
import { articleOf, countWords, median, Report, time } from './measure';

const report = new Report();
const DATE = '2024-03-12';
const REFERENCE = new Date(`${DATE}T12:00:00`);

/** From the text to resolved dates, article parts and tokens included. */
function find(text: string): number {
  const article = readArticle(text, readParagraph);
  const candidates = article.blocks.map((block) => findDateCandidates(block.content));
  return resolveDates(article, candidates, DATE).dates.length;
}

/** What dates add to an analysis: the article's parts and tokens are there for everyone. */
function findInRead(article: Article): number {
  const candidates = article.blocks.map((block) => findDateCandidates(block.content));
  return resolveDates(article, candidates, DATE).dates.length;
}

const TEXTS = 60;
const texts = Array.from({ length: TEXTS }, (_, i) => articleOf(1_000, 600 + i));
const articles = texts.map((text) => readArticle(text, readParagraph));
const at = (run: number): number => (run < 0 ? -run : run) % TEXTS;
/** Long enough for the compiler to have seen everything, on a busy machine too. */
const WARM_UP = 600;
const ours = median(time(TEXTS, (run) => findInRead(articles[at(run)]!), WARM_UP));
const fromText = median(time(TEXTS, (run) => find(texts[at(run)]!), WARM_UP));
const chronos = median(time(TEXTS, (run) => ar.casual.parse(texts[at(run)]!, REFERENCE).length, WARM_UP));
const words = countWords(texts[0]!);
report.line('1,000 words, dates alone, median', ours, 'ms');
report.line('1,000 words, from the text (parts, tokens, dates), median', fromText, 'ms');
report.line('1,000 words, chrono-node ar, median', chronos, 'ms');
report.line('words a millisecond, dates alone', words / ours, '');
report.line('dates alone against chrono-node ar', chronos / ours, 'times', 3, true);
report.line('from the text against chrono-node ar', chronos / fromText, 'times');

const MEGA = 1_000_000;
const HOSTILE: Readonly<Record<string, string>> = {
  digits: '7',
  'digits apart': '15 ',
  'digits with slashes': '1/2/',
  '«و »': 'و ',
  'month names': 'مارس ',
  'days and months': '15 مارس و',
  'numbers in words': 'خمسة وعشرين ',
  modifiers: 'منتصف أواخر نهاية ',
};
for (const [name, piece] of Object.entries(HOSTILE)) {
  const [one, ten] = [1, 10].map((times) => {
    // Through a buffer, so that the string is flat before the clock starts.
    const text = Buffer.from(piece.repeat((times * MEGA) / piece.length)).toString();
    return median(time(times === 1 ? 5 : 1, () => find(text), times === 1 ? 2 : 0));
  }) as [number, number];
  report.line(`10 MB of ${name}`, ten, 'ms');
  report.line(`10 MB of ${name} against 1 MB`, ten / one, 'times', 25);
}
report.end();
