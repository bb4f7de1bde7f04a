/**
 * Lines of a text with LF, CRLF, CR, NEL or the Unicode separators between them.
 *
 * Pages saved as text often lose their line breaks and keep the columns: four or more white-space characters in a row
 * part two lines as well. (Inside published paragraphs such runs do not occur.)
 */
import type { Span } from '../model';
import { characterClass } from '../text/characters';

/** A line without its line end and without surrounding white space. */
export interface Line extends Span {
  /** Whether the line before it ends by a column gap and not by a line end. */
  readonly afterGap: boolean;
}

const GAP = 4;

const isSpace = (text: string, index: number): boolean => {
  const code = text.charCodeAt(index);
  const kind = characterClass(code);
  return kind === 'space' || kind === 'newline' || (kind === 'ignorable' && code !== 0x0640);
};

/** All lines that hold anything, trimmed; offsets are into the text. Linear. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = -1; // first visible unit of the line under way
  let end = 0; // one past its last visible unit
  let afterGap = false;
  let run = 0; // white space since `end`
  for (let i = 0; i < text.length; i++) {
    // Inside a word there is nothing to decide; most of a text is that.
    const code = text.charCodeAt(i);
    if (code >= 0x0621 && code <= 0x064a && run === 0 && start >= 0) {
      end = i + 1;
      continue;
    }
    const newline = characterClass(code) === 'newline';
    if (!newline && !isSpace(text, i)) {
      if (start >= 0 && run >= GAP) {
        lines.push({ start, end, afterGap });
        start = -1;
        afterGap = true;
      }
      if (start < 0) start = i;
      end = i + 1;
      run = 0;
      continue;
    }
    run++;
    if (!newline) continue;
    if (start >= 0) lines.push({ start, end, afterGap });
    start = -1;
    run = 0;
    afterGap = false;
  }
  if (start >= 0) lines.push({ start, end, afterGap });
  return lines;
}
