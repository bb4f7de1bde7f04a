/** Lines of a text with LF, CRLF, CR, NEL or the Unicode separators between them. */
import { characterClass } from '../text/characters';
import type { Span } from '../model';

/** A line without its line end and without surrounding white space. */
export interface Line extends Span {
  readonly blank: boolean;
}

/** All lines of a text, trimmed; offsets are into the text. Linear. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && characterClass(text.charCodeAt(i)) !== 'newline') continue;
    lines.push(trimmed(text, start, i));
    start = i + 1;
  }
  return lines;
}

function trimmed(text: string, from: number, to: number): Line {
  let start = from;
  let end = to;
  const isBlank = (index: number): boolean => {
    const code = text.charCodeAt(index);
    const kind = characterClass(code);
    return kind === 'space' || kind === 'newline' || (kind === 'ignorable' && code !== 0x0640);
  };
  while (start < end && isBlank(start)) start++;
  while (end > start && isBlank(end - 1)) end--;
  return { start, end, blank: start === end };
}
