import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { Uri, commands } from 'vscode';
import { WORKSPACE, openMarked } from './articles';
import { expectRowsInOrder, page, until } from './page';

const names = readdirSync(Uri.joinPath(WORKSPACE, 'samples').fsPath).filter((name) =>
  /\.(khabar|maqal|ar\.txt)$/.test(name),
);

describe('the samples', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('are there', () => assert.ok(names.length >= 8, `${names.length} samples`));

  for (const name of names) {
    it(`${name}: is marked and reads in order on every page`, async () => {
      const { document } = await openMarked(`samples/${name}`);
      await until(page.overlays, (marks) => marks.length > 0, 'painted marks');
      await page.screenshot(`sample-${name.replace(/\..*/, '')}`);
      await checkEveryPage(document.lineCount);
    });
  }
});

/** Holds every row against its text, from the first page to the one with the last line. */
async function checkEveryPage(lastLine: number): Promise<void> {
  let rows = await page.rows();
  for (;;) {
    expectRowsInOrder(rows, 'rtl');
    if (rows.some((row) => row.line === lastLine)) return;
    const [first] = rows;
    await commands.executeCommand('editorScroll', { to: 'down', by: 'page', revealCursor: false });
    rows = await until(page.rows, ([now]) => now?.line !== first?.line || now?.text !== first?.text, 'the next page');
  }
}
