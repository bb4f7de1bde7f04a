/** Actors: which mentions are the same person, organisation or place, their roles, and who speaks. */
import type { Article } from '../article/article';
import type { Mention } from '../entities/mention';
import type { Actor, Reference, Span } from '../model';
import type { AttributedQuote } from '../quotes/quotes';
import { originalOffset } from '../text/normalise';
import { createBodyIndex, type BodyIndex } from './bodies';
import { clusterType, decisionKey, NO_DECISIONS, type ActorDecisions, type Cluster } from './clusters';
import { mergeReason } from './explain';
import { findEpithets, type EpithetScene } from './epithets';
import { grammaticalGender } from './gender';
import { createNameIndex } from './name-index';
import { chooseName, otherNames } from './naming';
import {
  createRoleIndex,
  makeRoleKey,
  roleKey,
  type KnownRole,
  type RoleIndex,
  type RoleKey,
  type Timeline,
} from './nominals';
import { tokenAt, type BlockNames } from './phrases';
import { blockNames, phraseSpan, readRoles, roleText, type RoleEvidence, type RoleReading } from './roles';
import { resolveSpeakers } from './inheritance';
import { mentionsBefore, resolvePhrase, type Resolution, type SpeakerContext } from './speakers';
import { CHAIN_HEADS, isAdjectivalHead, SPEAKING_HEADS, WEAK_REFERENCES } from './tables';
import { type ParagraphTitles } from './titles';

export { scanTitles, type ParagraphTitles } from './titles';
export type { ActorDecisions } from './clusters';

export interface ResolvedActors {
  readonly actors: readonly Actor[];
  /** Actor id of each mention, null for MISC. */
  readonly mentionActors: readonly (string | null)[];
  /** Actor id of each quote's speaker, null where nobody is named. */
  readonly speakerActors: readonly (string | null)[];
  /** How each quote's speaker was found: a rule id. */
  readonly speakerWhy: readonly string[];
  /** Words that stand for an actor without naming it. */
  readonly references: readonly Reference[];
}

/** A role with where it stands. */
interface PlacedRole {
  readonly text: string;
  readonly position: number;
  readonly country: string | null;
  /** «نظيره», «زميلته»: tells a relation, and counts only where the article gives no title of the person's own. */
  readonly weak: boolean;
  /** Tells what somebody is, as «الدكتور» does not. */
  readonly telling: boolean;
}

/** All that is known of actors, by number. */
interface Scene {
  readonly article: Article;
  readonly mentions: readonly Mention[];
  readonly blocks: readonly BlockNames[];
  readonly titles: readonly ParagraphTitles[];
  readonly clusters: readonly Cluster[];
  /** Actor number by mention, -1 for MISC. */
  readonly actorOf: Int32Array;
  readonly timeline: Timeline;
  readonly reading: RoleReading;
}

/** Clusters mentions into actors, gives them their roles, and resolves speakers and references. Linear. */
export function resolveActors(
  article: Article,
  mentions: readonly Mention[],
  quotes: readonly AttributedQuote[],
  titles: readonly ParagraphTitles[] = [],
  decisions: ActorDecisions = NO_DECISIONS,
): ResolvedActors {
  const scene = readScene(article, mentions, titles, decisions);
  const roles: PlacedRole[][] = scene.clusters.map(() => []);
  const genders = new Map<number, 'm' | 'f'>();
  const known = readKnownRoles(scene, roles, genders);
  const told = createRoleIndex(known, scene.timeline);
  const epithets = findEpithets(epithetScene(scene, roles, genders, told), quotes);
  const index = epithets.length === 0 ? told : createRoleIndex([...known, ...epithets], scene.timeline);
  const references = findReferences(scene, index, roles);
  const context = speakerContext(scene, index, genders);
  learnGenders(context, quotes, genders);
  const speakers = resolveSpeakers(context, quotes, decidedSpeakers(scene, decisions));
  for (const [at, speaker] of speakers.entries()) {
    const reference = speakerReference(scene, quotes[at]!, speaker);
    if (reference) references.push(reference);
  }
  references.push(...findBodyReferences(scene, context.bodies));
  const actors = buildActors(scene, roles);
  const idOf = (actor: number | null | undefined): string | null =>
    actor === null || actor === undefined || actor < 0 ? null : actors[actor]!.id;
  return {
    actors,
    mentionActors: mentions.map((_, at) => idOf(scene.actorOf[at])),
    speakerActors: speakers.map((speaker) => idOf(speaker.actor)),
    speakerWhy: speakers.map((speaker) => speaker.why),
    references: publish(article, references, idOf),
  };
}

/** The actors that a user named as speakers; a name that the article does not have is left to the rules. */
function decidedSpeakers(scene: Scene, decisions: ActorDecisions): Map<number, number | null> {
  const decided = new Map<number, number | null>();
  if (decisions.speakers.size === 0) return decided;
  const byName = new Map<string, number>();
  scene.clusters.forEach((cluster, actor) => {
    for (const form of cluster.forms) byName.set(decisionKey(form.shown), actor);
  });
  for (const [quote, name] of decisions.speakers) {
    const actor = name === null ? null : byName.get(decisionKey(name));
    if (actor !== undefined) decided.set(quote, actor);
  }
  return decided;
}

function readScene(
  article: Article,
  mentions: readonly Mention[],
  titles: readonly ParagraphTitles[],
  decisions: ActorDecisions,
): Scene {
  const clusters = (['PER', 'ORG', 'LOC'] as const)
    .flatMap((type) => clusterType(article, mentions, type, decisions))
    .sort((a, b) => firstMention(a) - firstMention(b));
  const actorOf = new Int32Array(mentions.length).fill(-1);
  const positions: number[][] = clusters.map(() => []);
  clusters.forEach((cluster, actor) => {
    for (const form of cluster.forms) for (const mention of form.mentions) actorOf[mention] = actor;
  });
  mentions.forEach((mention, index) => {
    positions[actorOf[index]!]?.push(mention.start);
  });
  const blocks = blockNames(article, mentions, titles);
  const timeline: Timeline = (actor) => positions[actor] ?? [];
  return { article, mentions, blocks, titles, clusters, actorOf, timeline, reading: readRoles(blocks, titles) };
}

const firstMention = (cluster: Cluster): number => Math.min(...cluster.forms.map((form) => form.mentions[0] ?? 0));

/** Titles that tell nothing of what a person is («مواطنه»). */
const NO_ROLE = new Set(['مواطن']);

const COURTESY = new Set(['honorific', 'rank', 'possessed']);
const COUNTERPART = 'نظير';
const WEAK_ROLES = new Set([COUNTERPART, 'زميل']);

/** «نظيره الإيراني» after «وزير الخارجية السعودي» is the Iranian minister of foreign affairs. */
function counterpartRole(known: readonly KnownRole[], actor: number, own: RoleKey): RoleKey | null {
  const other = known[known.length - 1];
  if (other === undefined || other.person === actor) return null;
  const words = [...other.key.words].filter((word) => !word.startsWith('c:'));
  return makeRoleKey({ ...other.key, gender: own.gender, words: new Set([...words, ...own.words]) });
}

function readKnownRoles(scene: Scene, roles: PlacedRole[][], genders: Map<number, 'm' | 'f'>): KnownRole[] {
  const known: KnownRole[] = [];
  for (const evidence of scene.reading.roles) {
    const actor = scene.actorOf[evidence.mention]!;
    if (actor < 0) continue;
    const names = scene.blocks[evidence.block]!;
    const key = roleKey(names, evidence.phrase);
    if (!genders.has(actor)) genders.set(actor, evidence.phrase.word.gender);
    const counterpart = evidence.phrase.word.lemma === COUNTERPART ? counterpartRole(known, actor, key) : null;
    known.push({ key: counterpart ?? key, person: actor });
    if (NO_ROLE.has(evidence.phrase.word.lemma)) continue;
    roles[actor]!.push(placeRole(scene, evidence, key.words));
  }
  return known;
}

function placeRole(
  scene: Scene,
  evidence: Pick<RoleEvidence, 'block' | 'phrase'>,
  words: ReadonlySet<string>,
): PlacedRole {
  const country = [...words].find((word) => word.startsWith('c:'));
  return {
    text: roleText(scene.article, evidence.block, evidence.phrase),
    position: phraseSpan(scene.article, evidence.block, evidence.phrase).start,
    country: country === undefined ? null : country.slice(2),
    telling: !COURTESY.has(evidence.phrase.word.kind),
    weak: evidence.phrase.word.possessed && WEAK_ROLES.has(evidence.phrase.word.lemma),
  };
}

function epithetScene(
  scene: Scene,
  roles: readonly (readonly PlacedRole[])[],
  genders: ReadonlyMap<number, 'm' | 'f'>,
  index: RoleIndex,
): EpithetScene {
  return {
    blocks: scene.blocks,
    mentions: scene.mentions,
    actorOf: (mention) => scene.actorOf[mention] ?? -1,
    isPerson: (actor) => scene.clusters[actor]?.type === 'PER',
    genderOf: (actor) => genders.get(actor),
    hasOffice: (actor) => roles[actor]!.some((role) => role.telling),
    roles: index,
  };
}

interface FoundReference {
  readonly start: number;
  readonly end: number;
  readonly actor: number;
  readonly why: string;
}

/** Titles without a name that repeat a role («الوزير القطري»); a longer one is a role of its own. */
function findReferences(scene: Scene, index: RoleIndex, roles: PlacedRole[][]): FoundReference[] {
  const found: FoundReference[] = [];
  for (const { block, phrase } of scene.reading.loose) {
    const { word } = phrase;
    if (word.kind === 'honorific' || word.kind === 'rank' || word.kind === 'kin' || word.possessed) continue;
    if (WEAK_REFERENCES.has(word.lemma)) continue;
    // «المكتب السياسي»: alone it is an adjective more often than a person.
    if (isAdjectivalHead(word.lemma) && phrase.end === word.token + 1) continue;
    const names = scene.blocks[block]!;
    const span = phraseSpan(scene.article, block, phrase);
    const match = resolvePhrase(names, index, phrase, span.start);
    if (match === null) continue;
    const exact = { ...phrase, end: match.end };
    const { start, end } = phraseSpan(scene.article, block, exact);
    found.push({ start, end, actor: match.actor, why: 'title' });
    const key = roleKey(names, exact);
    if (key.words.size > 0 && !(SPEAKING_HEADS.has(word.lemma) && CHAIN_HEADS.has(word.lemma)))
      roles[match.actor]!.push(placeRole(scene, { block, phrase: exact }, key.words));
  }
  return found;
}

function speakerContext(scene: Scene, roles: RoleIndex, genders: ReadonlyMap<number, 'm' | 'f'>): SpeakerContext {
  const { article, blocks, titles, mentions, clusters, actorOf, timeline } = scene;
  return {
    article,
    blocks,
    titles,
    mentions,
    actorOf: (mention) => actorOf[mention] ?? -1,
    typeOf: (actor) => clusters[actor]!.type,
    genderOf: (actor) => genders.get(actor) ?? grammaticalGender(clusters[actor]!),
    roles,
    bodies: createBodyIndex(article, blocks, mentions, clusters, (mention) => mentions[mention]!.start),
    names: createNameIndex(clusters),
    timeline,
  };
}

/** A verb that agrees with the person named as its subject tells the person's gender. */
function learnGenders(
  context: SpeakerContext,
  quotes: readonly AttributedQuote[],
  genders: Map<number, 'm' | 'f'>,
): void {
  for (const quote of quotes) {
    if (quote.speaker === null || quote.agreement.gender === null || quote.relation !== 'vso') continue;
    const { mentions } = context;
    for (let index = mentionsBefore(mentions, quote.speaker.start); index < mentions.length; index++) {
      const mention = mentions[index]!;
      if (mention.start >= quote.speaker.end) break;
      const actor = context.actorOf(index);
      if (mention.start >= quote.speaker.start && actor >= 0 && mention.type === 'PER' && !genders.has(actor))
        genders.set(actor, quote.agreement.gender);
    }
  }
}

/** Speaker words that name nobody themselves, or a bare cue («وأضاف»), as a reference to the actor. */
function speakerReference(scene: Scene, quote: AttributedQuote, speaker: Resolution): FoundReference | null {
  if (speaker.actor === null || speaker.why === 'named' || speaker.why === 'title') return null;
  const words = quote.speaker ?? quote.cue;
  if (words === null) return null;
  const noun = speaker.why === 'head-noun' || speaker.why === 'document';
  const end = noun ? nounPhraseEnd(scene, quote.block, words) : words.end;
  return { start: words.start, end, actor: speaker.actor, why: speaker.why };
}

/** Where «الصحيفة الأميركية» ends among longer words: the noun and the definite words that follow it. */
function nounPhraseEnd(scene: Scene, block: number, words: Span): number {
  const { start, content } = scene.article.blocks[block]!;
  const first = tokenAt(scene.article.blocks[block]!, words.start);
  if (first >= content.tokens.length) return words.end;
  let last = first;
  for (let i = first + 1; i < content.tokens.length && start + content.tokens[i]!.end <= words.end; i++) {
    if (!content.tokens[i]!.key.startsWith('ال') || scene.blocks[block]!.at(i) >= 0) break;
    last = i;
  }
  return start + content.tokens[last]!.end;
}

/** «الشركة», «الحزب» wherever one organisation alone of the article is called so. */
function findBodyReferences(scene: Scene, bodies: BodyIndex): FoundReference[] {
  const found: FoundReference[] = [];
  scene.titles.forEach((titles, block) => {
    const names = scene.blocks[block]!;
    for (const body of titles.bodies) {
      if (!body.definite || body.kind !== 'organisation' || names.at(body.token) >= 0) continue;
      const { start, content } = names.block;
      const next = content.tokens[body.token + 1];
      // «الشركة السعودية», «الاتحاد الدولي»: a definite word after it makes it another's name.
      if (names.at(body.token + 1) >= 0 || next?.key.startsWith('ال')) continue;
      const actor = bodies.only(body.noun);
      if (actor === null) continue;
      const token = content.tokens[body.token]!;
      const from = start + token.start + originalOffset(token.text, body.clitic.length);
      found.push({ start: from, end: start + token.end, actor, why: 'head-noun' });
    }
  });
  return found;
}

function publish(
  article: Article,
  found: readonly FoundReference[],
  idOf: (actor: number) => string | null,
): Reference[] {
  const seen = new Set<string>();
  return [...found]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .flatMap(({ start, end, actor, why }) => {
      const id = idOf(actor);
      const key = `${start}:${end}`;
      if (id === null || seen.has(key)) return [];
      seen.add(key);
      return [{ start, end, text: article.text.slice(start, end), actor: id, why: [why] }];
    });
}

function buildActors(scene: Scene, roles: readonly PlacedRole[][]): Actor[] {
  return scene.clusters.map((cluster, index) => {
    const name = chooseName(cluster.forms);
    const all = [...roles[index]!].sort((a, b) => a.position - b.position);
    const own = all.filter((role) => !role.weak);
    const placed = own.length > 0 ? own : all;
    const country = placed.find((role) => role.country !== null)?.country;
    const aliases = otherNames(cluster.forms, name);
    const why = [...new Set(cluster.merges.map((merge) => mergeReason(merge.rule, merge.from, merge.to)))];
    return {
      id: `a${index + 1}`,
      name,
      type: cluster.type,
      roles: [...new Set(placed.map((role) => role.text))],
      ...(country ? { country } : {}),
      ...(aliases.length > 0 ? { aliases } : {}),
      ...(why.length > 0 ? { why } : {}),
    };
  });
}
