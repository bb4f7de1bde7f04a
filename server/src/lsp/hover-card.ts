/** What the cards of a hover have in common. */
import { message, type MessageKey } from '../messages/messages';
import type { UiLanguage } from '../protocol';
import { placeLink, type Markup } from './markup';
import type { ArticleView } from './article-view';

/** What the cards are written with. */
export interface CardContext {
  readonly view: ArticleView;
  readonly language: UiLanguage;
  readonly markup: Markup;
}

/** «label: value» as a line of its own. `value` is written with the markup already. */
export function fact({ language, markup }: CardContext, key: MessageKey, value: string): string {
  const name = message(language, key) + message(language, 'label.separator');
  return markup.line(`${markup.own(name)}${value}`);
}

/** Link to where a span begins. */
export function linkTo(view: ArticleView, start: number): string | null {
  const { line, character } = view.range({ start, end: start }).start;
  return placeLink(view.uri, line, character);
}
