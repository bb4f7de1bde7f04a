/** Quotation marks without their partner. */
import type { ArticlePart, Span } from '../analysis/model';

export interface UnbalancedMark extends Span {
  /** True for a mark that is opened and not closed. */
  readonly opens: boolean;
}

type Family = 'guillemet' | 'curly' | 'straight';

const FAMILY: Readonly<Record<string, Family>> = {
  '«': 'guillemet',
  '»': 'guillemet',
  '“': 'curly',
  '”': 'curly',
  '„': 'curly',
  '"': 'straight',
};

/** Marks left over in one part, in order. Curly and straight marks open and close in turn: typists mix their directions. */
function leftOver(text: string, part: Span): { readonly marks: UnbalancedMark[]; readonly opensWith: boolean } {
  const open: Record<Family, number[]> = { guillemet: [], curly: [], straight: [] };
  const closes: UnbalancedMark[] = [];
  let opensWith = false;
  for (let i = part.start; i < part.end; i++) {
    const code = text.charCodeAt(i);
    // Nearly all characters go out here: this runs over the whole article after every change.
    if (code !== 0x22 && code !== 0xab && code !== 0xbb && (code < 0x201c || code > 0x201e)) continue;
    const family = FAMILY[text[i]!]!;
    opensWith ||= i === part.start;
    const stack = open[family];
    const closing = family === 'guillemet' ? text[i] === '»' : stack.length > 0;
    if (!closing) stack.push(i);
    else if (stack.pop() === undefined) closes.push({ start: i, end: i + 1, opens: false });
  }
  const opens = Object.values(open).flatMap((stack) => stack.map((i) => ({ start: i, end: i + 1, opens: true })));
  return { marks: [...closes, ...opens].sort((a, b) => a.start - b.start), opensWith };
}

/**
 * The marks of an article that have no partner. A quote over several paragraphs is not one: its first paragraph may stay
 * open when the next one opens again or closes it. Linear.
 */
export function findUnbalancedMarks(text: string, parts: readonly ArticlePart[]): UnbalancedMark[] {
  let found: UnbalancedMark[] = [];
  let pending: UnbalancedMark[] = [];
  for (const part of parts) {
    if (part.kind === 'frontMatter' || part.kind === 'furniture' || part.kind === 'label') continue;
    const { marks, opensWith } = leftOver(text, part);
    const close = marks.findIndex((mark) => !mark.opens);
    if (pending.length > 0 && close >= 0) marks.splice(close, 1);
    else if (!opensWith) found = found.concat(pending);
    found = found.concat(marks.filter((mark) => !mark.opens));
    pending = marks.filter((mark) => mark.opens);
  }
  return [...found, ...pending].sort((a, b) => a.start - b.start);
}
