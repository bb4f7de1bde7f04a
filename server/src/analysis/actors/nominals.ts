/** Titles that stand for a person («الوزير», «الرئيس السوري») resolved to the person whose role they repeat. */
import type { BlockNames, TitlePhrase } from './phrases';
import { CAPITALS, COUNTRY_NAMES, demonymCode, FORMER, keyOf, placeKey, PREPOSITIONS, withoutArticle } from './tables';
import { cliticSplits } from '../text/tokens';

const SAME_LEMMA: Readonly<Record<string, string>> = { ناطق: 'متحدث', صحافي: 'صحفي', محامي: 'محام', قاضي: 'قاض' };

/** A role in the form in which roles are compared. */
export interface RoleKey {
  readonly lemma: string;
  readonly gender: 'm' | 'f';
  readonly definite: boolean;
  /** The complement's words; a country by its code however it is told. */
  readonly words: ReadonlySet<string>;
  /** A former office («السابق»). */
  readonly former: boolean;
  /** Whether a country is among the words. */
  readonly told: boolean;
}

const FORMER_WORDS: ReadonlySet<string> = new Set([...FORMER].map(withoutArticle));

/** Makes a role key; `former` and `told` follow from the words. */
export function makeRoleKey(key: Pick<RoleKey, 'lemma' | 'gender' | 'definite' | 'words'>): RoleKey {
  let former = false;
  let told = false;
  for (const word of key.words) {
    former ||= FORMER_WORDS.has(word);
    told ||= word.startsWith('c:');
  }
  return { lemma: key.lemma, gender: key.gender, definite: key.definite, words: key.words, former, told };
}

/** The country or capital that a mention names, as a word of a role key. */
function placeWord(text: string): string | null {
  const key = placeKey(text);
  const code = COUNTRY_NAMES.get(key) ?? CAPITALS.get(key);
  return code === undefined ? null : `c:${code}`;
}

const MAY_BE_CLITIC = new Set(['ل', 'ب', 'و']);

/** A word of a title's complement in comparable form; null for what does not count. */
function roleWord(norm: string, key: string): string | null {
  if (PREPOSITIONS.has(key)) return null;
  const code = demonymCode(key);
  if (code !== null) return `c:${code}`;
  if (key.startsWith('ال')) return withoutArticle(key);
  if (!MAY_BE_CLITIC.has(norm[0] ?? '')) return placeWord(norm) ?? key;
  for (const split of cliticSplits(norm)) {
    const full = keyOf(split.full);
    if (split.clitic === 'ب' && full === 'اسم') return null;
    if (
      (split.clitic === 'ل' || split.clitic === 'ب' || split.clitic === 'و') &&
      full.startsWith('ال') &&
      full.length > 4
    )
      return withoutArticle(full);
  }
  return placeWord(norm) ?? key;
}

/** The comparable form of a phrase, up to the token `end`. */
export function roleKey(names: BlockNames, phrase: TitlePhrase, end = phrase.end): RoleKey {
  const words = new Set<string>();
  const tokens = names.block.content.tokens;
  for (let i = phrase.word.token + 1; i < end; i++) {
    const token = tokens[i]!;
    if (token.kind === 'punctuation') continue;
    const index = names.at(i);
    const mention = index < 0 ? undefined : names.mentions[index];
    const place =
      mention?.type === 'LOC'
        ? placeWord(mention.text.startsWith('ل') && mention.clitic ? `ا${mention.text}` : mention.text)
        : null;
    if (mention && place !== null) {
      words.add(place);
      i = mention.endToken - 1;
      continue;
    }
    const cut = mention && mention.firstToken === i ? mention.clitic.length : 0;
    const word = roleWord(token.norm.slice(cut), token.key.slice(cut));
    if (word !== null) words.add(word);
  }
  return makeRoleKey({
    lemma: SAME_LEMMA[phrase.word.lemma] ?? phrase.word.lemma,
    gender: phrase.word.gender,
    definite: phrase.word.definite,
    words,
  });
}

/** A role of a person of this article. */
export interface KnownRole {
  readonly key: RoleKey;
  /** Which person: a number the caller gives. */
  readonly person: number;
}

/** When a person was named, as positions in the article, ascending. */
export type Timeline = (person: number) => readonly number[];

const STATE = new Set(['جمهوريه', 'دوله', 'بلاد']);

/** «رئيس الجمهورية» is «الرئيس» of a state. */
function isHeadOfState(key: RoleKey): boolean {
  return key.lemma === 'رئيس' && key.words.size > 0 && [...key.words].every((word) => STATE.has(word));
}

/** Whether a reference repeats a role: exactly in part, or but for a country that only the reference tells. */
function covers(role: RoleKey, reference: RoleKey): 'exact' | 'wider' | null {
  if (role.gender !== reference.gender || role.former !== reference.former) return null;
  if (isHeadOfState(reference)) return isPlain(role) ? 'exact' : null;
  // «الرئيس الأمريكي» is never the chairman of an American committee.
  if (reference.words.size > 0 && PLAIN_RANK[reference.lemma] !== undefined && isPlain(reference) && !isPlain(role))
    return null;
  let told = 0;
  let wider = false;
  for (const word of reference.words) {
    if (role.words.has(word)) told++;
    else if (word.startsWith('c:') && !role.told) wider = true;
    else return null;
  }
  return !wider ? 'exact' : told > 0 ? 'wider' : null;
}

/** «الرئيس» alone means a head of state before the head of a body. */
const PLAIN_RANK: Readonly<Record<string, readonly string[]>> = { رئيس: ['جمهوريه', 'دوله'], ملك: [], امير: [] };

function isPlain(role: RoleKey): boolean {
  const plain = PLAIN_RANK[role.lemma];
  if (plain === undefined) return true;
  return [...role.words].every((word) => word.startsWith('c:') || plain.includes(word) || FORMER_WORDS.has(word));
}

/** Which persons a reference may mean, and where they are named, in order. */
interface Candidates {
  readonly positions: readonly number[];
  readonly persons: readonly number[];
}

/** Looks roles up by their head. */
export interface RoleIndex {
  /** The person whose role a reference repeats, or null where none fits: the last named before it, else the first after. */
  resolve(reference: RoleKey, position: number): number | null;
}

function signatureOf(key: RoleKey): string {
  const words = key.words.size > 1 ? [...key.words].sort().join(' ') : [...key.words].join('');
  return `${key.lemma} ${key.gender} ${key.definite ? 1 : 0} ${words}`;
}

/** The persons whose roles a reference repeats. */
function fittingPersons(known: readonly KnownRole[], reference: RoleKey): Set<number> {
  const bare = reference.words.size === 0;
  if (bare && !reference.definite) return new Set();
  let fitting = known.filter((role) => covers(role.key, reference) === 'exact');
  if (fitting.length === 0) fitting = known.filter((role) => covers(role.key, reference) === 'wider');
  if (bare) {
    const plain = fitting.filter((role) => isPlain(role.key));
    if (plain.length > 0) fitting = plain;
  }
  return new Set(fitting.map((role) => role.person));
}

function placed(persons: ReadonlySet<number>, timeline: Timeline): Candidates {
  const named = [...persons]
    .flatMap((person) => timeline(person).map((position) => ({ position, person })))
    .sort((a, b) => a.position - b.position);
  return { positions: named.map((item) => item.position), persons: named.map((item) => item.person) };
}

/** How many ascending positions are at or before `at`. */
function countUpTo(positions: readonly number[], at: number): number {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (positions[mid]! <= at) low = mid + 1;
    else high = mid;
  }
  return low;
}

export function createRoleIndex(roles: readonly KnownRole[], timeline: Timeline): RoleIndex {
  const byLemma = new Map<string, KnownRole[]>();
  const seen = new Set<string>();
  for (const role of roles) {
    const signature = `${role.person} ${signatureOf(role.key)}`;
    if (seen.has(signature)) continue;
    seen.add(signature);
    const list = byLemma.get(role.key.lemma);
    if (list) list.push(role);
    else byLemma.set(role.key.lemma, [role]);
  }
  // References repeat themselves: each wording is looked up once.
  const known = new Map<string, Candidates>();
  return {
    resolve(reference, position) {
      const roles = byLemma.get(reference.lemma);
      if (roles === undefined) return null;
      const signature = signatureOf(reference);
      let candidates = known.get(signature);
      if (candidates === undefined) {
        candidates = placed(fittingPersons(roles, reference), timeline);
        known.set(signature, candidates);
      }
      const before = countUpTo(candidates.positions, position);
      return candidates.persons[Math.max(0, before - 1)] ?? null;
    },
  };
}
