/** What the parts of the server share: the client's wishes, the open articles, the user's files. */
import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analyzer } from '../analysis/analyzer';
import { chooseLanguage, message } from '../messages/messages';
import { DidAnalyzeNotification, WarningCode, type DidAnalyzeParams, type UiLanguage } from '../protocol';
import type { ArticleView } from './article-view';
import { createArticles, type Articles } from './articles';
import { provideDiagnostics } from './diagnostics';
import { readSession, type Session } from './session';
import { createSettings, type SettingsStore } from './settings';
import { createUserFiles, type FileAccess, type UserFiles } from './user-files';
import { fileDiagnostics } from './user-file-diagnostics';
import type { TextProblem } from './user-file-text';

/** What only the surroundings (Node, a browser's worker) can do. */
export interface ServerHost {
  /** Makes the analyzer, with the model where there is one. Called once, after `initialize` was answered. */
  readonly loadAnalyzer: () => Promise<Analyzer>;
  /** Null where files cannot be reached: the user's decisions are then kept in memory. */
  readonly files: FileAccess | null;
  readonly version: string;
}

export interface Core {
  readonly connection: Connection;
  readonly articles: Articles;
  readonly userFiles: UserFiles;
  /** Until the client has introduced itself: what holds for a client that can do nothing. */
  session: Session;
  settings: SettingsStore;
  folders: readonly string[];
  readonly languageFor: (uri: string) => UiLanguage;
  /** For what changes diagnostics without changing a text. */
  readonly refreshDiagnostics: () => void;
}

export function createCore(connection: Connection, host: ServerHost): Core {
  const languageFor = (uri: string): UiLanguage =>
    chooseLanguage(core.session.language, core.settings.get(uri).language, core.session.locale);
  const logError = (text: string): void => connection.console.error(text);
  const warnOfModel = onceOfModel(connection, languageFor);

  const announce = (view: ArticleView): void => {
    const { uri, version, analysis } = view;
    void connection.sendNotification(DidAnalyzeNotification.method, {
      uri,
      version,
      analysis,
    } satisfies DidAnalyzeParams);
    warnOfModel(view);
    if (core.session.pullsDiagnostics) return;
    const diagnostics = provideDiagnostics(view, languageFor(uri), core.settings.get(uri).diagnostics);
    void connection.sendDiagnostics({ uri, version, diagnostics });
  };

  const userFiles = createUserFiles({
    files: host.files,
    folders: () => core.folders,
    watched: () => core.session.watchesFiles,
    onChange: () => {
      articles.invalidateAll();
      core.refreshDiagnostics();
    },
    onProblems: fileProblems(connection, languageFor),
    logError,
  });

  const articles = createArticles({
    loadAnalyzer: host.loadAnalyzer,
    limits: (uri) => core.settings.get(uri),
    warningText: (code, uri) => {
      const limit = core.settings.get(uri).maxFileLength;
      return message(languageFor(uri), code === WarningCode.tooLong ? 'warning.too-long' : 'warning.failed', { limit });
    },
    prepare: (uri) => userFiles.ready(uri),
    decisions: (uri) => userFiles.decisions(uri),
    defaultDate: () => core.session.date,
    onDidAnalyze: announce,
    logError,
  });

  const core: Core = {
    connection,
    articles,
    userFiles,
    session: readSession({ processId: null, rootUri: null, capabilities: {} }),
    settings: createSettings(null, () => undefined),
    folders: [],
    languageFor,
    refreshDiagnostics() {
      if (core.session.pullsDiagnostics && core.session.refreshesDiagnostics)
        connection.languages.diagnostics.refresh();
    },
  };
  return core;
}

/** Publishes the mistakes of the user's files. Nothing is said of a file that has none and had none. */
function fileProblems(
  connection: Connection,
  languageFor: (uri: string) => UiLanguage,
): (uri: string, text: string, problems: readonly TextProblem[]) => void {
  const faulty = new Set<string>();
  return (uri, text, problems) => {
    if (problems.length === 0 && !faulty.delete(uri)) return;
    if (problems.length > 0) faulty.add(uri);
    const document = TextDocument.create(uri, 'json', 0, text);
    void connection.sendDiagnostics({ uri, diagnostics: fileDiagnostics(document, problems, languageFor(uri)) });
  };
}

/** Shows the user a message. As a notification: the library's own way is a request, which not every client answers. */
export function tell(connection: Connection, type: MessageType, text: string): void {
  void connection.sendNotification(ShowMessageNotification.type, { type, message: text });
}

/** Says once that there is no model: the marks are much poorer then, which nobody would see from the marks themselves. */
function onceOfModel(connection: Connection, languageFor: (uri: string) => UiLanguage): (view: ArticleView) => void {
  let told = false;
  return ({ uri, analysis }) => {
    const problem = analysis.warnings.find((warning) => warning.code === 'model');
    if (problem === undefined || told) return;
    told = true;
    tell(connection, MessageType.Warning, message(languageFor(uri), 'warning.model', { reason: problem.message }));
  };
}
