import assert from 'node:assert/strict';
import {
  ConfigurationTarget,
  Hover,
  Position,
  Range,
  Selection,
  commands,
  languages,
  window,
  workspace,
  type TextEditor,
} from 'vscode';
import { openMarked } from './articles';
import { expectWordOrder, page, until } from './page';

// The other tests believe what the page tells them; here it is held against what is known.
describe('the page as the tests see it', () => {
  let editor: TextEditor;

  before(async () => {
    editor = await openMarked('fixtures/order.ar.txt');
    await until(page.rows, (rows) => rows.length > editor.document.lineCount, 'wrapped rows');
  });
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('has every character of the document in its rows, each row with its line', async () => {
    const rows = await page.rows();
    for (let line = 0; line < editor.document.lineCount; line++) {
      const painted = rows.filter((row) => row.line === line + 1).map((row) => row.text);
      assert.equal(painted.join(''), editor.document.lineAt(line).text);
    }
  });

  it('has the words of wrapped lines in reading order, Latin and numbers included, and tells the other direction', async () => {
    await until(page.rows, (rows) => rows[0]?.direction === 'rtl', 'the right-to-left rows');
    await page.screenshot('word-order-rtl', 'editor');
    await expectWordOrder('rtl');
    const settings = workspace.getConfiguration('arabicNews');
    await settings.update('rightToLeft', false, ConfigurationTarget.Global);
    try {
      await until(page.rows, (rows) => rows[0]?.direction === 'ltr', 'the left-to-right rows');
      await expectWordOrder('ltr');
    } finally {
      await settings.update('rightToLeft', undefined, ConfigurationTarget.Global);
    }
    await until(page.rows, (rows) => rows[0]?.direction === 'rtl', 'the right-to-left rows again');
  });

  it('shows the hover of the word that is pointed at', async () => {
    const provider = languages.registerHoverProvider(
      { pattern: '**/order.ar.txt' },
      {
        provideHover: (document, position) =>
          new Hover(`هنا: ${document.getText(document.getWordRangeAtPosition(position))}`),
      },
    );
    try {
      assert.match((await page.hoverOver('مدينة')).text, /هنا: مدينة/);
      const { rect, text } = await page.hoverOver('UNESCO');
      assert.match(text, /هنا: UNESCO/);
      assert.ok(rect.right > rect.left && rect.bottom > rect.top);
      await page.screenshot('page-hover', 'hover');
    } finally {
      provider.dispose();
    }
  });

  it('puts the caret where it clicks', async () => {
    await page.clickOn('الثقافة');
    const at = await until(
      async () => editor.selection.active,
      (position) => position.line === 2,
      'the caret in the third line',
    );
    const start = editor.document.lineAt(2).text.indexOf('الثقافة');
    assert.ok(start <= at.character && at.character <= start + 'الثقافة'.length, `the caret is at ${at.character}`);
    const caret = await page.caret();
    const word = await page.locate('الثقافة');
    assert.ok(caret && word && caret.left >= word.left - 2 && caret.left <= word.right + 2);
  });

  it('types and presses keys', async () => {
    const text = editor.document.getText();
    await window.showTextDocument(editor.document, { selection: new Selection(0, 0, 0, 0) });
    await page.type('خبر ');
    await until(
      async () => editor.document.lineAt(0).text,
      (line) => line.startsWith('خبر '),
      'the typed word',
    );
    for (let i = 0; i < 4; i++) await page.press('Backspace');
    await until(
      async () => editor.document.getText(),
      (now) => now === text,
      'the text as it was',
    );
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('tells the rows of a tree', async () => {
    await commands.executeCommand('workbench.view.explorer');
    const rows = await until(
      () => page.tree('workspace'),
      (found) => found.length > 0,
      'the Explorer',
    );
    const folder = rows.find((row) => row.label === 'fixtures');
    assert.equal(folder?.level, 1);
    assert.equal(folder?.expanded, true);
    const file = rows.find((row) => row.label === 'order.ar.txt');
    assert.equal(file?.level, 2);
    assert.equal(file?.expanded, null);
    assert.equal(file?.selected, true);
  });

  it('tells the notifications in the list', async () => {
    void window.showInformationMessage('رسالة للقارئ');
    await commands.executeCommand('notifications.showList');
    await until(page.notifications, (texts) => texts.includes('رسالة للقارئ'), 'the message in the list');
    await commands.executeCommand('notifications.clearAll');
    await until(page.notifications, (texts) => texts.length === 0, 'an empty list');
  });

  it('reads the text under a mark that covers a Latin word among Arabic', async () => {
    const line = editor.document.lineAt(2).text;
    const start = line.indexOf('UNESCO');
    const mark = window.createTextEditorDecorationType({ backgroundColor: 'rgb(4, 5, 6)' });
    editor.setDecorations(mark, [new Range(new Position(2, start), new Position(2, start + 6))]);
    try {
      const [overlay] = await until(
        async () => (await page.overlays()).filter((found) => found.backgroundColor === 'rgb(4, 5, 6)'),
        (found) => found.length === 1,
        'the mark',
      );
      assert.equal(overlay?.text, 'UNESCO');
    } finally {
      mark.dispose();
    }
  });
});
