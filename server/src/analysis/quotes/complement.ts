/** Finds where what is reported begins after a reporting verb, and which words stand between (its subject). */
import { originalOffset } from '../text/normalise';
import {
  marksHoldName,
  PREPOSITION_FRAMES,
  prepositionComplement,
  startsObject,
  subjectPrecedes,
  type Progress,
} from './complement-parts';
import { FRAME, WORDS } from './lexicon';
import type { CueHit } from './scan';
import { complementiser, isDefinite, keyAt, type Complement, type ComplementKind, type Scene } from './scene';

/** Words between verb and complement in 99 of 100 cases (research on 31,000 articles); a bound on the look-ahead. */
const WINDOW = 40;
const PARTICIPLE_WINDOW = 30;

/** Where a bracket or a pair of dashes closes; itself where it does not within the look-ahead. */
function closing(scene: Scene, open: number, limit: number): number {
  const sign = scene.tokens[open]!.text === '(' ? ')' : '-';
  for (let j = open + 1; j < limit; j++) if (scene.tokens[j]!.text === sign) return j;
  return open;
}

/** What a word between verb and complement means: the complement, the end of the search, or where to go on. */
type Step = Complement | 'stop' | { readonly next: number };

interface Search {
  readonly scene: Scene;
  readonly hit: CueHit;
  readonly limit: number;
  readonly state: Progress;
}

const at = (kind: ComplementKind, token: number, offset: number, subjectEnd: number): Complement => ({
  kind,
  token,
  offset,
  subjectEnd,
});

function atMarks({ scene, hit, limit, state }: Search, j: number): Step | null {
  const { scan, tokens } = scene;
  const pair = scan.pairs[scan.opens[j]!];
  if (!pair) return null;
  const close = Math.min(pair.end, limit);
  const governed = tokens[j - 1]!.kind === 'word' && WORDS.prepositions.has(keyAt(scene, j - 1));
  if (hit.pronoun || (!governed && !marksHoldName(scene, j, close))) {
    const speaks = (hit.form.frames & (FRAME.quote | FRAME.object | FRAME.named | FRAME.bare)) !== 0;
    if (speaks || hit.pronoun) return at('marked', j, tokens[j]!.start, j);
  }
  state.words++;
  state.closed = true;
  return { next: close + 1 };
}

function atPunctuation({ scene, hit, limit, state }: Search, j: number): Step | null {
  const { scan, tokens } = scene;
  const { text, kind } = tokens[j]!;
  if (kind !== 'punctuation') return null;
  if (text === ':') {
    const next = tokens[j + 1];
    if (!next || (hit.form.frames & (FRAME.quote | FRAME.bare | FRAME.that)) === 0) return 'stop';
    if (complementiser(scene, j + 1)) return { next: j + 1 };
    return at(scan.opens[j + 1]! >= 0 ? 'marked' : 'colon', j + 1, next.start, j);
  }
  if (text === '،' || text === ',') {
    state.apposition = state.words > 0 && !state.apposition;
    state.relative = false;
    state.adjunct = false;
    state.closed ||= subjectPrecedes(scene, hit);
  } else if (text === '(' || (text === '-' && scan.sourceAt[j + 1]! >= 0))
    return { next: closing(scene, j, limit) + 1 };
  return { next: j + 1 };
}

function atComplementiser({ scene, hit }: Search, j: number): Step | null {
  const { scan, tokens } = scene;
  const { frames } = hit.form;
  const token = tokens[j]!;
  const asks = WORDS.questions.has(token.key) || (token.key === 'ما' && keyAt(scene, j + 1) === 'اذا');
  if ((frames & FRAME.question) !== 0 && asks) return at('question', j, token.start, j);
  const that = (frames & FRAME.that) !== 0 ? complementiser(scene, j) : null;
  const previous = keyAt(scene, j - 1);
  // «خوفاً من أن»: no verb's own preposition.
  const foreign = previous === 'من' && (frames & FRAME.from) === 0;
  if (!that || foreign || WORDS.notReportThat.has(previous)) return null;
  const subjectEnd = PREPOSITION_FRAMES[previous] === undefined ? j : j - 1;
  if (that.within) {
    if (scan.opens[j + 1]! >= 0) return at('marked', j + 1, tokens[j + 1]!.start, subjectEnd);
    return at('clause', j, token.start + originalOffset(token.text, that.skip), subjectEnd);
  }
  let content = j + 1;
  while (tokens[content]?.text === ':' || tokens[content]?.text === '،') content++;
  return content < tokens.length ? at('clause', content, tokens[content]!.start, subjectEnd) : 'stop';
}

/** Another verb, a source or the writer's formula: the search ends, except inside a clause of the subject. */
function atOther({ scene, state }: Search, j: number): Step | null {
  const { scan, tokens } = scene;
  if (scan.sourceAt[j]! >= 0) {
    // «ذكرت الوكالة نقلاً عن مصادر أن …»: the verb still reports.
    if (tokens[j]!.key === 'نقلا') return { next: scan.sources[scan.sourceAt[j]!]!.nameToken + 1 };
    return 'stop';
  }
  if (scan.narrator[j] === 1) return 'stop';
  const other = scan.hits[scan.hitAt[j]!];
  if (!other || other.form.form === 'noun') return null;
  // «قال شاهد رأى السفينة إن …», «قال مصدر طلب عدم نشر اسمه إن …».
  const within =
    other.clitic === 0 && other.form.form !== 'participle' && tokens[j - 1]!.kind === 'word' && state.words > 0;
  return !within || complementiser(scene, other.endToken) ? 'stop' : null;
}

function atWord({ scene, hit, state }: Search, j: number): Step {
  const { tokens, mentionAt, mentions } = scene;
  const token = tokens[j]!;
  const preposition = prepositionComplement(scene, hit, j);
  if (preposition) {
    // «أكد على أن»: the complementiser says where it begins.
    if (preposition.token !== j && complementiser(scene, preposition.token)) return { next: j + 1 };
    return at('preposition', preposition.token, preposition.offset, j);
  }
  if (startsObject(scene, j, state, hit)) return at('object', j, token.start, j);
  if ((hit.form.frames & FRAME.bare) !== 0 && WORDS.firstPerson.has(token.key) && hit.form.form !== 'participle')
    return at('bare', j, token.start, j);
  const mention = mentions[mentionAt[j]!];
  if (mention) {
    state.words++;
    state.closed = true;
    return { next: Math.max(j + 1, mention.endToken) };
  }
  const { key } = token;
  const adverb = WORDS.subjectAdverbs.has(key) || WORDS.times.has(key) || WORDS.pronounPhrases.has(key);
  if (adverb || WORDS.periodWords.has(key)) return { next: j + 1 };
  if (WORDS.relatives.has(key)) state.relative = true;
  state.words++;
  if (WORDS.prepositions.has(key)) {
    state.adjunct = true;
    state.closed = false;
  } else state.closed = isDefinite(token.norm) || key.endsWith('ون') || state.closed;
  return { next: j + 1 };
}

function seekComplement(scene: Scene, hit: CueHit): Complement | null {
  const window = hit.form.form === 'participle' ? PARTICIPLE_WINDOW : WINDOW;
  const limit = Math.min(scene.scan.sentenceEnd[hit.token]!, hit.endToken + window);
  const closed = subjectPrecedes(scene, hit);
  const state: Progress = { words: 0, closed, apposition: false, relative: false, adjunct: false };
  const search: Search = { scene, hit, limit, state };
  for (let j = hit.endToken; j < limit;) {
    const step =
      atMarks(search, j) ??
      atPunctuation(search, j) ??
      atComplementiser(search, j) ??
      atOther(search, j) ??
      atWord(search, j);
    if (step === 'stop') return null;
    if (!('next' in step)) return step;
    j = step.next;
  }
  return null;
}

/** «ويأتي طلب النيابة …»: after a word that is no subject, a past spelled like a verbal noun is one. */
function isVerbalNounHere(scene: Scene, hit: CueHit): boolean {
  const before = scene.tokens[hit.token - 1];
  if (hit.clitic > 0 || before?.kind !== 'word' || scene.scan.sentenceStart[hit.token] === hit.token) return false;
  if (scene.mentionAt[hit.token - 1]! >= 0 || before.key.startsWith('ال')) return false;
  return !WORDS.beforeVerbs.has(before.key);
}

/** Whether a complement is one that its verb does report with. */
function isAcceptable(scene: Scene, hit: CueHit, complement: Complement): boolean {
  const { form } = hit;
  const first = keyAt(scene, complement.token);
  if (complement.kind === 'object' || complement.kind === 'preposition') {
    // «رفض التعليق» keeps silent; «دعا إلى اجتماع» calls one.
    if (WORDS.silence.has(first) && (form.lemma === 'رفض' || form.lemma === 'طلب')) return false;
    if (first === 'عدم' && WORDS.hiding.has(keyAt(scene, complement.token + 1))) return false;
    if (WORDS.performatives.has(first)) return false;
    // «جسر يُعتبر جزءاً من …»
    if (complement.kind === 'object' && form.lemma === 'اعتبر' && form.form === 'present') return false;
    if (form.lemma === 'دعا' && WORDS.events.has(first.replace(/^[لب]/, ''))) return false;
    const before = keyAt(scene, hit.token - 1);
    if (form.masdar && (before === 'تم' || before === 'جري' || before === 'يتم')) return false;
  }
  // «شهد الأسبوع … بأنها»: saw, did not testify.
  if (form.lemma === 'شهد' && complement.token - hit.endToken > 8) return false;
  if (form.masdar && !hit.pronoun && complement.kind === 'object' && isVerbalNounHere(scene, hit)) return false;
  // «يلفت الأنظار إلى موهبته»
  if (form.lemma === 'لفت' && /^ال(?:انظار|انتباه)$/.test(keyAt(scene, hit.endToken))) return false;
  if (form.requires === null) return true;
  for (let j = hit.endToken; j < Math.min(scene.tokens.length, hit.endToken + WINDOW); j++)
    if (form.requires.has(keyAt(scene, j))) return true;
  return false;
}

/** The complement of a verb, or null where it reports nothing here. Bounded look-ahead. */
export function findComplement(scene: Scene, hit: CueHit): Complement | null {
  const complement = seekComplement(scene, hit);
  return complement && isAcceptable(scene, hit, complement) ? complement : null;
}
