/**
 * Splits an article into parts, line by line: front matter, labels, headline, byline, dateline, captions, subheadings,
 * paragraphs, and the site's furniture (share buttons, comment forms, related links, appeals).
 *
 * A page is read as head (down to the first full paragraph), body and tail; what a short line is depends on where it
 * stands.
 */
import type { ArticlePart, PartKind } from '../model';
import { frontMatterSpan } from './front-matter';
import { readFeatures, type LineFeatures } from './line-features';
import { readLines } from './lines';

/** A full paragraph has a sentence's length; shorter lines are judged by their place. */
const PARAGRAPH_WORDS = 14;
/** Longest headline seen in the agencies' and newspapers' articles is 34 words. */
const HEADLINE_WORDS = 36;
const SHORT = 8;
/** A run of at least this many very short lines between column gaps is a menu. */
const MENU_RUN = 3;

const isFull = (line: LineFeatures): boolean => line.words >= PARAGRAPH_WORDS || (line.words >= 7 && line.endsSentence);

/** A line that can only be body text: a sentence with its punctuation, or longer than any headline. */
const isBody = (line: LineFeatures): boolean =>
  line.words > HEADLINE_WORDS || (line.words >= PARAGRAPH_WORDS && line.endsSentence && !line.caption);

/** Lines of a menu: three or more in a row, each of three words or fewer, with column gaps between them. */
function menuLines(lines: readonly LineFeatures[]): Set<number> {
  const menu = new Set<number>();
  let start = 0;
  for (let i = 0; i <= lines.length; i++) {
    const line = lines[i];
    const goesOn = line !== undefined && line.words <= 3 && !line.endsSentence && (i === start || line.afterGap);
    if (goesOn) continue;
    if (i - start >= MENU_RUN) for (let k = start; k < i; k++) menu.add(k);
    start = line !== undefined && line.words <= 3 ? i : i + 1;
  }
  return menu;
}

/** Marks furniture: by phrase, by menu, and by what stands after a phrase that reaches further. */
function findFurniture(lines: readonly LineFeatures[]): boolean[] {
  const menu = menuLines(lines);
  const marked = lines.map((line, index) => line.furniture !== null || menu.has(index));
  const firstBody = lines.findIndex((line, index) => isBody(line) && !marked[index]);
  let state: 'terminal' | 'related' | null = null;
  for (let i = firstBody < 0 ? lines.length : firstBody; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.furniture === 'terminal') state = 'terminal';
    else if (line.furniture === 'related' && state === null) state = 'related';
    else if (line.furniture !== null) continue;
    else if (state === 'related' && (line.endsSentence || line.words > 25)) state = null;
    else if (state === 'terminal' && line.words >= 25 && line.endsSentence && articleGoesOn(lines, i)) state = null;
    if (state !== null) marked[i] = true;
  }
  return marked;
}

/** After a terminal phrase the article goes on only where at least two full paragraphs follow one another. */
function articleGoesOn(lines: readonly LineFeatures[], index: number): boolean {
  const next = lines[index + 1];
  return next !== undefined && next.furniture === null && next.words >= 25 && next.endsSentence;
}

function headlineIndex(lines: readonly LineFeatures[], head: number): number {
  const candidates: number[] = [];
  for (let i = 0; i < head; i++) {
    const line = lines[i]!;
    if (!line.byline && !line.update && !line.agency) candidates.push(i);
  }
  // The first line of four words or more; a page whose head has only short lines gives its first.
  const long = candidates.find((index) => lines[index]!.words >= 4 && !lines[index]!.caption);
  if (long !== undefined) return long;
  const only = candidates[0];
  return only !== undefined && candidates.length === 1 && lines[only]!.words > 1 ? only : -1;
}

function headKind(line: LineFeatures, index: number, headline: number, text: string): PartKind {
  if (index === headline) return 'headline';
  if (line.update) return 'dateline';
  if (line.caption && line.words > 3) return 'caption';
  if (line.byline) return 'byline';
  if (line.agency || (line.dashed && line.words <= SHORT)) return line.agency && !line.dashed ? 'byline' : 'dateline';
  if (index < headline) return /[A-Za-z]/u.test(text.slice(line.start, line.end)) ? 'byline' : 'label';
  if (line.words >= PARAGRAPH_WORDS) return 'paragraph';
  if (line.words >= 4) return 'subheading';
  return /\d/u.test(text.slice(line.start, line.end)) ? 'dateline' : 'subheading';
}

function bodyKind(line: LineFeatures, isLast: boolean, isOnly: boolean): PartKind {
  if (isOnly) return 'paragraph';
  if (isFull(line)) return line.caption && !line.endsSentence && line.words <= 30 ? 'caption' : 'paragraph';
  if (line.update) return 'dateline';
  if (line.agency || (isLast && line.byline)) return 'byline';
  if (line.caption && line.words > 2) return 'caption';
  return line.endsSentence || line.words > SHORT ? 'paragraph' : 'subheading';
}

/** The parts of an article in order; blank lines belong to none. Linear. */
export function findParts(text: string): ArticlePart[] {
  const front = frontMatterSpan(text);
  const lines = readLines(text)
    .filter((line) => front === null || line.start >= front.end)
    .map((line) => readFeatures(text, line));
  const furniture = findFurniture(lines);
  const article = lines.filter((_, index) => !furniture[index]);

  let bodyStart = article.findIndex(isBody);
  // Without any body line only the first line can be a headline: a list of short lines is no page head.
  if (bodyStart < 0) bodyStart = Math.min(1, article.length);
  const headline = headlineIndex(article, bodyStart);

  const parts: ArticlePart[] = front === null ? [] : [{ kind: 'frontMatter', ...front }];
  let index = 0;
  lines.forEach((line, at) => {
    if (furniture[at]) {
      parts.push({ kind: 'furniture', start: line.start, end: line.end });
      return;
    }
    const kind =
      index < bodyStart
        ? headKind(line, index, headline, text)
        : bodyKind(line, index === article.length - 1, article.length === 1);
    parts.push({ kind, start: line.start, end: line.end });
    index++;
  });
  return parts;
}
