/** Who speaks: a quote's speaker words, or the quote it goes on from, resolved to an actor. */
import type { Article } from '../article/article';
import type { Mention } from '../entities/mention';
import type { Span } from '../model';
import type { BodyIndex } from './bodies';
import type { NameIndex } from './name-index';
import { roleKey, type RoleIndex, type Timeline } from './nominals';
import { readTitle, readTitleUpTo, tokenAt, type BlockNames, type TitlePhrase } from './phrases';
import {
  demonymCode,
  DOCUMENTS,
  keyOf,
  MOUTHPIECES,
  PREPOSITIONS,
  SPEAKING_HEADS,
  VENUES,
  withoutArticle,
} from './tables';
import type { BodyWord, ParagraphTitles, TitleWord } from './titles';
import { cliticSplits } from '../text/tokens';

export interface SpeakerContext {
  readonly article: Article;
  readonly blocks: readonly BlockNames[];
  readonly titles: readonly ParagraphTitles[];
  readonly mentions: readonly Mention[];
  /** Actor number of each mention, -1 for MISC. */
  readonly actorOf: (mention: number) => number;
  readonly typeOf: (actor: number) => 'PER' | 'ORG' | 'LOC';
  readonly genderOf: (actor: number) => 'm' | 'f' | null;
  readonly roles: RoleIndex;
  readonly bodies: BodyIndex;
  readonly names: NameIndex;
  readonly timeline: Timeline;
}

export interface Resolution {
  readonly actor: number | null;
  readonly why: string;
}

export const NOBODY: Resolution = { actor: null, why: 'unnamed' };
const OPENING = new Set(['«', '“', '”', '"', '„', '‹', '#', '(']);
const SELF = new Set(['ذاته', 'ذاتها', 'نفسه', 'نفسها', 'عينه', 'عينها']);
/** Nouns that mean whoever spoke last when «نفسه» or the like follows. */
const SAME_SPEAKER = new Set(['مصدر', 'متحدث', 'ناطق', 'مسيول', 'مسؤول', 'نايب', 'جهه']);

/** How many mentions (in order of their start) end at or before a position. */
export function mentionsBefore(mentions: readonly Mention[], position: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (mentions[mid]!.end <= position) low = mid + 1;
    else high = mid;
  }
  return low;
}

interface Words {
  readonly names: BlockNames;
  readonly block: number;
  readonly from: number;
  readonly to: number;
}

/** Tokens of a span of the article. */
function wordsOf(context: SpeakerContext, span: Span, block: number): Words | null {
  const names = context.blocks[block];
  if (names === undefined) return null;
  const { start, content } = names.block;
  const tokens = content.tokens;
  let from = tokenAt(names.block, span.start);
  if (from >= tokens.length) return null;
  let to = from;
  while (to < tokens.length && start + tokens[to]!.start < span.end) to++;
  while (from < to && OPENING.has(tokens[from]!.text)) from++;
  return from < to ? { names, block, from, to } : null;
}

/** A second name of the same standing makes a group, who is no actor («الجيش والشرطة»). */
function isGroup(context: SpeakerContext, words: Words, first: number): boolean {
  for (let i = context.mentions[first]!.endToken; i < words.to; i++) {
    const index = words.names.at(i);
    if (index < 0 || index === first) continue;
    const other = context.mentions[index]!;
    const before = words.names.block.content.tokens[other.firstToken - 1];
    if (other.clitic.startsWith('و') || before?.key === 'و') return context.actorOf(index) !== context.actorOf(first);
  }
  return false;
}

const named = (context: SpeakerContext, words: Words, mention: number): Resolution => {
  const actor = context.actorOf(mention);
  return actor < 0 || isGroup(context, words, mention) ? NOBODY : { actor, why: 'named' };
};

/** Feminine nouns that look like adjectives after a woman's title («وزيرة خارجية …»). */
const NOUNS_IN_YA = new Set(
  ['خارجية', 'داخلية', 'مالية', 'بلدية', 'جمهورية', 'مديرية', 'جمعية', 'كلية', 'قنصلية', 'مفوضية', 'تربية'].map(keyOf),
);

/** «خبير اقتصادي», «طبيبة نفسية»: an adjective without article leaves the title indefinite. */
function isIndefiniteAdjective(phrase: TitlePhrase, next: string): boolean {
  if (next.startsWith('ال')) return false;
  return phrase.word.gender === 'm' ? next.endsWith('ي') : next.endsWith('يه') && !NOUNS_IN_YA.has(next);
}

/** Whether a title phrase means one certain person: «الوزير», «وزير الخارجية», not «متحدث باسم …». */
export function isDefinitePhrase(names: BlockNames, phrase: TitlePhrase): boolean {
  if (phrase.word.definite || phrase.word.possessed) return true;
  const next = names.block.content.tokens[phrase.word.token + 1];
  if (next === undefined || phrase.end <= phrase.word.token + 1 || SPEAKING_HEADS.has(phrase.word.lemma)) return false;
  if (names.at(phrase.word.token + 1) >= 0) return true;
  if (isIndefiniteAdjective(phrase, next.key)) return false;
  if (next.key.length >= 4 && next.key.startsWith('ال')) return true;
  // «رئيس حكومة X», «مدير عام الدائرة»: definite by its last member.
  for (let i = phrase.word.token + 2; i < phrase.end; i++) {
    const key = names.block.content.tokens[i]!.key;
    if (names.at(i) >= 0 || (key.length >= 4 && key.startsWith('ال'))) return true;
  }
  return false;
}

/** Resolves a title phrase that no name follows: the whole of it, then without its last words. */
export function resolvePhrase(
  names: BlockNames,
  roles: RoleIndex,
  phrase: TitlePhrase,
  position: number,
): { actor: number; end: number } | null {
  if (!isDefinitePhrase(names, phrase)) return null;
  const shortest = phrase.end - phrase.word.token > 1 ? phrase.word.token + 2 : phrase.end;
  const tokens = names.block.content.tokens;
  for (let end = phrase.end; end >= shortest; end--) {
    // Only a definite noun that may be the verb's object is taken off, never a country or a part of a name.
    const dropped = tokens[end];
    if (end < phrase.end && (dropped === undefined || !mayBeObject(names, end))) break;
    const key = roleKey(names, phrase, end);
    if (key.words.size === 0 && end !== phrase.word.token + 1) break;
    const actor = roles.resolve(key, position);
    if (actor !== null) return { actor, end };
  }
  return null;
}

/** Whether the token may stand outside the title before it: «وصف الوزير السعودي الاتفاق بأنه». */
function mayBeObject(names: BlockNames, at: number): boolean {
  const tokens = names.block.content.tokens;
  const before = tokens[at - 1]!;
  const closed = before.key.startsWith('ال') || names.at(at - 1) >= 0;
  return closed && names.at(at) < 0 && tokens[at]!.key.startsWith('ال') && demonymCode(tokens[at]!.key) === null;
}

function resolveTitle(context: SpeakerContext, words: Words, word: TitleWord, at: number): Resolution | 'last-speaker' {
  const { names } = words;
  const phrase = readTitleUpTo(names, word, words.to);
  if (phrase.stop === 'person') return named(context, words, phrase.target);
  // The words may be cut short of the name that the title belongs to.
  const whole = readTitle(names, word);
  if (whole.stop === 'person' && whole.end >= words.to) return named(context, words, whole.target);
  for (let i = words.from; i < words.to; i++) {
    const index = names.at(i);
    if (index >= 0 && context.mentions[index]!.type === 'PER' && !phrase.inner.includes(index))
      return named(context, words, index);
  }
  const tokens = names.block.content.tokens;
  if (word.token + 1 < words.to && SELF.has(tokens[word.token + 1]!.key)) return 'last-speaker';
  const found = resolvePhrase(names, context.roles, phrase, at);
  if (found) return { actor: found.actor, why: 'title' };
  const alone = phrase.end === word.token + 1 && words.to === phrase.end;
  return alone && word.definite && SPEAKING_HEADS.has(word.lemma) ? 'last-speaker' : NOBODY;
}

/** The nationality adjective among the words after a head noun («الشرطة البريطانية»), or null. */
function countryOf(words: Words, head: number): string | null {
  for (let i = head + 1; i < words.to && i <= head + 3; i++) {
    const code = demonymCode(words.names.block.content.tokens[i]!.key);
    if (code !== null) return code;
  }
  return null;
}

function resolveBodyWord(context: SpeakerContext, words: Words, body: BodyWord, at: number): Resolution | 'issuer' {
  const { names } = words;
  for (let i = body.token + 1; i < words.to && i <= body.token + 5; i++) {
    const index = names.at(i);
    // «صحيفة مقربة من الحكومة X» is not that government.
    if (index < 0 && body.kind === 'organisation' && PREPOSITIONS.has(names.block.content.tokens[i]!.key)) break;
    if (index < 0) continue;
    if (context.mentions[index]!.type === 'ORG') return named(context, words, index);
    if (context.mentions[index]!.type === 'PER') return NOBODY;
  }
  if (body.kind === 'document') {
    if (!body.definite) return nearbyIssuer(context, words, body);
    const issuer = context.bodies.issuer(body.noun, at);
    return issuer === null ? 'issuer' : { actor: issuer, why: 'document' };
  }
  const actor = body.definite ? context.bodies.resolve(body.noun, at, countryOf(words, body.token)) : null;
  return actor === null ? NOBODY : { actor, why: 'head-noun' };
}

const ISSUING = new Set(
  [
    'أصدر',
    'أصدرت',
    'نشر',
    'نشرت',
    'أعد',
    'أعدت',
    'نشره',
    'نشرته',
    'أصدره',
    'أصدرته',
    'أعده',
    'أعدته',
    'صادر',
    'صادرة',
  ].map(keyOf),
);
/** How far from a document its issuer is looked for, in tokens. */
const ISSUER_REACH = 10;

/** «تقرير نشره معهد X», «أصدر مركز X بياناً يحذر …»: the body that issued a document told of for the first time. */
function nearbyIssuer(context: SpeakerContext, words: Words, body: BodyWord): Resolution {
  const { names } = words;
  const tokens = names.block.content.tokens;
  let issued = false;
  for (let i = body.token + 1; i < tokens.length && i <= body.token + 6; i++) {
    const token = tokens[i]!;
    if (token.text === '.' || token.text === '،') break;
    issued ||= ISSUING.has(token.key);
    const index = names.at(i);
    if (issued && index >= 0 && context.mentions[index]!.type === 'ORG')
      return { actor: context.actorOf(index), why: 'document' };
  }
  let candidate = -1;
  for (let i = body.token - 1; i >= 0 && i >= body.token - ISSUER_REACH; i--) {
    if (tokens[i]!.text === '.') break;
    const index = names.at(i);
    if (index >= 0 && context.mentions[index]!.type === 'ORG') candidate = index;
    const verb = ISSUING.has(tokens[i]!.key);
    if (verb && candidate < 0) issued = true;
    if ((verb || issued) && candidate >= 0) return { actor: context.actorOf(candidate), why: 'document' };
  }
  return NOBODY;
}

/** How many names back the latter of two is looked for. */
const NAMES_BACK = 12;

/** The actor last named before a position, of the gender asked for. */
function lastNamed(context: SpeakerContext, at: number, gender: 'm' | 'f'): number | null {
  const last = mentionsBefore(context.mentions, at) - 1;
  for (let i = last; i >= 0 && i > last - NAMES_BACK; i--) {
    const actor = context.actorOf(i);
    if (actor < 0 || context.typeOf(actor) !== 'PER') continue;
    const known = context.genderOf(actor);
    if (known === null || known === gender) return actor;
  }
  return null;
}

/** Resolves words that name a speaker. `last` gives the last speaker before, of one type where told. */
export function resolveWords(
  context: SpeakerContext,
  span: Span,
  block: number,
  last: (type?: 'PER' | 'ORG') => number | null,
): Resolution {
  const words = wordsOf(context, span, block);
  if (words === null) return NOBODY;
  const found = resolveHead(context, words, block, last);
  return found.actor === null ? byName(context, words) : found;
}

/** Words that hold no mention but are a name of an actor: the recogniser missed it here and found it elsewhere. */
function byName(context: SpeakerContext, words: Words): Resolution {
  for (let i = words.from; i < words.to; i++) if (words.names.at(i) >= 0) return NOBODY;
  const tokens = words.names.block.content.tokens;
  const word = words.names.titleAt.get(words.from);
  // «الوزير X»: after the title, whatever of it the name may begin with.
  const starts = word ? [words.from + 1, words.from + 2, words.from + 3] : [words.from];
  for (const from of starts) {
    const actor = from < words.to ? context.names.find(tokens.slice(from, words.to)) : null;
    if (actor !== null) return { actor, why: 'name' };
  }
  return NOBODY;
}

function resolveHead(
  context: SpeakerContext,
  words: Words,
  block: number,
  last: (type?: 'PER' | 'ORG') => number | null,
): Resolution {
  const { names, from } = words;
  const first = names.block.content.tokens[from]!;
  const at = names.block.start + first.start;
  const mention = names.at(from);
  if (mention >= 0) return named(context, words, mention);
  const key = withoutArticle(first.key);
  const repeated = names.block.content.tokens.slice(from + 1, from + 4);
  if (SAME_SPEAKER.has(key) && repeated.some((token) => SELF.has(token.key)))
    return { actor: last(), why: 'last-speaker' };
  if (first.key === 'الاخير' || first.key === 'الاخيره') {
    const actor = lastNamed(context, at, first.key === 'الاخير' ? 'm' : 'f');
    return actor === null ? NOBODY : { actor, why: 'latter' };
  }
  const word = names.titleAt.get(from);
  if (word) {
    const found = resolveTitle(context, words, word, at);
    if (found !== 'last-speaker' && found.actor !== null) return found;
    const actor = found === 'last-speaker' ? last('PER') : null;
    if (actor !== null) return { actor, why: 'last-speaker' };
  }
  const body = context.titles[block]?.bodies.find((item) => item.token === from);
  if (word && !body) return NOBODY;
  if (body) {
    const found = resolveBodyWord(context, words, body, at);
    if (found !== 'issuer') return found;
    const actor = last('ORG');
    return actor === null ? NOBODY : { actor, why: 'document' };
  }
  return resolveOther(context, words, at);
}

/** The only organisation in the words, where nobody else is named; -1 where there is none or several. */
function onlyBody(context: SpeakerContext, words: Words): number {
  let only = -1;
  for (let i = words.from; i < words.to; i++) {
    const index = words.names.at(i);
    if (index < 0 || index === only) continue;
    const { type } = context.mentions[index]!;
    if (type === 'PER' || (type === 'ORG' && only >= 0)) return -1;
    if (type === 'ORG') only = index;
  }
  return only;
}

/** Words that begin with none of the known heads: «المندوبية», «الفنان القدير X». */
function resolveOther(context: SpeakerContext, words: Words, at: number): Resolution {
  const { names, from, to } = words;
  const first = names.block.content.tokens[from]!;
  const key = withoutArticle(first.key);
  if (MOUTHPIECES.has(key)) {
    const body = onlyBody(context, words);
    if (body >= 0) return named(context, words, body);
  }
  const splits = [first.key, ...cliticSplits(first.norm).map((split) => split.full)];
  const definite = splits.find((key) => key.length >= 4 && key.startsWith('ال'));
  if (definite === undefined) return NOBODY;
  const last = names.at(to - 1);
  if (last >= 0 && context.mentions[last]!.type === 'PER') return named(context, words, last);
  if (DOCUMENTS.has(withoutArticle(definite)) || VENUES.has(definite)) return NOBODY;
  const actor = context.bodies.resolve(definite, at, countryOf(words, from));
  return actor === null ? NOBODY : { actor, why: 'head-noun' };
}
