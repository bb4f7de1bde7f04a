/** Connects the features to the protocol. Knows nothing of Node: a browser's worker starts it the same way. */
import { TextDocumentSyncKind, TextDocuments, type Connection, type InitializeResult } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analyzer } from '../analysis/analyzer';
import { chooseLanguage, message } from '../messages/messages';
import {
  AnalysisRequest,
  DidAnalyzeNotification,
  SETTINGS_SECTION,
  SetPublicationDateRequest,
  WarningCode,
  type AnalysisParams,
  type AnalysisResult,
  type DidAnalyzeParams,
  type SetPublicationDateParams,
  type SetPublicationDateResult,
  type UiLanguage,
} from '../protocol';
import type { ArticleView } from './article-view';
import { createArticles } from './articles';
import { executeCommand, setPublicationDate, type CommandTarget } from './commands';
import { provideDiagnostics } from './diagnostics';
import { featureCapabilities, registerFeatures } from './features';
import { readSession, type Session } from './session';
import { createSettings, type SettingsStore } from './settings';

/** What only the surroundings (Node, a browser's worker) can do. */
export interface ServerHost {
  /** Makes the analyzer, with the model where there is one. Called once, after `initialize` was answered. */
  readonly loadAnalyzer: () => Promise<Analyzer>;
  readonly version: string;
}

/** Serves one client until it says `exit`. */
export function startServer(connection: Connection, host: ServerHost): void {
  const documents = new TextDocuments(TextDocument);
  // What holds until the client has introduced itself.
  let session: Session = readSession({ processId: null, rootUri: null, capabilities: {} });
  let settings: SettingsStore = createSettings(null, () => undefined);

  const languageFor = (uri: string): UiLanguage =>
    chooseLanguage(session.language, settings.get(uri).language, session.locale);

  const articles = createArticles({
    loadAnalyzer: host.loadAnalyzer,
    limits: (uri) => settings.get(uri),
    warningText: (code, uri) =>
      message(languageFor(uri), code === WarningCode.tooLong ? 'warning.too-long' : 'warning.failed', {
        limit: settings.get(uri).maxFileLength,
      }),
    defaultDate: () => session.date,
    onDidAnalyze: announce,
    logError: (text) => connection.console.error(text),
  });

  let toldOfModel = false;

  /** Once: without the model the marks are much poorer, which nobody would see from the marks themselves. */
  function warnOfModel(view: ArticleView): void {
    const problem = view.analysis.warnings.find((warning) => warning.code === 'model');
    if (problem === undefined || toldOfModel) return;
    toldOfModel = true;
    connection.window.showWarningMessage(message(languageFor(view.uri), 'warning.model', { reason: problem.message }));
  }

  function announce(view: ArticleView): void {
    warnOfModel(view);
    const params: DidAnalyzeParams = { uri: view.uri, version: view.version, analysis: view.analysis };
    void connection.sendNotification(DidAnalyzeNotification.method, params);
    if (session.pullsDiagnostics) return;
    const diagnostics = provideDiagnostics(view, languageFor(view.uri), settings.get(view.uri).diagnostics);
    void connection.sendDiagnostics({ uri: view.uri, version: view.version, diagnostics });
  }

  /** For what changes an article's diagnostics without changing its text. */
  function refreshDiagnostics(): void {
    if (session.pullsDiagnostics && session.refreshesDiagnostics) connection.languages.diagnostics.refresh();
  }

  const target: CommandTarget = {
    setDate(uri, date) {
      const open = articles.setDate(uri, date);
      if (open) refreshDiagnostics();
      return open;
    },
  };

  connection.onInitialize((params): InitializeResult => {
    session = readSession(params);
    const fetch = session.configuration
      ? (uri: string): Promise<unknown> =>
          connection.workspace.getConfiguration({ scopeUri: uri, section: SETTINGS_SECTION })
      : null;
    settings = createSettings(fetch, (uri) => {
      articles.change(uri);
      refreshDiagnostics();
    });
    return {
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...featureCapabilities(session),
      },
      serverInfo: { name: 'arabic-news-lens', version: host.version },
    };
  });
  connection.onDidChangeConfiguration(() => settings.reload());

  documents.onDidOpen(({ document }) => articles.open(document));
  documents.onDidChangeContent(({ document }) => articles.change(document.uri));
  documents.onDidClose(({ document: { uri } }) => {
    articles.close(uri);
    settings.forget(uri);
    if (!session.pullsDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  connection.onRequest(AnalysisRequest.method, async (params: AnalysisParams): Promise<AnalysisResult> => {
    const view = await articles.current(params.textDocument.uri);
    return view === null ? null : { version: view.version, analysis: view.analysis };
  });
  connection.onRequest(
    SetPublicationDateRequest.method,
    ({ textDocument, date }: SetPublicationDateParams): SetPublicationDateResult =>
      setPublicationDate(target, textDocument.uri, date),
  );
  connection.onExecuteCommand(({ command, arguments: given }) => executeCommand(target, command, given ?? []));
  registerFeatures({
    connection,
    articles,
    session: () => session,
    versionOf: (uri) => documents.get(uri)?.version,
    languageFor,
    diagnosticsEnabled: (uri) => settings.get(uri).diagnostics,
  });

  documents.listen(connection);
  connection.listen();
}
