/** Connects the server to its client. Knows nothing of Node: a browser's worker starts it the same way. */
import {
  DidChangeWatchedFilesNotification,
  MessageType,
  TextDocumentSyncKind,
  TextDocuments,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { message } from '../messages/messages';
import {
  AnalysisRequest,
  SETTINGS_SECTION,
  SetPublicationDateRequest,
  type AnalysisParams,
  type AnalysisResult,
  type SetPublicationDateParams,
  type SetPublicationDateResult,
} from '../protocol';
import { executeCommand, setPublicationDate, type CommandTarget } from './commands';
import { createCore, tell, type Core, type ServerHost } from './core';
import { featureCapabilities, registerFeatures } from './features';
import { readSession } from './session';
import { createSettings } from './settings';
import type { Outcome } from './user-files';

export type { ServerHost } from './core';

/** Serves one client until it says `exit`. */
export function startServer(connection: Connection, host: ServerHost): void {
  const core = createCore(connection, host);
  const documents = new TextDocuments(TextDocument);
  registerLifecycle(core, host.version);
  registerDocuments(core, documents);
  registerRequests(core);
  registerFeatures({
    connection,
    articles: core.articles,
    session: () => core.session,
    versionOf: (uri) => documents.get(uri)?.version,
    languageFor: core.languageFor,
    diagnosticsEnabled: (uri) => core.settings.get(uri).diagnostics,
  });
  documents.listen(connection);
  connection.listen();
}

function introduce(core: Core, params: InitializeParams): void {
  const { connection } = core;
  core.session = readSession(params);
  core.folders = core.session.folders;
  const fetch = core.session.configuration
    ? (uri: string): Promise<unknown> =>
        connection.workspace.getConfiguration({ scopeUri: uri, section: SETTINGS_SECTION })
    : null;
  core.settings = createSettings(fetch, (uri) => {
    core.articles.change(uri);
    core.refreshDiagnostics();
  });
}

function registerLifecycle(core: Core, version: string): void {
  const { connection } = core;
  connection.onInitialize((params): InitializeResult => {
    introduce(core, params);
    return {
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        workspace: { workspaceFolders: { supported: true, changeNotifications: core.session.workspaceFolders } },
        ...featureCapabilities(core.session),
      },
      serverInfo: { name: 'arabic-news-lens', version },
    };
  });
  connection.onInitialized(() => {
    if (core.session.watchesFiles) {
      const watchers = [{ globPattern: '**/.arabic-news/{lexicon,decisions}.json' }];
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch((error: unknown) =>
        // The files are then read once; nothing else depends on it.
        connection.console.warn(`The client does not watch files: ${String(error)}`),
      );
    }
    if (core.session.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        core.folders = [...core.folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
        core.articles.invalidateAll();
      });
  });
  connection.onDidChangeConfiguration(() => core.settings.reload());
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) core.userFiles.changed(uri);
  });
}

function registerDocuments(core: Core, documents: TextDocuments<TextDocument>): void {
  const { articles } = core;
  documents.onDidOpen(({ document }) => articles.open(document));
  documents.onDidChangeContent(({ document }) => articles.change(document.uri));
  documents.onDidClose(({ document: { uri } }) => {
    articles.close(uri);
    core.settings.forget(uri);
    if (!core.session.pullsDiagnostics) void core.connection.sendDiagnostics({ uri, diagnostics: [] });
  });
}

function registerRequests(core: Core): void {
  const { connection, articles, userFiles } = core;
  /** Tells the user what came of a decision where it is not what they see anyway. */
  const report = async (uri: string, file: string, outcome: Promise<Outcome>): Promise<Outcome> => {
    const came = await outcome;
    if (came !== 'done')
      tell(connection, MessageType.Error, message(core.languageFor(uri), `decide.${came}`, { file }));
    return came;
  };
  const target: CommandTarget = {
    setDate(uri, date) {
      const isOpen = articles.setDate(uri, date);
      if (isOpen) core.refreshDiagnostics();
      return isOpen;
    },
    changeLexicon: (uri, change) => report(uri, '.arabic-news/lexicon.json', userFiles.changeLexicon(uri, change)),
    decide: (uri, decision) => report(uri, '.arabic-news/decisions.json', userFiles.decide(uri, decision)),
  };
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
}
