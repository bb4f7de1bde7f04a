/** Nouns that stand for an organisation named elsewhere («الحزب», «الوكالة», «البيان»). */
import type { Article } from '../article/article';
import type { Mention } from '../entities/mention';
import type { Cluster } from './clusters';
import { foldNisba } from './forms';
import type { BlockNames } from './phrases';
import { editDistance } from './spelling';
import { bareKey, DOCUMENTS, KNOWN_KINDS, ORG_HEADS, withoutArticle } from './tables';

/** Looks organisations up by their head noun. */
export interface BodyIndex {
  /**
   * The organisation last named with this head before `position`, else the first after; null where there is none.
   * @param country code told beside the noun («الشرطة البريطانية»): the organisation's name must tell it too
   */
  resolve(noun: string, position: number, country?: string | null): number | null;
  /** The only organisation of the article that its name or the noun before it calls so; null where none or several. */
  only(noun: string): number | null;
  /** The organisation whose document (a statement, a report) was last told of before `position`; null where none. */
  issuer(noun: string, position: number): number | null;
}

interface Named {
  readonly position: number;
  readonly actor: number;
}

const headKey = (noun: string): string => foldNisba(bareKey(withoutArticle(noun)));

/** The head noun that stands outside the mention: «صحيفة «X»», «وكالة X». */
function headBefore(names: BlockNames, mention: Mention): string | null {
  const tokens = names.block.content.tokens;
  let at = mention.firstToken - 1;
  while (at >= 0 && /^[«“”"„(]$/.test(tokens[at]!.text)) at--;
  const key = tokens[at]?.key;
  if (key === undefined) return null;
  for (const candidate of [key, key.slice(1), key.slice(2)])
    if (ORG_HEADS.has(withoutArticle(candidate))) return withoutArticle(candidate);
  return null;
}

const RELATIVES = new Set(['التي', 'الذي']);

/** The document noun that a mention is the author of: «بيان لوزارة …», «تقرير X». */
function documentBefore(names: BlockNames, mention: Mention): string | null {
  const tokens = names.block.content.tokens;
  for (let at = mention.firstToken - 1; at >= 0 && at >= mention.firstToken - 4; at--) {
    const key = tokens[at]!.key;
    if (RELATIVES.has(key) || tokens[at]!.text === '،') return null;
    for (const candidate of [key, key.slice(1)])
      if (DOCUMENTS.has(withoutArticle(candidate))) return withoutArticle(candidate);
  }
  return null;
}

const tellsCountry = (cluster: Cluster, country: string): boolean =>
  cluster.forms.some((form) => form.units.includes(`c:${country}`));

export function createBodyIndex(
  _article: Article,
  blocks: readonly BlockNames[],
  mentions: readonly Mention[],
  clusters: readonly Cluster[],
  position: (mention: number) => number,
): BodyIndex {
  const byHead = new Map<string, Named[]>();
  /** By the noun that is known to stand for them though the article never says it: second choice. */
  const byKind = new Map<string, Named[]>();
  const byDocument = new Map<string, Named[]>();
  const add = (table: Map<string, Named[]>, head: string, named: Named): void => {
    const list = table.get(head);
    if (list) list.push(named);
    else table.set(head, [named]);
  };
  clusters.forEach((cluster, actor) => {
    if (cluster.type !== 'ORG') return;
    for (const form of cluster.forms) {
      const first = form.units[0]!;
      for (const index of form.mentions) {
        const mention = mentions[index]!;
        const names = blocks[mention.block]!;
        const named = { position: position(index), actor };
        if (form.units.length > 1 || ORG_HEADS.has(first)) add(byHead, headKey(first), named);
        const outside = headBefore(names, mention);
        if (outside !== null) add(byHead, headKey(outside), named);
        const document = documentBefore(names, mention);
        if (document !== null) add(byDocument, document, named);
      }
      for (const [kind, known] of KNOWN_KINDS)
        if (form.units.length === 1 && known.has(first))
          for (const index of form.mentions) add(byKind, headKey(kind), { position: position(index), actor });
    }
  });
  for (const table of [byHead, byKind, byDocument])
    for (const list of table.values()) list.sort((a, b) => a.position - b.position);
  const last = (list: readonly Named[] | undefined, at: number): Named | null =>
    list?.findLast((named) => named.position < at) ?? null;
  return {
    resolve(noun, at, country = null) {
      const key = headKey(noun);
      let list = byHead.get(key);
      if (list === undefined && key.length >= 6)
        for (const [head, named] of byHead) if (editDistance(head, key, 1) <= 1) list = named;
      list ??= byKind.get(key);
      if (country !== null) list = list?.filter((named) => tellsCountry(clusters[named.actor]!, country));
      return (last(list, at) ?? list?.[0])?.actor ?? null;
    },
    only(noun) {
      const list = byHead.get(headKey(noun));
      const actor = list?.[0]?.actor;
      return actor !== undefined && list?.every((named) => named.actor === actor) ? actor : null;
    },
    issuer: (noun, at) => last(byDocument.get(noun), at)?.actor ?? null,
  };
}
