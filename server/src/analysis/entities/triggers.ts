/** Words that tell of a name beside them: titles, heads of organisations and places, verbs of speech. */
import triggers from '../../../data/entities/triggers.json';
import { lookupKey, normalise } from '../text/normalise';
import type { CliticSplit } from '../text/tokens';

/** Classes in the order of their bits. */
export const TRIGGER_CLASSES = Object.keys(triggers.classes) as (keyof typeof triggers.classes)[];

const BITS = new Map<string, number>();
TRIGGER_CLASSES.forEach((name, bit) => {
  for (const word of triggers.classes[name]) {
    const key = lookupKey(normalise(word));
    BITS.set(key, (BITS.get(key) ?? 0) | (1 << bit));
  }
});

/** The bit of one class in {@link triggerBits}. */
export const triggerBit = (name: (typeof TRIGGER_CLASSES)[number]): number => 1 << TRIGGER_CLASSES.indexOf(name);

const bare = (key: string): number => BITS.get(key) ?? (key.startsWith('ال') ? (BITS.get(key.slice(2)) ?? 0) : 0);

/** Bit set of the classes that a word belongs to, as written or, failing that, behind a proclitic. */
export function triggerBits(key: string, splits: readonly CliticSplit[]): number {
  const whole = bare(key);
  if (whole !== 0) return whole;
  for (const split of splits) {
    const bits = bare(lookupKey(split.full));
    if (bits !== 0) return bits;
  }
  return 0;
}
