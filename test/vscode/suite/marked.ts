/** Articles with their marks and their analysis, in the tests: wait for the marks, never for time. */
import assert from 'node:assert/strict';
import { Uri, window, workspace, type TextDocument, type TextDocumentShowOptions, type TextEditor } from 'vscode';
import type { DidApplyDecorations } from '../../../client/src/marks';
import { AnalysisRequest, type Analysis, type VersionedAnalysis } from '../../../server/src/protocol';
import { WORKSPACE, api } from './articles';

/** Resolves with the next marks for this document's text, of `version` or newer; begin to wait before what causes them. */
export async function nextMarks(document: TextDocument, version = document.version): Promise<DidApplyDecorations> {
  const { onDidApplyDecorations } = await api();
  return new Promise((resolve) => {
    const listener = onDidApplyDecorations((event) => {
      if (event.uri !== document.uri.toString() || event.version < version) return;
      listener.dispose();
      resolve(event);
    });
  });
}

export interface MarkedArticle {
  readonly editor: TextEditor;
  readonly document: TextDocument;
  readonly marks: DidApplyDecorations;
}

/** Opens a file of the workspace and resolves when it is marked. */
export async function openArticle(path: string, options: TextDocumentShowOptions = {}): Promise<MarkedArticle> {
  const document = await workspace.openTextDocument(Uri.joinPath(WORKSPACE, path));
  const marked = nextMarks(document);
  const editor = await window.showTextDocument(document, { preview: false, ...options });
  return { editor, document, marks: await marked };
}

/** The server's analysis of the document's newest text. */
export async function analysisOf(document: TextDocument): Promise<Analysis> {
  const { client } = await api();
  const result = await client.sendRequest<VersionedAnalysis>(AnalysisRequest.method, {
    textDocument: { uri: document.uri.toString() },
  });
  assert.equal(result.version, document.version);
  return result.analysis;
}
