/** Definition: from a mention, a title that stands for somebody, or a bare «وأضاف» to where the actor is named in full. */
import type { Location, Position } from 'vscode-languageserver';
import { lookupKey, normalise } from '../analysis/text/normalise';
import type { Entity } from '../analysis/model';
import { attributionAt, entityAt, quoteAt, referenceAt, type ArticleView } from './article-view';

/** The mention that names the actor best: the first in the full form, else the first longest. */
export function namingMention(view: ArticleView, actorId: string): Entity | undefined {
  const mentions = view.mentions(actorId);
  const name = view.actor(actorId)?.name;
  const key = (text: string): string => lookupKey(normalise(text));
  const full = name === undefined ? undefined : mentions.find((mention) => key(mention.text) === key(name));
  if (full !== undefined) return full;
  return mentions.reduce<Entity | undefined>(
    (best, mention) => (best === undefined || mention.text.length > best.text.length ? mention : best),
    undefined,
  );
}

/** The actor meant at an offset: named there, or meant by a title, or the speaker whose cue stands there. */
export function actorIdAt(view: ArticleView, offset: number): string | null {
  const entity = entityAt(view, offset);
  if (entity !== undefined) return entity.actor;
  return referenceAt(view, offset)?.actor ?? attributionAt(view, offset)?.quote.speakerActor ?? null;
}

export function provideDefinition(view: ArticleView, position: Position): Location | null {
  const offset = view.offsetAt(position);
  const id = actorIdAt(view, offset) ?? (entityAt(view, offset) ? null : (quoteAt(view, offset)?.speakerActor ?? null));
  const naming = id === null ? undefined : namingMention(view, id);
  return naming === undefined ? null : { uri: view.uri, range: view.range(naming) };
}
