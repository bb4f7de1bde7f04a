/**
 * Speakers told by a title that the article never joins to a name: the lead has «أكد وزير النقل …», the next paragraph
 * «وقال فلان …». They are taken for one person only where no one else can be meant.
 */
import type { AttributedQuote } from '../quotes/quotes';
import type { Mention } from '../entities/mention';
import { roleKey, type KnownRole, type RoleIndex, type RoleKey } from './nominals';
import type { BlockNames, TitlePhrase } from './phrases';
import { readTitle, tokenAt } from './phrases';
import { isDefinitePhrase, resolvePhrase } from './speakers';
import { SPEAKING_HEADS } from './tables';

/** Blocks at the top of an article in which a speaker is told by title before being named. */
const LEAD = 3;

interface NamedSpeaker {
  readonly kind: 'named';
  readonly person: number;
  readonly at: number;
}

interface TitledSpeaker {
  readonly kind: 'titled';
  readonly phrase: TitlePhrase;
  readonly key: RoleKey;
  readonly block: number;
  readonly at: number;
}

/** What this step is told of the article. */
export interface EpithetScene {
  readonly blocks: readonly BlockNames[];
  readonly mentions: readonly Mention[];
  readonly actorOf: (mention: number) => number;
  readonly isPerson: (actor: number) => boolean;
  readonly genderOf: (actor: number) => 'm' | 'f' | undefined;
  /** Whether the article gives the person a title that says what he or she is. */
  readonly hasOffice: (actor: number) => boolean;
  readonly roles: RoleIndex;
}

/** The title or the person that a quote's speaker words begin with. */
function readSpeaker(scene: EpithetScene, quote: AttributedQuote): NamedSpeaker | TitledSpeaker | null {
  const names = scene.blocks[quote.block];
  if (quote.speaker === null || names === undefined) return null;
  const { start, content } = names.block;
  const first = tokenAt(names.block, quote.speaker.start);
  for (let i = first; i < content.tokens.length && start + content.tokens[i]!.start < quote.speaker.end; i++) {
    const index = names.at(i);
    const actor = index < 0 ? -1 : scene.actorOf(index);
    if (actor >= 0 && scene.isPerson(actor)) return { kind: 'named', person: actor, at: quote.speaker.start };
  }
  const word = names.titleAt.get(first);
  if (!word || word.possessed || word.kind === 'honorific' || word.kind === 'rank' || word.kind === 'kin') return null;
  const phrase = readTitle(names, word);
  if (!isDefinitePhrase(names, phrase)) return null;
  const known = resolvePhrase(names, scene.roles, phrase, quote.speaker.start);
  if (known !== null) return { kind: 'named', person: known.actor, at: quote.speaker.start };
  return { kind: 'titled', phrase, key: roleKey(names, phrase), block: quote.block, at: quote.speaker.start };
}

const agrees = (scene: EpithetScene, person: number, key: RoleKey): boolean =>
  (scene.genderOf(person) ?? key.gender) === key.gender;

/** The lead's title and the only named speaker without one. */
function leadTitle(scene: EpithetScene, named: readonly NamedSpeaker[], titled: readonly TitledSpeaker[]): KnownRole[] {
  const first = titled[0];
  if (first === undefined || first.block >= LEAD || first.key.words.size === 0) return [];
  if (titled.some((item) => item.key.lemma !== first.key.lemma || item.key.gender !== first.key.gender)) return [];
  const free = new Set(named.filter((item) => !scene.hasOffice(item.person)).map((item) => item.person));
  const [person] = free;
  if (person === undefined || free.size > 1 || !agrees(scene, person, first.key)) return [];
  const opening = named.find((item) => item.person === person);
  if (opening === undefined || opening.at < first.at || first.phrase.word.kind !== 'office') return [];
  return titled.map((item) => ({ key: item.key, person }));
}

/** «الباحث», where the same person was named as speaker twice before, or is the only one named so far. */
function soleSpeaker(
  scene: EpithetScene,
  named: readonly NamedSpeaker[],
  titled: readonly TitledSpeaker[],
): KnownRole[] {
  return titled.flatMap((item) => {
    if (item.phrase.word.kind !== 'profession' || SPEAKING_HEADS.has(item.key.lemma)) return [];
    const before = named.filter((speaker) => speaker.at < item.at);
    const person = before[before.length - 1]?.person;
    const only = before.every((speaker) => speaker.person === person);
    const twice = before.length > 2 && before.slice(-2).every((speaker) => speaker.person === person);
    return person !== undefined && (only || twice) && agrees(scene, person, item.key)
      ? [{ key: item.key, person }]
      : [];
  });
}

/** Roles that the article tells only by having the person speak under them. Linear. */
export function findEpithets(scene: EpithetScene, quotes: readonly AttributedQuote[]): KnownRole[] {
  const named: NamedSpeaker[] = [];
  const titled: TitledSpeaker[] = [];
  for (const quote of quotes) {
    const speaker = readSpeaker(scene, quote);
    if (speaker?.kind === 'named') named.push(speaker);
    else if (speaker?.kind === 'titled') titled.push(speaker);
  }
  const lead = leadTitle(scene, named, titled);
  return lead.length > 0 ? lead : soleSpeaker(scene, named, titled);
}
