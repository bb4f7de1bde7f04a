import assert from 'node:assert/strict';
import { commands, extensions, window, workspace } from 'vscode';
import { expectWordOrder, page, until } from './page';

const EXTENSION = 'arabic-news-lens.arabic-news-lens';

/** Opens a file of the test workspace in the first column. */
async function open(path: string): Promise<void> {
  const [file] = await workspace.findFiles(path);
  assert.ok(file, `there is no ${path} in the workspace`);
  await window.showTextDocument(file, { preview: false });
}

describe('the extension in VS Code', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('is activated by opening an Arabic article', async () => {
    const extension = extensions.getExtension(EXTENSION);
    assert.ok(extension, `${EXTENSION} is not there`);
    await open('fixtures/order.ar.txt');
    await until(async () => extension.isActive, Boolean, 'activation');
    assert.equal(window.activeTextEditor?.document.languageId, 'arabic-news');
    await until(page.statusBar, (items) => items.some((item) => item.includes('Arabic News')), 'the language in the status bar');
    await commands.executeCommand('notifications.showList');
    assert.deepEqual(await page.notifications(), []);
    await commands.executeCommand('notifications.hideList');
  });

  it('shows every Arabic line in an order that reads', async () => {
    await open('fixtures/order.ar.txt');
    await until(page.rows, (rows) => rows.some((row) => row.text.includes('UNESCO')), 'the article in the window');
    await until(page.rows, (rows) => rows[0]?.direction === 'rtl', 'the right-to-left rows');
    await page.screenshot('word-order');
    await expectWordOrder('rtl');
  });
});
