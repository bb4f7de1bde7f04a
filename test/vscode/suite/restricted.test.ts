import assert from 'node:assert/strict';
import { ViewColumn, commands, window, workspace } from 'vscode';
import type { Overlay } from '../protocol';
import { openMarked } from './articles';
import { page, until } from './page';

/** The boxes that VS Code draws around unusual characters. */
async function boxes(editor: number): Promise<Overlay[]> {
  return (await page.overlays({ editor })).filter((mark) => mark.className.includes('unicode-highlight'));
}

// Only where the run is in such a folder (--untrusted): a window is trusted or not from its beginning.
if (process.env.ARABIC_NEWS_TEST_UNTRUSTED)
  describe('the extension in VS Code, in a folder that is not trusted', () => {
    afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

    it('marks an article, and keeps VS Code from boxing its letters as unusual', async () => {
      assert.equal(workspace.isTrusted, false);
      await openMarked('fixtures/order.ar.txt');
      await until(
        page.overlays,
        (marks) => marks.some((mark) => mark.text === 'سلمى الحدّاد'),
        'the mark on سلمى الحدّاد',
      );
      await page.screenshot('untrusted');
      // The boxes come some time later. When a Cyrillic letter in a file opened after the article has its box, those of
      // the article would be there too.
      const trap = await workspace.openTextDocument({ content: 'p\u0430ge', language: 'plaintext' });
      await window.showTextDocument(trap, { viewColumn: ViewColumn.Two });
      await until(
        () => boxes(1),
        (found) => found.length > 0,
        'the box in the other editor',
      );
      assert.deepEqual(await boxes(0), []);
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });
  });
