/** The entity recogniser alone: tokens a second, loading, one edited paragraph, and against wink-nlp. */
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import type { Article } from '../server/src/analysis/article/article';
import { createRecogniser, type ParagraphNames } from '../server/src/analysis/entities/recognise';
import { readParagraph } from '../server/src/analysis/text/paragraph';
import { loadModelFile } from '../server/src/model-file';
import { articleOf, median, percentile, Report, time } from './measure';

/** The least disturbed runs: other work on the machine slows both sides of a ratio, but never at the same moment. */
const undisturbed = (times: readonly number[]): number => percentile(times, 0.1);

const report = new Report();
const { model: bytes } = loadModelFile(['models/ner.bin']);
const loads = time(10, () => createRecogniser(bytes), 0);
report.line('loading, first time', loads[0]!, 'ms', 150);
report.line('loading, warm', undisturbed(loads), 'ms');

const recogniser = createRecogniser(bytes);
if (recogniser.model === null) throw new Error(`the model is not used: ${recogniser.problem ?? 'no file'}`);

/** Tokens are read beforehand: what is timed is the recogniser. */
function prepare(text: string): Article {
  let start = 0;
  const blocks = text.split('\n\n').map((line) => {
    const block = { kind: 'paragraph' as const, start, end: start + line.length, content: readParagraph(line) };
    start = block.end + 2;
    return block;
  });
  return { text, parts: [], blocks, frontMatter: null };
}
const read = (article: Article): ParagraphNames[] =>
  article.blocks.map((block) => recogniser.readParagraph(block.content));

const articles = Array.from({ length: 40 }, (_, i) => prepare(articleOf(2_000, i)));
const tokens = articles[0]!.blocks.reduce((sum, block) => sum + block.content.tokens.length, 0);
const at = (run: number): Article => articles[(run + 40) % 40]!;
const whole = time(30, (run) => recogniser.findMentions(at(run), read(at(run))), 10);
const ours = tokens / undisturbed(whole);
report.line('tokens a second', ours * 1000, '', 150_000, true);
report.line(
  '  of it the paragraph stage alone',
  (tokens / undisturbed(time(30, (run) => read(at(run)), 5))) * 1000,
  '',
);

const long = prepare(articleOf(10_000, 99));
const kept = read(long);
const edits = time(
  60,
  (run) => {
    const place = (run * 7 + 700) % kept.length;
    const names = [...kept];
    names[place] = recogniser.readParagraph(readParagraph(`${long.blocks[place]!.content.text} ${run}`));
    return recogniser.findMentions(long, names);
  },
  10,
);
report.line('one edited paragraph of 10,000 words, median', median(edits), 'ms');
report.line('one edited paragraph of 10,000 words, p95', percentile(edits, 0.95), 'ms', 5);

const nlp = winkNLP(model);
const winkTimes = time(20, (run) => nlp.readDoc(at(run).text).entities().length(), 5);
const wink = nlp.readDoc(at(0).text).tokens().length() / undisturbed(winkTimes);
report.line('tokens a second, wink-nlp (its English pipeline)', wink * 1000, '');
report.line('ours against wink-nlp', ours / wink, 'times', 1, true);
report.end();
