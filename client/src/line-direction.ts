/**
 * Right-to-left lines.
 *
 * VS Code lays every line out from left to right, so that the punctuation and the Latin words of an Arabic line stand on
 * the wrong side. A whole-line decoration can carry a CSS declaration behind its text decoration, and `direction: rtl`
 * there turns the line's base direction. It is used by other extensions, not promised by VS Code: so it is here alone,
 * behind a setting, with a test that reads the words' places from the window.
 */
import { Disposable, Range, window, workspace, type TextDocument, type TextEditor } from 'vscode';
import { characterClass } from '../../server/src/analysis/text/characters';
import { SETTINGS_SECTION } from '../../server/src/protocol';
import { isArticle } from './articles';

/** Units looked at: a line of an Arabic article that begins with a Latin name is still an Arabic line. */
const LOOK_AHEAD = 200;

function isRightToLeft(line: string): boolean {
  for (let i = 0; i < Math.min(line.length, LOOK_AHEAD); i++)
    if (characterClass(line.charCodeAt(i)) === 'arabic') return true;
  return false;
}

function arabicLines(document: TextDocument): Range[] {
  const ranges: Range[] = [];
  for (let line = 0; line < document.lineCount; line++) {
    const { text, range } = document.lineAt(line);
    if (isRightToLeft(text)) ranges.push(range);
  }
  return ranges;
}

/** Turns the Arabic lines of articles to the right, while the setting is on. */
export class LineDirection implements Disposable {
  readonly #type = window.createTextEditorDecorationType({
    isWholeLine: true,
    textDecoration: 'none; direction: rtl',
  });
  readonly #subscriptions: Disposable;

  constructor() {
    this.#subscriptions = Disposable.from(
      window.onDidChangeVisibleTextEditors(() => this.#applyAll()),
      workspace.onDidOpenTextDocument(() => this.#applyAll()),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length === 0 || !isArticle(document)) return;
        for (const editor of window.visibleTextEditors) if (editor.document === document) this.#apply(editor);
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${SETTINGS_SECTION}.rightToLeft`)) this.#applyAll();
      }),
    );
    this.#applyAll();
  }

  #applyAll(): void {
    for (const editor of window.visibleTextEditors) this.#apply(editor);
  }

  #apply(editor: TextEditor): void {
    const { document } = editor;
    const on = isArticle(document) && workspace.getConfiguration(SETTINGS_SECTION, document).get('rightToLeft', true);
    editor.setDecorations(this.#type, on ? arabicLines(document) : []);
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#type.dispose();
  }
}
