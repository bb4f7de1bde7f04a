/** Connects the features to the protocol. Knows nothing of Node: a browser's worker starts it the same way. */
import {
  TextDocumentSyncKind,
  TextDocuments,
  type Connection,
  type InitializeResult,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analyzer } from '../analysis/analyzer';
import { message, chooseLanguage } from '../messages/messages';
import {
  AnalysisRequest,
  DidAnalyzeNotification,
  SETTINGS_SECTION,
  SetPublicationDateRequest,
  type AnalysisParams,
  type AnalysisResult,
  type DidAnalyzeParams,
  type SetPublicationDateParams,
  type SetPublicationDateResult,
  type UiLanguage,
} from '../protocol';
import { createArticles } from './articles';
import { isCalendarDay } from './calendar-day';
import { readSession, type Session } from './session';
import { createSettings, type SettingsStore } from './settings';

/** What only the surroundings (Node, a browser's worker) can do. */
export interface ServerHost {
  /** Makes the analyzer, with the model where there is one. Called once, after `initialize` was answered. */
  readonly loadAnalyzer: () => Promise<Analyzer>;
  readonly version: string;
}

function capabilities(_session: Session): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}

/** Serves one client until it says `exit`. */
export function startServer(connection: Connection, host: ServerHost): void {
  const documents = new TextDocuments(TextDocument);
  let session: Session;
  let settings: SettingsStore;

  const languageFor = (uri: string): UiLanguage =>
    chooseLanguage(session.language, settings.get(uri).language, session.locale);

  const articles = createArticles({
    loadAnalyzer: host.loadAnalyzer,
    limits: (uri) => settings.get(uri),
    warningText: (code, uri) =>
      message(languageFor(uri), code === 'too-long' ? 'warning.too-long' : 'warning.failed', {
        limit: settings.get(uri).maxFileLength,
      }),
    defaultDate: () => session.date,
    onDidAnalyze: (view) => {
      const params: DidAnalyzeParams = { uri: view.uri, version: view.version, analysis: view.analysis };
      void connection.sendNotification(DidAnalyzeNotification.method, params);
    },
    logError: (text) => connection.console.error(text),
  });

  connection.onInitialize((params): InitializeResult => {
    session = readSession(params);
    settings = createSettings(
      session.configuration
        ? (uri) => connection.workspace.getConfiguration({ scopeUri: uri, section: SETTINGS_SECTION })
        : null,
      (uri) => articles.change(uri),
    );
    return { capabilities: capabilities(session), serverInfo: { name: 'arabic-news-lens', version: host.version } };
  });
  connection.onDidChangeConfiguration(() => settings.reload());

  documents.onDidOpen(({ document }) => articles.open(document));
  documents.onDidChangeContent(({ document }) => articles.change(document.uri));
  documents.onDidClose(({ document }) => {
    articles.close(document.uri);
    settings.forget(document.uri);
  });

  connection.onRequest(AnalysisRequest.method, async (params: AnalysisParams): Promise<AnalysisResult> => {
    const view = await articles.current(params.textDocument.uri);
    return view === null ? null : { version: view.version, analysis: view.analysis };
  });
  connection.onRequest(
    SetPublicationDateRequest.method,
    (params: SetPublicationDateParams): SetPublicationDateResult => ({
      applied:
        (params.date === null || isCalendarDay(params.date)) && articles.setDate(params.textDocument.uri, params.date),
    }),
  );

  documents.listen(connection);
  connection.listen();
}
