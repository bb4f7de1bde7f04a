/**
 * What the client and the server say to each other beyond the Language Server Protocol.
 *
 * Imported by both sides: types and names only, no code that pulls in either side's libraries.
 */
import type { Analysis } from './analysis/model';

export type * from './analysis/model';
export type { LexiconChange } from './analysis/decisions/edit';
export type { Decision } from './analysis/decisions/types';

/** The language id of an Arabic news article. */
export const LANGUAGE_ID = 'arabic-news';

/** The section of the settings (`workspace/configuration`), asked per document. */
export const SETTINGS_SECTION = 'arabicNews';

export type UiLanguage = 'ar' | 'en';

/** `initializationOptions` of the `initialize` request; every field may be left out. */
export interface InitializationOptions {
  /** Language of hovers, diagnostics and symbols; else the setting `arabicNews.language`, else the client's locale. */
  readonly language?: UiLanguage;
  /** Publication date (ISO `YYYY-MM-DD`) of every article that has none set by {@link SetPublicationDateRequest}. */
  readonly date?: string;
  /** Offer semantic tokens. Off unless asked for: they make VS Code scramble the word order of Arabic lines. */
  readonly semanticTokens?: boolean;
  /**
   * The client has the commands {@link ClientCommand}: quick fixes that need to ask the user may call them. Left out by
   * editors that only know what this server offers.
   */
  readonly clientCommands?: boolean;
}

/** The settings the server reads. */
export interface ServerSettings {
  /** Language of hovers, diagnostics and symbols; `auto` is the client's locale. */
  readonly language: 'auto' | UiLanguage;
  /** Least time in milliseconds from the last change to its analysis. Articles slow to analyse wait longer by themselves. */
  readonly analysisDelay: number;
  /** Articles longer than this many UTF-16 units are not analysed; a warning says so. */
  readonly maxFileLength: number;
  /** Show hints on dates, calendars, quotation marks and stray control characters. */
  readonly diagnostics: boolean;
}

export const DEFAULT_SETTINGS: ServerSettings = {
  language: 'auto',
  analysisDelay: 0,
  maxFileLength: 500_000,
  diagnostics: true,
};

/** Commands of the client that quick fixes call when {@link InitializationOptions.clientCommands} is set. */
export const ClientCommand = {
  /** Asks for a date and sends {@link SetPublicationDateRequest}. Arguments: `[uri]`. */
  setPublicationDate: 'arabicNews.setPublicationDate',
} as const;

/** Commands the server runs (`workspace/executeCommand`); its quick fixes call them. */
export const ServerCommand = {
  /** Arguments: `[uri, date | null]`, as {@link SetPublicationDateRequest}. */
  setPublicationDate: 'arabicNews.server.setPublicationDate',
  /** Writes a name into `.arabic-news/lexicon.json`. Arguments: `[uri, LexiconChange]`. */
  changeLexicon: 'arabicNews.server.changeLexicon',
  /** Writes a decision about an article into `.arabic-news/decisions.json`. Arguments: `[uri, Decision]`. */
  decide: 'arabicNews.server.decide',
} as const;

/** What the commands that write a file answer; where it is not `done`, the user has been told why. */
export interface DecisionResult {
  readonly outcome: 'done' | 'broken-file' | 'not-written' | 'not-understood';
}

export interface TextDocumentParams {
  readonly textDocument: { readonly uri: string };
}

/** Request, client to server: the analysis of an open article, of its newest text. Null where it is not open. */
export const AnalysisRequest = { method: 'arabicNews/analysis' } as const;
export type AnalysisParams = TextDocumentParams;
export type AnalysisResult = VersionedAnalysis | null;

export interface VersionedAnalysis {
  /** The version of the text that the offsets are for. */
  readonly version: number;
  readonly analysis: Analysis;
}

/** Notification, server to client: an article has been analysed. A client drops it where its text is newer. */
export const DidAnalyzeNotification = { method: 'arabicNews/didAnalyze' } as const;
export interface DidAnalyzeParams extends VersionedAnalysis {
  readonly uri: string;
}

/**
 * Request, client to server: sets or (null) forgets the publication date of an open article; the article is analysed
 * anew. The date is kept until the article is closed; a client that wants it longer sends it again after opening.
 * Answers `applied: false` where the article is not open or the date is not a day of the calendar.
 */
export const SetPublicationDateRequest = { method: 'arabicNews/setPublicationDate' } as const;
export interface SetPublicationDateParams extends TextDocumentParams {
  /** ISO `YYYY-MM-DD`. */
  readonly date: string | null;
}
export interface SetPublicationDateResult {
  readonly applied: boolean;
}

/** Codes of {@link Analysis.warnings} that the server adds. */
export const WarningCode = {
  /** The article is longer than {@link ServerSettings.maxFileLength}; nothing is marked. */
  tooLong: 'too-long',
  /** The analysis failed; nothing is marked. */
  failed: 'failed',
} as const;
