/**
 * The window as a reader sees it, for tests in the extension host.
 *
 * ```ts
 * await page.screenshot('hover-putin');                    // test/screenshots/hover-putin.png; part: 'editor', 'sidebar', 'hover'
 * await expectWordOrder('rtl');                            // every Arabic row in view reads in order
 * const hover = await page.hoverOver('بوتين');              // moves the mouse there, resolves with what the hover says
 * const marks = await page.overlays();                     // painted background decorations and the text under each
 * await until(() => page.overlays(), (o) => o.length > 0, 'marks');
 * const actors = await page.tree('Actors');                // rows in view of the view with this title
 * await page.press('F8'); await page.type('نص'); await page.clickOn('القاهرة');
 * ```
 *
 * Every reading waits until fonts are loaded and two frames are painted. What VS Code shows only some time after the
 * event that causes it (it repaints in another process) is awaited with {@link until}, never with a pause.
 */
import assert from 'node:assert/strict';
import type { EditorChoice, Hover, Overlay, PicturePart, Rect, Row, TextChoice, TreeRow } from '../protocol';
import { wordOrderFaults } from '../word-order';
import { send } from './bridge';

const PATIENCE_MS = 20_000;

export const page = {
  /** Takes a picture into test/screenshots/NAME.png and resolves with its path. */
  screenshot: async (name: string, part: PicturePart = 'window'): Promise<string> =>
    (await send('screenshot', { name, part })).path,
  /** The rows in view of an editor, from the top, with the painted place of each word. */
  rows: (choice: EditorChoice = {}): Promise<Row[]> => send('rows', choice),
  /** The painted background decorations of an editor (also VS Code's own: selection, word highlights). */
  overlays: (choice: EditorChoice = {}): Promise<Overlay[]> => send('overlays', choice),
  /** Where a text stands in an editor; null when it is not in view. */
  locate: (text: string, choice: Omit<TextChoice, 'text'> = {}): Promise<Rect | null> =>
    send('locate', { text, ...choice }),
  /** The hover in view, or null. */
  hover: (): Promise<Hover | null> => send('hover', {}),
  /** The painted caret, or null. */
  caret: (choice: EditorChoice = {}): Promise<Rect | null> => send('caret', choice),
  /** The rows in view of the view with this title, as the Explorer shows it. */
  tree: (title: string): Promise<TreeRow[]> => send('tree', { title }),
  /** The texts of the notifications in view. Under test VS Code pops none up: run the command `notifications.showList` first. */
  notifications: (): Promise<string[]> => send('notifications', {}),
  /** The texts in the status bar. */
  statusBar: (): Promise<string[]> => send('statusBar', {}),
  /** Presses a key or a chord, named as in Playwright: `F12`, `Control+Shift+O`, `ArrowDown`. */
  press: (key: string): Promise<null> => send('press', { key }),
  /** Types text where the focus is. */
  type: (text: string): Promise<null> => send('type', { text }),
  /** Moves the mouse, in pixels of the page. */
  move: (x: number, y: number): Promise<null> => send('move', { x, y }),
  /** Clicks, in pixels of the page. */
  click: (x: number, y: number, how: { double?: boolean; button?: 'left' | 'right' } = {}): Promise<null> =>
    send('click', { x, y, ...how }),
  /** Changes the size of the window. */
  resize: (width: number, height: number): Promise<null> => send('resize', { width, height }),
  clickOn,
  hoverOver,
};

/**
 * Reads until what is read holds, and resolves with it; rejects, naming `what` and the last reading, after twenty seconds.
 */
export async function until<T>(read: () => PromiseLike<T>, holds: (value: T) => boolean, what: string): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > end)
      throw new Error(`Waited in vain for ${what}; last seen: ${JSON.stringify(value)?.slice(0, 2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Fails unless the editor shows Arabic and every row of it that is in view reads in the order of its text. */
export async function expectWordOrder(base: 'rtl' | 'ltr', choice: EditorChoice = {}): Promise<void> {
  expectRowsInOrder(await page.rows(choice), base);
}

/** Fails unless there is Arabic in these rows and all of them read in the order of their text. */
export function expectRowsInOrder(rows: readonly Row[], base: 'rtl' | 'ltr'): void {
  assert.ok(
    rows.some((row) => /\p{Script=Arabic}/u.test(row.text)),
    'no Arabic in view, so nothing was checked',
  );
  const faults = wordOrderFaults(rows, base);
  assert.deepEqual(faults, [], `${faults.length} of ${rows.length} rows do not read in order`);
}

/** Clicks in the middle of a text in the editor. */
async function clickOn(text: string, choice: Omit<TextChoice, 'text'> = {}): Promise<void> {
  const { x, y } = await middleOf(text, choice);
  await page.click(x, y);
}

/** Points at a text in the editor and resolves with the hover that appears. */
async function hoverOver(text: string, choice: Omit<TextChoice, 'text'> = {}): Promise<Hover> {
  // Away from the last word first: its hover would be taken for this one's.
  await page.move(1, 1);
  await until(page.hover, (hover) => hover === null, 'the last hover to go');
  const { x, y } = await middleOf(text, choice);
  await page.move(x, y);
  return (await until(page.hover, (hover) => hover !== null, `a hover on ${text}`))!;
}

async function middleOf(text: string, choice: Omit<TextChoice, 'text'>): Promise<{ x: number; y: number }> {
  const rect = await until(
    () => page.locate(text, choice),
    (found) => found !== null,
    `«${text}» in the editor`,
  );
  return { x: (rect!.left + rect!.right) / 2, y: (rect!.top + rect!.bottom) / 2 };
}
