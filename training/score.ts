/** Strict scores: a mention is right when its span and its type are. */
import { createRecogniser } from '../server/src/analysis/entities/recognise';
import type { Article } from '../server/src/analysis/article/article';
import { readLines } from '../server/src/analysis/article/lines';
import { readParagraph } from '../server/src/analysis/text/paragraph';
import type { GoldArticle } from './corpus';

export interface Tally {
  gold: number;
  found: number;
  right: number;
}

export const f1 = ({ gold, found, right }: Tally): number => (right === 0 ? 0 : (200 * right) / (gold + found));

/** An article whose every line is a paragraph, as the labelled data are. */
export function linesArticle(text: string): Article {
  const blocks = readLines(text).map((line) => ({
    kind: 'paragraph' as const,
    start: line.start,
    end: line.end,
    content: readParagraph(text.slice(line.start, line.end)),
  }));
  return { text, parts: [], blocks, frontMatter: null };
}

/** Tallies by «all», type and source. */
export function score(
  model: Uint8Array | undefined,
  articles: readonly GoldArticle[],
  errors?: string[],
): Map<string, Tally> {
  const recogniser = createRecogniser(model);
  const tallies = new Map<string, Tally>();
  const add = (name: string, kind: keyof Tally): void => {
    const tally = tallies.get(name) ?? { gold: 0, found: 0, right: 0 };
    tally[kind]++;
    tallies.set(name, tally);
  };
  for (const gold of articles) {
    const article = linesArticle(gold.text);
    const found = recogniser.findMentions(
      article,
      article.blocks.map((block) => recogniser.readParagraph(block.content)),
    );
    const ignored = (start: number, end: number): boolean =>
      (gold.ignore ?? []).some(([from, to]) => start < to && end > from);
    const wanted = new Set(gold.entities.filter(([s, e]) => !ignored(s, e)).map(([s, e, type]) => `${s} ${e} ${type}`));
    const got = new Set(found.filter((m) => !ignored(m.start, m.end)).map((m) => `${m.start} ${m.end} ${m.type}`));
    for (const [set, kind] of [
      [wanted, 'gold'],
      [got, 'found'],
    ] as const)
      for (const item of set)
        for (const name of ['all', item.split(' ')[2]!, `source ${gold.source}`]) {
          add(name, kind);
          if (kind === 'found' && wanted.has(item)) add(name, 'right');
        }
    if (errors)
      for (const [from, other, sign] of [
        [wanted, got, '-'],
        [got, wanted, '+'],
      ] as const)
        for (const item of from)
          if (!other.has(item)) {
            const [start, end, type] = item.split(' ');
            const s = Number(start);
            const e = Number(end);
            errors.push(
              `${gold.id} ${s} ${sign} ${type} ${gold.text.slice(Math.max(0, s - 30), s)}[[${gold.text.slice(s, e)}]]${gold.text.slice(e, e + 20)}`.replaceAll(
                '\n',
                '¶',
              ),
            );
          }
  }
  return tallies;
}

/** Strict scores on token TAB tag lines: a name's first token counts whole, with the proclitics that we leave out. */
export function scoreConll(model: Uint8Array, lines: readonly string[]): Map<string, Tally> {
  const recogniser = createRecogniser(model);
  const tallies = new Map<string, Tally>();
  const add = (type: string, kind: keyof Tally): void => {
    for (const name of ['all', type]) {
      const tally = tallies.get(name) ?? { gold: 0, found: 0, right: 0 };
      tally[kind]++;
      tallies.set(name, tally);
    }
  };
  let words: string[] = [];
  let tags: string[] = [];
  const flush = (): void => {
    const starts: number[] = [];
    let text = '';
    for (const word of words) {
      starts.push(text === '' ? 0 : text.length + 1);
      text = text === '' ? word : `${text} ${word}`;
    }
    const wordAt = (offset: number): number => starts.findLastIndex((start) => start <= offset);
    const article = linesArticle(text);
    const paragraphs = article.blocks.map((block) => recogniser.readParagraph(block.content));
    const found = new Set(
      recogniser.findMentions(article, paragraphs).map((m) => `${wordAt(m.start)} ${wordAt(m.end - 1)} ${m.type}`),
    );
    const gold = new Set(conllSpans(tags));
    for (const item of gold) add(item.split(' ')[2]!, 'gold');
    for (const item of found) {
      add(item.split(' ')[2]!, 'found');
      if (gold.has(item)) add(item.split(' ')[2]!, 'right');
    }
    words = [];
    tags = [];
  };
  for (const line of lines) {
    const [word = '', tag = 'O'] = line.split('\t');
    if (word.trim() === '') flush();
    else {
      words.push(word);
      tags.push(tag.trim());
    }
  }
  flush();
  return tallies;
}

/** `first last TYPE` for each span of BIO tags. */
function conllSpans(tags: readonly string[]): string[] {
  const out: string[] = [];
  let first = -1;
  for (let i = 0; i <= tags.length; i++) {
    const goesOn = tags[i]?.startsWith('I-') === true && first >= 0 && tags[i]!.slice(2) === tags[first]!.slice(2);
    if (goesOn) continue;
    if (first >= 0) out.push(`${first} ${i - 1} ${tags[first]!.slice(2)}`);
    first = i < tags.length && tags[i] !== 'O' ? i : -1;
  }
  return out;
}

export function formatTallies(tallies: ReadonlyMap<string, Tally>): string {
  return [...tallies]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, tally]) => {
      const precision = (100 * tally.right) / Math.max(1, tally.found);
      const recall = (100 * tally.right) / Math.max(1, tally.gold);
      return `${name.padEnd(22)} F1 ${f1(tally).toFixed(2)}  P ${precision.toFixed(2)}  R ${recall.toFixed(2)}  gold ${tally.gold}`;
    })
    .join('\n');
}
