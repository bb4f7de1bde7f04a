/** Why something is taken for a name: ids of evidence for a reader, `rule` or `rule:word` (their words are among the messages). */
import type { EntityType } from '../model';
import type { ParagraphText } from '../text/paragraph';
import type { Token } from '../text/tokens';
import type { LabelSpan } from './labels';
import { TYPES } from './labels';
import type { ScoredWord } from './tagger';
import { triggerBit } from './triggers';

const TITLE = triggerBit('title') | triggerBit('kin') | triggerBit('named');
const SPEECH = triggerBit('speech');
/** The class of word that opens or introduces a name of each type. */
const HEADS: Readonly<Record<EntityType, { readonly bits: number; readonly rule: string }>> = {
  PER: { bits: TITLE, rule: 'title' },
  ORG: { bits: triggerBit('orgHead'), rule: 'org-head' },
  LOC: { bits: triggerBit('placeHead'), rule: 'place-head' },
  MISC: { bits: triggerBit('eventHead'), rule: 'event-head' },
};
/** Nationalities and the like that may stand between a title and its name. */
const BETWEEN = 3;
/** A word's share of uses as a name of the type, in fifteenths, from which it is called a known name. */
const KNOWN = 7;
const OPENING = new Set(['«', '"', '“', '”', '„', '(']);
const CLOSING = new Set(['»', '"', '”', '“', ')']);

/** The word of a class right before the name, adjectives between allowed; null where there is none. */
function introducer(words: readonly ScoredWord[], tokens: readonly Token[], first: number, bits: number): Token | null {
  for (let at = first - 1; at >= 0 && first - at <= BETWEEN; at--) {
    if (tokens[at]!.kind === 'punctuation') return null;
    if ((words[at]!.type.triggers & bits) !== 0) return tokens[at]!;
  }
  return null;
}

/**
 * Evidence for a name, never empty: where nothing can be pointed at, the model's weighing of spelling and neighbours.
 * @param elsewhere whether the article uses its last word as such a name elsewhere.
 */
export function reasonsFor(
  content: ParagraphText,
  words: readonly ScoredWord[],
  span: LabelSpan,
  elsewhere: boolean,
): string[] {
  const { tokens } = content;
  const type = TYPES[span.type]!;
  const { bits, rule } = HEADS[type];
  const out: string[] = [];
  const opener = type !== 'PER' && (words[span.first]!.type.triggers & bits) !== 0 ? tokens[span.first]! : null;
  const head = opener ?? introducer(words, tokens, span.first, bits);
  if (head !== null) out.push(`${rule}:${head.norm}`);
  const before = tokens[span.first - 1];
  const after = tokens[span.end];
  if (before !== undefined && after !== undefined && OPENING.has(before.text) && CLOSING.has(after.text))
    out.push('marks');
  if (before !== undefined && (words[span.first - 1]!.type.triggers & SPEECH) !== 0) out.push(`speech:${before.norm}`);
  let known = 0;
  for (let i = span.first; i < span.end; i++) if (words[i]!.type.names[span.type]! >= KNOWN) known++;
  if (known * 2 >= span.end - span.first) out.push('known-name');
  if (elsewhere) out.push('elsewhere');
  return out.length > 0 ? out : ['model'];
}
