/** Marks in the text: one decoration type per kind, set from each analysis of the text in view. */
import {
  Disposable,
  EventEmitter,
  Range,
  commands,
  window,
  workspace,
  type Event,
  type TextDocument,
  type TextEditor,
  type TextEditorDecorationType,
} from 'vscode';
import { SETTINGS_SECTION } from '../../server/src/protocol';
import { isArticle, type AnalyzedArticle, type Articles } from './articles';
import { MARK_KINDS, marksOf, renderOptions, type MarkKind } from './mark-kinds';

/** Told after marks are set, so that tests wait for this and not for time. */
export interface DidApplyDecorations {
  readonly uri: string;
  readonly version: number;
  readonly counts: Readonly<Record<MarkKind, number>>;
}

const CONTEXT_SHOWN = 'arabicNews.marksShown';

function shownKinds(document: TextDocument): ReadonlySet<string> {
  return new Set(workspace.getConfiguration(SETTINGS_SECTION, document).get<string[]>('marks.kinds', [...MARK_KINDS]));
}

/** Ranges per kind; kinds switched off in the settings have none. */
function rangesByKind(document: TextDocument, article: AnalyzedArticle): Map<MarkKind, Range[]> {
  const shown = shownKinds(document);
  const ranges = new Map<MarkKind, Range[]>(MARK_KINDS.map((kind) => [kind, []]));
  for (const { kind, start, end } of marksOf(article.analysis))
    if (shown.has(kind)) ranges.get(kind)!.push(new Range(document.positionAt(start), document.positionAt(end)));
  return ranges;
}

/**
 * Keeps the marks of all visible editors up to date. Between a change and its analysis VS Code moves the old marks with
 * the text; an analysis of an older text is never shown.
 */
export class Marks implements Disposable {
  readonly #articles: Articles;
  readonly #types: ReadonlyMap<MarkKind, TextEditorDecorationType>;
  readonly #subscriptions: Disposable;
  readonly #onDidApply = new EventEmitter<DidApplyDecorations>();
  readonly onDidApply: Event<DidApplyDecorations> = this.#onDidApply.event;
  #shown = true;

  constructor(articles: Articles) {
    this.#articles = articles;
    this.#types = new Map(MARK_KINDS.map((kind) => [kind, window.createTextEditorDecorationType(renderOptions(kind))]));
    this.#subscriptions = Disposable.from(
      articles.onDidChange(({ uri }) => this.#apply((editor) => editor.document.uri.toString() === uri)),
      window.onDidChangeVisibleTextEditors(() => this.#apply(() => true)),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${SETTINGS_SECTION}.marks`)) this.#apply(() => true);
      }),
    );
    void commands.executeCommand('setContext', CONTEXT_SHOWN, true);
  }

  get shown(): boolean {
    return this.#shown;
  }

  /** Shows or hides all marks, in every editor. */
  toggle(): void {
    this.#shown = !this.#shown;
    void commands.executeCommand('setContext', CONTEXT_SHOWN, this.#shown);
    this.#apply(() => true);
  }

  /** Takes the marks off an editor that shows no article any more. */
  clear(document: TextDocument): void {
    for (const editor of window.visibleTextEditors)
      if (editor.document === document) for (const type of this.#types.values()) editor.setDecorations(type, []);
  }

  #apply(concerns: (editor: TextEditor) => boolean): void {
    for (const editor of window.visibleTextEditors)
      if (isArticle(editor.document) && concerns(editor)) this.#applyTo(editor);
  }

  #applyTo(editor: TextEditor): void {
    const article = this.#articles.current(editor.document);
    if (article === undefined) return;
    const ranges = rangesByKind(editor.document, article);
    const counts = {} as Record<MarkKind, number>;
    for (const [kind, type] of this.#types) {
      const shown = this.#shown ? ranges.get(kind)! : [];
      editor.setDecorations(type, shown);
      counts[kind] = shown.length;
    }
    this.#onDidApply.fire({ uri: article.uri, version: article.version, counts });
  }

  dispose(): void {
    this.#subscriptions.dispose();
    for (const type of this.#types.values()) type.dispose();
    this.#onDidApply.dispose();
  }
}
