/** Every quote's speaker: by its own words, by the words its pronoun points to, or by the quote that it goes on from. */
import type { AttributedQuote } from '../quotes/quotes';
import { tokenAt } from './phrases';
import { mentionsBefore, NOBODY, resolveWords, type Resolution, type SpeakerContext } from './speakers';

/** How many paragraphs back an agreeing speaker is looked for. */
const REACH = 3;
/** How many paragraphs back «المصدر ذاته» and the like are looked for. */
const LAST_REACH = 6;
/** Most quotes looked at on the way back. */
const STEPS = 80;
/** Longest chain of quotes that go on from a later one. */
const DEEPEST = 40;

interface Chain {
  readonly context: SpeakerContext;
  readonly quotes: readonly AttributedQuote[];
  readonly decided: ReadonlyMap<number, number | null>;
  readonly out: (Resolution | undefined)[];
}

/** A single actor never takes a plural or dual verb; gender counts where both are known. */
function agrees(chain: Chain, quote: AttributedQuote, actor: number): boolean {
  if (quote.agreement.number === 'p' || quote.agreement.number === 'd') return false;
  const gender = chain.context.genderOf(actor);
  return gender === null || quote.agreement.gender === null || gender === quote.agreement.gender;
}

/** The last speaker before a quote that fits; a place is none by inheritance. */
function speakerBefore(chain: Chain, index: number, fits: (actor: number) => boolean, reach: number): number | null {
  const { quotes, out, context } = chain;
  for (let i = index - 1; i >= 0 && i >= index - STEPS; i--) {
    if (quotes[index]!.block - quotes[i]!.block > reach) break;
    const actor = out[i]?.actor;
    if (actor === null || actor === undefined || context.typeOf(actor) === 'LOC') continue;
    if (fits(actor)) return actor;
  }
  return null;
}

const agreement = (actor: number | null): Resolution => (actor === null ? NOBODY : { actor, why: 'agreement' });

/**
 * Resolves every quote's speaker. Linear in quotes.
 * @param decided speakers that a user decided, by index of the quote
 */
export function resolveSpeakers(
  context: SpeakerContext,
  quotes: readonly AttributedQuote[],
  decided: ReadonlyMap<number, number | null> = new Map(),
): Resolution[] {
  const chain: Chain = { context, quotes, decided, out: new Array<Resolution | undefined>(quotes.length) };
  return quotes.map((_, index) => resolveQuote(chain, index, 0));
}

function resolveQuote(chain: Chain, index: number, depth: number): Resolution {
  const known = chain.out[index];
  if (known) return known;
  // Marks a quote under way, so that a circle ends.
  chain.out[index] = NOBODY;
  const resolution = resolveFresh(chain, index, depth);
  chain.out[index] = resolution;
  return resolution;
}

function resolveFresh(chain: Chain, index: number, depth: number): Resolution {
  const { context, quotes } = chain;
  const quote = quotes[index]!;
  const decision = chain.decided.get(index);
  if (decision !== undefined) return { actor: decision, why: 'decision' };
  const words = quote.speaker ?? quote.antecedent ?? null;
  if (words === null) return inherit(chain, index, depth);
  const found = resolveWords(context, words, quote.block, (type) =>
    speakerBefore(chain, index, (actor) => type === undefined || context.typeOf(actor) === type, LAST_REACH),
  );
  // A pronoun's antecedent is a guess of place: a verb that does not agree points elsewhere.
  if (found.actor === null && quote.relation === 'colon') return headlineSpeaker(chain, quote);
  if (quote.speaker !== null || found.actor === null || agrees(chain, quote, found.actor)) return found;
  return agreement(speakerBefore(chain, index, (actor) => agrees(chain, quote, actor), REACH));
}

/** The only person named as a speaker in the article, or null. */
function soleSpeaker(chain: Chain): number | null {
  const { context, quotes } = chain;
  let sole: number | null = null;
  for (const quote of quotes) {
    if (quote.speaker === null) continue;
    const at = mentionsBefore(context.mentions, quote.speaker.start);
    const mention = context.mentions[at];
    if (mention === undefined || mention.type !== 'PER' || mention.start >= quote.speaker.end) continue;
    const actor = context.actorOf(at);
    if (sole !== null && sole !== actor) return null;
    sole = actor;
  }
  return sole;
}

/** «خبير اقتصادي: …» above an article in which one person speaks. */
function headlineSpeaker(chain: Chain, quote: AttributedQuote): Resolution {
  const { context } = chain;
  const names = context.blocks[quote.block];
  if (names?.block.kind !== 'headline' || quote.speaker === null) return NOBODY;
  const word = names.titleAt.get(tokenAt(names.block, quote.speaker.start));
  const actor = word === undefined ? null : soleSpeaker(chain);
  if (word === undefined || actor === null || (context.genderOf(actor) ?? word.gender) !== word.gender) return NOBODY;
  return { actor, why: 'headline' };
}

/** The speaker of a verb or a quote that names none. */
function inherit(chain: Chain, index: number, depth: number): Resolution {
  const { context, quotes } = chain;
  const quote = quotes[index]!;
  if (quote.relation === 'anonymous' || quote.relation === 'none') return NOBODY;
  if (quote.inheritsFrom === null) {
    const actor = quote.relation === 'floating' ? null : subjectBefore(context, quote);
    return actor === null ? NOBODY : { actor, why: 'subject' };
  }
  const from = quotes[quote.inheritsFrom];
  // A quote may go on from a later one («…»، قال فلان).
  if (from === undefined || (quote.inheritsFrom > index && depth > DEEPEST)) return NOBODY;
  const source = resolveQuote(chain, quote.inheritsFrom, depth + 1);
  const fits = (actor: number): boolean => agrees(chain, quote, actor);
  if (source.actor === null) {
    // A source that nothing names tells nothing: whoever spoke last and agrees.
    if (from.speaker === null && from.relation !== 'anonymous')
      return agreement(speakerBefore(chain, Math.min(index, quote.inheritsFrom), fits, REACH));
    // An unnamed source goes on speaking, unless the verb cannot be its: then whoever agrees and spoke before.
    const { gender } = from.agreement;
    if (gender === null || quote.agreement.gender === null || gender === quote.agreement.gender) return NOBODY;
    return agreement(speakerBefore(chain, quote.inheritsFrom, fits, REACH));
  }
  if (fits(source.actor)) return { actor: source.actor, why: 'inherited' };
  return agreement(speakerBefore(chain, index, fits, REACH));
}

/** The person named last before the cue in its paragraph. */
function subjectBefore(context: SpeakerContext, quote: AttributedQuote): number | null {
  const at = quote.cue?.start ?? quote.start;
  for (let i = mentionsBefore(context.mentions, at) - 1; i >= 0; i--) {
    const mention = context.mentions[i]!;
    if (mention.block < quote.block) return null;
    if (mention.block === quote.block && mention.type === 'PER') return context.actorOf(i);
  }
  return null;
}
