/** Opening articles of the test workspace, and waiting for what the extension does with them. */
import assert from 'node:assert/strict';
import { Uri, extensions, window, workspace, type TextEditor } from 'vscode';
import type { ArabicNewsApi } from '../../../client/src/extension';

/** The id under which VS Code knows the extension. */
export const EXTENSION_ID = 'arabic-news-lens.arabic-news-lens';

/** The workspace folder: copies of samples/ and test/vscode/fixtures/ that tests may change. */
export const WORKSPACE = workspace.workspaceFolders![0]!.uri;

/** What the extension's `activate` returned. */
export async function api(): Promise<ArabicNewsApi> {
  const extension = extensions.getExtension<ArabicNewsApi>(EXTENSION_ID);
  assert.ok(extension, `${EXTENSION_ID} is not there`);
  return extension.activate();
}

/** Opens `samples/…` or `fixtures/…`, to stay open until it is closed. */
export function openFile(path: string): Thenable<TextEditor> {
  return window.showTextDocument(Uri.joinPath(WORKSPACE, path), { preview: false });
}

/** Opens an article and resolves when marks, at least one, have been set in it. */
export async function openMarked(path: string): Promise<TextEditor> {
  const { onDidApplyDecorations } = await api();
  const uri = Uri.joinPath(WORKSPACE, path).toString();
  const marked = new Promise<void>((resolve) => {
    const subscription = onDidApplyDecorations((event) => {
      if (event.uri !== uri || Object.values(event.counts).every((count) => count === 0)) return;
      subscription.dispose();
      resolve();
    });
  });
  const editor = await openFile(path);
  await marked;
  return editor;
}
