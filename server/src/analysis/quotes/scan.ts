/**
 * Paragraph stage: what the paragraph alone tells of speech. Marks, reporting verbs with their guards, source phrases.
 * One pass over the tokens, every look-ahead bounded.
 */
import type { ParagraphText } from '../text/paragraph';
import type { MarkPair } from '../text/quotation-marks';
import type { Token } from '../text/tokens';
import { NARRATORS, WORDS } from './lexicon';
import { sourceAtToken, type SourcePhrase } from './sources';
import { hitAtToken, impersonalAt, keyOf, sayingAt, type CueHit } from './verbs';

export type { CueHit };

export interface SpeechScan {
  readonly content: ParagraphText;
  readonly pairs: readonly MarkPair[];
  /** Pair that opens at a token, or -1. */
  readonly opens: Int32Array;
  /** Pair that closes at a token, or -1. */
  readonly closes: Int32Array;
  /** Innermost pair a token stands in (marks themselves excluded), or -1. */
  readonly inside: Int32Array;
  /** Index into `hits` of the verb at a token, or -1. */
  readonly hitAt: Int32Array;
  readonly hits: readonly CueHit[];
  /** Index into `sources` of the phrase at a token, or -1. */
  readonly sourceAt: Int32Array;
  readonly sources: readonly SourcePhrase[];
  /** End (exclusive) of the sentence a token belongs to, and its start. */
  readonly sentenceEnd: Int32Array;
  readonly sentenceStart: Int32Array;
  /** 1 for every token of a sentence that holds a verb of speech. */
  readonly speaking: Uint8Array;
  /** 1 where a formula in the writer's voice begins. */
  readonly narrator: Uint8Array;
}

/** How far «قوله» may stand from the «نقلت» it belongs to. */
const TRANSMISSION = 25;
function narratorAt(tokens: readonly Token[], index: number): boolean {
  const key = keyOf(tokens, index);
  return NARRATORS.some((phrase) =>
    phrase.every((word, i) => {
      const at = i === 0 && key.startsWith('و') && key.slice(1) === word ? word : keyOf(tokens, index + i);
      return at === word || (i === phrase.length - 1 && word === 'ان' && WORDS.complementisers.has(at));
    }),
  );
}

function isDoubled(tokens: readonly Token[], first: number): boolean {
  const sign = tokens[first]?.text;
  const next = tokens[first + 1];
  return sign !== undefined && /^['`‘’<>]$/.test(sign) && next?.text === sign && !next.spaceBefore;
}

/** Which pair opens at, closes at and stands round each token. */
function markTokens(
  tokens: readonly Token[],
  pairs: readonly MarkPair[],
): Pick<SpeechScan, 'opens' | 'closes' | 'inside'> {
  const opens = new Int32Array(tokens.length).fill(-1);
  const closes = new Int32Array(tokens.length).fill(-1);
  const inside = new Int32Array(tokens.length).fill(-1);
  pairs.forEach((pair, index) => {
    opens[pair.open] = index;
    if (pair.close !== null) closes[pair.close] = index;
    // The other half of a doubled mark («''»).
    if (isDoubled(tokens, pair.open - 1)) opens[pair.open - 1] = index;
    if (pair.close !== null && isDoubled(tokens, pair.close)) closes[pair.close + 1] = index;
    // Pairs come by opening mark, so an inner pair overwrites its outer one; depth is bounded, so this is linear.
    inside.fill(index, pair.open + 1, pair.end);
  });
  return { opens, closes, inside };
}

/** The sentence of each token, and whether it holds a verb of speech. */
function sentencesOf(
  content: ParagraphText,
  hits: readonly CueHit[],
): Pick<SpeechScan, 'sentenceStart' | 'sentenceEnd' | 'speaking'> {
  const size = content.tokens.length;
  const sentenceStart = new Int32Array(size);
  const sentenceEnd = new Int32Array(size);
  for (const { firstToken, endToken } of content.sentences) {
    sentenceStart.fill(firstToken, firstToken, endToken);
    sentenceEnd.fill(endToken, firstToken, endToken);
  }
  const speaking = new Uint8Array(size);
  for (const hit of hits)
    if (speaking[hit.token] === 0) speaking.fill(1, sentenceStart[hit.token], sentenceEnd[hit.token]);
  return { sentenceStart, sentenceEnd, speaking };
}

/** Scans a paragraph. Depends on its content only; linear. */
export function scanParagraph(content: ParagraphText): SpeechScan {
  const { tokens, pairs } = content;
  const marks = markTokens(tokens, pairs);
  const hits: CueHit[] = [];
  const sources: SourcePhrase[] = [];
  const hitAt = new Int32Array(tokens.length).fill(-1);
  const sourceAt = new Int32Array(tokens.length).fill(-1);
  const narrator = new Uint8Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.kind !== 'word') continue;
    if (narratorAt(tokens, i)) {
      narrator[i] = 1;
      continue;
    }
    const source = sourceAtToken(tokens, i);
    if (source) {
      sourceAt[i] = sources.push(source) - 1;
      // The verb of «بحسب ما قال» is the phrase's own.
      if (source.kind === 'verb') i = source.nameToken - 1;
      continue;
    }
    // Words in closed marks are the speaker's: a verb of speech there reports nothing of the article's own.
    const marked = pairs[marks.inside[i]!];
    if (marked && marked.close !== null && marked.close - marked.open > 3) continue;
    const last = hits.at(-1);
    // «نقلت … عن Y قوله»: the transmitter's verb is the cue.
    const transmits = last !== undefined && last.form.lemma === 'نقل' && i - last.token < TRANSMISSION;
    const hit = hitAtToken(tokens, i) ?? impersonalAt(tokens, i) ?? (transmits ? null : sayingAt(tokens, i));
    if (hit && !(i > 0 && narrator[i - 1])) {
      hitAt[i] = hits.push(hit) - 1;
      i = hit.endToken - 1;
    }
  }
  return { content, pairs, ...marks, ...sentencesOf(content, hits), hitAt, hits, sourceAt, sources, narrator };
}
