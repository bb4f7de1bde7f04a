/** Tests of single words after a reporting verb: prepositions, objects, names in marks. */
import { originalOffset } from '../text/normalise';
import { FRAME, WORDS } from './lexicon';
import type { CueHit } from './scan';
import { complementiser, isDefinite, keyAt, looksVerbalNoun, type Scene } from './scene';

export const PREPOSITION_FRAMES: Readonly<Record<string, number>> = {
  علي: FRAME.on,
  الي: FRAME.to,
  عن: FRAME.about,
  من: FRAME.from,
  في: FRAME.in,
};

const NOT_AFTER: Readonly<Record<string, ReadonlySet<string>>> = {
  من: new Set(['جانبه', 'جانبها', 'جهته', 'جهتها', 'جديد', 'خلال', 'قبل', 'بين', 'ناحيته', 'ناحيتها', 'اجل']),
};

/** What has been read between a verb and its complement. */
export interface Progress {
  /** Content words read since the verb (or since the last comma). */
  words: number;
  /** The subject's noun phrase is closed: a name or a definite noun ended it. */
  closed: boolean;
  apposition: boolean;
  /** Inside a relative clause of the subject. */
  relative: boolean;
  /** Inside «خلال …», «على هامش …»: its nouns are not the object. */
  adjunct: boolean;
}

export function prepositionComplement(scene: Scene, hit: CueHit, j: number): { token: number; offset: number } | null {
  const { tokens, mentionAt, mentions } = scene;
  const token = tokens[j]!;
  const { frames } = hit.form;
  const next = tokens[j + 1];
  // «أكد علي حداد»: a name, not «على».
  const named = mentionAt[j]! >= 0 || (token.norm === 'علي' && j === hit.endToken);
  const frame = named ? undefined : PREPOSITION_FRAMES[token.key];
  if (frame !== undefined) {
    if ((frames & frame) === 0 || next === undefined) return null;
    if (token.key === 'علي' && WORDS.notOnComplement.has(next.key)) return null;
    // «رداً على», «تعقيباً على»: no verb's own preposition.
    const before = tokens[j - 1]!;
    if (j > hit.endToken && WORDS.responses.has(before.key)) return null;
    if (token.key === 'في' && WORDS.venues.has(next.key)) return null;
    if (NOT_AFTER[token.key]?.has(next.key)) return null;
    return { token: j + 1, offset: next.start };
  }
  const glued = (letter: string, bit: number, not: ReadonlySet<string>): boolean => {
    if ((frames & bit) === 0 || !token.key.startsWith(letter)) return false;
    if (token.norm === letter) return next !== undefined;
    if (token.norm === 'بال') return next !== undefined;
    if (token.key.length < 3 || not.has(token.key) || WORDS.venues.has(token.key)) return false;
    if (WORDS.prepositions.has(keyAt(scene, j - 1))) return false;
    const mention = mentions[mentionAt[j] ?? -1];
    if (mention === undefined) return true;
    // «بريطانيا» is no «ب» + «ريطانيا»; «بالقاهرة» tells where.
    return mention.clitic.endsWith(letter) && mention.type !== 'LOC' && mention.firstToken === j;
  };
  if (glued('ب', FRAME.with, WORDS.notWithComplement) || glued('ل', FRAME.for, WORDS.notForComplement)) {
    if (token.norm.length === 1) return { token: j + 1, offset: next!.start };
    if (token.norm === 'بال') return { token: j + 1, offset: next?.start ?? token.end };
    return { token: j, offset: token.start + originalOffset(token.text, 1) };
  }
  return null;
}

/** Whether marks that open at `j`, among the subject's words, hold a name («قالت وكالة «سبأ» إن …»). */
export function marksHoldName(scene: Scene, j: number, close: number): boolean {
  const { tokens, mentions, mentionAt } = scene;
  if (close - j - 1 > 5) return false;
  const before = keyAt(scene, j - 1);
  if (WORDS.nameHeads.has(before) || WORDS.orgHeads.has(before) || tokens[j - 1]?.norm === 'ل') return true;
  const mention = mentions[mentionAt[j + 1] ?? -1];
  if (mention && mention.firstToken === j + 1 && mention.endToken >= close) return true;
  // «قال «شين بيت» في بيان إن …»: what is said is still to come.
  for (let k = close + 1; k < Math.min(close + 8, tokens.length); k++) {
    if (scene.scan.hitAt[k]! >= 0 || /^[.؟!]$/.test(tokens[k]!.text)) return false;
    if (complementiser(scene, k) !== null || tokens[k]!.text === ':') return true;
  }
  return false;
}

/** Verbs whose object is what they are about, definite or not («نفى التهم», «انتقد القرار»). */
const DEFINITE_OBJECTS = new Set(['S7', 'S9']);

export function subjectPrecedes(scene: Scene, hit: CueHit): boolean {
  const before = keyAt(scene, hit.token - 1);
  return (
    hit.clitic === 0 && (before === 'قد' || WORDS.relatives.has(before) || (scene.mentionAt[hit.token - 1] ?? -1) >= 0)
  );
}

export function startsObject(scene: Scene, j: number, state: Progress, hit: CueHit): boolean {
  const { tokens, mentionAt, mentions } = scene;
  const token = tokens[j]!;
  if (token.kind !== 'word' || (hit.form.frames & FRAME.object) === 0) return false;
  const key = token.key;
  if (WORDS.prepositions.has(key) || WORDS.subjectAdverbs.has(key) || WORDS.times.has(key) || WORDS.relatives.has(key))
    return false;
  if (WORDS.periodWords.has(key) || WORDS.periods.has(key) || WORDS.pronounPhrases.has(key)) return false;
  if (WORDS.responses.has(key)) return false;
  if (key.startsWith('و') && !looksVerbalNoun(key)) return false;
  if (/^[لب]/.test(key) && !WORDS.masdars.has(key)) return false;
  if (mentionAt[j]! >= 0) return false;
  const previous = mentions[mentionAt[j - 1] ?? -1];
  if (previous?.type === 'PER' && key.startsWith('ال') && DEFINITE_OBJECTS.has(hit.form.group)) return true;
  if (WORDS.demonstratives.has(key)) return state.words === 0 || state.closed;
  if (looksVerbalNoun(key)) {
    if (WORDS.personHeads.has(key)) return false;
    if (state.words === 0) return /(?:ه|ها|هم)$/.test(key) || !key.startsWith('ال') || hit.form.form === 'participle';
    return state.closed;
  }
  // «وكانت الشبكة أدانت قتل …»: the subject stands before the verb.
  if (state.words === 0) return hit.form.form === 'participle' || subjectPrecedes(scene, hit);
  if (state.apposition || WORDS.personHeads.has(key) || WORDS.relational.has(key)) return false;
  return state.closed && !state.relative && !state.adjunct && !isDefinite(token.norm) && key.length > 2;
}
