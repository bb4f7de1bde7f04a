/** Hover: who or what stands under the pointer, what a date means, who says a quote. */
import { MarkupKind, type Hover, type Position } from 'vscode-languageserver';
import type { Span } from '../analysis/model';
import { attributionAt, dateAt, entityAt, quoteAt, referenceAt, type ArticleView } from './article-view';
import { actorCard, describeNameless } from './hover-actor';
import type { CardContext } from './hover-card';
import { dateCard } from './hover-date';
import { REFERENCE } from './hover-evidence';
import { quoteCard } from './hover-quote';
import { createMarkup, type MarkupOptions } from './markup';

/** The hover at a position; null where nothing is marked. Innermost first: the name or date, then the quote around it. */
export function provideHover(view: ArticleView, position: Position, options: MarkupOptions): Hover | null {
  const context: CardContext = { view, language: options.language, markup: createMarkup(options) };
  const offset = view.offsetAt(position);
  const entity = entityAt(view, offset);
  const date = dateAt(view, offset);
  const attribution = attributionAt(view, offset);
  const quote = attribution?.on === 'cue' ? attribution.quote : (quoteAt(view, offset) ?? attribution?.quote);
  const cards: (readonly string[])[] = [];
  let range: Span | undefined;
  const add = (span: Span, groups: readonly string[]): void => {
    range ??= span;
    cards.push(groups);
  };
  if (entity !== undefined) {
    const actor = view.actor(entity.actor);
    add(entity, actor === undefined ? describeNameless(context, entity) : actorCard(context, actor, entity));
  }
  const reference = entity === undefined ? referenceAt(view, offset) : undefined;
  const meant = reference === undefined ? undefined : view.actor(reference.actor);
  if (reference !== undefined && meant !== undefined)
    add(reference, actorCard(context, meant, { why: reference.why.map((id) => REFERENCE + id) }));
  if (date !== undefined) add(date, dateCard(context, date));
  if (quote !== undefined) add(spanOf(quote, attribution), quoteCard(context, quote));
  if (range === undefined) return null;
  const separator = options.markdown ? ['---'] : ['⸻'];
  const groups = cards.flatMap((card, index) => (index === 0 ? card : [...separator, ...card]));
  return {
    contents: {
      kind: options.markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: context.markup.document(groups),
    },
    range: view.range(range),
  };
}

function spanOf(quote: Span, attribution: ReturnType<typeof attributionAt>): Span {
  if (attribution === undefined || attribution.quote !== quote) return quote;
  return (attribution.on === 'cue' ? attribution.quote.cue : attribution.quote.speaker) ?? quote;
}
