/** The newest analysis of every open article, as the server sent it. */
import { EventEmitter, type Disposable, type Event, type TextDocument } from 'vscode';
import { LANGUAGE_ID, type Analysis, type DidAnalyzeParams } from '../../server/src/protocol';

/** An analysis and the version of the text its offsets are for. */
export interface AnalyzedArticle {
  readonly uri: string;
  readonly version: number;
  readonly analysis: Analysis;
}

export const isArticle = (document: TextDocument): boolean => document.languageId === LANGUAGE_ID;

/** Keeps analyses by document; forgets them when the article is closed. */
export class Articles implements Disposable {
  readonly #byUri = new Map<string, AnalyzedArticle>();
  readonly #onDidChange = new EventEmitter<AnalyzedArticle>();
  /** An article has been analysed. */
  readonly onDidChange: Event<AnalyzedArticle> = this.#onDidChange.event;

  set(article: DidAnalyzeParams): void {
    this.#byUri.set(article.uri, article);
    this.#onDidChange.fire(article);
  }

  /** The analysis for the document's present text; undefined where the text has changed since. */
  current(document: TextDocument): AnalyzedArticle | undefined {
    const article = this.#byUri.get(document.uri.toString());
    return article?.version === document.version ? article : undefined;
  }

  /** The newest analysis, even where the text has changed since: for views that need no exact offsets. */
  latest(document: TextDocument): AnalyzedArticle | undefined {
    return this.#byUri.get(document.uri.toString());
  }

  forget(document: TextDocument): void {
    this.#byUri.delete(document.uri.toString());
  }

  dispose(): void {
    this.#byUri.clear();
    this.#onDidChange.dispose();
  }
}
