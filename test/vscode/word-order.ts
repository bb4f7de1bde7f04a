/**
 * The word-order guard: does a row of the editor read in the order of its text, to its end?
 *
 * VS Code lays out each span of a line by itself, so a decoration that splits an Arabic line moves its words about.
 * Here the painted positions are compared with those that the Unicode Bidirectional Algorithm (UAX #9) gives the
 * whole, unsplit row: Arabic from the right, Latin words and numbers among it from the left.
 */
import bidiFactory from 'bidi-js';
import type { Piece, Row } from './protocol';

/** What is wrong with a row. «Cut off»: VS Code wraps lines as if nothing in them were bold, so bold text may go out of view. `words` are its pieces as painted, from the left. */
export interface OrderFault {
  line: number;
  problem: 'direction' | 'order' | 'torn' | 'cut off';
  text: string;
  painted: string[];
  expected: string[];
}

const bidi = bidiFactory();
const ARABIC = /\p{Script=Arabic}/u;

/** Pixels by which neighbours may overlap: letters of one font reach a little over their box. */
const TOLERANCE = 2;

/**
 * The rows among `rows` with Arabic in them that do not read in order.
 * @param base the base direction that the rows should have: `rtl` for a reader of Arabic; `ltr` is how VS Code lays out
 *   every line if nothing is done about it.
 */
export function wordOrderFaults(rows: readonly Row[], base: 'rtl' | 'ltr'): OrderFault[] {
  return rows.filter((row) => ARABIC.test(row.text)).flatMap((row) => faultOf(row, base) ?? []);
}

function faultOf(row: Row, base: 'rtl' | 'ltr'): OrderFault | null {
  // A piece without width (a bidi control, a mark on nothing) is nowhere in particular.
  const pieces = row.pieces.filter((piece) => piece.right - piece.left > 0.5);
  const painted = [...pieces].sort((a, b) => a.left + a.right - b.left - b.right);
  const expected = expectedOrder(row.text, pieces, base);
  const fault = (problem: OrderFault['problem']): OrderFault => ({
    line: row.line,
    problem,
    text: row.text,
    painted: painted.map((piece) => piece.text),
    expected: expected.map((piece) => piece.text),
  });
  if (pieces.some((piece) => piece.left < row.view.left - TOLERANCE || piece.right > row.view.right + TOLERANCE))
    return fault('cut off');
  if (row.direction !== base) return fault('direction');
  if (painted.some((piece, index) => overlaps(piece, painted[index + 1]))) return fault('torn');
  return painted.every((piece, index) => piece === expected[index]) ? null : fault('order');
}

/** Two pieces on top of each other: the parts of one lie on both sides of the other. */
function overlaps(piece: Piece, next: Piece | undefined): boolean {
  return next !== undefined && piece.right - next.left > TOLERANCE;
}

/** The pieces from the left, as UAX #9 puts them. */
function expectedOrder(text: string, pieces: readonly Piece[], base: 'rtl' | 'ltr'): Piece[] {
  // VS Code paints a space as a no-break space, which joins the numbers on its two sides into one (rule W4).
  const painted = text.replaceAll(' ', '\u00a0');
  const order = bidi.getReorderedIndices(painted, bidi.getEmbeddingLevels(painted, base));
  const place = new Map(order.map((index, position) => [index, position]));
  const centre = (piece: Piece) => (place.get(piece.start)! + place.get(piece.start + piece.text.length - 1)!) / 2;
  return [...pieces].sort((a, b) => centre(a) - centre(b));
}
