/**
 * Splits an article into parts, line by line: front matter, labels, headline, byline, dateline, captions, subheadings,
 * paragraphs, and the site's furniture (share buttons, comment forms, related links, appeals).
 *
 * A page is read as head (down to the first full paragraph), body and tail; what a short line is depends on where it
 * stands.
 */
import type { ArticlePart, PartKind } from '../model';
import { frontMatterSpan } from './front-matter';
import { readTraits, type LineFeatures, type LineTraits } from './line-features';
import { readLines } from './lines';

/** A full paragraph has a sentence's length; shorter lines are judged by their place. */
const PARAGRAPH_WORDS = 14;
/** Longest headline seen in the agencies' and newspapers' articles is 34 words. */
const HEADLINE_WORDS = 36;
const SHORT = 8;
/** A run of at least this many very short lines between column gaps is a menu. */
const MENU_RUN = 3;

const isFull = (line: LineFeatures): boolean =>
  line.traits.words >= PARAGRAPH_WORDS || (line.traits.words >= 7 && line.traits.endsSentence);

/** A line that can only be body text: a sentence with its punctuation, or longer than any headline. */
const isBody = (line: LineFeatures): boolean =>
  line.traits.words > HEADLINE_WORDS ||
  (line.traits.words >= PARAGRAPH_WORDS && line.traits.endsSentence && !line.traits.caption);

/** Lines of a menu: three or more in a row, each of three words or fewer, with column gaps between them. */
function menuLines(lines: readonly LineFeatures[]): Set<number> {
  const menu = new Set<number>();
  let start = 0;
  for (let i = 0; i <= lines.length; i++) {
    const line = lines[i];
    const goesOn =
      line !== undefined && line.traits.words <= 3 && !line.traits.endsSentence && (i === start || line.afterGap);
    if (goesOn) continue;
    if (i - start >= MENU_RUN) for (let k = start; k < i; k++) menu.add(k);
    start = line !== undefined && line.traits.words <= 3 ? i : i + 1;
  }
  return menu;
}

/** Marks furniture: by phrase, by menu, and by what stands after a phrase that reaches further. */
function findFurniture(lines: readonly LineFeatures[]): boolean[] {
  const menu = menuLines(lines);
  const marked = lines.map((line, index) => line.traits.furniture !== null || menu.has(index));
  const firstBody = lines.findIndex((line, index) => isBody(line) && !marked[index]);
  let state: 'terminal' | 'related' | null = null;
  for (let i = firstBody < 0 ? lines.length : firstBody; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.traits.furniture === 'terminal') state = 'terminal';
    else if (line.traits.furniture === 'related' && state === null) state = 'related';
    else if (line.traits.furniture !== null) continue;
    else if (state === 'related' && (line.traits.endsSentence || line.traits.words > 25)) state = null;
    else if (state === 'terminal' && line.traits.words >= 25 && line.traits.endsSentence && articleGoesOn(lines, i))
      state = null;
    if (state !== null) marked[i] = true;
  }
  return marked;
}

/** After a terminal phrase the article goes on only where at least two full paragraphs follow one another. */
function articleGoesOn(lines: readonly LineFeatures[], index: number): boolean {
  const next = lines[index + 1];
  return next !== undefined && next.traits.furniture === null && next.traits.words >= 25 && next.traits.endsSentence;
}

function headlineIndex(lines: readonly LineFeatures[], head: number): number {
  const candidates: number[] = [];
  for (let i = 0; i < head; i++) {
    const line = lines[i]!;
    const { byline, update, agency, placeAndDate } = line.traits;
    if (!byline && !update && !agency && !placeAndDate) candidates.push(i);
  }
  // The first line of four words or more; a page whose head has only short lines gives its first.
  const long = candidates.find((index) => lines[index]!.traits.words >= 4 && !lines[index]!.traits.caption);
  if (long !== undefined) return long;
  const only = candidates[0];
  return only !== undefined && candidates.length === 1 && lines[only]!.traits.words > 1 ? only : -1;
}

function headKind(line: LineFeatures, index: number, headline: number): PartKind {
  if (index === headline) return 'headline';
  if (line.traits.update || line.traits.placeAndDate) return 'dateline';
  if (line.traits.byline) return 'byline';
  if (line.traits.caption && line.traits.words > 3) return 'caption';
  if (line.traits.agency || (line.traits.dashed && line.traits.words <= SHORT))
    return line.traits.agency && !line.traits.dashed ? 'byline' : 'dateline';
  if (index < headline) return line.traits.latin ? 'byline' : 'label';
  if (isFull(line)) return 'paragraph';
  if (line.traits.words > 4) return 'subheading';
  // What stands alone between headline and text in so few words is a date or the author's name.
  return line.traits.digits ? 'dateline' : 'byline';
}

function bodyKind(line: LineFeatures, isLast: boolean, isOnly: boolean): PartKind {
  if (isOnly) return 'paragraph';
  if (isFull(line))
    return line.traits.caption && !line.traits.endsSentence && line.traits.words <= 30 ? 'caption' : 'paragraph';
  if (line.traits.update) return 'dateline';
  if (line.traits.agency || (isLast && line.traits.byline)) return 'byline';
  if (line.traits.caption && line.traits.words > 2) return 'caption';
  return line.traits.endsSentence || line.traits.words > SHORT ? 'paragraph' : 'subheading';
}

/**
 * The parts of an article in order; blank lines belong to none. Linear.
 * @param traitsOf reads a line's traits, from a cache where it can.
 */
export function findParts(text: string, traitsOf: (content: string) => LineTraits = readTraits): ArticlePart[] {
  const front = frontMatterSpan(text);
  const lines = readLines(text)
    .filter((line) => front === null || line.start >= front.end)
    .map((line): LineFeatures => ({ ...line, traits: traitsOf(text.slice(line.start, line.end)) }));
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
        ? headKind(line, index, headline)
        : bodyKind(line, index === article.length - 1, article.length === 1);
    parts.push({ kind, start: line.start, end: line.end });
    index++;
  });
  return parts;
}
