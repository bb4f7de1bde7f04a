/** The card of a quote: who speaks, by which words, and how sure that is. */
import type { Quote } from '../analysis/model';
import { message } from '../messages/messages';
import { fact, linkTo, type CardContext } from './hover-card';
import { evidence } from './hover-evidence';

function speakerLine(context: CardContext, quote: Quote): string {
  const { view, language, markup } = context;
  const actor = view.actor(quote.speakerActor);
  if (actor === undefined) {
    const unnamed = markup.own(message(language, 'quote.unnamed'));
    return fact(context, 'quote.speaker', quote.speaker === null ? unnamed : markup.words(quote.speaker.text, 90));
  }
  const first = view.mentions(actor.id)[0];
  const name = first === undefined ? markup.strong(actor.name) : markup.link(actor.name, linkTo(view, first.start));
  const role =
    actor.roles[0] === undefined ? '' : `${message(language, 'list.separator')}${markup.words(actor.roles[0])}`;
  const written =
    quote.speaker === null || quote.speaker.text === actor.name
      ? ''
      : ` (${markup.own(message(language, 'quote.words'))} ${markup.words(quote.speaker.text, 60)})`;
  return fact(context, 'quote.speaker', `${name}${role}${written}`);
}

export function quoteCard(context: CardContext, quote: Quote): string[] {
  const { language, markup } = context;
  const facts = [speakerLine(context, quote)];
  if (quote.cue !== null) facts.push(fact(context, 'quote.cue', markup.words(quote.cue.text, 60)));
  facts.push(fact(context, 'quote.kind', markup.own(message(language, `kind.${quote.kind}`))));
  const why = markup.group(evidence(context, quote));
  return why === '' ? [markup.group(facts)] : [markup.group(facts), why];
}
