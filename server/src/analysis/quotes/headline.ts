/** Headlines «X: …»: X's words without a verb. */
import { keyAt, type Scene } from './scene';
import { WORDS } from './lexicon';
import { nameSpeaker, type Naming } from './speaker';
import type { Stretch } from './content';

export interface HeadlineQuote {
  readonly stretch: Stretch;
  readonly speaker: Naming;
}

const MAX_WORDS = 9;
/** What a place does not say of itself: a verb in the first person, a promise, a demand. */
const SPOKEN = /^(?:لن|سن[ا-ي]{3,}|نحن|علينا|يجب|ينبغي|لا|لم|نرفض|ندعم|ندين|نريد|[تيس]جب|ملتزمون|مستعدون|ن[ا-ي]{4})$/;

/** The quote of a headline or subheading, or null. */
export function headlineQuote(scene: Scene): HeadlineQuote | null {
  const { tokens, scan, mentions, mentionAt } = scene;
  let colon = -1;
  for (let j = 1; j < Math.min(tokens.length, MAX_WORDS + 4) && colon < 0; j++) {
    if (tokens[j]!.text === ':') colon = j;
    else if (scan.hitAt[j - 1]! >= 0 || /^[.؟!]/.test(tokens[j]!.text)) return null;
  }
  const end = tokens.length;
  if (colon < 1 || colon + 2 >= end) return null;
  const words = tokens.slice(0, colon).filter((token) => token.kind !== 'punctuation').length;
  if (words > MAX_WORDS) return null;
  const first = mentions[mentionAt[0]!];
  const head = keyAt(scene, 0);
  if (!first && !WORDS.personHeads.has(head) && !WORDS.orgHeads.has(head)) return null;
  if (first?.type === 'MISC') return null;
  const speaker = nameSpeaker(scene, { from: 0, end: colon, clitic: 0 });
  if (!speaker) return null;
  if (first?.type === 'LOC' || scene.isSubheading) {
    let spoken = false;
    for (let j = colon + 1; j < Math.min(end, colon + 8); j++) spoken ||= SPOKEN.test(keyAt(scene, j));
    if (!spoken) return null;
  }
  let last = end;
  while (last > colon + 2 && tokens[last - 1]!.kind === 'punctuation' && scan.closes[last - 1]! < 0) last--;
  return {
    stretch: {
      firstToken: colon + 1,
      endToken: last,
      start: tokens[colon + 1]!.start,
      end: tokens[last - 1]!.end,
    },
    speaker,
  };
}

/** The name that stands alone before marks in a headline: «X «…»». */
export function namedBeforeMarks(scene: Scene, open: number): Naming | null {
  if (!scene.isTitle || open < 1 || open > MAX_WORDS) return null;
  const first = scene.mentions[scene.mentionAt[0]!];
  if (!first || first.firstToken !== 0 || first.endToken !== open || first.type === 'MISC') return null;
  return nameSpeaker(scene, { from: 0, end: open, clitic: 0 });
}
