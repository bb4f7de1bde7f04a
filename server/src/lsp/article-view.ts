/** One analysed state of an article: the text, its analysis, and look-ups that the features share. */
import type { Position, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { groupBy } from '../group-by';
import type { Actor, Analysis, DateExpression, Entity, Quote, Reference, Span } from '../analysis/model';

/** Immutable; look-ups are made when first asked for, so that an analysis nobody asks about costs nothing. */
export interface ArticleView {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly analysis: Analysis;
  range(span: Span): Range;
  /** The offset of a position, brought into the text where it lies outside it. */
  offsetAt(position: Position): number;
  actor(id: string | null): Actor | undefined;
  /** The actor's mentions, in order. */
  mentions(actorId: string): readonly Entity[];
  /** What the actor says, in order. */
  quotesBy(actorId: string): readonly Quote[];
  /** True for a quote inside another of the same speaker («قال إنه «متفائل» …»): one saying, not two. */
  isPartOfSaying(quote: Quote): boolean;
}

/** The view of one state of an article. */
export function createArticleView(
  uri: string,
  languageId: string,
  version: number,
  text: string,
  analysis: Analysis,
): ArticleView {
  const document = once(() => TextDocument.create(uri, languageId, version, text));
  const actors = once(() => new Map(analysis.actors.map((actor) => [actor.id, actor])));
  const mentions = once(() => groupBy(analysis.entities, (entity) => entity.actor));
  const quotes = once(() => groupBy(analysis.quotes, (quote) => quote.speakerActor));
  const parts = once(() => partsOfSayings(analysis.quotes));
  return {
    uri,
    version,
    text,
    analysis,
    range: (span) => ({ start: document().positionAt(span.start), end: document().positionAt(span.end) }),
    offsetAt: (position) => document().offsetAt({ line: whole(position.line), character: whole(position.character) }),
    actor: (id) => (id === null ? undefined : actors().get(id)),
    mentions: (id) => mentions().get(id) ?? [],
    quotesBy: (id) => quotes().get(id) ?? [],
    isPartOfSaying: (quote) => parts().has(quote),
  };
}

/** Quotes that lie inside another quote of the same speaker. Linear after sorting. */
function partsOfSayings(quotes: readonly Quote[]): Set<Quote> {
  const inside = new Set<Quote>();
  const furthest = new Map<string | null, Quote>();
  for (const quote of [...quotes].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const outer = furthest.get(quote.speakerActor);
    if (outer !== undefined && quote.end <= outer.end) inside.add(quote);
    else furthest.set(quote.speakerActor, quote);
  }
  return inside;
}

/** A position's number as sent by any client: a whole number that is not negative. */
function whole(value: number): number {
  return Number.isFinite(value) ? Math.max(0, Math.trunc(value)) : 0;
}

function once<T>(make: () => T): () => T {
  let value: { readonly made: T } | null = null;
  return () => (value ??= { made: make() }).made;
}

/**
 * The shortest of the spans that hold the offset. A caret right behind a span's last letter is still on it, unless
 * another span begins or goes on there.
 */
export function spanAt<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  let inside: T | undefined;
  let behind: T | undefined;
  for (const span of spans) {
    if (span.start <= offset && offset < span.end) {
      if (inside === undefined || span.end - span.start < inside.end - inside.start) inside = span;
    } else if (span.end === offset && span.start < offset) {
      if (behind === undefined || span.start > behind.start) behind = span;
    }
  }
  return inside ?? behind;
}

export function entityAt(view: ArticleView, offset: number): Entity | undefined {
  return spanAt(view.analysis.entities, offset);
}

export function dateAt(view: ArticleView, offset: number): DateExpression | undefined {
  return spanAt(view.analysis.dates, offset);
}

/** Words at the offset that stand for an actor without naming it. */
export function referenceAt(view: ArticleView, offset: number): Reference | undefined {
  return spanAt(view.analysis.references ?? [], offset);
}

/** The innermost quote at the offset. */
export function quoteAt(view: ArticleView, offset: number): Quote | undefined {
  return spanAt(view.analysis.quotes, offset);
}

/** The quotes whose cue, or else whose speaker's words, stand at the offset. */
export function attributionAt(
  view: ArticleView,
  offset: number,
): { readonly quote: Quote; readonly on: 'cue' | 'speaker' } | undefined {
  const spans: (Span & { readonly quote: Quote; readonly on: 'cue' | 'speaker' })[] = [];
  for (const quote of view.analysis.quotes) {
    if (quote.cue !== null) spans.push({ start: quote.cue.start, end: quote.cue.end, quote, on: 'cue' });
    if (quote.speaker !== null)
      spans.push({ start: quote.speaker.start, end: quote.speaker.end, quote, on: 'speaker' });
  }
  return spanAt(spans, offset);
}
