import assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';
import { EXTENSION_ID, openFile, openMarked } from './articles';
import { expectWordOrder, page, until } from './page';

// Also run against the packaged extension in a folder that is not trusted: what it needs it must bring along.
describe('the extension in VS Code', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('is activated by opening an Arabic article', async () => {
    const extension = extensions.getExtension(EXTENSION_ID);
    assert.ok(extension, `${EXTENSION_ID} is not there`);
    const { document } = await openFile('fixtures/order.ar.txt');
    await until(async () => extension.isActive, Boolean, 'activation');
    assert.equal(document.languageId, 'arabic-news');
    await until(
      page.statusBar,
      (items) => items.some((item) => item.includes('Arabic News')),
      'the language in the status bar',
    );
    await commands.executeCommand('notifications.showList');
    // VS Code's own «Activating Extensions…» goes by itself; a complaint would stay.
    await until(page.notifications, (texts) => texts.length === 0, 'no notification');
    await commands.executeCommand('notifications.hideList');
  });

  it('marks a name where it stands, and every line goes on reading in order', async () => {
    await openMarked('fixtures/order.ar.txt');
    await until(page.overlays, (marks) => marks.some((mark) => mark.text === 'سلمى الحدّاد'), 'the mark on سلمى الحدّاد');
    await until(page.rows, (rows) => rows[0]?.direction === 'rtl', 'the right-to-left rows');
    await page.screenshot('word-order');
    await expectWordOrder('rtl');
  });

  it('wraps a long headline inside the window', async () => {
    await openMarked('fixtures/long-headline.ar.txt');
    await until(page.rows, (rows) => rows.filter((row) => row.line === 1).length > 1, 'the wrapped headline');
    await until(page.rows, (rows) => rows[0]?.direction === 'rtl', 'the right-to-left rows');
    await page.screenshot('long-headline', 'editor');
    await expectWordOrder('rtl');
  });
});
