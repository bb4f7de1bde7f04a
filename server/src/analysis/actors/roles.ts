/** Roles: which title phrase names which person's role, before the name («وزير … X») or after it («X، وزير …»). */
import type { Article } from '../article/article';
import type { Mention } from '../entities/mention';
import { originalOffset } from '../text/normalise';
import { firstNameGender } from './gender';
import type { BlockNames, TitlePhrase } from './phrases';
import { readTitle } from './phrases';
import type { ParagraphTitles, TitleWord } from './titles';

/** A title phrase that a person bears. */
export interface RoleEvidence {
  readonly block: number;
  readonly phrase: TitlePhrase;
  /** Mention index of the bearer. */
  readonly mention: number;
  readonly how: 'before' | 'after';
}

/** A title phrase without a name: it may stand for a person named elsewhere. */
export interface LoosePhrase {
  readonly block: number;
  readonly phrase: TitlePhrase;
}

export interface RoleReading {
  readonly roles: readonly RoleEvidence[];
  readonly loose: readonly LoosePhrase[];
}

const APPOSITION = new Set(['،', ',', '-', '–', '(', '؛']);
const COPULA = new Set(['وهو', 'وهي', 'هو', 'هي']);

/** The person named right before a title word, as in «X، وزير …» or «X، وهو وزير …»; -1 where there is none. */
function namedBefore(names: BlockNames, word: TitleWord): number {
  const tokens = names.block.content.tokens;
  let at = word.token - 1;
  let separated = false;
  if (tokens[at]?.key === 'ايضا') at--;
  if (at >= 0 && COPULA.has(tokens[at]!.key)) at--;
  if (at >= 0 && (tokens[at]!.text === '»' || tokens[at]!.text === '”' || tokens[at]!.text === '"')) at--;
  if (at >= 0 && names.at(at) < 0 && APPOSITION.has(tokens[at]!.text)) {
    separated = true;
    at--;
  }
  const mention = at >= 0 ? names.at(at) : -1;
  if (mention < 0 || names.mentions[mention]!.type !== 'PER') return -1;
  const { firstToken, endToken } = names.mentions[mention]!;
  // Without a comma a surname may be the subject and the title its object («التقى لافروف وزير …»).
  return separated || endToken - firstToken > 1 ? mention : -1;
}

/** Whether two titles in a row may be one person's: courtesy, rank and profession join others, two offices do not. */
function mayShare(word: TitleWord, next: TitleWord): boolean {
  if (next.kind === 'honorific' || next.kind === 'rank' || next.kind === 'profession') return true;
  return word.kind === 'honorific' || word.kind === 'rank';
}

/** Whether the gender that a full name's first word tells is the title's. */
function mayBear(names: BlockNames, phrase: TitlePhrase): boolean {
  const mention = names.mentions[phrase.target]!;
  if (mention.endToken - mention.firstToken < 2) return true;
  const gender = firstNameGender(names.block.content.tokens[mention.firstToken]!.key);
  return gender === null || gender === phrase.word.gender;
}

interface BlockRoles {
  readonly names: BlockNames;
  readonly index: number;
  readonly roles: RoleEvidence[];
  readonly loose: LoosePhrase[];
}

/** Titles that stand directly after a role of the same person: «…، وعضو …», «عضو … حاكم …». */
function continuedRole(at: BlockRoles, phrase: TitlePhrase, previous: RoleEvidence | undefined): number {
  if (previous?.how !== 'after') return -1;
  const gap = phrase.word.token - previous.phrase.end;
  if (gap < 0 || gap > 1) return -1;
  if (gap === 0 && phrase.word.definite && phrase.word.clitic === '') return -1;
  const between = gap === 1 ? at.names.block.content.tokens[previous.phrase.end] : undefined;
  if (between !== undefined && !APPOSITION.has(between.text)) return -1;
  return phrase.word.clitic === 'و' || phrase.word.clitic === '' ? previous.mention : -1;
}

function readBlock(names: BlockNames, index: number, words: readonly TitleWord[]): BlockRoles {
  const out: BlockRoles = { names, index, roles: [], loose: [] };
  const free = words.filter((word) => names.at(word.token) < 0);
  const phrases = free.map((word) => readTitle(names, word));
  // From right to left: a title before another title of one person («الشيخ الدكتور X») has that one's bearer.
  const bearer = new Map<number, number>();
  for (let i = phrases.length - 1; i >= 0; i--) {
    const phrase = phrases[i]!;
    if (phrase.stop === 'person') {
      // «زوجة الرئيس، X»: a man is nobody's wife; the title inside it is his.
      if (mayBear(names, phrase)) bearer.set(phrase.word.token, phrase.target);
    } else if (phrase.stop === 'title') {
      const next = names.titleAt.get(phrase.target);
      const shared = bearer.get(phrase.target);
      if (next && shared !== undefined && mayShare(phrase.word, next)) bearer.set(phrase.word.token, shared);
    }
  }
  let swallowedTo = -1;
  let swallower: TitlePhrase | null = null;
  for (const phrase of phrases) {
    const target = bearer.get(phrase.word.token);
    const nested = phrase.word.token < swallowedTo && swallower !== null;
    if (nested && !(target !== undefined && swallower?.inner.includes(target))) continue;
    const before = phrase.word.clitic === '' || phrase.word.clitic === 'و' ? namedBefore(names, phrase.word) : -1;
    const continued = continuedRole(out, phrase, out.roles[out.roles.length - 1]);
    const after = phrase.word.clitic === '' && before >= 0 ? before : continued;
    if (after >= 0 && after !== target && (target === undefined || phrase.separated))
      out.roles.push({ block: index, phrase, mention: after, how: 'after' });
    else if (target !== undefined) out.roles.push({ block: index, phrase, mention: target, how: 'before' });
    else if (!nested) out.loose.push({ block: index, phrase });
    if (!nested && (phrase.stop !== 'person' || target !== undefined || after >= 0)) {
      swallowedTo = phrase.end;
      swallower = phrase;
    }
  }
  return out;
}

/** Reads all title phrases of the article. Linear. */
export function readRoles(blocks: readonly BlockNames[], titles: readonly ParagraphTitles[]): RoleReading {
  const roles: RoleEvidence[] = [];
  const loose: LoosePhrase[] = [];
  blocks.forEach((names, index) => {
    const words = titles[index]?.titles ?? [];
    if (words.length === 0) return;
    const read = readBlock(names, index, words);
    roles.push(...read.roles);
    loose.push(...read.loose);
  });
  return { roles, loose };
}

/** The span of a title phrase in the article, proclitics left out. */
export function phraseSpan(article: Article, block: number, phrase: TitlePhrase): { start: number; end: number } {
  const { start, content } = article.blocks[block]!;
  const head = content.tokens[phrase.word.token]!;
  const last = content.tokens[phrase.end - 1] ?? head;
  return { start: start + head.start + originalOffset(head.text, phrase.word.clitic.length), end: start + last.end };
}

/** A role as shown: as written, without proclitic, on one line. */
export function roleText(article: Article, block: number, phrase: TitlePhrase): string {
  const { start, end } = phraseSpan(article, block, phrase);
  const text = article.text.slice(start, end).replace(/\s+/g, ' ').trim();
  return phrase.word.restored ? `ا${text}` : text;
}

const NO_TITLES: ReadonlyMap<number, TitleWord> = new Map();

/** Names of one block by token. */
export function blockNames(
  article: Article,
  mentions: readonly Mention[],
  titles: readonly ParagraphTitles[],
): BlockNames[] {
  const cover = article.blocks.map((block) => new Int32Array(block.content.tokens.length).fill(-1));
  mentions.forEach((mention, index) => {
    cover[mention.block]?.fill(index, mention.firstToken, mention.endToken);
  });
  return article.blocks.map((block, index) => ({
    block,
    at: (token: number) => cover[index]![token] ?? -1,
    mentions,
    titleAt: titles[index]?.titleAt ?? NO_TITLES,
    phrases: new Map(),
  }));
}
