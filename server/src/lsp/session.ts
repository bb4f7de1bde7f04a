/** What the client told at the start, checked. */
import type { InitializeParams } from 'vscode-languageserver';
import type { UiLanguage } from '../protocol';
import { isCalendarDay } from '../calendar-day';

export interface Session {
  readonly language: UiLanguage | undefined;
  readonly locale: string | undefined;
  readonly date: string | null;
  readonly semanticTokens: boolean;
  readonly clientCommands: boolean;
  /** The client can be asked for settings. */
  readonly configuration: boolean;
  readonly watchesFiles: boolean;
  readonly workspaceFolders: boolean;
  /** The client asks for diagnostics itself. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly markdown: boolean;
  /** HTML tags that the client shows inside Markdown. */
  readonly htmlTags: readonly string[];
  readonly folders: readonly string[];
}

/** Reads the parameters of `initialize`; options of a wrong type count as not given. */
export function readSession(params: InitializeParams): Session {
  const options = asRecord(params.initializationOptions);
  const { workspace, textDocument, general } = params.capabilities;
  const formats = textDocument?.hover?.contentFormat;
  return {
    language: options['language'] === 'ar' || options['language'] === 'en' ? options['language'] : undefined,
    locale: params.locale,
    date: isCalendarDay(options['date']) ? options['date'] : null,
    semanticTokens: options['semanticTokens'] === true,
    clientCommands: options['clientCommands'] === true,
    configuration: workspace?.configuration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    markdown: formats === undefined || formats.includes('markdown'),
    htmlTags: general?.markdown?.allowedTags ?? [],
    folders: params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri == null ? [] : [params.rootUri]),
  };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
