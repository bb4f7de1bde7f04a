/** The reasons of actors, speakers and references in words, for hovers. */
import texts from '../../../data/actors/why.json';

type Language = 'en' | 'ar';
type Texts = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const MERGES: Texts = texts.merges;
const SPEAKERS: Texts = texts.speakers;
const REFERENCES: Texts = texts.references;

/** A merge as {@link Actor.why} has it: rule id and the two forms it joined. */
export function mergeReason(rule: string, from: string, to: string): string {
  return `${rule}: ${from} = ${to}`;
}

/** A merge in words («“X” is the surname of “Y”»); null where the reason is none of this room's. */
export function explainMerge(reason: string, language: Language): string | null {
  const rule = reason.slice(0, Math.max(0, reason.indexOf(': ')));
  const text = MERGES[rule]?.[language];
  if (text === undefined) return null;
  const [from = '', to = ''] = reason.slice(rule.length + 2).split(' = ');
  return text.replace('{from}', () => from).replace('{to}', () => to);
}

/** How a speaker was found (an id that begins with `speaker-` among a quote's reasons); null for other reasons. */
export function explainSpeaker(reason: string, language: Language): string | null {
  return SPEAKERS[reason]?.[language] ?? null;
}

/** Why words stand for an actor; null for an id that is not known. */
export function explainReference(reason: string, language: Language): string | null {
  return REFERENCES[reason]?.[language] ?? null;
}
