/** A paragraph with its mentions, as the document stage reads it, and small questions about its words. */
import type { Mention } from '../entities/mention';
import type { Token } from '../text/tokens';
import { WORDS } from './lexicon';
import type { SpeechScan } from './scan';

export type ComplementKind =
  | 'clause' // أنّ …
  | 'marked' // «…» straight after the verb, its subject or a colon
  | 'colon' // : …
  | 'bare' // وقال نحن …
  | 'question' // هل، ما إذا
  | 'preposition' // إلى، على، عن، بـ …
  | 'object'; // أعلن تعليق …

export interface Complement {
  readonly kind: ComplementKind;
  /** Token at which what is reported begins, and the offset (relative to the paragraph) where it does. */
  readonly token: number;
  readonly offset: number;
  /** One past the last token that may belong to the subject. */
  readonly subjectEnd: number;
}

/** A paragraph with its mentions, as the document stage reads it. */
export interface Scene {
  readonly scan: SpeechScan;
  readonly tokens: readonly Token[];
  /** Where the block begins in the article: mentions count from the article's start, all else from the block's. */
  readonly blockStart: number;
  /** Whether the block is a headline or subheading. */
  readonly isTitle: boolean;
  /** Whether it is a subheading, which names what follows more often than it quotes. */
  readonly isSubheading: boolean;
  /** The block's mentions in order. */
  readonly mentions: readonly Mention[];
  /** Index into `mentions` of the one that covers a token, or -1. */
  readonly mentionAt: Int32Array;
}

export const keyAt = (scene: Scene, index: number): string => scene.tokens[index]?.key ?? '';

/** A complementiser at a token: with ب before it or a pronoun after it; letters before the content in its word. */
export function complementiser(scene: Scene, index: number): { skip: number; within: boolean } | null {
  const key = keyAt(scene, index);
  let rest = key;
  let skip = 0;
  if (key.startsWith('با') || key.startsWith('لا')) {
    rest = key.slice(1);
    skip = 1;
    if (key.startsWith('لا')) return null;
  }
  if (rest === 'ان') return { skip: 0, within: false };
  if (WORDS.complementisers.has(rest)) return { skip, within: true };
  return null;
}

/** Verbal nouns by their pattern (افتعال، استفعال، انفعال، تفعيل): a test on one short word. */
const MASDAR = /^(?:ال)?(?:است...?ا.|ا.ت.ا.|ان..ا.|ت..ي.|ا..ا.|م.ا..ه)(?:ه|ها|هم)?$/;

export function looksVerbalNoun(key: string): boolean {
  return WORDS.masdars.has(key) || MASDAR.test(key);
}

/** With the article or a pronoun; on the normal form, where ta marbuta is no pronoun. */
export const isDefinite = (norm: string): boolean => /^(?:[وفبك]?ال|لل)/.test(norm) || /.{3}(?:ه|ها|هم|نا)$/.test(norm);
