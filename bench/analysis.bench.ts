/** The whole analysis: budgets for one article, for long ones, for one edited paragraph, and against wink-nlp. */
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import { createAnalyzer } from '../server/src/analysis/analyzer';
import { loadModelFile } from '../server/src/model-file';
import { articleOf, countWords, median, percentile, Report, time } from './measure';

const report = new Report();
const resources = loadModelFile(['models/ner.bin']);
const options = { date: '2024-03-12' };

const analyzer = createAnalyzer(resources);
const analyze = (text: string): unknown => analyzer.analyze(text, options);

// Every run has a text of its own: what is timed is the analysis, not the cache. Warm means that the functions are compiled:
// V8 takes about 150,000 words to settle on them.
const short = Array.from({ length: 260 }, (_, i) => articleOf(1_000, i + 1));
const shortTimes = time(60, (run) => analyze(short[run < 0 ? 259 + run : run]!), 180);
report.line('1,000 words, median', median(shortTimes), 'ms');
report.line('1,000 words, p95', percentile(shortTimes, 0.95), 'ms', 15);

const long = Array.from({ length: 14 }, (_, i) => articleOf(10_000, 200 + i));
const longTimes = time(12, (run) => analyze(long[run < 0 ? 13 + run : run]!), 2);
report.line('10,000 words, median', median(longTimes), 'ms', 120);
report.line('10,000 words against 1,000', median(longTimes) / median(shortTimes), 'times', 12);

const lines = articleOf(10_000, 400).split('\n\n');
const edited = time(
  100,
  (run) => {
    const at = (run * 7 + 700) % lines.length;
    const text = [...lines.slice(0, at), `${lines[at]!} كلمة${run}`, ...lines.slice(at + 1)].join('\n\n');
    return analyze(text);
  },
  20,
);
report.line('one edited paragraph of 10,000 words, p95 (core alone)', percentile(edited, 0.95), 'ms', 5);

const nlp = winkNLP(model);
const words = countWords(short[0]!);
const winkTimes = time(
  40,
  (run) =>
    nlp
      .readDoc(short[run < 0 ? 259 + run : run]!)
      .entities()
      .length(),
  10,
);
const ours = words / median(shortTimes);
const winks = words / median(winkTimes);
report.line('words a millisecond, ours', ours, '');
report.line('words a millisecond, wink-nlp (English pipeline)', winks, '');
report.line('ours against wink-nlp', ours / winks, 'times', 1, true);
report.end();
