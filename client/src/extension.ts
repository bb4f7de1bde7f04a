/** The extension: language detection, marks, the actors view and commands around the language server. */
import { Disposable, window, workspace, type Event, type ExtensionContext } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { ActorsView } from './actors-view';
import { Articles } from './articles';
import { registerCommands } from './commands';
import { LanguageDetection } from './detect-language';
import { LineDirection } from './line-direction';
import { Marks, type DidApplyDecorations } from './marks';
import { text } from './messages';
import { PublicationDates } from './publication-dates';
import { ServerConnection } from './server-connection';
import { showStatus } from './status';

/** What `activate` returns: events for tests and for other extensions. */
export interface ArabicNewsApi {
  /** Marks have been set in an editor. */
  readonly onDidApplyDecorations: Event<DidApplyDecorations>;
  readonly client: LanguageClient;
  /** The tree of the view "Actors". */
  readonly actors: Pick<ActorsView, 'groups'>;
}

function start(context: ExtensionContext): ArabicNewsApi {
  const log = window.createOutputChannel('Arabic News Lens', { log: true });
  const articles = new Articles();
  const server = new ServerConnection(context, log);
  const marks = new Marks(articles);
  const dates = new PublicationDates(context.workspaceState, server);
  const actors = new ActorsView(articles, context.globalState);
  context.subscriptions.push(
    log,
    articles,
    { dispose: () => server.dispose() },
    marks,
    dates,
    actors,
    new LineDirection(),
    showStatus(articles),
    registerCommands({ articles, marks, server, dates }),
    Disposable.from(
      server.onDidAnalyze((article) => articles.set(article)),
      workspace.onDidCloseTextDocument((document) => {
        articles.forget(document);
        marks.clear(document);
      }),
    ),
    new LanguageDetection(),
  );
  // Not awaited: the window must not wait for the server.
  void server.start();
  return { onDidApplyDecorations: marks.onDidApply, client: server.client, actors };
}

export function activate(context: ExtensionContext): ArabicNewsApi {
  try {
    return start(context);
  } catch (error) {
    // VS Code does not tell the user that an extension failed to activate.
    void window.showErrorMessage(
      text('activation.failed', { reason: error instanceof Error ? error.message : String(error) }),
    );
    throw error;
  }
}
