/** Puts the stages' results into the shape of an analysis. */
import type { ResolvedActors } from './actors/actors';
import type { Mention } from './entities/mention';
import type { Entity, Quote } from './model';
import type { AttributedQuote } from './quotes/quotes';

/** Mentions with their actors, numbered in order. */
export function actorEntities(mentions: readonly Mention[], resolved: ResolvedActors): Entity[] {
  return mentions.map((mention, index) => ({
    id: `e${index + 1}`,
    start: mention.start,
    end: mention.end,
    text: mention.text,
    type: mention.type,
    actor: resolved.mentionActors[index] ?? null,
    confidence: mention.confidence,
    why: mention.why,
  }));
}

/** Quotes with the actors who speak, numbered in order. */
export function speakerQuotes(quotes: readonly AttributedQuote[], resolved: ResolvedActors): Quote[] {
  return quotes.map((quote, index) => ({
    id: `q${index + 1}`,
    start: quote.start,
    end: quote.end,
    text: quote.text,
    kind: quote.kind,
    cue: quote.cue,
    speaker: quote.speaker,
    speakerActor: resolved.speakerActors[index] ?? null,
    confidence: quote.confidence,
    why: [...quote.why, ...(resolved.speakerWhy[index] ? [`speaker-${resolved.speakerWhy[index]}`] : [])],
  }));
}
