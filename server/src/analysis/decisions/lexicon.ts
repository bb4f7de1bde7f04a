/** Puts the user's names in the place of the recogniser's. */
import type { Article } from '../article/article';
import type { Mention } from '../entities/mention';
import type { EntityType } from '../model';
import { originalOffset } from '../text/normalise';
import { tokenise, type Token } from '../text/tokens';
import { nameKey } from './parse';
import type { Lexicon } from './types';

interface Pattern {
  /** Keys of the words; the first is looked up. */
  readonly words: readonly string[];
  readonly type: EntityType;
}

interface Match {
  readonly mention: Mention;
  readonly tokens: number;
}

const CLITIC = /^[وف]?[بلكس]?$/;

function compile(lexicon: Lexicon): { patterns: Map<string, Pattern[]>; never: Set<string> } {
  const patterns = new Map<string, Pattern[]>();
  const never = new Set<string>();
  for (const entry of lexicon.entries) {
    if (entry.never === true) {
      never.add(nameKey(entry.name));
      continue;
    }
    if (entry.type === undefined) continue;
    for (const name of [entry.name, ...(entry.aliases ?? [])]) {
      const words = tokenise(name)
        .filter((token) => token.kind !== 'punctuation')
        .map((token) => token.key);
      if (words.length === 0) continue;
      const list = patterns.get(words[0]!) ?? [];
      list.push({ words, type: entry.type });
      patterns.set(words[0]!, list);
    }
  }
  for (const list of patterns.values()) list.sort((a, b) => b.words.length - a.words.length);
  return { patterns, never };
}

/** Ways to read a token's key as proclitics and a word: the clitic's letters and the word's key. */
function readings(token: Token): [string, string][] {
  const out: [string, string][] = [['', token.key]];
  for (let letters = 1; letters <= 2 && letters < token.key.length - 1; letters++) {
    const clitic = token.key.slice(0, letters);
    if (!CLITIC.test(clitic)) break;
    const rest = token.key.slice(letters);
    out.push([clitic, rest]);
    // «للشرع»: the article is written as a lam after ل.
    if (clitic.endsWith('ل') && rest.startsWith('ل')) out.push([clitic, `ا${rest}`]);
  }
  return out;
}

/** Whether a pattern's further words follow; returns the token after them, or -1. */
function follow(tokens: readonly Token[], at: number, words: readonly string[]): number {
  let token = at + 1;
  for (let word = 1; word < words.length; word++, token++) if (tokens[token]?.key !== words[word]) return -1;
  return token;
}

function matchAt(
  article: Article,
  block: number,
  at: number,
  patterns: ReadonlyMap<string, readonly Pattern[]>,
): Match | null {
  const { start, content } = article.blocks[block]!;
  const token = content.tokens[at]!;
  for (const [clitic, key] of readings(token)) {
    for (const pattern of patterns.get(key) ?? []) {
      const end = follow(content.tokens, at, pattern.words);
      if (end < 0) continue;
      const from = start + token.start + originalOffset(token.text, clitic.length);
      const to = start + content.tokens[end - 1]!.end;
      const mention: Mention = {
        start: from,
        end: to,
        text: article.text.slice(from, to),
        type: pattern.type,
        block,
        firstToken: at,
        endToken: end,
        clitic,
        confidence: 1,
        why: ['lexicon'],
      };
      return { mention, tokens: end - at };
    }
  }
  return null;
}

/**
 * The mentions with the user's names among them. A name of the lexicon wins over what it overlaps, unless that is a
 * longer name that holds it; a word that is never a name is taken out where it stands alone. Linear.
 */
export function applyLexicon(article: Article, mentions: readonly Mention[], lexicon: Lexicon): Mention[] {
  if (lexicon.entries.length === 0) return [...mentions];
  const { patterns, never } = compile(lexicon);
  const kept = mentions.filter((mention) => !never.has(nameKey(shown(mention))) && !never.has(nameKey(mention.text)));
  if (patterns.size === 0) return kept;
  const found: Mention[] = [];
  article.blocks.forEach((block, index) => {
    for (let at = 0; at < block.content.tokens.length; at++) {
      const match = matchAt(article, index, at, patterns);
      if (match === null) continue;
      found.push(match.mention);
      at += match.tokens - 1;
    }
  });
  return mergeMentions(kept, found);
}

/** The mention's text with the article given back after لل. */
const shown = (mention: Mention): string =>
  mention.clitic.endsWith('ل') && mention.text.startsWith('ل') ? `ا${mention.text}` : mention.text;

const holds = (outer: Mention, inner: Mention): boolean =>
  outer.start <= inner.start && outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start;

/** Both lists in order; where they overlap, a longer name that holds a word of the lexicon stays, else the lexicon wins. */
function mergeMentions(kept: readonly Mention[], found: readonly Mention[]): Mention[] {
  const out: Mention[] = [];
  const used = new Array<boolean>(found.length).fill(true);
  let next = 0;
  const overlapping = (mention: Mention): number[] => {
    while (next < found.length && found[next]!.end <= mention.start) next++;
    const indices: number[] = [];
    for (let i = next; i < found.length && found[i]!.start < mention.end; i++) indices.push(i);
    return indices;
  };
  for (const mention of [...kept].sort((a, b) => a.start - b.start)) {
    const over = overlapping(mention);
    if (over.length === 0) out.push(mention);
    else if (over.every((index) => holds(mention, found[index]!))) {
      out.push(mention);
      for (const index of over) used[index] = false;
    }
  }
  found.forEach((mention, index) => {
    if (used[index]) out.push(mention);
  });
  return out.sort((a, b) => a.start - b.start || a.end - b.end);
}
