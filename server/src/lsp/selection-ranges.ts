/** Growing selection: word without clitic → word → name → quote → sentence → paragraph → article. */
import type { Position, SelectionRange } from 'vscode-languageserver';
import { readParagraph } from '../analysis/text/paragraph';
import type { Span } from '../analysis/model';
import type { ArticleView } from './article-view';

/** Text read around the position where there is no end of a paragraph, in UTF-16 units each way. */
const WINDOW = 10_000;

/** The stretch of text to look for words and sentences in: the part, or what surrounds the offset. */
function surroundings(view: ArticleView, offset: number): { readonly span: Span; readonly part: Span | null } {
  const part = view.analysis.parts.find((candidate) => candidate.start <= offset && offset <= candidate.end) ?? null;
  const start = Math.max(part?.start ?? 0, offset - WINDOW);
  const end = Math.min(part?.end ?? view.text.length, offset + WINDOW);
  return { span: { start, end }, part };
}

function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Every unit that holds the offset. */
function candidates(view: ArticleView, offset: number): Span[] {
  const { span, part } = surroundings(view, offset);
  const { tokens, sentences } = readParagraph(view.text.slice(span.start, span.end));
  const shift = (unit: Span): Span => ({ start: span.start + unit.start, end: span.start + unit.end });
  const spans: Span[] = [];
  const { entities, quotes, dates } = view.analysis;
  const names = [...entities, ...dates].filter((name) => holds(name, offset));
  const words = tokens.map(shift).filter((word) => holds(word, offset));
  for (const word of words) {
    // A caret between two words is on the one that begins there.
    if (word.end === offset && words.length > 1) continue;
    spans.push(word);
    // A name that begins inside the word tells where its clitic ends («و|بوتين»).
    const name = names.find((candidate) => candidate.start > word.start && candidate.start < word.end);
    if (name !== undefined && offset >= name.start) spans.push({ start: name.start, end: word.end });
  }
  for (const sentence of sentences) {
    const [first, last] = [tokens[sentence.firstToken], tokens[sentence.endToken - 1]];
    if (first !== undefined && last !== undefined) spans.push(shift({ start: first.start, end: last.end }));
  }
  const whole = { start: 0, end: view.text.length };
  return [...spans, ...names, ...quotes, ...(part === null ? [] : [part]), whole].filter((unit) => holds(unit, offset));
}

/** The shortest first, each next one holding the one before; a unit that only overlaps is left out. */
function chain(spans: readonly Span[]): Span[] {
  const links: Span[] = [];
  const sorted = [...spans].sort((a, b) => a.end - a.start - (b.end - b.start));
  for (const span of sorted) {
    const inner = links.at(-1);
    if (inner === undefined) links.push(span);
    else if (span.start <= inner.start && span.end >= inner.end && span.end - span.start > inner.end - inner.start)
      links.push(span);
  }
  return links;
}

/** One chain per position. */
export function provideSelectionRanges(view: ArticleView, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => {
    const offset = view.offsetAt(position);
    const links = chain(candidates(view, offset));
    let selection: SelectionRange | undefined;
    for (const span of links.reverse())
      selection = { range: view.range(span), ...(selection === undefined ? {} : { parent: selection }) };
    return selection ?? { range: view.range({ start: offset, end: offset }) };
  });
}
