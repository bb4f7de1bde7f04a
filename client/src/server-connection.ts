/** The language server: started in the background, restarted on request, its analyses handed on. */
import {
  Disposable,
  EventEmitter,
  Uri,
  window,
  type Event,
  type ExtensionContext,
  type LogOutputChannel,
} from 'vscode';
import { LanguageClient, State, TransportKind, type LanguageClientOptions } from 'vscode-languageclient/node';
import {
  AnalysisRequest,
  DidAnalyzeNotification,
  LANGUAGE_ID,
  SETTINGS_SECTION,
  SetPublicationDateRequest,
  type AnalysisResult,
  type DidAnalyzeParams,
  type InitializationOptions,
  type SetPublicationDateResult,
} from '../../server/src/protocol';
import { text } from './messages';

function makeClient(context: ExtensionContext, log: LogOutputChannel): LanguageClient {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const initializationOptions: InitializationOptions = { clientCommands: true };
  const options: LanguageClientOptions = {
    documentSelector: [{ language: LANGUAGE_ID }],
    synchronize: { configurationSection: SETTINGS_SECTION },
    outputChannel: log,
    initializationOptions,
    markdown: { supportHtml: true },
  };
  return new LanguageClient(
    'arabicNews',
    'Arabic News Lens',
    { run: { module, transport: TransportKind.ipc }, debug: { module, transport: TransportKind.ipc } },
    options,
  );
}

/** One client for the extension's life; a restart keeps it. */
export class ServerConnection implements Disposable {
  readonly client: LanguageClient;
  readonly #log: LogOutputChannel;
  readonly #subscriptions: Disposable[] = [];
  readonly #onDidAnalyze = new EventEmitter<DidAnalyzeParams>();
  readonly #onDidStart = new EventEmitter<void>();
  readonly onDidAnalyze: Event<DidAnalyzeParams> = this.#onDidAnalyze.event;
  /** The server runs (again): what it was told before is forgotten. */
  readonly onDidStart: Event<void> = this.#onDidStart.event;

  constructor(context: ExtensionContext, log: LogOutputChannel) {
    this.#log = log;
    this.client = makeClient(context, log);
    this.#subscriptions.push(
      this.client.onNotification(DidAnalyzeNotification.method, (params: DidAnalyzeParams) =>
        this.#onDidAnalyze.fire(params),
      ),
      this.client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.#onDidStart.fire();
      }),
    );
  }

  get running(): boolean {
    return this.client.state === State.Running;
  }

  /** Starts the server; a failure is shown with a way to the log. Never rejects. */
  async start(): Promise<void> {
    await this.#report(() => this.client.start());
  }

  /** Stops the server where it runs and starts it again. */
  async restart(): Promise<boolean> {
    return this.#report(() => (this.running ? this.client.restart() : this.client.start()));
  }

  async #report(action: () => Promise<void>): Promise<boolean> {
    try {
      await action();
      return true;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#log.error(reason);
      const show = text('showLog');
      void window.showErrorMessage(text('server.failed', { reason }), show).then((chosen) => {
        if (chosen === show) this.#log.show();
      });
      return false;
    }
  }

  /** The analysis of an open article's newest text, or null. */
  async analysis(uri: Uri): Promise<AnalysisResult> {
    if (!this.running) return null;
    return this.client.sendRequest<AnalysisResult>(AnalysisRequest.method, { textDocument: { uri: uri.toString() } });
  }

  async setPublicationDate(uri: Uri, date: string | null): Promise<boolean> {
    if (!this.running) return false;
    const { applied } = await this.client.sendRequest<SetPublicationDateResult>(SetPublicationDateRequest.method, {
      textDocument: { uri: uri.toString() },
      date,
    });
    return applied;
  }

  async dispose(): Promise<void> {
    Disposable.from(...this.#subscriptions).dispose();
    this.#onDidAnalyze.dispose();
    this.#onDidStart.dispose();
    // A server that is still starting cannot be stopped; it ends with the extension host.
    if (this.running) await this.client.stop();
    await this.client.dispose().catch(() => undefined);
  }
}
