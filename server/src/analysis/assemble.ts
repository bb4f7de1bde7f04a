/** Puts the stages' results into the shape of an analysis. */
import type { ResolvedActors } from './actors/actors';
import type { Mention } from './entities/mention';
import type { Entity } from './model';

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
