/** Source phrases at a token: «بحسب X», «وفق ما أعلن X», «نقلاً عن X», «على حد تعبيره». */
import type { Token } from '../text/tokens';
import { WORDS, type CueForm } from './lexicon';
import { keyOf, readVerb } from './verbs';

export type SourceKind =
  | 'according' // بحسب، وفق
  | 'verb' // بحسب ما قال، كما أكد
  | 'tail'; // على حد تعبيره: names nobody

/** «بحسب X», «وفق ما أعلن X», «نقلاً عن X». */
export interface SourcePhrase {
  readonly token: number;
  readonly clitic: number;
  /** First token of the words that name the source. */
  readonly nameToken: number;
  /** Letters of the name's first token that are a preposition («ل» in «لتقرير»). */
  readonly nameClitic: number;
  readonly kind: SourceKind;
  /** The verb's form where there is one. */
  readonly verb: CueForm | null;
}

const SOURCE_WORDS = new Set(['بحسب', 'حسب', 'وفق', 'وفقا', 'طبقا', 'حسبما', 'وفقما', 'نقلا', 'براي']);
/** The source phrase that begins at a token, or null. */
export function sourceAtToken(tokens: readonly Token[], index: number): SourcePhrase | null {
  const token = tokens[index]!;
  if (token.kind !== 'word') return null;
  let key = token.key;
  let clitic = 0;
  if (!SOURCE_WORDS.has(key) && key.startsWith('و') && SOURCE_WORDS.has(key.slice(1))) {
    key = key.slice(1);
    clitic = 1;
  }
  const base = { token: index, clitic, verb: null, nameClitic: 0 };
  const next = keyOf(tokens, index + 1);
  if (key === 'بحسبه' || key === 'بحسبها') return { ...base, nameToken: index + 1, kind: 'tail' };
  if (key === 'علي' && next === 'حد' && index + 2 < tokens.length)
    return sourceAfter(tokens, index, index + 3, WORDS.sourceTails.has(keyOf(tokens, index + 2)));
  if (!SOURCE_WORDS.has(key)) return null;
  if (key === 'نقلا') return next === 'عن' ? { ...base, nameToken: index + 2, kind: 'according' } : null;
  const ma = key === 'حسبما' || key === 'وفقما';
  if (ma || next === 'ما' || next === 'لما') {
    const verbToken = ma ? index + 1 : index + 2;
    const verb = readVerb(keyOf(tokens, verbToken))?.form ?? null;
    // «وفق ما ورد في تقرير X»
    const within = keyOf(tokens, verbToken + 1) === 'في' || keyOf(tokens, verbToken + 1) === 'علي';
    return { ...base, nameToken: verbToken + (within && verb === null ? 2 : 1), kind: 'verb', verb };
  }
  if (key === 'وفقا' || key === 'طبقا') {
    if (!next.startsWith('ل') || WORDS.lawHeads.has(next)) return null;
    const alone = tokens[index + 1]!.norm === 'ل';
    return { ...base, nameToken: alone ? index + 2 : index + 1, nameClitic: alone ? 0 : 1, kind: 'according' };
  }
  return sourceAfter(tokens, index, index + 1, WORDS.sourceTails.has(next), clitic);
}

function sourceAfter(
  tokens: readonly Token[],
  token: number,
  nameToken: number,
  tail: boolean,
  clitic = 0,
): SourcePhrase | null {
  if (!tail && nameToken >= tokens.length) return null;
  // «وفق القانون», «بحسب اتفاقها»: a rule, nobody who tells.
  const name = keyOf(tokens, nameToken);
  if (!tail && (WORDS.lawHeads.has(name) || WORDS.lawHeads.has(name.replace(/(?:ها|هم|ه)$/, '')))) return null;
  return { token, clitic, nameToken, nameClitic: 0, kind: tail ? 'tail' : 'according', verb: null };
}
