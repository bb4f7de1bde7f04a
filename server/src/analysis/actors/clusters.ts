/** From mentions to clusters of forms: the evidence that needs the text around a name, and a user's decisions. */
import type { Article } from '../article/article';
import type { Mention } from '../entities/mention';
import { readForms, type Form } from './forms';
import { joinOrganisations, nameUnits } from './organisations';
import { joinPeople } from './people';
import { joinPlaces } from './places';
import { ALIAS_MARKERS, keyOf } from './tables';
import { createUnion, type Merge } from './union';

/** What a user decided about actors, by names as shown. */
export interface ActorDecisions {
  /** Names of one actor. */
  readonly same: readonly (readonly string[])[];
  /** A form that is not the actor it would be joined to. */
  readonly apart: readonly (readonly [string, string])[];
  /** Speakers by index of the quote: a name, or null for nobody who is named. */
  readonly speakers: ReadonlyMap<number, string | null>;
}

export interface Cluster {
  readonly type: Form['type'];
  readonly forms: readonly Form[];
  readonly merges: readonly Merge[];
}

export const NO_DECISIONS: ActorDecisions = { same: [], apart: [], speakers: new Map() };

/** Names a user wrote compare by their letters, without marks. */
export const decisionKey = (name: string): string => keyOf(name).replace(/\s+/g, ' ').trim();

function applySame(forms: readonly Form[], same: ActorDecisions['same'], join: Joiner): void {
  if (same.length === 0) return;
  const byName = new Map<string, Form>();
  for (const form of forms) if (!byName.has(decisionKey(form.shown))) byName.set(decisionKey(form.shown), form);
  for (const names of same) {
    const found = names.map((name) => byName.get(decisionKey(name))).filter((form) => form !== undefined);
    for (const form of found.slice(1)) join(form, found[0]!, 'decision');
  }
}

type Joiner = (form: Form, other: Form, rule: string) => void;

/** The form of each mention, by mention index. */
function formByMention(forms: readonly Form[]): Map<number, Form> {
  const map = new Map<number, Form>();
  for (const form of forms) for (const mention of form.mentions) map.set(mention, form);
  return map;
}

const CLOSING = new Set(['»', '”', '"', '“', '‎']);

/** «A (B)» and «A، المعروف بـB»: two names of one type that the article itself equates. */
function joinByApposition(article: Article, mentions: readonly Mention[], forms: readonly Form[], join: Joiner): void {
  const of = formByMention(forms);
  const type = forms[0]?.type;
  const byKey = new Map(forms.map((form) => [form.units.join(''), form]));
  mentions.forEach((mention, index) => {
    const form = of.get(index);
    if (form === undefined || type === 'LOC') return;
    const tokens = article.blocks[mention.block]!.content.tokens;
    let at = mention.endToken;
    while (at < tokens.length && CLOSING.has(tokens[at]!.text)) at++;
    if (type === 'ORG' && tokens[at]?.text === '(') {
      const close = at + 1 + tokens.slice(at + 1, at + 9).findIndex((token) => token.text === ')');
      if (close > at + 1) {
        const inside = tokens.slice(at + 1, close).filter((token) => token.kind !== 'punctuation');
        const other = byKey.get(nameUnits(inside.map((token) => token.norm).join(' ')).join(''));
        // «لاعب (نادي كذا)»: a longer name in brackets after a single word is no short form of it.
        const fits =
          form.units.length > 1 || (other?.units.length ?? 0) === 1 || inside.every((token) => token.kind !== 'word');
        if (other && other !== form && fits) join(other, form, 'bracket');
      }
      return;
    }
    const next = mentions[index + 1];
    const nextForm = of.get(index + 1);
    if (!next || !nextForm || next.block !== mention.block || next.firstToken - mention.endToken > 4) return;
    // The second name must stand after «بـ»: «X، المدعو Y» lists two people.
    const before = tokens[next.firstToken - 1];
    if (!next.clitic.endsWith('ب') && before?.norm !== 'ب' && before?.key !== 'باسم') return;
    for (let i = mention.endToken; i < next.firstToken; i++)
      if (ALIAS_MARKERS.has(tokens[i]!.key)) join(nextForm, form, 'known-as');
  });
}

/** Clusters the mentions of one type. */
export function clusterType(
  article: Article,
  mentions: readonly Mention[],
  type: Form['type'],
  decisions: ActorDecisions,
): Cluster[] {
  const forms = readForms(article, mentions, type);
  if (forms.length === 0) return [];
  const union = createUnion(forms.length, findApart(forms, decisions.apart));
  const join: Joiner = (form, other, rule) =>
    union.join(form.index, other.index, { rule, from: form.shown, to: other.shown });
  applySame(forms, decisions.same, join);
  if (type !== 'LOC') joinByApposition(article, mentions, forms, join);
  if (type === 'PER') joinPeople(forms, union);
  else if (type === 'ORG') joinOrganisations(forms, union);
  else joinPlaces(forms, union);
  const groups = new Map<number, Form[]>();
  for (const form of forms) {
    const root = union.find(form.index);
    const group = groups.get(root);
    if (group) group.push(form);
    else groups.set(root, [form]);
  }
  return [...groups.values()].map((group) => ({ type, forms: group, merges: union.log(group[0]!.index) }));
}

function findApart(forms: readonly Form[], apart: ActorDecisions['apart']): [number, number][] {
  if (apart.length === 0) return [];
  const byName = new Map(forms.map((form) => [decisionKey(form.shown), form.index]));
  const pairs: [number, number][] = [];
  for (const [a, b] of apart) {
    const left = byName.get(decisionKey(a));
    const right = byName.get(decisionKey(b));
    if (left !== undefined && right !== undefined && left !== right) pairs.push([left, right]);
  }
  return pairs;
}
