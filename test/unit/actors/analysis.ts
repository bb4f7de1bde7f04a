/** Constructed articles for the actors room: names marked in the text, quotes given by their words. */
import { readArticle } from '../../../server/src/analysis/article/read-article';
import { resolveActors, scanTitles, type ActorDecisions } from '../../../server/src/analysis/actors/actors';
import { givenMentions } from '../../../server/src/analysis/entities/given-mentions';
import type { Actor, EntityType } from '../../../server/src/analysis/model';
import type { AttributedQuote, SpeakerRelation } from '../../../server/src/analysis/quotes/quotes';
import { readParagraph } from '../../../server/src/analysis/text/paragraph';

export interface SpokenQuote {
  /** Words of the speaker as they stand in the text; null where the verb stands alone. */
  readonly speaker: string | null;
  /** Words of the cue, searched for in order. */
  readonly cue: string;
  readonly gender?: 'm' | 'f';
  readonly number?: 's' | 'd' | 'p';
  readonly relation?: SpeakerRelation;
}

export interface Resolved {
  readonly text: string;
  readonly actors: readonly Actor[];
  /** Name of the actor of each marked mention, in order. */
  readonly mentions: readonly (string | null)[];
  /** Name of each quote's speaker. */
  readonly speakers: readonly (string | null)[];
  readonly references: readonly { text: string; actor: string }[];
  readonly roles: (name: string) => readonly string[];
}

const TYPES: Readonly<Record<string, EntityType>> = { P: 'PER', O: 'ORG', L: 'LOC', M: 'MISC' };

/** Reads «[P:name]» marks out of a text. */
function readMarks(marked: string): { text: string; spans: { start: number; end: number; type: EntityType }[] } {
  let text = '';
  const spans: { start: number; end: number; type: EntityType }[] = [];
  for (let i = 0; i < marked.length; i++) {
    const type = marked[i] === '[' && marked[i + 2] === ':' ? TYPES[marked[i + 1]!] : undefined;
    if (type === undefined) {
      text += marked[i];
      continue;
    }
    const end = marked.indexOf(']', i);
    const name = marked.slice(i + 3, end);
    spans.push({ start: text.length, end: text.length + name.length, type });
    text += name;
    i = end;
  }
  return { text, spans };
}

/** Resolves a marked text. */
export function resolve(marked: string, spoken: readonly SpokenQuote[] = [], decisions?: ActorDecisions): Resolved {
  const { text, spans } = readMarks(marked);
  const article = readArticle(text, readParagraph);
  const mentions = givenMentions(article, spans);
  let from = 0;
  const quotes: AttributedQuote[] = spoken.map((quote, index) => {
    const at = text.indexOf(quote.cue, from);
    if (at < 0) throw new Error(`no cue ${quote.cue}`);
    from = at + quote.cue.length;
    const block = article.blocks.findIndex((item) => item.start <= at && item.end >= at);
    const { start, end } = article.blocks[block]!;
    let words: AttributedQuote['speaker'] = null;
    if (quote.speaker !== null) {
      const after = text.indexOf(quote.speaker, from);
      const place = after >= 0 && after < end ? after : text.lastIndexOf(quote.speaker, at);
      if (place < start) throw new Error(`no speaker ${quote.speaker}`);
      words = { start: place, end: place + quote.speaker.length, text: quote.speaker };
    }
    return {
      start: from,
      end: from,
      text: '',
      kind: 'indirect',
      block,
      cue: { start: at, end: from, text: quote.cue },
      speaker: words,
      inheritsFrom: words !== null || index === 0 ? null : index - 1,
      relation: quote.relation ?? (words === null ? 'inherited' : 'vso'),
      agreement: { gender: quote.gender ?? null, number: quote.number ?? null },
      confidence: 1,
      why: [],
    };
  });
  const titles = article.blocks.map((block) => scanTitles(block.content));
  const resolved = resolveActors(article, mentions, quotes, titles, decisions);
  const nameOf = (id: string | null): string | null => resolved.actors.find((actor) => actor.id === id)?.name ?? null;
  return {
    text,
    actors: resolved.actors,
    mentions: resolved.mentionActors.map(nameOf),
    speakers: resolved.speakerActors.map(nameOf),
    references: resolved.references.map((item) => ({ text: item.text, actor: nameOf(item.actor) ?? '' })),
    roles: (name) => resolved.actors.find((actor) => actor.name === name)?.roles ?? [],
  };
}
