/** Publication dates set by the user, kept per article in the workspace's state and told to the server. */
import { Disposable, workspace, type Memento, type TextDocument, type Uri } from 'vscode';
import { isArticle } from './articles';
import type { ServerConnection } from './server-connection';

const KEY = 'arabicNews.publicationDates';
export class PublicationDates implements Disposable {
  readonly #state: Memento;
  readonly #server: ServerConnection;
  readonly #subscriptions: Disposable;

  constructor(state: Memento, server: ServerConnection) {
    this.#state = state;
    this.#server = server;
    this.#subscriptions = Disposable.from(
      server.onDidStart(() => workspace.textDocuments.forEach((document) => this.#tell(document))),
      workspace.onDidOpenTextDocument((document) => this.#tell(document)),
    );
  }

  #all(): Readonly<Record<string, string>> {
    return this.#state.get<Record<string, string>>(KEY, {});
  }

  get(uri: Uri): string | undefined {
    return this.#all()[uri.toString()];
  }

  /** Keeps the date (null forgets it) and tells the server; false where the article is not open there. */
  async set(uri: Uri, date: string | null): Promise<boolean> {
    // An untitled document's name is used again for another one.
    if (uri.scheme !== 'untitled') {
      const kept = new Map(Object.entries(this.#all()));
      if (date === null) kept.delete(uri.toString());
      else kept.set(uri.toString(), date);
      await this.#state.update(KEY, Object.fromEntries(kept));
    }
    return this.#server.setPublicationDate(uri, date);
  }

  #tell(document: TextDocument): void {
    const date = this.get(document.uri);
    if (isArticle(document) && date !== undefined) void this.#server.setPublicationDate(document.uri, date);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}
