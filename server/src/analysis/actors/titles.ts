/**
 * Paragraph stage: words that may head a title («وزير», «للرئيس», «زميلته») and nouns that may stand for a body
 * («الوزارة», «البيان»). What they govern is read later, when the names of the article are known.
 */
import type { ParagraphText } from '../text/paragraph';
import { cliticSplits, type Token } from '../text/tokens';
import { keyOf, COMPOUND_HEADS, DOCUMENTS, ORG_HEADS, POSSESSED_HEADS, TITLE_HEADS, type TitleHead } from './tables';

/** A word that may head a title. */
export interface TitleWord extends TitleHead {
  /** Index into the paragraph's tokens. */
  readonly token: number;
  /** Proclitic letters before it in normal form. */
  readonly clitic: string;
  /** «الوزير»; also «للوزير», where the article is written as a lam. */
  readonly definite: boolean;
  /** «نائبه»: a suffix makes it definite. */
  readonly possessed: boolean;
  /** The article stands only in «لل» and is to be given back when the role is shown. */
  readonly restored: boolean;
}

/** A definite noun that may stand for an organisation or for a document of one. */
export interface BodyWord {
  readonly token: number;
  readonly clitic: string;
  /** Key without article. */
  readonly noun: string;
  readonly definite: boolean;
  readonly kind: 'organisation' | 'document';
}

export interface ParagraphTitles {
  readonly titles: readonly TitleWord[];
  /** The same by token. */
  readonly titleAt: ReadonlyMap<number, TitleWord>;
  readonly bodies: readonly BodyWord[];
}

const SUFFIXES = ['هما', 'هم', 'هن', 'ها', 'نا', 'ه'];

interface Reading {
  readonly head: TitleHead;
  readonly definite: boolean;
  readonly possessed: boolean;
}

/** Reads a bare word (no proclitics) as a title head. `norm` tells «زميلة» (a woman) from «زميله» (his). */
function readHead(norm: string): Reading | null {
  const key = keyOf(norm);
  const definite = key.length >= 4 && key.startsWith('ال');
  const stem = definite ? key.slice(2) : key;
  if (!definite && norm.endsWith('ه')) return readPossessed(norm);
  const head = TITLE_HEADS.get(stem);
  if (head) return { head, definite, possessed: false };
  if (definite) return null;
  // Predicative accusative: «وزيراً», «مديرا».
  const accusative =
    stem.length > 3 && norm.endsWith('ا') && !norm.endsWith('ها') ? TITLE_HEADS.get(stem.slice(0, -1)) : undefined;
  if (accusative && accusative.kind !== 'kin' && accusative.kind !== 'honorific')
    return { head: accusative, definite: false, possessed: false };
  return readPossessed(norm);
}

function readPossessed(norm: string): Reading | null {
  for (const suffix of SUFFIXES) {
    if (!norm.endsWith(suffix) || norm.length < suffix.length + 3) continue;
    const stem = norm.slice(0, -suffix.length);
    // «زميلته»: the ة is written as ت before a suffix.
    const feminine = stem.endsWith('ت') ? TITLE_HEADS.get(keyOf(`${stem.slice(0, -1)}ة`)) : undefined;
    const head = TITLE_HEADS.get(keyOf(stem)) ?? feminine;
    const lemma = head?.lemma ?? (stem.endsWith('ت') ? keyOf(stem.slice(0, -1)) : keyOf(stem));
    if (POSSESSED_HEADS.has(lemma))
      return {
        head: head ?? { lemma, kind: 'possessed', gender: stem.endsWith('ت') ? 'f' : 'm' },
        definite: false,
        possessed: true,
      };
    if (head?.kind === 'kin') return { head, definite: false, possessed: true };
  }
  return null;
}

/** A compound head counts only before one of its words («رجل الأعمال»). */
function completes(reading: Reading, word: Token, next: Token | undefined): boolean {
  const needed = COMPOUND_HEADS.get(reading.head.lemma);
  if (needed !== undefined) return next !== undefined && needed.has(next.key);
  // «حاكما ولاية …» is a dual in construct, «حاكماً لولاية …» a predicate: only this is a title of one person.
  const bare = reading.definite || reading.possessed || !word.norm.endsWith('ا');
  return bare || next === undefined || !(next.key.startsWith('ال') || TITLE_HEADS.has(next.key));
}

function readTitleWord(tokens: readonly Token[], index: number): TitleWord | null {
  const token = tokens[index]!;
  const next = tokens[index + 1];
  const make = (reading: Reading, clitic: string, restored: boolean): TitleWord => ({
    ...reading.head,
    token: index,
    clitic,
    definite: reading.definite,
    possessed: reading.possessed,
    restored,
  });
  // An abbreviated «د.» is a title only with its full stop.
  if (token.norm === 'د' && next?.text === '.')
    return make(
      { head: { lemma: 'دكتور', kind: 'honorific', gender: 'm' }, definite: true, possessed: false },
      '',
      false,
    );
  // «أمام» (before) and «إمام» (imam) have one key.
  if (token.norm.length < 2 || token.norm.startsWith('أمام')) return null;
  // «المُلك» (kingship), written with its vowel.
  if (token.text.includes('مُل')) return null;
  const bare = readHead(token.norm);
  if (bare && completes(bare, token, next)) return make(bare, '', false);
  for (const split of cliticSplits(token.norm)) {
    const restored = split.full !== split.stem;
    const reading = readHead(split.full);
    if (reading && completes(reading, token, next)) return make(reading, split.clitic, restored);
  }
  return null;
}

function readBodyWord(token: Token, index: number): BodyWord | null {
  const read = (norm: string, clitic: string): BodyWord | null => {
    const key = keyOf(norm);
    const definite = key.length >= 4 && key.startsWith('ال');
    const noun = definite ? key.slice(2) : key;
    if (ORG_HEADS.has(noun)) return { token: index, clitic, noun, definite, kind: 'organisation' };
    if (DOCUMENTS.has(noun)) return { token: index, clitic, noun, definite, kind: 'document' };
    // Accusative: «بياناً».
    const bare = !definite && noun.endsWith('ا') ? noun.slice(0, -1) : '';
    return DOCUMENTS.has(bare) ? { token: index, clitic, noun: bare, definite, kind: 'document' } : null;
  };
  const bare = read(token.norm, '');
  if (bare) return bare;
  for (const split of cliticSplits(token.norm)) {
    const body = read(split.full, split.clitic);
    if (body) return body;
  }
  return null;
}

/** Finds the words that titles and references may begin with. Depends on the paragraph alone; linear. */
export function scanTitles(content: ParagraphText): ParagraphTitles {
  const titles: TitleWord[] = [];
  const bodies: BodyWord[] = [];
  content.tokens.forEach((token, index) => {
    if (token.kind !== 'word') return;
    const title = readTitleWord(content.tokens, index);
    if (title) titles.push(title);
    const body = readBodyWord(token, index);
    if (body) bodies.push(body);
  });
  return { titles, titleAt: new Map(titles.map((word) => [word.token, word])), bodies };
}
