/**
 * Paragraph stage: what the paragraph alone tells of speech. Marks, reporting verbs with their guards, source phrases.
 * One pass over the tokens, every look-ahead bounded.
 */
import type { ParagraphText } from '../text/paragraph';
import { pairMarks, type MarkPair } from '../text/quotation-marks';
import type { Token } from '../text/tokens';
import { CUES, FRAME, NARRATORS, WORDS, type CueForm } from './lexicon';

/** A reporting verb at a token. */
export interface CueHit {
  readonly token: number;
  /** One past the last token of the cue («تابع قائلاً», «ذهب إلى القول»). */
  readonly endToken: number;
  /** Letters of the first token's normal form that are conjunctions («و», «ف») and not part of the cue. */
  readonly clitic: number;
  readonly form: CueForm;
  /** Whether an object pronoun is attached («وصفه»). */
  readonly pronoun: boolean;
}

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

/** Homographs of common words: reporting verbs only at the head of a clause. */
const CLAUSE_HEAD_ONLY = new Set(['بين', 'عبر', 'علم', 'عد', 'رد', 'امل', 'زاد', 'ذهب', 'نقل', 'حمل', 'دان']);
const CONTINUATIONS = new Set(['قائلا', 'قائله', 'قائلين', 'يقول', 'تقول', 'بالقول', 'بقوله', 'بقولها']);
const HEAD_WORDS = new Set([
  'كما',
  'قد',
  'وقد',
  'ثم',
  'لكن',
  'ولكن',
  'فيما',
  'بينما',
  'حيث',
  'اذ',
  'فقد',
  'و',
  'ف',
  'ما',
  'جهته',
  'جهتها',
  'جانبه',
  'جانبها',
  'بدوره',
  'بدورها',
]);
const SOURCE_WORDS = new Set(['بحسب', 'حسب', 'وفق', 'وفقا', 'طبقا', 'حسبما', 'وفقما', 'نقلا', 'براي']);
/** Verbs whose feminine participle is as often an adjective. */
const ADJECTIVES = new Set(['شدّد', 'أكّد', 'هدّد', 'كرّر', 'توقّع', 'استبعد', 'أضاف', 'تابع', 'اعتبر']);
/** How far «قوله» may stand from the «نقلت» it belongs to. */
const TRANSMISSION = 25;
const PRONOUNS = /^(.{3,})(?:هما|هم|ها|ه)$/;

const keyAt = (tokens: readonly Token[], index: number): string => tokens[index]?.key ?? '';

function isClauseHead(tokens: readonly Token[], index: number, clitic: number): boolean {
  const before = tokens[index - 1];
  return clitic > 0 || before === undefined || before.kind === 'punctuation' || HEAD_WORDS.has(before.key);
}

/** Whether a complement follows at once: «رد بأن», «عبّر عن». */
function leads(tokens: readonly Token[], index: number): boolean {
  const key = keyAt(tokens, index);
  return key === 'عن' || key === 'الي' || WORDS.complementisers.has(key.replace(/^ب/, ''));
}

/** The verb form a word is, with or without و/ف before it and an object pronoun after it. */
function readVerb(key: string): { form: CueForm; clitic: number; pronoun: boolean } | null {
  const whole = CUES.get(key);
  if (whole) return { form: whole, clitic: 0, pronoun: false };
  const conjunction = key.startsWith('و') || key.startsWith('ف');
  const rest = conjunction ? key.slice(1) : key;
  const joined = conjunction ? CUES.get(rest) : undefined;
  if (joined) return { form: joined, clitic: 1, pronoun: false };
  // Only verbs whose object is a person or a thing described take one: «وصفه», «اتهمته», «دعاها».
  for (const clitic of conjunction ? [0, 1] : [0]) {
    const stem = PRONOUNS.exec(key.slice(clitic))?.[1];
    const form = stem === undefined ? undefined : CUES.get(stem);
    if (form?.pronoun && (form.form === 'past' || form.form === 'present')) return { form, clitic, pronoun: true };
  }
  return null;
}

function hitAtToken(tokens: readonly Token[], index: number): CueHit | null {
  const token = tokens[index]!;
  if (token.kind !== 'word') return null;
  const verb = readVerb(token.key);
  if (verb === null) return null;
  const { form, clitic, pronoun } = verb;
  // «حملة» is no «حمل» with a pronoun; «أعتقد» speaks for itself.
  if (pronoun && token.norm.endsWith('ة')) return null;
  if (WORDS.firstPersonVerbs.has(token.key) && /^[أن]/.test(token.norm)) return null;
  const before = keyAt(tokens, index - 1);
  if (clitic === 0 && WORDS.negations.has(before)) return null;
  if (form.form === 'noun') {
    if (clitic > 0) return null;
  } else if (form.form === 'participle') {
    if (WORDS.prepositions.has(before) && clitic === 0) return null;
  } else {
    // «رغم زعم فلان أن»: the verbal noun reports as well.
    if (clitic === 0 && WORDS.prepositions.has(before) && form.lemma !== 'زعم') return null;
    const stem = clitic > 0 ? token.key.slice(1) : token.key;
    if (CLAUSE_HEAD_ONLY.has(stem) && !isClauseHead(tokens, index, clitic) && !leads(tokens, index + 1)) return null;
    if (stem === 'بين' && before === 'ما') return null;
  }
  if ((form.frames & FRAME.named) !== 0 && !pronoun && form.frames === FRAME.named) return null;
  // «يبلغ من العمر»: counts, tells nothing.
  if (form.lemma === 'أبلغ' && (keyAt(tokens, index + 1) === 'من' || tokens[index + 1]?.kind === 'number')) return null;
  // «يُدعى»: is called; «اتُّهم»: was accused.
  if (token.norm === 'يدعى' || token.norm === 'تدعى' || (form.form === 'past' && token.text.includes('\u064f')))
    return null;
  // «حماية مشددة»: an adjective of the noun before it.
  const noun = tokens[index - 1];
  if (
    form.form === 'participle' &&
    ADJECTIVES.has(form.lemma) &&
    token.norm.endsWith('ة') &&
    noun?.kind === 'word' &&
    noun.norm.endsWith('ة')
  )
    return null;
  let endToken = index + 1;
  if (CONTINUATIONS.has(keyAt(tokens, endToken))) endToken++;
  else if (keyAt(tokens, endToken) === 'الي' && keyAt(tokens, endToken + 1) === 'القول') endToken += 2;
  return { token: index, endToken, clitic, form, pronoun };
}

const PLAIN = { pronoun: false, impersonal: false, masdar: false, requires: null };

/** A noun «قوله», «قولها» that reports by itself. */
const SAYING = new Map<string, CueForm>(
  (
    [
      ['قوله', 'm', 's'],
      ['قولها', 'f', 's'],
      ['قولهم', 'm', 'p'],
      ['بقوله', 'm', 's'],
      ['بقولها', 'f', 's'],
      ['بالقول', 'm', 's'],
    ] as const
  ).map(([word, gender, number]) => [
    word,
    { lemma: 'قول', group: 'N', form: 'participle', frames: FRAME.that | FRAME.quote, gender, number, ...PLAIN },
  ]),
);

function sayingAt(tokens: readonly Token[], index: number): CueHit | null {
  const form = SAYING.get(keyAt(tokens, index));
  if (!form || keyAt(tokens, index - 1) === 'حد' || keyAt(tokens, index - 1) === 'حسب') return null;
  return { token: index, endToken: index + 1, clitic: 0, form, pronoun: false };
}

/** «تم التأكيد على»: said by nobody in particular. */
const IMPERSONAL: CueForm = {
  lemma: 'تم',
  group: 'S12',
  form: 'noun',
  frames: FRAME.that | FRAME.on | FRAME.to | FRAME.with | FRAME.from,
  gender: 'm',
  number: 's',
  ...PLAIN,
};

function impersonalAt(tokens: readonly Token[], index: number): CueHit | null {
  const key = keyAt(tokens, index).replace(/^[وف](?=تم|جري|يتم)/, '');
  if (key !== 'تم' && key !== 'جري' && key !== 'يتم') return null;
  if (!WORDS.agreed.has(keyAt(tokens, index + 1))) return null;
  const clitic = keyAt(tokens, index).length - key.length;
  return { token: index, endToken: index + 2, clitic, form: IMPERSONAL, pronoun: false };
}

function sourceAtToken(tokens: readonly Token[], index: number): SourcePhrase | null {
  const token = tokens[index]!;
  if (token.kind !== 'word') return null;
  let key = token.key;
  let clitic = 0;
  if (!SOURCE_WORDS.has(key) && key.startsWith('و') && SOURCE_WORDS.has(key.slice(1))) {
    key = key.slice(1);
    clitic = 1;
  }
  const base = { token: index, clitic, verb: null, nameClitic: 0 };
  const next = keyAt(tokens, index + 1);
  if (key === 'بحسبه' || key === 'بحسبها') return { ...base, nameToken: index + 1, kind: 'tail' };
  if (key === 'علي' && next === 'حد' && index + 2 < tokens.length)
    return sourceAfter(tokens, index, index + 3, WORDS.sourceTails.has(keyAt(tokens, index + 2)));
  if (!SOURCE_WORDS.has(key)) return null;
  if (key === 'نقلا') return next === 'عن' ? { ...base, nameToken: index + 2, kind: 'according' } : null;
  const ma = key === 'حسبما' || key === 'وفقما';
  if (ma || next === 'ما' || next === 'لما') {
    const verbToken = ma ? index + 1 : index + 2;
    const verb = readVerb(keyAt(tokens, verbToken))?.form ?? null;
    // «وفق ما ورد في تقرير X»
    const within = keyAt(tokens, verbToken + 1) === 'في' || keyAt(tokens, verbToken + 1) === 'علي';
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
  const name = keyAt(tokens, nameToken);
  if (!tail && (WORDS.lawHeads.has(name) || WORDS.lawHeads.has(name.replace(/(?:ها|هم|ه)$/, '')))) return null;
  return { token, clitic, nameToken, nameClitic: 0, kind: tail ? 'tail' : 'according', verb: null };
}

function narratorAt(tokens: readonly Token[], index: number): boolean {
  const key = keyAt(tokens, index);
  return NARRATORS.some((phrase) =>
    phrase.every((word, i) => {
      const at = i === 0 && key.startsWith('و') && key.slice(1) === word ? word : keyAt(tokens, index + i);
      return at === word || (i === phrase.length - 1 && word === 'ان' && WORDS.complementisers.has(at));
    }),
  );
}

function isDoubled(tokens: readonly Token[], first: number): boolean {
  const sign = tokens[first]?.text;
  const next = tokens[first + 1];
  return sign !== undefined && /^['`‘’<>]$/.test(sign) && next?.text === sign && !next.spaceBefore;
}

/** Scans a paragraph. Depends on its content only; linear. */
export function scanParagraph(content: ParagraphText): SpeechScan {
  const { tokens } = content;
  const size = tokens.length;
  const pairs = pairMarks(tokens);
  const opens = new Int32Array(size).fill(-1);
  const closes = new Int32Array(size).fill(-1);
  const inside = new Int32Array(size).fill(-1);
  pairs.forEach((pair, index) => {
    opens[pair.open] = index;
    if (pair.close !== null) closes[pair.close] = index;
    // The other half of a doubled mark («''»).
    if (isDoubled(tokens, pair.open - 1)) opens[pair.open - 1] = index;
    if (pair.close !== null && isDoubled(tokens, pair.close)) closes[pair.close + 1] = index;
    // Pairs come by opening mark, so an inner pair overwrites its outer one; depth is bounded, so this is linear.
    for (let i = pair.open + 1; i < pair.end; i++) inside[i] = index;
  });
  const hits: CueHit[] = [];
  const sources: SourcePhrase[] = [];
  const hitAt = new Int32Array(size).fill(-1);
  const sourceAt = new Int32Array(size).fill(-1);
  const narrator = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
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
    const marked = pairs[inside[i]!];
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
  const sentenceEnd = new Int32Array(size);
  const sentenceStart = new Int32Array(size);
  for (const sentence of content.sentences) {
    sentenceEnd.fill(sentence.endToken, sentence.firstToken, sentence.endToken);
    sentenceStart.fill(sentence.firstToken, sentence.firstToken, sentence.endToken);
  }
  const speaking = new Uint8Array(size);
  for (const hit of hits)
    if (speaking[hit.token] === 0) speaking.fill(1, sentenceStart[hit.token], sentenceEnd[hit.token]);
  return {
    content,
    speaking,
    pairs,
    opens,
    closes,
    inside,
    hitAt,
    hits,
    sourceAt,
    sources,
    sentenceEnd,
    sentenceStart,
    narrator,
  };
}
