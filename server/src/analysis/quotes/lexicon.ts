/** The reporting words of data/quotes, compiled for look-up by key (see text/normalise.ts). Immutable. */
import cueData from '../../../data/quotes/cues.json';
import wordData from '../../../data/quotes/words.json';
import { lookupKey, normalise } from '../text/normalise';

/** Complements a verb reports with, as bits; the names are those of cues.json. */
export const FRAME = {
  that: 1,
  quote: 2,
  bare: 4,
  question: 8,
  object: 16,
  on: 32,
  to: 64,
  about: 128,
  with: 256,
  from: 512,
  for: 1024,
  in: 2048,
  named: 4096,
} as const;

export type VerbForm = 'past' | 'present' | 'participle' | 'noun';

/** One form of a reporting verb. */
export interface CueForm {
  readonly lemma: string;
  /** S1 say, S2 continue … S11 ask: see cues.json. */
  readonly group: string;
  readonly form: VerbForm;
  /** Bits of {@link FRAME}. */
  readonly frames: number;
  readonly gender: 'm' | 'f';
  readonly number: 's' | 'd' | 'p';
  /** Takes an object pronoun: «وصفه», «اتهمتها». */
  readonly pronoun: boolean;
  /** Its present without a subject is the writer's («يُعتقد أن»). */
  readonly impersonal: boolean;
  /** Its past is spelled like a verbal noun («رفض»). */
  readonly masdar: boolean;
  /** Keys one of which the complement must hold, or null. */
  readonly requires: ReadonlySet<string> | null;
}

/** A line of cues.json. */
interface CueEntry {
  readonly lemma: string;
  readonly class: string;
  readonly frames: readonly string[];
  readonly past?: readonly string[];
  readonly present?: readonly string[];
  readonly participle?: readonly string[];
  readonly noun?: readonly string[];
  readonly pronoun?: boolean;
  readonly impersonal?: boolean;
  readonly masdar?: boolean;
  readonly requires?: readonly string[];
}

const keyOf = (word: string): string => lookupKey(normalise(word));

function agreementOf(form: VerbForm, word: string, base: string): Pick<CueForm, 'gender' | 'number'> {
  if (form === 'present') return { gender: word.startsWith('ت') ? 'f' : 'm', number: word.endsWith('ون') ? 'p' : 's' };
  if (word.endsWith('ين') || (word !== base && word.endsWith('وا'))) return { gender: 'm', number: 'p' };
  if (word.endsWith('ات')) return { gender: 'f', number: 'p' };
  if (word.endsWith('ة') || (word !== base && word.endsWith('ت'))) return { gender: 'f', number: 's' };
  if (form === 'past' && word !== base && word.endsWith('تا')) return { gender: 'f', number: 'd' };
  if (form === 'past' && word === `${base}ا`) return { gender: 'm', number: 'd' };
  return { gender: 'm', number: 's' };
}

function compileCues(): ReadonlyMap<string, CueForm> {
  const forms = new Map<string, CueForm>();
  const add = (verb: CueEntry, form: VerbForm, words: readonly string[] = []): void => {
    let frames = 0;
    for (const name of verb.frames) frames |= FRAME[name as keyof typeof FRAME];
    for (const word of words) {
      const key = keyOf(word);
      const kept = forms.get(key);
      // Homographs («ذكر» and «ذكّر») share an entry with what either can take.
      if (kept) forms.set(key, { ...kept, frames: kept.frames | frames });
      else
        forms.set(key, {
          lemma: verb.lemma,
          group: verb.class,
          form,
          frames,
          ...agreementOf(form, word, words[0] ?? word),
          pronoun: verb.pronoun === true,
          impersonal: verb.impersonal === true,
          masdar: verb.masdar === true && form === 'past' && word === words[0],
          requires: verb.requires ? new Set(verb.requires.map(keyOf)) : null,
        });
    }
  };
  for (const verb of cueData.verbs as readonly CueEntry[]) {
    add(verb, 'past', verb.past);
    add(verb, 'present', verb.present);
    add(verb, 'participle', verb.participle);
    add(verb, 'noun', verb.noun);
  }
  return forms;
}

/** Every form of every reporting verb, by look-up key without proclitics. */
export const CUES: ReadonlyMap<string, CueForm> = compileCues();

export type WordList = Exclude<keyof typeof wordData, 'source' | 'narrators'>;

function compileLists(): Readonly<Record<WordList, ReadonlySet<string>>> {
  const lists: Partial<Record<WordList, ReadonlySet<string>>> = {};
  for (const [name, words] of Object.entries(wordData))
    if (Array.isArray(words) && name !== 'narrators') lists[name as WordList] = new Set((words as string[]).map(keyOf));
  return lists as Record<WordList, ReadonlySet<string>>;
}

/** The lists of words.json as sets of look-up keys. */
export const WORDS = compileLists();

/** Formulas in the writer's own voice («يذكر أن»), each a list of keys. */
export const NARRATORS: readonly (readonly string[])[] = wordData.narrators.map((phrase) =>
  phrase.split(' ').map(keyOf),
);
