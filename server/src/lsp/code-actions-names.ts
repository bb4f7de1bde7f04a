/** Quick fixes on names: what a name is, that it is none, and whose name it is. */
import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import type { LexiconChange } from '../analysis/decisions/edit';
import type { Decision } from '../analysis/decisions/types';
import type { Actor, Entity, EntityType, Span } from '../analysis/model';
import { lookupKey, normalise } from '../analysis/text/normalise';
import { message, type MessageKey } from '../messages/messages';
import { ServerCommand, type UiLanguage } from '../protocol';
import type { ArticleView } from './article-view';
import { excerpt, isolate } from './markup';

const TYPES: readonly EntityType[] = ['PER', 'ORG', 'LOC', 'MISC'];

/** More choices than these make the menu worse. */
const MOST_OTHERS = 3;

/** A selection longer than this is no name. */
const LONGEST_NAME = 100;

export type ActionMaker = (
  key: MessageKey,
  values: Readonly<Record<string, string>>,
  command: ActionCommand,
) => CodeAction;

interface ActionCommand {
  readonly command: string;
  readonly argument: LexiconChange | Decision;
}

/** Makes quick fixes that run a command about an article. Names in titles stand in isolates. */
export function actionMaker(view: ArticleView, language: UiLanguage): ActionMaker {
  return (key, values, { command, argument }) => {
    const shown = Object.fromEntries(Object.entries(values).map(([name, text]) => [name, isolate(excerpt(text, 50))]));
    const title = message(language, key, shown);
    return { title, kind: CodeActionKind.QuickFix, command: { title, command, arguments: [view.uri, argument] } };
  };
}

/** A mention as a name on its own: after لل the article is given back («للشرع» → «الشرع»). */
function nameOf(view: ArticleView, entity: Entity): string {
  return entity.text.startsWith('ل') && view.text[entity.start - 1] === 'ل' ? `ا${entity.text}` : entity.text;
}

function lexicon(argument: LexiconChange): ActionCommand {
  return { command: ServerCommand.changeLexicon, argument };
}

function decide(argument: Decision): ActionCommand {
  return { command: ServerCommand.decide, argument };
}

/** Other actors of the type that could be meant by the name: those that share a word with it first, then the most named. */
function others(view: ArticleView, name: string, actor: Actor | undefined, type: EntityType): Actor[] {
  const wordsOf = (text: string): string[] => lookupKey(normalise(text)).split(/\s+/);
  const words = new Set(wordsOf(name));
  return view.analysis.actors
    .filter((other) => other.type === type && other.id !== actor?.id)
    .map((other) => ({
      other,
      shares: wordsOf(other.name).some((word) => words.has(word)) ? 1 : 0,
      mentions: view.mentions(other.id).length,
    }))
    .sort((a, b) => b.shares - a.shares || b.mentions - a.mentions)
    .slice(0, MOST_OTHERS)
    .map(({ other }) => other);
}

function entityActions(view: ArticleView, entity: Entity, make: ActionMaker): CodeAction[] {
  const name = nameOf(view, entity);
  const actor = view.actor(entity.actor);
  const actions = TYPES.filter((type) => type !== entity.type).map((type) =>
    make(`action.type.${type}`, { name }, lexicon({ kind: 'name', name, type })),
  );
  actions.push(make('action.never', { name }, lexicon({ kind: 'never', name })));
  if (actor === undefined) return actions;
  const same = others(view, name, actor, entity.type);
  for (const other of same) {
    const values = { name: actor.name, other: other.name };
    actions.push(make('action.merge', values, decide({ kind: 'merge', names: [actor.name, other.name] })));
  }
  for (const other of same.slice(0, 1)) {
    const change: LexiconChange = { kind: 'same', name, type: entity.type, as: other.name };
    actions.push(make('action.same', { name, other: other.name }, lexicon(change)));
  }
  if (lookupKey(normalise(name)) !== lookupKey(normalise(actor.name)))
    actions.push(make('action.split', { name, other: actor.name }, decide({ kind: 'split', name, from: actor.name })));
  return actions;
}

/** Quick fixes for the name at a range, or for selected words that are not marked as one. */
export function nameActions(view: ArticleView, range: Span, make: ActionMaker): CodeAction[] {
  const entity = view.analysis.entities.find(({ start, end }) => start <= range.end && range.start <= end);
  if (entity !== undefined && (range.start === range.end || (entity.start <= range.start && range.end <= entity.end)))
    return entityActions(view, entity, make);
  const name = view.text.slice(range.start, range.end).trim();
  if (name.length > LONGEST_NAME || /[\r\n]/.test(name) || !/\p{L}/u.test(name)) return [];
  // Editors ask for the range of a diagnostic, too: a date is no name.
  if (view.analysis.dates.some(({ start, end }) => start < range.end && range.start < end)) return [];
  return TYPES.map((type) => make(`action.type.${type}`, { name }, lexicon({ kind: 'name', name, type })));
}
