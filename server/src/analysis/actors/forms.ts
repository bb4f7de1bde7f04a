/** Mentions as forms: the words of a name in look-up form, and the name as it would be shown. */
import type { Article } from '../article/article';
import type { Mention } from '../entities/mention';
import type { Token } from '../text/tokens';
import {
  bareKey,
  COMPOUND_FIRST,
  COMPOUND_SECOND,
  COUNTRY_NAMES,
  demonymCode,
  NAME_CONNECTORS,
  ORG_HEADS,
  placeKey,
  withoutArticle,
} from './tables';

/** One way of writing a name in the article, with every place it is written so. */
export interface Form {
  readonly index: number;
  readonly type: 'PER' | 'ORG' | 'LOC';
  /** The words in look-up form, article and hamza dropped; «عبد الله» and «أبو بكر» are one word each. */
  readonly units: readonly string[];
  /** Words that follow «بن» in a person's name: a father's, who is somebody else when named alone. */
  readonly lineage: ReadonlySet<string>;
  /** «ابن سلمان»: named as a son, the word alone would be the father. */
  readonly sonOf: boolean;
  /** As shown: ال given back after لل, stray # and controls dropped. */
  readonly shown: string;
  /** Indices into the mentions. */
  readonly mentions: number[];
  /** How many of them stand without لل, so that their article is certain. */
  plain: number;
}

/** The words of a mention as keys; the first without its proclitics. */
function wordKeys(tokens: readonly Token[], mention: Mention, restored: boolean): string[] {
  const keys: string[] = [];
  for (let i = mention.firstToken; i < mention.endToken; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'punctuation') continue;
    if (i > mention.firstToken || mention.clitic === '') keys.push(token.key);
    else {
      const stem = token.key.slice(mention.clitic.length);
      keys.push(restored ? `ا${stem}` : stem);
    }
  }
  return keys;
}

/**
 * Whether the article is to be given back: «للشرع» is ل + الشرع, «للبنان» is ل + لبنان. Written elsewhere decides;
 * else the article, unless the rest is a country's name.
 */
function needsArticle(mention: Mention, tokens: readonly Token[], attested: ReadonlySet<string>): boolean {
  const first = tokens[mention.firstToken];
  if (first === undefined || !mention.clitic.endsWith('ل')) return false;
  const stem = first.key.slice(mention.clitic.length);
  if (!stem.startsWith('ل')) return false;
  if (attested.has(`ا${stem}`)) return true;
  // «للجنة الشؤون الخارجية»: a head noun in construct has no article.
  if (ORG_HEADS.has(stem) && tokens[mention.firstToken + 1]?.key.startsWith('ال')) return false;
  if (attested.has(stem) || COUNTRY_NAMES.has(placeKey(stem))) return false;
  return true;
}

interface PersonName {
  readonly units: string[];
  readonly lineage: Set<string>;
  readonly sonOf: boolean;
}

/** Joins the words of a person's name that belong together and drops «بن». */
function readPerson(keys: readonly string[]): PersonName {
  const units: string[] = [];
  const lineage = new Set<string>();
  let sonOf = false;
  let prefix = '';
  let connected = false;
  keys.forEach((key, at) => {
    if (NAME_CONNECTORS.has(key) && at + 1 < keys.length) {
      // «بنت سلطان» begins another person's name: the word stays.
      if (at === 0 && key === 'بنت') prefix = key;
      else if (at === 0) sonOf = true;
      else connected = true;
      return;
    }
    if (COMPOUND_SECOND.has(key) && units.length > 0 && prefix === '') {
      units[units.length - 1] += withoutArticle(key);
      return;
    }
    if (COMPOUND_FIRST.has(key) && at + 1 < keys.length) {
      prefix += key === 'ابا' || key === 'ابي' ? 'ابو' : key;
      return;
    }
    const unit = prefix + bareKey(withoutArticle(key));
    units.push(unit);
    if (connected) lineage.add(unit);
    connected = false;
    prefix = '';
  });
  if (prefix !== '') units.push(prefix);
  return { units, lineage, sonOf };
}

/** Number and gender endings of a nisba make one word: الحوثي، الحوثية، الحوثيون، الحوثيين. */
export function foldNisba(unit: string): string {
  if (unit.length < 5) return unit;
  if (unit.endsWith('يون') || unit.endsWith('يين')) return unit.slice(0, -2);
  if (unit.endsWith('يه')) return unit.slice(0, -1);
  return unit;
}

/** The words of an organisation's or a place's name; nationality adjectives and countries as `c:` and their code. */
function bodyUnits(keys: readonly string[]): string[] {
  return keys.map((key) => {
    const stem = withoutArticle(key);
    const code = demonymCode(key) ?? COUNTRY_NAMES.get(stem);
    return code === undefined || code === null ? foldNisba(bareKey(stem)) : `c:${code}`;
  });
}

const UNSHOWN = /[#\u200b-\u200f\u202a-\u202e\u2066-\u2069]/;
const UNSHOWN_ALL = /[#\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The name as shown: the span's text, the article given back, hashtags opened. */
function shownName(mention: Mention, restored: boolean): string {
  const text = UNSHOWN.test(mention.text) ? mention.text.replace(UNSHOWN_ALL, '') : mention.text;
  return restored ? `ا${text}` : text;
}

/** All forms of one type, in order of their first mention. Linear. */
export function readForms(article: Article, mentions: readonly Mention[], type: Form['type']): Form[] {
  const forms: Form[] = [];
  const byShown = new Map<string, Form>();
  const attested = new Set<string>();
  for (const mention of mentions) {
    const first = article.blocks[mention.block]?.content.tokens[mention.firstToken];
    if (mention.type !== type || first === undefined) continue;
    if (!mention.clitic.endsWith('ل')) attested.add(first.key.slice(mention.clitic.length));
  }
  mentions.forEach((mention, index) => {
    if (mention.type !== type) return;
    const tokens = article.blocks[mention.block]?.content.tokens ?? [];
    const restored = needsArticle(mention, tokens, attested);
    const shown = shownName(mention, restored);
    let form = byShown.get(shown);
    if (form === undefined) {
      const keys = wordKeys(tokens, mention, restored);
      const { lineage, sonOf, ...name } = type === 'PER' ? readPerson(keys) : NO_LINEAGE;
      const units = type === 'PER' ? name.units : type === 'ORG' ? bodyUnits(keys) : keys.map(placeUnit);
      const found = units.length > 0 ? units : [shown];
      form = { index: forms.length, type, units: found, lineage, sonOf, shown, mentions: [], plain: 0 };
      byShown.set(shown, form);
      forms.push(form);
    }
    form.mentions.push(index);
    if (!restored) form.plain++;
  });
  return forms;
}

const NO_LINEAGE: PersonName = { units: [], lineage: new Set(), sonOf: false };

const placeUnit = (key: string): string => withoutArticle(key);
