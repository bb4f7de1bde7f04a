/** Plain-text and Markdown documents that are mostly Arabic become articles when they are opened. */
import { Disposable, languages, workspace, type TextDocument } from 'vscode';
import { isMostlyArabic } from '../../server/src/analysis/text/language';
import { LANGUAGE_ID, SETTINGS_SECTION } from '../../server/src/protocol';

const LANGUAGES = new Set(['plaintext', 'markdown']);
/** Documents that are no files of the user: other versions of one, VS Code's own output. */
const OTHER_SCHEMES = new Set(['git', 'gitfs', 'output', 'debug', 'vscode', 'comment', 'search-editor', 'vscode-scm']);
/** Read for the decision; an article tells its language at once. */
const SAMPLE = 4_000;
/** An untitled document is looked at while it is empty or shorter than this. */
const UNTITLED_UNITS = 400;

/** Sets the language of documents as they are opened. A user who sets it back is not overruled. */
export class LanguageDetection implements Disposable {
  /** Documents whose language was set by us, or that were looked at in full. */
  readonly #settled = new Set<string>();
  readonly #subscriptions: Disposable;

  constructor() {
    this.#subscriptions = Disposable.from(
      workspace.onDidOpenTextDocument((document) => this.#consider(document)),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.isUntitled && document.getText().length < UNTITLED_UNITS) this.#consider(document);
      }),
      // Setting a language closes and reopens a document: only a tab that is gone is forgotten, by its next opening.
      workspace.onDidDeleteFiles(({ files }) => files.forEach((uri) => this.#settled.delete(uri.toString()))),
    );
    for (const document of workspace.textDocuments) this.#consider(document);
  }

  #consider(document: TextDocument): void {
    const key = document.uri.toString();
    if (!LANGUAGES.has(document.languageId) || OTHER_SCHEMES.has(document.uri.scheme) || this.#settled.has(key)) return;
    if (workspace.getConfiguration(SETTINGS_SECTION, document).get('detectLanguage', 'auto') !== 'auto') return;
    const sample = document.getText().slice(0, SAMPLE);
    if (!isMostlyArabic(sample)) return;
    this.#settled.add(key);
    void languages.setTextDocumentLanguage(document, LANGUAGE_ID);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}
