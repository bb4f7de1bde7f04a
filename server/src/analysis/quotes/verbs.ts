/** Reporting verbs at a token, with the guards that tell them from their homographs. */
import type { Token } from '../text/tokens';
import { CUES, FRAME, WORDS, type CueForm } from './lexicon';

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
/** Verbs whose feminine participle is as often an adjective. */
const ADJECTIVES = new Set(['شدّد', 'أكّد', 'هدّد', 'كرّر', 'توقّع', 'استبعد', 'أضاف', 'تابع', 'اعتبر']);
const PRONOUNS = /^(.{3,})(?:هما|هم|ها|ه)$/;

export const keyOf = (tokens: readonly Token[], index: number): string => tokens[index]?.key ?? '';

function isClauseHead(tokens: readonly Token[], index: number, clitic: number): boolean {
  const before = tokens[index - 1];
  return clitic > 0 || before === undefined || before.kind === 'punctuation' || HEAD_WORDS.has(before.key);
}

/** Whether a complement follows at once: «رد بأن», «عبّر عن». */
function leads(tokens: readonly Token[], index: number): boolean {
  const key = keyOf(tokens, index);
  return key === 'عن' || key === 'الي' || WORDS.complementisers.has(key.replace(/^ب/, ''));
}

/** The verb form a word is, with or without و/ف before it and an object pronoun after it. */
export function readVerb(key: string): { form: CueForm; clitic: number; pronoun: boolean } | null {
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

export function hitAtToken(tokens: readonly Token[], index: number): CueHit | null {
  const token = tokens[index]!;
  if (token.kind !== 'word') return null;
  const verb = readVerb(token.key);
  if (verb === null) return null;
  const { form, clitic, pronoun } = verb;
  // «حملة» is no «حمل» with a pronoun; «أعتقد» speaks for itself.
  if (pronoun && token.norm.endsWith('ة')) return null;
  if (WORDS.firstPersonVerbs.has(token.key) && /^[أن]/.test(token.norm)) return null;
  const before = keyOf(tokens, index - 1);
  if (clitic === 0 && WORDS.negations.has(before.replace(/^[وف](?=.)/, ''))) return null;
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
  if (form.lemma === 'أبلغ' && (keyOf(tokens, index + 1) === 'من' || tokens[index + 1]?.kind === 'number')) return null;
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
  if (CONTINUATIONS.has(keyOf(tokens, endToken))) endToken++;
  else if (keyOf(tokens, endToken) === 'الي' && keyOf(tokens, endToken + 1) === 'القول') endToken += 2;
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

export function sayingAt(tokens: readonly Token[], index: number): CueHit | null {
  const form = SAYING.get(keyOf(tokens, index));
  if (!form || keyOf(tokens, index - 1) === 'حد' || keyOf(tokens, index - 1) === 'حسب') return null;
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

export function impersonalAt(tokens: readonly Token[], index: number): CueHit | null {
  const key = keyOf(tokens, index).replace(/^[وف](?=تم|جري|يتم)/, '');
  if (key !== 'تم' && key !== 'جري' && key !== 'يتم') return null;
  if (!WORDS.agreed.has(keyOf(tokens, index + 1))) return null;
  const clitic = keyOf(tokens, index).length - key.length;
  return { token: index, endToken: index + 2, clitic, form: IMPERSONAL, pronoun: false };
}
