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
}

/** The country or capital that a mention names, as a word of a role key. */
function placeWord(text: string): string | null {
  const key = placeKey(text);
  const code = COUNTRY_NAMES.get(key) ?? CAPITALS.get(key);
  return code === undefined ? null : `c:${code}`;
}

/** A word of a title's complement in comparable form; null for what does not count. */
function roleWord(norm: string): string | null {
  const key = keyOf(norm);
  if (PREPOSITIONS.has(key)) return null;
  const code = demonymCode(key);
  if (code !== null) return `c:${code}`;
  if (key.startsWith('ال')) return withoutArticle(key);
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
    const norm = mention && mention.firstToken === i ? token.norm.slice(mention.clitic.length) : token.norm;
    const word = roleWord(norm);
    if (word !== null) words.add(word);
  }
  return {
    lemma: SAME_LEMMA[phrase.word.lemma] ?? phrase.word.lemma,
    gender: phrase.word.gender,
    definite: phrase.word.definite,
    words,
  };
}

/** A role of a person of this article. */
export interface KnownRole {
  readonly key: RoleKey;
  /** Which person: a number the caller gives. */
  readonly person: number;
}

/** When a person was named, as positions in the article, ascending. */
export type Timeline = (person: number) => readonly number[];

const isFormer = (key: RoleKey): boolean => [...FORMER].some((word) => key.words.has(withoutArticle(word)));

const STATE = new Set(['جمهوريه', 'دوله', 'بلاد']);

/** «رئيس الجمهورية» is «الرئيس» of a state. */
function isHeadOfState(key: RoleKey): boolean {
  return key.lemma === 'رئيس' && key.words.size > 0 && [...key.words].every((word) => STATE.has(word));
}

const countries = (key: RoleKey): string[] => [...key.words].filter((word) => word.startsWith('c:'));

/** Whether a reference repeats a role: exactly in part, or but for a country that only the reference tells. */
function covers(role: RoleKey, reference: RoleKey): 'exact' | 'wider' | null {
  if (role.gender !== reference.gender || isFormer(role) !== isFormer(reference)) return null;
  if (isHeadOfState(reference)) return isPlain(role) ? 'exact' : null;
  let told = 0;
  let wider = false;
  for (const word of reference.words) {
    if (role.words.has(word)) told++;
    else if (word.startsWith('c:') && countries(role).length === 0) wider = true;
    else return null;
  }
  return !wider ? 'exact' : told > 0 ? 'wider' : null;
}

/** «الرئيس» alone means a head of state before the head of a body. */
const PLAIN_RANK: Readonly<Record<string, readonly string[]>> = { رئيس: ['جمهوريه', 'دوله'], ملك: [], امير: [] };

function isPlain(role: RoleKey): boolean {
  const plain = PLAIN_RANK[role.lemma];
  if (plain === undefined) return true;
  return [...role.words].every(
    (word) => word.startsWith('c:') || plain.includes(word) || FORMER.has(word) || FORMER.has(`ال${word}`),
  );
}

/** Last position at or before `at`, or -1. */
function lastBefore(positions: readonly number[], at: number): number {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (positions[mid]! <= at) low = mid + 1;
    else high = mid;
  }
  return low === 0 ? -1 : positions[low - 1]!;
}

/** Looks roles up by their head. */
export interface RoleIndex {
  /** The person whose role a reference repeats, or null where none or no single one fits. */
  resolve(reference: RoleKey, position: number): number | null;
}

export function createRoleIndex(roles: readonly KnownRole[], timeline: Timeline): RoleIndex {
  const byLemma = new Map<string, KnownRole[]>();
  for (const role of roles) {
    const list = byLemma.get(role.key.lemma);
    if (list) list.push(role);
    else byLemma.set(role.key.lemma, [role]);
  }
  return {
    resolve(reference, position) {
      const bare = reference.words.size === 0;
      const known = byLemma.get(reference.lemma) ?? [];
      let fitting = known.filter((role) => covers(role.key, reference) === 'exact');
      if (fitting.length === 0) fitting = known.filter((role) => covers(role.key, reference) === 'wider');
      if (bare) {
        if (!reference.definite) return null;
        const plain = fitting.filter((role) => isPlain(role.key));
        if (plain.length > 0) fitting = plain;
      }
      let best: number | null = null;
      let bestAt = -1;
      let first: number | null = null;
      let firstAt = Number.POSITIVE_INFINITY;
      for (const person of new Set(fitting.map((role) => role.person))) {
        const positions = timeline(person);
        const before = lastBefore(positions, position);
        if (before > bestAt) {
          bestAt = before;
          best = person;
        }
        if ((positions[0] ?? 0) < firstAt) {
          firstAt = positions[0] ?? 0;
          first = person;
        }
      }
      return best ?? first;
    },
  };
}
