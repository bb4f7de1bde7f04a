/** Answers the protocol's requests with the features. Each is asked of the newest text, or not answered at all. */
import {
  CodeActionKind,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DiagnosticServerCancellationData,
  type SemanticTokens,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { UiLanguage } from '../protocol';
import type { ArticleView } from './article-view';
import type { Articles } from './articles';
import { provideCodeActions } from './code-actions';
import { COMMANDS } from './commands';
import { provideDefinition } from './definition';
import { DIAGNOSTIC_SOURCE, provideDiagnostics } from './diagnostics';
import { provideDocumentSymbols } from './document-symbols';
import { provideFoldingRanges } from './folding';
import { provideHover } from './hover';
import { provideHighlights, provideReferences } from './references';
import { provideSelectionRanges } from './selection-ranges';
import { provideSemanticTokens, SEMANTIC_TOKENS_LEGEND } from './semantic-tokens';
import type { Session } from './session';
import { provideWorkspaceSymbols } from './workspace-symbols';

export interface FeatureContext {
  readonly connection: Connection;
  readonly articles: Articles;
  readonly session: () => Session;
  /** The version of the text as received so far; undefined where the document is not open. */
  readonly versionOf: (uri: string) => number | undefined;
  readonly languageFor: (uri: string) => UiLanguage;
  readonly diagnosticsEnabled: (uri: string) => boolean;
}

/** What the features need to be told of. */
export function featureCapabilities(session: Session): ServerCapabilities {
  return {
    documentSymbolProvider: true,
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    workspaceSymbolProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
    executeCommandProvider: { commands: [...COMMANDS] },
    diagnosticProvider: { identifier: DIAGNOSTIC_SOURCE, interFileDependencies: false, workspaceDiagnostics: false },
    ...(session.semanticTokens ? { semanticTokensProvider: { legend: SEMANTIC_TOKENS_LEGEND, full: true } } : {}),
  };
}

type Answer<T, E> = T | ResponseError<E>;

/** The article a request is about, as of its newest text; `otherwise` where it is not open. */
export async function answer<T, E = never>(
  context: FeatureContext,
  uri: string,
  token: CancellationToken,
  otherwise: T,
  feature: (view: ArticleView) => T,
): Promise<Answer<T, E>> {
  const asked = context.versionOf(uri);
  const view = await context.articles.current(uri);
  if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
  if (view === null || asked === undefined) return otherwise;
  // Positions in the request or in the answer would be of another text.
  if (view.version !== asked) return new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed');
  return feature(view);
}

/** Registers the features with the connection. */
export function registerFeatures(context: FeatureContext): void {
  registerReading(context);
  registerActing(context);
}

function registerReading(context: FeatureContext): void {
  const { connection, articles, languageFor } = context;
  connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
    answer(context, uri, token, [], (view) => provideDocumentSymbols(view, languageFor(uri))),
  );
  connection.onHover(({ textDocument: { uri }, position }, token) =>
    answer(context, uri, token, null, (view) =>
      provideHover(view, position, { ...context.session(), language: languageFor(uri) }),
    ),
  );
  connection.onDefinition(({ textDocument: { uri }, position }, token) =>
    answer(context, uri, token, null, (view) => provideDefinition(view, position)),
  );
  connection.onReferences(async ({ textDocument: { uri }, position, context: { includeDeclaration } }, token) => {
    const others = (await articles.all(() => token.isCancellationRequested)).filter((view) => view.uri !== uri);
    return answer(context, uri, token, [], (view) => provideReferences(view, position, includeDeclaration, others));
  });
  connection.onDocumentHighlight(({ textDocument: { uri }, position }, token) =>
    answer(context, uri, token, [], (view) => provideHighlights(view, position)),
  );
  connection.onFoldingRanges(({ textDocument: { uri } }, token) =>
    answer(context, uri, token, [], (view) => provideFoldingRanges(view)),
  );
  connection.onSelectionRanges(({ textDocument: { uri }, positions }, token) =>
    answer(context, uri, token, [], (view) => provideSelectionRanges(view, positions)),
  );
  connection.onWorkspaceSymbol(async ({ query }, token) => {
    const views = await articles.all(() => token.isCancellationRequested);
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
    return provideWorkspaceSymbols(views, query);
  });
  connection.languages.semanticTokens.on(({ textDocument: { uri } }, token) =>
    answer<SemanticTokens, never>(context, uri, token, { data: [] }, (view) =>
      context.session().semanticTokens ? provideSemanticTokens(view) : { data: [] },
    ),
  );
}

function registerActing(context: FeatureContext): void {
  const { connection, languageFor } = context;
  connection.onCodeAction(({ textDocument: { uri }, range, context: { diagnostics, only } }, token) =>
    answer(context, uri, token, [], (view) => {
      if (only !== undefined && !only.some((kind) => CodeActionKind.QuickFix.startsWith(kind))) return [];
      const { clientCommands } = context.session();
      return provideCodeActions(view, range, diagnostics, { language: languageFor(uri), clientCommands });
    }),
  );
  connection.languages.diagnostics.on(async ({ textDocument: { uri } }, token) => {
    const items = await answer<Diagnostic[], DiagnosticServerCancellationData>(context, uri, token, [], (view) =>
      provideDiagnostics(view, languageFor(uri), context.diagnosticsEnabled(uri)),
    );
    return items instanceof ResponseError ? items : { kind: DocumentDiagnosticReportKind.Full, items };
  });
}
