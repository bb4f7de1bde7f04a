import assert from 'node:assert/strict';
import { Range, commands, window, type TextEditor, type TextEditorDecorationType } from 'vscode';
import { wordOrderFaults } from '../word-order';
import { openMarked } from './articles';
import { page, until } from './page';

// What the guard itself is worth: it must see the damage that is known to be done to Arabic lines.
describe('the word-order guard', () => {
  let editor: TextEditor;
  let decoration: TextEditorDecorationType | undefined;

  before(async () => {
    editor = await openMarked('fixtures/order.ar.txt');
    await until(page.rows, (rows) => rows.some((row) => row.text.includes('UNESCO')), 'the article in the window');
  });
  afterEach(() => decoration?.dispose());
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  /** The ranges of a line's words, every other one. */
  function everyOtherWord(line: number): Range[] {
    const words = [...editor.document.lineAt(line).text.matchAll(/\S+/g)];
    return words.filter((_, i) => i % 2 === 1).map((w) => new Range(line, w.index, line, w.index + w[0].length));
  }

  it('sees words scrambled by a coloured text decoration', async () => {
    decoration = window.createTextEditorDecorationType({ color: 'red' });
    editor.setDecorations(decoration, everyOtherWord(0));
    const rows = await until(page.rows, (found) => (found[0]?.spans ?? 0) > 1, 'the split line');
    await page.screenshot('word-order-scrambled', 'editor');
    const base = rows[0]!.direction;
    assert.equal(wordOrderFaults(rows.slice(0, 1), base)[0]?.problem, 'order');
  });

  it('finds nothing wrong with overlays, and reads the words under them', async () => {
    decoration = window.createTextEditorDecorationType({ backgroundColor: 'rgb(1, 2, 3)' });
    editor.setDecorations(decoration, everyOtherWord(0));
    const painted = await until(
      async () => (await page.overlays()).filter((overlay) => overlay.backgroundColor === 'rgb(1, 2, 3)'),
      (overlays) => overlays.length === 4,
      'four overlays',
    );
    const words = everyOtherWord(0).map((range) => editor.document.getText(range));
    assert.deepEqual(painted.map((overlay) => overlay.text).sort(), words.sort());
    const rows = await page.rows();
    assert.deepEqual(wordOrderFaults(rows.slice(0, 1), rows[0]!.direction), []);
  });

  it('tells a row whose base direction is not the one asked for', async () => {
    const rows = await page.rows();
    const other = rows[0]!.direction === 'rtl' ? 'ltr' : 'rtl';
    assert.equal(wordOrderFaults(rows, other)[0]?.problem, 'direction');
  });
});
