/**
 * Title phrases: TITLE + complement + nationality, read from a title word up to a person's name or to the phrase's end.
 *
 * The noun phrase is OPEN after a construct noun or a preposition (a noun must follow: «وزير …», «في …») and CLOSED
 * after a definite noun or a name, when only adjectives, further prepositional phrases or «و» + noun may follow.
 */
import type { Block } from '../article/article';
import type { Mention } from '../entities/mention';
import { cliticSplits, type Token } from '../text/tokens';
import {
  AUDIENCE,
  demonymCode,
  CHAIN_HEADS,
  keyOf,
  isAdjectivalHead,
  MODIFIERS,
  ORG_HEADS,
  PREPOSITIONS,
  SPEAKING_HEADS,
  STOPS,
  VENUES,
  withoutArticle,
} from './tables';
import type { TitleWord } from './titles';

/** Longest phrase, in tokens. */
const LONGEST = 22;

/** Construct nouns after which a person's name or title is a complement and not the bearer («حكومة X», «حملة الرئيس X»). */
const GOVERNORS = new Set(
  ['حكومة', 'إدارة', 'نظام', 'عائلة', 'أسرة', 'حملة', 'مكتب', 'معسكر', 'عهد', 'تيار', 'زعامة', 'رئاسة', 'قيادة'].map(
    keyOf,
  ),
);

/** Where the article's names stand: mention index by token for one block. */
export interface BlockNames {
  readonly block: Block;
  /** Mention index covering the token, or -1. */
  readonly at: (token: number) => number;
  readonly mentions: readonly Mention[];
  /** Title words of the block by token. */
  readonly titleAt: ReadonlyMap<number, TitleWord>;
  /** Phrases read so far, by the token of their title word. */
  readonly phrases: Map<number, TitlePhrase>;
}

/** The block's token that covers or follows a position of the article; the number of tokens where none does. */
export function tokenAt(block: Block, position: number): number {
  const { tokens } = block.content;
  const offset = position - block.start;
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (tokens[mid]!.end <= offset) low = mid + 1;
    else high = mid;
  }
  return low;
}

export interface TitlePhrase {
  readonly word: TitleWord;
  /** One past the last token of the role. */
  readonly end: number;
  /** Why it ended: a person's name that bears the title, another title of the same person, or something else. */
  readonly stop: 'person' | 'title' | 'other';
  /** The person's mention index, or the next title word's token, by `stop`. */
  readonly target: number;
  /** Whether a comma, mark or bracket stands between the title and the name. */
  readonly separated: boolean;
  /** Persons inside the phrase as complement («محامية خليل»). */
  readonly inner: readonly number[];
}

/** Lemmas that are verbs as well: before another title they are its verb. */
const VERB_LIKE = new Set(['طالب', 'حكم', 'قائم'].map(keyOf));

type State = 'open' | 'closed';

interface Reader {
  readonly names: BlockNames;
  readonly tokens: readonly Token[];
  readonly word: TitleWord;
  state: State;
  at: number;
  /** End of the last token that may close the phrase. */
  end: number;
  /** Where the phrase ends unless a person's name shows that the words after it belong to it; -1 while certain. */
  firm: number;
  sawCountry: boolean;
  prepositions: number;
  inner: number[];
}

const SEPARATORS = new Set(['،', ',', '«', '“', '”', '"', '„', '#', '(', '؛', '-', '–']);
const OPENERS: Readonly<Record<string, string>> = { '«': '»', '“': '”', '”': '“', '„': '“', '"': '"', '‹': '›' };

const isDefinite = (key: string): boolean => key.length >= 4 && key.startsWith('ال');

/** Whether an indefinite word may be an imperfect verb («يلتقي», «تستضيف»). */
const looksVerbal = (norm: string): boolean => norm.length >= 4 && norm.startsWith('ي') && !norm.endsWith('ة');

/** A quoted name inside the phrase («شبكة “X”»): the token after its closing mark, or -1. */
function afterQuoted(reader: Reader): number {
  const close = OPENERS[reader.tokens[reader.at]!.text];
  if (close === undefined) return -1;
  for (let i = reader.at + 1; i < reader.tokens.length && i <= reader.at + 7; i++) {
    const text = reader.tokens[i]!.text;
    if (text === close || (close === '“' && text === '”')) return i + 1;
  }
  return -1;
}

/** A preposition may go on with the phrase unless what follows is where or when something was said. */
function prepositionFits(reader: Reader, stem: string, next: Token | undefined): boolean {
  if (next === undefined || (next.kind !== 'word' && next.kind !== 'latin' && OPENERS[next.text] === undefined))
    return false;
  const bare = withoutArticle(next.key);
  if (VENUES.has(next.key) || VENUES.has(bare) || STOPS.has(next.key)) return false;
  const lemma = reader.word.lemma;
  if (stem === 'من') return reader.names.at(reader.at + 1) >= 0 || bare === 'حزب' || bare === 'اصل';
  if (stem === 'علي') return ['مشرف', 'مسءول', 'مسئول', 'مسؤول', 'قائم'].includes(lemma);
  if (stem === 'الي') return ['مبعوث', 'سفير', 'مندوب'].includes(lemma);
  if (stem === 'في' || stem === 'ب') {
    const place = reader.names.at(reader.at + 1) >= 0 || isDefinite(next.key) || ORG_HEADS.has(next.key);
    return place || GOVERNORS.has(next.key) || OPENERS[next.text] !== undefined;
  }
  if (stem === 'عن') return ['مسؤول', 'مسئول', 'مدافع', 'نائب', 'ممثل', 'متحدث', 'ناطق', 'عضو', 'مرشح'].includes(lemma);
  return true;
}

/** «للمفاوضات», «باسم», «بالمخيم»: an attached preposition that goes on with the phrase. */
function attachedFits(reader: Reader, token: Token): State | null {
  if (isDefinite(token.key)) return null;
  for (const split of cliticSplits(token.norm)) {
    const full = keyOf(split.full);
    if (split.clitic === 'ب') {
      if (full === 'اسم') return SPEAKING_HEADS.has(reader.word.lemma) || reader.state === 'closed' ? 'open' : null;
      if (MODIFIERS.has(token.key)) return 'closed';
      if (isDefinite(full) && !VENUES.has(full) && !full.startsWith('القو')) return 'closed';
      if (reader.names.at(reader.at) >= 0) return 'closed';
      return ['منظمه', 'مجلس', 'وزاره', 'جامعه', 'مستشفي', 'جيش', 'هيئه', 'مركز', 'معهد'].includes(full)
        ? 'open'
        : null;
    }
    if (split.clitic === 'ل') {
      if (AUDIENCE.has(full) || AUDIENCE.has(withoutArticle(full)) || AUDIENCE.has(token.key)) return null;
      if (split.full !== split.stem) return 'closed';
      return reader.names.at(reader.at) >= 0 || full === 'حزب' || full === 'حركه' || full === 'مجلس' ? 'open' : null;
    }
  }
  return null;
}

/** «الثقافة والإعلام»: one more noun of the complement; not another person's title. */
function coordinates(reader: Reader, token: Token): boolean {
  if (reader.word.definite || reader.sawCountry || reader.names.titleAt.has(reader.at)) return false;
  const norm = token.norm;
  return norm.startsWith('وال') && norm.length >= 5 && token.key !== 'والذي' && token.key !== 'والتي';
}

const accept = (reader: Reader, state: State, to: number = reader.at + 1): true => {
  reader.state = state;
  reader.at = to;
  reader.end = to;
  return true;
};

/** Reads one mention inside the phrase; false ends it. */
function readName(reader: Reader, index: number): boolean {
  const mention = reader.names.mentions[index]!;
  if (mention.type === 'PER') {
    const previous = reader.tokens[reader.at - 1]!;
    const direct = reader.at === reader.word.token + 1;
    const governed =
      reader.state === 'open' &&
      ((direct && reader.word.kind !== 'rank' && reader.word.kind !== 'honorific') ||
        GOVERNORS.has(previous.key) ||
        reader.word.kind === 'kin' ||
        (SPEAKING_HEADS.has(reader.word.lemma) && previous.key === 'باسم'));
    if (!governed) return false;
    reader.inner.push(index);
    return accept(reader, 'closed', mention.endToken);
  }
  if (mention.firstToken !== reader.at) return accept(reader, 'closed', mention.endToken);
  const clitic = mention.clitic;
  if (reader.state === 'closed') {
    if (clitic === '' || clitic.startsWith('و') || clitic.startsWith('ف')) {
      // «شركة PWC الشرق الأوسط»: a region that follows a name directly.
      const adjective = isDefinite(reader.tokens[reader.at]!.key) && mention.endToken === reader.at + 1;
      if (!(clitic === '' && mention.type === 'LOC' && reader.names.at(reader.at - 1) >= 0) && !adjective) return false;
    } else if (clitic.endsWith('ل') && isAudience(reader, mention)) return false;
  } else if (clitic.startsWith('و')) return false;
  if (mention.type === 'LOC') reader.sawCountry = true;
  return accept(reader, 'closed', mention.endToken);
}

function isAudience(reader: Reader, mention: Mention): boolean {
  const words = keyOf(mention.text).split(' ');
  const first = words[0] ?? '';
  if (reader.word.kind === 'office' && reader.at === reader.word.token + 1) return false;
  return (
    words.some((word) => AUDIENCE.has(word) || AUDIENCE.has(withoutArticle(word))) ||
    /^(وكاله|صحيفه|قناه|شبكه|جريده|مجله)$/.test(first) ||
    /^[A-Za-z]/.test(mention.text)
  );
}

/** Reads a title word inside an open phrase; the nested phrase's bearer may end the outer one. */
function readNested(reader: Reader, nested: TitleWord): boolean {
  const previous = reader.tokens[reader.at - 1]!;
  const chained = CHAIN_HEADS.has(reader.word.lemma) && reader.at === reader.word.token + 1;
  // «طالب رئيس …» is a verb and its subject, not a title in construct.
  if (reader.at === reader.word.token + 1 && !chained && VERB_LIKE.has(reader.word.lemma)) return false;
  const governed = GOVERNORS.has(previous.key) || (reader.word.kind === 'kin' && reader.at <= reader.word.token + 1);
  if (!chained && !governed) return accept(reader, nested.definite || nested.possessed ? 'closed' : 'open');
  if (governed) {
    const inner = readTitle(reader.names, nested);
    reader.inner.push(...inner.inner);
    if (inner.stop === 'person' && !inner.separated) {
      reader.inner.push(inner.target);
      return accept(reader, 'closed', reader.names.mentions[inner.target]!.endToken);
    }
    return accept(reader, 'closed', Math.max(inner.end, reader.at + 1));
  }
  return accept(reader, nested.definite || nested.possessed ? 'closed' : 'open');
}

function isPerson(reader: Reader, at: number): boolean {
  const index = reader.names.at(at);
  return index >= 0 && reader.names.mentions[index]!.type === 'PER';
}

/** Reads one token; false ends the phrase. */
function step(reader: Reader): boolean {
  const token = reader.tokens[reader.at]!;
  const name = reader.names.at(reader.at);
  if (token.kind === 'punctuation') {
    if (token.text === '_') return accept(reader, reader.state);
    if (token.text === '#') return isPerson(reader, reader.at + 1) ? false : accept(reader, reader.state);
    // «د.»
    if (token.text === '.' && reader.at === reader.word.token + 1 && reader.tokens[reader.word.token]!.norm === 'د')
      return accept(reader, 'closed');
    const after = reader.state === 'open' ? afterQuoted(reader) : -1;
    if (after < 0) return false;
    for (let i = reader.at; i < after; i++) {
      const inside = reader.names.at(i);
      if (inside >= 0 && reader.names.mentions[inside]!.type === 'PER') return false;
    }
    return accept(reader, 'closed', after);
  }
  if (name >= 0) return readName(reader, name);
  if (token.kind === 'number') return false;
  if (token.kind === 'latin') return reader.state === 'open' ? accept(reader, 'closed') : false;
  if (reader.word.lemma === 'مشتبه' && reader.at === reader.word.token + 1 && /^به(ا|م)?$/.test(token.key))
    return accept(reader, 'closed');
  if (STOPS.has(token.key)) return false;
  const nested = reader.names.titleAt.get(reader.at);
  if (nested && nested.clitic === '') {
    if (reader.state === 'open') return readNested(reader, nested);
    // «زميلته الإعلامية X» has two titles, «الخبير الاقتصادي X» one.
    const adjective = nested.definite && isAdjectivalHead(nested.lemma);
    return adjective && !reader.word.possessed ? accept(reader, 'closed') : false;
  }
  return stepWord(reader, token);
}

function stepWord(reader: Reader, token: Token): boolean {
  if (PREPOSITIONS.has(token.key)) {
    if (reader.state === 'open' && reader.at === reader.word.token + 1 && reader.word.definite) return false;
    if (reader.prepositions >= 2 || !prepositionFits(reader, token.key, reader.tokens[reader.at + 1])) return false;
    reader.prepositions++;
    reader.state = 'open';
    reader.at++;
    return true;
  }
  if (isDefinite(token.key)) {
    if (demonymCode(token.key) !== null) {
      reader.sawCountry = true;
      return accept(reader, 'closed');
    }
    if (reader.state === 'closed' && reader.sawCountry && !isAdjective(token) && reader.firm < 0)
      reader.firm = reader.end;
    return accept(reader, 'closed');
  }
  const attached = attachedFits(reader, token);
  if (attached !== null && (reader.state === 'closed' || token.key.startsWith('با') || token.key.startsWith('لل'))) {
    if (reader.prepositions >= 2) return false;
    reader.prepositions++;
    return accept(reader, attached);
  }
  if (reader.state === 'closed') return coordinates(reader, token) ? accept(reader, 'closed') : false;
  if (looksVerbal(token.norm)) return false;
  if (demonymCode(token.key) !== null) reader.sawCountry = true;
  return reader.at - reader.word.token <= 5 ? accept(reader, 'open') : false;
}

const isAdjective = (token: Token): boolean =>
  MODIFIERS.has(token.key) ||
  token.norm.endsWith('ي') ||
  token.norm.endsWith('ية') ||
  /^ال(عام|عامه|اعلي|مساعد|اول|ثاني|خاص|خاصه|جديد|جديده|حالي|ركن|شهير|شهيره)$/.test(token.key);

/** The phrase that a title word heads, read once per analysis. Bounded by {@link LONGEST}. */
export function readTitle(names: BlockNames, word: TitleWord): TitlePhrase {
  const known = names.phrases.get(word.token);
  if (known) return known;
  const phrase = readTitleUpTo(names, word, Number.POSITIVE_INFINITY);
  names.phrases.set(word.token, phrase);
  return phrase;
}

/** The same, reading no further than the token `limit`. */
export function readTitleUpTo(names: BlockNames, word: TitleWord, limit: number): TitlePhrase {
  const tokens = names.block.content.tokens;
  const closed = word.definite || word.possessed;
  const reader: Reader = {
    names,
    tokens,
    word,
    state: closed ? 'closed' : 'open',
    at: word.token + 1,
    end: word.token + 1,
    firm: -1,
    sawCountry: false,
    prepositions: 0,
    inner: [],
  };
  const bound = Math.min(tokens.length, word.token + LONGEST, limit);
  while (reader.at < bound && step(reader));
  return finish(reader, bound);
}

function finish(reader: Reader, bound: number): TitlePhrase {
  const { word, names, tokens, inner } = reader;
  let at = reader.at;
  let separated = false;
  const make = (stop: TitlePhrase['stop'], target: number, end = reader.end): TitlePhrase => ({
    word,
    end,
    stop,
    target,
    separated: separated && stop === 'person',
    inner,
  });
  if (at < bound && at === reader.end) {
    if (names.at(at) < 0 && SEPARATORS.has(tokens[at]!.text)) {
      separated = true;
      at++;
      if (at < bound && OPENERS[tokens[at]!.text] !== undefined) at++;
    }
    const mention = at < bound ? names.at(at) : -1;
    if (mention >= 0 && names.mentions[mention]!.type === 'PER' && names.mentions[mention]!.clitic === '')
      return make('person', mention);
    const next = separated ? undefined : names.titleAt.get(at);
    if (next && next.clitic === '' && reader.firm < 0) return make('title', at);
  }
  return make('other', -1, reader.firm < 0 ? reader.end : reader.firm);
}
