/** Applies the user's decisions about an article's quotes and actors. */
import type { ActorDecisions } from '../actors/actors';
import type { AnalysisWarning, Span } from '../model';
import type { AttributedQuote } from '../quotes/quotes';
import type { Decision, TextQuoteSelector, UserDecisions } from './types';

/** How much of the context must be alike for words that stand there more than once: compared from the words outwards. */
function contextScore(text: string, span: Span, selector: TextQuoteSelector): number {
  const { prefix = '', suffix = '' } = selector;
  let score = 0;
  while (score < prefix.length && text[span.start - 1 - score] === prefix[prefix.length - 1 - score]) score++;
  let after = 0;
  while (after < suffix.length && text[span.end + after] === suffix[after]) after++;
  return score + after;
}

/** Most places looked at for words that are repeated. */
const MOST_PLACES = 200;

/** Where a selector's words stand in a text: the place whose surroundings are most alike; null where they are gone. */
export function locate(text: string, selector: TextQuoteSelector): Span | null {
  let best: Span | null = null;
  let bestScore = -1;
  let at = text.indexOf(selector.exact);
  for (let tries = 0; at >= 0 && tries < MOST_PLACES; tries++) {
    const span = { start: at, end: at + selector.exact.length };
    const score = contextScore(text, span, selector);
    if (score > bestScore) {
      best = span;
      bestScore = score;
    }
    at = text.indexOf(selector.exact, at + 1);
  }
  return best;
}

/** The quote that covers a place, half of the union shared at the least; -1 where there is none. */
function quoteAt(quotes: readonly AttributedQuote[], span: Span): number {
  let best = -1;
  let bestShare = 0.5;
  quotes.forEach((quote, index) => {
    const shared = Math.min(quote.end, span.end) - Math.max(quote.start, span.start);
    const share = shared / Math.max(1, Math.max(quote.end, span.end) - Math.min(quote.start, span.start));
    if (share > bestShare || (share === bestShare && best < 0)) {
      best = index;
      bestShare = share;
    }
  });
  return best;
}

export interface DecidedQuotes {
  readonly quotes: AttributedQuote[];
  /** Speakers decided by the user, by index into `quotes`: a name, or null for nobody. */
  readonly speakers: ReadonlyMap<number, string | null>;
  /** Decisions whose words are no longer in the article. */
  readonly warnings: readonly AnalysisWarning[];
}

/** Takes out what is no quote and notes whose speaker is decided. Quotes that went on from one taken out go on from its source. */
export function applyQuoteDecisions(
  text: string,
  quotes: readonly AttributedQuote[],
  decisions: readonly Decision[],
): DecidedQuotes {
  const dropped = new Set<number>();
  const speakers = new Map<number, string | null>();
  const warnings: AnalysisWarning[] = [];
  for (const decision of decisions) {
    if (decision.kind !== 'not-a-quote' && decision.kind !== 'speaker') continue;
    const place = locate(text, decision.target);
    const index = place === null ? -1 : quoteAt(quotes, place);
    if (index < 0) {
      const message = `A decision no longer fits: “${decision.target.exact.slice(0, 60)}”`;
      warnings.push({ code: 'decision-lost', message, ...(place ?? {}) });
    } else if (decision.kind === 'not-a-quote') dropped.add(index);
    else speakers.set(index, decision.speaker);
  }
  if (dropped.size === 0) return { quotes: [...quotes], speakers, warnings };
  const moved = new Map<number, number>();
  quotes.forEach((_, index) => {
    if (!dropped.has(index)) moved.set(index, moved.size);
  });
  const source = (index: number | null): number | null => {
    let at = index;
    for (let steps = 0; at !== null && dropped.has(at) && steps <= quotes.length; steps++)
      at = quotes[at]!.inheritsFrom;
    return at === null ? null : (moved.get(at) ?? null);
  };
  return {
    quotes: quotes
      .filter((_, index) => !dropped.has(index))
      .map((quote) => ({ ...quote, inheritsFrom: source(quote.inheritsFrom) })),
    speakers: new Map(
      [...speakers].flatMap(([index, name]) => {
        const at = moved.get(index);
        return at === undefined ? [] : [[at, name] as const];
      }),
    ),
    warnings,
  };
}

/** The user's word on which names are one actor's: merges and splits of the article, aliases of the lexicon. */
export function actorDecisions(user: UserDecisions, speakers: ReadonlyMap<number, string | null>): ActorDecisions {
  const decisions = user.decisions ?? [];
  const aliases = (user.lexicon?.entries ?? [])
    .filter((entry) => entry.never !== true && (entry.aliases?.length ?? 0) > 0)
    .map((entry) => [entry.name, ...(entry.aliases ?? [])]);
  return {
    same: [...aliases, ...decisions.flatMap((decision) => (decision.kind === 'merge' ? [decision.names] : []))],
    apart: decisions.flatMap((decision) =>
      decision.kind === 'split' ? [[decision.name, decision.from] as const] : [],
    ),
    speakers,
  };
}
