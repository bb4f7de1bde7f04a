/** References and highlights: every mention of whoever is meant at a position. */
import { DocumentHighlightKind, type DocumentHighlight, type Location, type Position } from 'vscode-languageserver';
import type { Actor, Entity, Span } from '../analysis/model';
import { lookupKey, normalise } from '../analysis/text/normalise';
import { entityAt, type ArticleView } from './article-view';
import { actorIdAt, namingMention } from './definition';

/** Mentions of the same name that belongs to no actor (MISC). */
function sameName(view: ArticleView, entity: Entity): Entity[] {
  const key = lookupKey(normalise(entity.text));
  return view.analysis.entities.filter(
    (other) => other.type === entity.type && other.actor === null && lookupKey(normalise(other.text)) === key,
  );
}

/** All mentions of what stands at the offset, in order. */
export function mentionsAt(view: ArticleView, offset: number): readonly Entity[] {
  const id = actorIdAt(view, offset);
  if (id !== null) return view.mentions(id);
  const entity = entityAt(view, offset);
  return entity === undefined ? [] : sameName(view, entity);
}

/** The mentions in this article, and the words at the position itself where they are a title or a cue. */
export function provideHighlights(view: ArticleView, position: Position): DocumentHighlight[] {
  const spans: readonly Span[] = mentionsAt(view, view.offsetAt(position));
  return spans.map((span) => ({ range: view.range(span), kind: DocumentHighlightKind.Text }));
}

/**
 * True where two articles' actors may be taken for one by name: the same type and full form. A person's single name
 * («محمد») is not enough.
 */
function isSameActor(a: Actor, b: Actor): boolean {
  if (a.type !== b.type) return false;
  const name = lookupKey(normalise(a.name));
  return name === lookupKey(normalise(b.name)) && (a.type !== 'PER' || name.includes(' '));
}

/**
 * All mentions in this article, then in the other open ones.
 * @param others the other open articles.
 */
export function provideReferences(
  view: ArticleView,
  position: Position,
  includeDeclaration: boolean,
  others: readonly ArticleView[],
): Location[] {
  const offset = view.offsetAt(position);
  const id = actorIdAt(view, offset);
  const declaration = id === null ? undefined : namingMention(view, id);
  const locations = mentionsAt(view, offset)
    .filter((mention) => includeDeclaration || mention !== declaration)
    .map((mention) => ({ uri: view.uri, range: view.range(mention) }));
  const actor = view.actor(id);
  if (actor === undefined) return locations;
  for (const other of others) {
    for (const namesake of other.analysis.actors) {
      if (!isSameActor(actor, namesake)) continue;
      for (const mention of other.mentions(namesake.id))
        locations.push({ uri: other.uri, range: other.range(mention) });
    }
  }
  return locations;
}
