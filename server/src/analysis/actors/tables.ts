/** The room's word lists, read once from data into look-up tables that nothing changes afterwards. */
import countriesData from '../../../data/actors/countries.json';
import namesData from '../../../data/actors/names.json';
import organisationsData from '../../../data/actors/organisations.json';
import placesData from '../../../data/actors/places.json';
import grammarData from '../../../data/actors/title-grammar.json';
import titlesData from '../../../data/actors/titles.json';
import { lookupKey, normalise } from '../text/normalise';

/** What a word that heads a title says of its bearer. */
export type TitleClass = 'office' | 'profession' | 'rank' | 'honorific' | 'kin' | 'possessed';

export interface TitleHead {
  /** Masculine singular key: «وزيرة» and «الوزير» have «وزير». */
  readonly lemma: string;
  readonly kind: TitleClass;
  readonly gender: 'm' | 'f';
}

/** The key of a word or name as the tables have it. */
export const keyOf = (text: string): string => lookupKey(normalise(text));

/** A key without hamza letters, which writers place differently («رئيس», «رييس»). */
export function bareKey(key: string): string {
  if (!/[ءؤئ]/.test(key)) return key;
  return key.replace(/ء/g, '').replace(/ؤ/g, 'و').replace(/ئ/g, 'ي');
}

const keySet = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(keyOf));

/** Removes the article; a word must keep two letters. */
export function withoutArticle(key: string): string {
  return key.length >= 4 && key.startsWith('ال') ? key.slice(2) : key;
}

/** Feminine of a nationality adjective or title key: both ة and ه are folded into ه. */
const feminineKey = (key: string): string => `${key}ه`;

function titleTable(): ReadonlyMap<string, TitleHead> {
  const table = new Map<string, TitleHead>();
  const irregular = new Map(Object.entries<string>(titlesData.feminine));
  const women = keySet(titlesData.femaleHeads);
  const add = (words: readonly string[], kind: TitleClass): void => {
    for (const word of words) {
      const key = keyOf(word);
      const set = (form: string, gender: 'm' | 'f'): void => {
        if (!table.has(form)) table.set(form, { lemma: key, kind, gender });
      };
      set(key, women.has(key) ? 'f' : 'm');
      const feminine = irregular.get(key) ?? feminineKey(key);
      if (feminine !== '') set(feminine, 'f');
    }
  };
  add(titlesData.office, 'office');
  add(titlesData.honorific, 'honorific');
  add(titlesData.rank, 'rank');
  add(titlesData.profession, 'profession');
  add(titlesData.kin, 'kin');
  for (const key of Object.keys(titlesData.compound))
    table.set(key, { lemma: key, kind: 'office', gender: key === 'سيده' || key === 'صاحبه' ? 'f' : 'm' });
  return table;
}

/** Title heads by key, without article. */
export const TITLE_HEADS = titleTable();

/** Heads that make a title only before one of certain words («رجل الأعمال», «ولي العهد»). */
export const COMPOUND_HEADS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries<readonly string[]>(titlesData.compound).map(([head, next]) => [head, keySet(next)]),
);

/** Lemmas that are titles with a possessive suffix («نظيره», «زميلتها»). */
export const POSSESSED_HEADS = keySet(titlesData.possessed);
/** Lemmas that take another person's title as complement («نائب الرئيس»). */
export const CHAIN_HEADS = keySet(titlesData.chain);
/** Lemmas too common outside titles to stand for a person alone. */
export const WEAK_REFERENCES = keySet(titlesData.weakReference);
const ADJECTIVE_EXCEPTIONS = keySet(titlesData.adjectivalExceptions);

/** Lemmas that are nisba adjectives after another noun: «الخبير الاقتصادي», «التنمية السياسية». */
export const isAdjectivalHead = (lemma: string): boolean => lemma.endsWith('ي') && !ADJECTIVE_EXCEPTIONS.has(lemma);

export const SPEAKING_HEADS = keySet(titlesData.speaking);
export const FORMER = keySet(titlesData.modifiers.former);
export const MODIFIERS = keySet(Object.values(titlesData.modifiers).flat());

export const PREPOSITIONS = keySet(grammarData.prepositions);
export const VENUES = keySet(grammarData.venues);
export const STOPS = keySet(grammarData.stops);
export const AUDIENCE = keySet(grammarData.audience);
export const OUTLET_HEADS = keySet(grammarData.outletHeads);

export const ORG_HEADS = keySet(organisationsData.heads);
export const TRANSPARENT_ORG_HEADS = keySet(organisationsData.transparentHeads);
/** Head nouns of feminine grammar that do not end in ة. */
export const FEMININE_ORG_HEADS = keySet(organisationsData.feminineHeads);
/** Countries whose names are masculine; all others, and cities, are feminine. */
export const MASCULINE_COUNTRIES: ReadonlySet<string> = new Set(placesData.masculineCountries);
/** Nouns through which a body speaks when its name follows («موقع شركة X»). */
export const MOUTHPIECES = keySet(organisationsData.outlets);
export const DOCUMENTS = keySet(organisationsData.documents);
const ORG_EXTENSIONS = keySet(organisationsData.countryAdjectivesToo.map((word) => withoutArticle(keyOf(word))));
export const PLACE_HEADS = keySet(placesData.transparentHeads);

export const COMPOUND_FIRST = keySet(namesData.compoundFirst);
export const COMPOUND_SECOND = keySet(namesData.compoundSecond);
export const NAME_CONNECTORS = keySet(namesData.connectors);
const firstNames = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.map((word) => bareKey(withoutArticle(keyOf(word)))));
/** First names, as {@link Form.units} has them, that tell a person's gender. */
export const MEN_FIRST = firstNames(namesData.menFirst);
export const WOMEN_FIRST = firstNames(namesData.womenFirst);
export const ALIAS_MARKERS = keySet(namesData.aliasMarkers);
export const FOREIGN_ENDINGS: readonly string[] = namesData.foreignEndings.map(keyOf);
export const FOREIGN_LETTERS: ReadonlySet<string> = new Set(namesData.foreignLetters);
export const ARABIC_NAMES: ReadonlySet<string> = new Set(
  namesData.arabicNames.map((word) => bareKey(withoutArticle(keyOf(word)))),
);

function demonymTable(): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const { code, demonyms } of countriesData.countries)
    for (const demonym of demonyms) {
      const key = keyOf(demonym);
      if (key.includes(' ')) continue;
      // سوري، سورية، سوريون، سوريين، سوريا (accusative), and the dual
      for (const form of [key, `${key}ه`, `${key}ون`, `${key}ين`, `${key}ات`, `${key}ان`])
        if (!table.has(form)) table.set(form, code);
    }
  return table;
}

/** ISO code by nationality adjective key, without article. */
export const DEMONYMS = demonymTable();

function placeTable(kind: 'names' | 'capitals'): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const country of countriesData.countries)
    for (const name of country[kind]) {
      const key = placeKey(name);
      if (!table.has(key)) table.set(key, country.code);
    }
  return table;
}

/** The key of a place's name: words without article, joined. */
export function placeKey(name: string): string {
  return keyOf(name)
    .split(' ')
    .map((word) => withoutArticle(word))
    .join(' ');
}

/** ISO code by the key of a country's name ({@link placeKey}). */
export const COUNTRY_NAMES = placeTable('names');
/** ISO code by the key of a capital's name. A capital is never the same actor as its country. */
export const CAPITALS = placeTable('capitals');

/** Which variant group a place's key belongs to. */
export const PLACE_VARIANTS: ReadonlyMap<string, number> = new Map(
  placesData.variants.flatMap((group, index) => group.map((name) => [placeKey(name), index] as const)),
);

/** The country code of a nationality adjective with or without article («السوري»), or null. */
export function demonymCode(key: string): string | null {
  return DEMONYMS.get(withoutArticle(key)) ?? null;
}

/** Whether a word may lengthen an organisation's name without making another of it («الدولي», «التونسي»). */
export function isOrgExtension(unit: string): boolean {
  return unit.startsWith('c:') || ORG_EXTENSIONS.has(unit);
}

/** The nouns that stand for a body whose own name does not carry them («رويترز»: وكالة). */
export const KNOWN_KINDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries<readonly string[]>(organisationsData.kinds).map(([head, names]) => [
    head,
    new Set(names.map((name) => withoutArticle(keyOf(name)))),
  ]),
);

/** Names of one body, each list one actor. */
export const ORG_ALIASES: readonly (readonly string[])[] = organisationsData.aliases;
