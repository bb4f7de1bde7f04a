/** The card of a person, organisation or place. */
import type { Actor, Entity, Span } from '../analysis/model';
import { message } from '../messages/messages';
import type { ArticleView } from './article-view';
import { fact, linkTo, type CardContext } from './hover-card';
import { evidence, type Judged } from './hover-evidence';

const MOST_QUOTES = 5;
const MOST_NAMES = 8;

/** The other forms the name takes in the article, in order of their first mention. */
export function otherForms(view: ArticleView, actor: Actor): string[] {
  const forms = actor.aliases ?? view.mentions(actor.id).map((mention) => mention.text);
  return [...new Set(forms)].filter((form) => form !== actor.name);
}

/** Whether one of the mentions, which are in order, lies inside the span: the first that begins in it is the one to look at. */
function isMentionedIn(span: Span, mentions: readonly Entity[]): boolean {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.start < span.start) low = middle + 1;
    else high = middle;
  }
  const first = mentions[low];
  return first !== undefined && first.end <= span.end;
}

/** Who speaks of the actor: speakers of quotes that mention it, the most frequent first. */
export function spokenOfBy(view: ArticleView, actor: Actor): { readonly speaker: Actor; readonly n: number }[] {
  const counts = new Map<string, number>();
  const mentions = view.mentions(actor.id);
  for (const quote of view.analysis.quotes) {
    const speaker = quote.speakerActor;
    if (speaker === null || speaker === actor.id || view.isPartOfSaying(quote)) continue;
    if (isMentionedIn(quote, mentions)) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  }
  return [...counts]
    .flatMap(([id, n]) => {
      const speaker = view.actor(id);
      return speaker === undefined ? [] : [{ speaker, n }];
    })
    .sort((a, b) => b.n - a.n);
}

function quoteLines(context: CardContext, actor: Actor): string[] {
  const { view, language, markup } = context;
  const quotes = view.quotesBy(actor.id).filter((quote) => !view.isPartOfSaying(quote));
  if (quotes.length === 0) return [];
  const title = message(language, 'hover.said', { n: quotes.length }) + message(language, 'label.separator');
  const lines = [markup.line(markup.own(title))];
  for (const quote of quotes.slice(0, MOST_QUOTES)) {
    const text = quote.kind === 'direct' ? `«${quote.text}»` : quote.text;
    lines.push(markup.line(`• ${markup.link(text, linkTo(view, quote.start), 90)}`));
  }
  if (quotes.length > MOST_QUOTES)
    lines.push(markup.line(markup.own(message(language, 'hover.more', { n: quotes.length - MOST_QUOTES }))));
  return lines;
}

function mentionLine(context: CardContext, actor: Actor): string[] {
  const { view, language, markup } = context;
  const mentions = view.mentions(actor.id);
  const first = mentions[0];
  if (first === undefined) return [];
  const line = view.range(first).start.line + 1;
  const where = message(language, 'hover.first', { line });
  const link = markup.link(where, linkTo(view, first.start));
  return [fact(context, 'hover.mentions', `${markup.code(String(mentions.length))} (${link})`)];
}

/** The card of an actor, as met in one mention of it or in words that stand for it. */
export function actorCard(context: CardContext, actor: Actor, met: Judged): string[] {
  const { view, language, markup } = context;
  const list = (texts: readonly string[]): string =>
    texts
      .slice(0, MOST_NAMES)
      .map((text) => markup.words(text, 60))
      .join(message(language, 'list.separator'));
  const facts: string[] = [];
  if (actor.roles.length > 0) facts.push(fact(context, 'hover.roles', list(actor.roles)));
  facts.push(...mentionLine(context, actor));
  const forms = otherForms(view, actor);
  if (forms.length > 0) facts.push(fact(context, 'hover.aliases', list(forms)));
  const speakers = spokenOfBy(view, actor);
  if (speakers.length > 0)
    facts.push(
      fact(
        context,
        'hover.spokenOf',
        list(speakers.map(({ speaker, n }) => (n > 1 ? `${speaker.name} (${n})` : speaker.name))),
      ),
    );
  const title = markup.line(`${markup.strong(actor.name)} · ${markup.own(message(language, `type.${actor.type}`))}`);
  const why = evidence(context, { confidence: met.confidence, why: [...(met.why ?? []), ...(actor.why ?? [])] });
  return [title, facts, quoteLines(context, actor), why]
    .map((part) => (typeof part === 'string' ? part : markup.group(part)))
    .filter((part) => part !== '');
}

/** The card of a name that is no actor. */
export function describeNameless(context: CardContext, entity: Entity): string[] {
  const { language, markup } = context;
  const title = markup.line(`${markup.strong(entity.text)} · ${markup.own(message(language, `type.${entity.type}`))}`);
  const why = markup.group(evidence(context, entity));
  return why === '' ? [title] : [title, why];
}
