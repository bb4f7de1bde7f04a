/**
 * The open articles and their analyses.
 *
 * An article is analysed after it is opened and after each change, once per burst of changes: the analysis waits until
 * the messages that are already there have been read, and longer where the last one was slow. A request that finds the
 * article changed since is not kept waiting: the newest text is analysed at once. Results are never of an older text than
 * the request's, and nothing is done for an article that has been closed.
 */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analyzer } from '../analysis/analyzer';
import type { UserDecisions } from '../analysis/decisions/types';
import type { Analysis, AnalysisWarning } from '../analysis/model';
import { WarningCode } from '../protocol';
import { createArticleView, type ArticleView } from './article-view';

/** What the store asks of the server around it. */
export interface ArticlesHost {
  /** The analyzer; loaded once, on the first article. */
  readonly loadAnalyzer: () => Promise<Analyzer>;
  /** Milliseconds to wait, and the longest text to analyse, for one article. */
  readonly limits: (uri: string) => { readonly analysisDelay: number; readonly maxFileLength: number };
  /** The message of a warning of the server's own, in the user's language. */
  readonly warningText: (code: string, uri: string) => string;
  /** Reads what else an article's analysis depends on; awaited before its first. Never rejects. */
  readonly prepare: (uri: string) => Promise<void>;
  /** The user's decisions about an article, as read so far. */
  readonly decisions: (uri: string) => UserDecisions;
  /** The publication date to use where none was set for the article. */
  readonly defaultDate: () => string | null;
  /** Called after each analysis, with the newest text's. */
  readonly onDidAnalyze: (view: ArticleView) => void;
  readonly logError: (message: string) => void;
}

interface OpenArticle {
  readonly document: TextDocument;
  view: ArticleView | null;
  /** What must be read before the first analysis; null once it has been. */
  preparing: Promise<void> | null;
  /** Publication date set by the user, if any. */
  date: string | null;
  /** True where the last analysis is not of the present text, date and settings. */
  stale: boolean;
  cancelScheduled: (() => void) | null;
  /** When the oldest change not yet analysed came, in milliseconds; null where there is none. */
  waitingSince: number | null;
  /** How long the last analysis took, in milliseconds; 0 for the first, which says nothing of the next. */
  lastDuration: number;
}

export interface Articles {
  open(document: TextDocument): void;
  change(uri: string): void;
  close(uri: string): void;
  /** The analysis of the article's newest text; null where it is not open (any more). */
  current(uri: string): Promise<ArticleView | null>;
  /** The newest analyses of all open articles, in order of opening; stops early once cancelled. */
  all(isCancelled: () => boolean): Promise<ArticleView[]>;
  /** Sets an article's publication date; false where it is not open. */
  setDate(uri: string, date: string | null): boolean;
  /** Analyses all open articles anew: what the analysis depends on beside their text has changed. */
  invalidateAll(): void;
}

/**
 * Analyses that take less than this (milliseconds, about the time between two keys) are made after every change; slower
 * ones wait as long as they take, so that typing keeps half of the processor.
 */
const CHEAP = 100;
/** No change waits longer than this (milliseconds), however fast the user types. */
const LONGEST_WAIT = 600;

/** Makes an article's analyses. */
interface Runner {
  /** Resolves once the article can be analysed. */
  prepared(article: OpenArticle): Promise<void>;
  isPrepared(article: OpenArticle): boolean;
  /** Analyses a prepared article's newest text. */
  run(article: OpenArticle): ArticleView;
}

function createRunner(host: ArticlesHost): Runner {
  let analyzer: Analyzer | null = null;
  let loading: Promise<unknown> | null = null;
  const load = (): Promise<unknown> => (loading ??= host.loadAnalyzer().then((loaded) => (analyzer = loaded)));
  return {
    async prepared(article) {
      const { preparing } = article;
      await Promise.all([load(), preparing]);
      // Something may have changed and be read anew meanwhile.
      if (article.preparing === preparing) article.preparing = null;
    },
    isPrepared: (article) => analyzer !== null && article.preparing === null,
    run(article) {
      article.cancelScheduled?.();
      article.cancelScheduled = null;
      article.waitingSince = null;
      article.stale = false;
      const first = article.view === null;
      const started = performance.now();
      const { document } = article;
      const text = document.getText();
      const analysis = analyzeSafely(host, analyzer!, document.uri, text, article.date ?? host.defaultDate());
      article.view = createArticleView(document.uri, document.languageId, document.version, text, analysis);
      // The first analysis reads every paragraph; those after it only what has changed.
      article.lastDuration = first ? 0 : performance.now() - started;
      host.onDidAnalyze(article.view);
      return article.view;
    },
  };
}

/** Puts an article's next analysis off until `action`, once per burst of changes. */
function schedule(article: OpenArticle, analysisDelay: number, action: () => void): void {
  article.stale = true;
  article.cancelScheduled?.();
  const now = performance.now();
  article.waitingSince ??= now;
  const backOff = article.lastDuration < CHEAP ? 0 : article.lastDuration;
  const left = Math.max(0, LONGEST_WAIT - (now - article.waitingSince));
  article.cancelScheduled = after(Math.min(Math.max(analysisDelay, backOff), left), action);
}

/** Makes the store. */
export function createArticles(host: ArticlesHost): Articles {
  const articles = new Map<string, OpenArticle>();
  const runner = createRunner(host);

  function runIfOpen(article: OpenArticle): void {
    if (articles.get(article.document.uri) !== article || !article.stale) return;
    if (runner.isPrepared(article)) runner.run(article);
    else
      runner.prepared(article).then(
        () => runIfOpen(article),
        (error: unknown) => host.logError(`The analyzer could not be loaded: ${describe(error)}`),
      );
  }

  const put = (article: OpenArticle): void =>
    schedule(article, host.limits(article.document.uri).analysisDelay, () => runIfOpen(article));

  async function current(uri: string): Promise<ArticleView | null> {
    const article = articles.get(uri);
    if (article === undefined) return null;
    await runner.prepared(article);
    // Messages that are already here come first: a change that makes the request pointless, or its cancellation.
    if (article.stale) await new Promise<void>((resolve) => nextTurn(resolve));
    if (articles.get(uri) !== article) return null;
    if (!runner.isPrepared(article)) return current(uri);
    return article.stale || article.view === null ? runner.run(article) : article.view;
  }

  function open(document: TextDocument): void {
    const before = articles.get(document.uri);
    before?.cancelScheduled?.();
    const article = newArticle(document, host.prepare(document.uri), before?.date ?? null);
    articles.set(document.uri, article);
    put(article);
  }

  return {
    open,
    change(uri) {
      const article = articles.get(uri);
      if (article !== undefined) put(article);
    },
    close(uri) {
      articles.get(uri)?.cancelScheduled?.();
      articles.delete(uri);
    },
    current,
    all: (isCancelled) => collect([...articles.keys()], current, isCancelled),
    setDate(uri, date) {
      const article = articles.get(uri);
      if (article !== undefined) put(Object.assign(article, { date }));
      return article !== undefined;
    },
    invalidateAll() {
      for (const article of articles.values()) {
        article.preparing = host.prepare(article.document.uri);
        put(article);
      }
    },
  };
}

async function collect(
  uris: readonly string[],
  current: Articles['current'],
  isCancelled: () => boolean,
): Promise<ArticleView[]> {
  const views: ArticleView[] = [];
  for (const uri of uris) {
    if (isCancelled()) break;
    const view = await current(uri);
    if (view !== null) views.push(view);
  }
  return views;
}

function newArticle(document: TextDocument, preparing: Promise<void>, date: string | null): OpenArticle {
  return {
    document,
    view: null,
    preparing,
    date,
    stale: true,
    cancelScheduled: null,
    waitingSince: null,
    lastDuration: 0,
  };
}

/**
 * Runs `action` after `delay` milliseconds, or, where that is 0, once the messages already received have been read: two
 * turns of the event loop, as the connection dispatches one message per turn.
 */
function after(delay: number, action: () => void): () => void {
  let cancelled = false;
  const unlessCancelled = (next: () => void) => (): void => {
    if (!cancelled) next();
  };
  if (delay > 0) {
    const timer = setTimeout(unlessCancelled(action), delay);
    return () => clearTimeout(timer);
  }
  nextTurn(unlessCancelled(() => nextTurn(unlessCancelled(action))));
  return () => {
    cancelled = true;
  };
}

/** `setImmediate`, or the nearest thing a browser's worker has. */
const nextTurn: (action: () => void) => void =
  typeof setImmediate === 'function' ? (action) => void setImmediate(action) : (action) => void setTimeout(action, 0);

const NOTHING: Omit<Analysis, 'warnings'> = {
  version: '',
  reference: null,
  entities: [],
  dates: [],
  quotes: [],
  actors: [],
  parts: [],
};

/** The analysis; an empty one with the reason where the text is too long or the analyzer fails. */
function analyzeSafely(
  host: ArticlesHost,
  analyzer: Analyzer,
  uri: string,
  text: string,
  date: string | null,
): Analysis {
  if (text.length > host.limits(uri).maxFileLength)
    return { ...analyzer.analyze(''), warnings: [warning(host, WarningCode.tooLong, uri)] };
  try {
    return analyzer.analyze(text, { date, decisions: host.decisions(uri) });
  } catch (error) {
    host.logError(`${uri}: the analysis failed: ${describe(error)}`);
    return { ...NOTHING, warnings: [warning(host, WarningCode.failed, uri)] };
  }
}

function warning(host: ArticlesHost, code: string, uri: string): AnalysisWarning {
  return { code, message: host.warningText(code, uri) };
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
