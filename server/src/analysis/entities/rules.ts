/**
 * Names by rules and lists alone: what is left when the model cannot be loaded. It finds countries and large cities,
 * people after a title or by a known first name, and organisations that open with their kind. About half of the names
 * in fresh news, honest and predictable.
 */
import names from '../../../data/entities/names.json';
import type { Article } from '../article/article';
import { lookupKey, normalise } from '../text/normalise';
import type { ParagraphText } from '../text/paragraph';
import { cliticSplits, type Token } from '../text/tokens';
import { mentionOf } from './fit';
import { TYPES, type LabelSpan } from './labels';
import type { Mention } from './mention';
import { triggerBit, triggerBits } from './triggers';

export interface RuledSpan extends LabelSpan {
  /** Letters of proclitics before the first word's stem. */
  readonly clitic: string;
  readonly why: string;
}

const keyOf = (text: string): string => lookupKey(normalise(text));

/** Names by first word: the other words, longest first. */
function byFirstWord(list: readonly string[]): Map<string, string[][]> {
  const out = new Map<string, string[][]>();
  for (const name of list) {
    const [first = '', ...rest] = name.split(' ').map(keyOf);
    const known = out.get(first) ?? [];
    known.push(rest);
    out.set(
      first,
      known.sort((a, b) => b.length - a.length),
    );
  }
  return out;
}

const PLACES = byFirstWord(names.names.LOC);
const FIRST_NAMES = byFirstWord(names.firstNames);
const LAST_NAMES = new Set(names.lastNames.map(keyOf));
const TITLE = triggerBit('title') | triggerBit('kin') | triggerBit('named');
const ORG_HEAD = triggerBit('orgHead');
const ANY_HEAD = TITLE | ORG_HEAD | triggerBit('placeHead') | triggerBit('speech') | triggerBit('time');
const PARTICLE = triggerBit('person');
const [PER, ORG, LOC] = ['PER', 'ORG', 'LOC'].map((type) => TYPES.findIndex((candidate) => candidate === type)) as [
  number,
  number,
  number,
];

/** Heads of organisations that alone decide, without article: «وزارة X», not «الوزارة». */
const ORG_OPENERS = new Set(
  'وزارة حزب شركة وكالة صحيفة قناة منظمة حركة جامعة بنك مصرف نادي هيئة مجلس جماعة جمعية'.split(' ').map(keyOf),
);
const LONGEST_ORG = 4;
/** Function words that no name goes on with. */
const CLOSED = new Set(
  'في من إلى على عن مع بعد قبل عند منذ خلال أن إن التي الذي الذين هذا هذه ذلك تلك قد لم لن لا ما كما أو ثم بين ضد حول حتى كان كانت وقد وهو وهي هو هي'
    .split(' ')
    .map(keyOf),
);

const bitsOf = (token: Token): number => triggerBits(token.key, cliticSplits(token.norm));
const isNisba = (token: Token): boolean => /^ال.{2,}(ي|يه)$/.test(token.key);

function matchList(tokens: readonly Token[], at: number, list: Map<string, string[][]>): RuledSpan | null {
  const token = tokens[at]!;
  if (token.kind !== 'word') return null;
  for (const [key, clitic] of [
    [token.key, ''] as const,
    ...cliticSplits(token.norm).map((split) => [lookupKey(split.full), split.clitic] as const),
  ])
    for (const rest of list.get(key) ?? [])
      if (rest.every((word, index) => tokens[at + 1 + index]?.key === word))
        return { first: at, end: at + 1 + rest.length, type: LOC, clitic, why: 'gazetteer' };
  return null;
}

const mayContinue = (token: Token | undefined): token is Token =>
  token !== undefined && token.kind === 'word' && !CLOSED.has(token.key) && (bitsOf(token) & ~PARTICLE) === 0;

/** A person: a known first name, or any word right after a title, with a family name. */
function matchPerson(tokens: readonly Token[], at: number, titled: boolean): RuledSpan | null {
  const listed = matchList(tokens, at, FIRST_NAMES);
  let end = listed?.end ?? at + 1;
  while (end < tokens.length && (bitsOf(tokens[end]!) & PARTICLE) !== 0 && mayContinue(tokens[end + 1])) end += 2;
  const next = tokens[end];
  const family = next !== undefined && (LAST_NAMES.has(next.key) || FIRST_NAMES.has(next.key));
  if (listed === null && !(family && titled)) return null;
  if (family || (titled && mayContinue(next) && !next.norm.startsWith('و'))) end++;
  if (end === at + 1 && !titled) return null;
  return { first: at, end, type: PER, clitic: listed?.clitic ?? '', why: titled ? 'title' : 'gazetteer' };
}

/** An organisation: its kind, then words with the article («وزارة الخارجية السورية»), or one word («حزب الله»). */
function matchOrganisation(tokens: readonly Token[], at: number): RuledSpan | null {
  const token = tokens[at]!;
  const split = cliticSplits(token.norm).find(({ stem }) => ORG_OPENERS.has(lookupKey(stem)));
  if (!ORG_OPENERS.has(token.key) && split === undefined) return null;
  let end = at + 1;
  while (end < at + LONGEST_ORG && mayContinueOrganisation(tokens[end])) end++;
  return end > at + 1 ? { first: at, end, type: ORG, clitic: split?.clitic ?? '', why: 'org-head' } : null;
}

const mayContinueOrganisation = (token: Token | undefined): boolean =>
  token !== undefined && token.kind === 'word' && token.key.startsWith('ال') && token.key.length > 3;

/** Whether a title stands right before, a nationality or two between («الرئيس الروسي فلاديمير …»). */
function isTitled(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (before >= 0 && at - before <= 3 && isNisba(tokens[before]!) && (bitsOf(tokens[before]!) & TITLE) === 0)
    before--;
  return before >= 0 && (bitsOf(tokens[before]!) & TITLE) !== 0;
}

/** Mentions of a paragraph by rules, in order, never overlapping. Linear. */
export function findByRules({ tokens }: ParagraphText): RuledSpan[] {
  const spans: RuledSpan[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at]!;
    if (token.kind !== 'word' || CLOSED.has(token.key)) {
      at++;
      continue;
    }
    const span =
      matchList(tokens, at, PLACES) ??
      matchOrganisation(tokens, at) ??
      ((bitsOf(token) & ANY_HEAD) === 0 ? matchPerson(tokens, at, isTitled(tokens, at)) : null);
    if (span !== null) spans.push(span);
    at = span?.end ?? at + 1;
  }
  return spans;
}

/** How far a rule is to be trusted, from the rules' own scores on annotated news. */
const RULE_CONFIDENCE: Readonly<Record<string, number>> = { gazetteer: 0.8, title: 0.6, 'org-head': 0.5 };

/** A ruled span as a mention. */
export function mentionByRules(article: Article, block: number, span: RuledSpan): Mention {
  return mentionOf(article, block, {
    ...span,
    type: TYPES[span.type]!,
    confidence: RULE_CONFIDENCE[span.why] ?? 0.5,
    why: ['rules', span.why],
  });
}
