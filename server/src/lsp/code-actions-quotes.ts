/** Quick fixes on quotes: that it is none, and who says it. */
import type { CodeAction } from 'vscode-languageserver';
import { selectorFor } from '../analysis/decisions/edit';
import type { Decision } from '../analysis/decisions/types';
import type { Actor, Quote, Span } from '../analysis/model';
import { ServerCommand } from '../protocol';
import { attributionAt, quoteAt, type ArticleView } from './article-view';
import type { ActionMaker } from './code-actions-names';

const MOST_SPEAKERS = 5;

/** Who could be speaking: people and organisations, those named nearest to the quote first. */
function candidates(view: ArticleView, quote: Quote): Actor[] {
  const distance = (span: Span): number => Math.max(quote.start - span.end, span.start - quote.end, 0);
  const nearest = new Map<string, number>();
  for (const entity of view.analysis.entities) {
    if (entity.actor === null || entity.actor === quote.speakerActor) continue;
    const away = distance(entity);
    if (away < (nearest.get(entity.actor) ?? Infinity)) nearest.set(entity.actor, away);
  }
  return [...nearest]
    .sort((a, b) => a[1] - b[1])
    .flatMap(([id]) => {
      const actor = view.actor(id);
      return actor === undefined || actor.type === 'LOC' ? [] : [actor];
    })
    .slice(0, MOST_SPEAKERS);
}

/** Quick fixes for the quote that the range is in, or whose cue it is on. */
export function quoteActions(view: ArticleView, range: Span, make: ActionMaker): CodeAction[] {
  const on = attributionAt(view, range.start);
  const quote = on?.on === 'cue' ? on.quote : quoteAt(view, range.start);
  if (quote === undefined || range.end > Math.max(quote.end, on?.quote.cue?.end ?? 0)) return [];
  const target = selectorFor(view.text, quote);
  const decide = (argument: Decision): Parameters<ActionMaker>[2] => ({ command: ServerCommand.decide, argument });
  const actions = [make('action.notAQuote', {}, decide({ kind: 'not-a-quote', target }))];
  for (const { name } of candidates(view, quote))
    actions.push(make('action.speaker', { name }, decide({ kind: 'speaker', target, speaker: name })));
  if (quote.speakerActor !== null)
    actions.push(make('action.nobody', {}, decide({ kind: 'speaker', target, speaker: null })));
  return actions;
}
