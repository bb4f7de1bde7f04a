/** The tree of actors as data: groups, actors, their quotes and mentions. No VS Code here. */
import { groupBy } from '../../server/src/group-by';
import type { Actor, ActorType, Analysis, Entity, Quote } from '../../server/src/protocol';

/** `places` act in the article: they speak. `otherPlaces` are only named. */
export type GroupKind = 'people' | 'organisations' | 'places' | 'otherPlaces' | 'unnamed' | 'unattributed';
export type ActorOrder = 'firstMention' | 'mentions' | 'quotes';

export interface GroupNode {
  readonly kind: 'group';
  readonly group: GroupKind;
  readonly children: readonly (ActorNode | SourceNode | QuoteNode)[];
}

export interface ActorNode {
  readonly kind: 'actor';
  readonly parent: GroupKind;
  readonly actor: Actor;
  readonly mentions: readonly Entity[];
  readonly quotes: readonly Quote[];
}

/** A source without a name, as the article words it («مصادر مطلعة»). */
export interface SourceNode {
  readonly kind: 'source';
  readonly parent: GroupKind;
  readonly name: string;
  readonly quotes: readonly Quote[];
}

export interface SectionNode {
  readonly kind: 'section';
  readonly section: 'quotes' | 'mentions';
  readonly actor: ActorNode;
}

export interface QuoteNode {
  readonly kind: 'quote';
  readonly parent: SectionNode | SourceNode | GroupKind;
  readonly quote: Quote;
}

export interface MentionNode {
  readonly kind: 'mention';
  readonly parent: SectionNode;
  readonly mention: Entity;
}

export type Node = GroupNode | ActorNode | SourceNode | SectionNode | QuoteNode | MentionNode;

const GROUP_OF: Readonly<Record<ActorType, GroupKind>> = { PER: 'people', ORG: 'organisations', LOC: 'places' };

const firstMention = (node: ActorNode): number => node.mentions[0]?.start ?? node.quotes[0]?.start ?? 0;

function compare(order: ActorOrder): (a: ActorNode, b: ActorNode) => number {
  const size = (node: ActorNode): number => (order === 'mentions' ? node.mentions.length : node.quotes.length);
  if (order === 'firstMention') return (a, b) => firstMention(a) - firstMention(b);
  return (a, b) => size(b) - size(a) || firstMention(a) - firstMention(b);
}

/** The groups that hold anything, in a fixed order. */
export function buildActorTree(analysis: Analysis, order: ActorOrder): GroupNode[] {
  const mentions = groupBy(analysis.entities, (entity) => entity.actor);
  const quotes = groupBy(analysis.quotes, (quote) => quote.speakerActor);
  const members = new Map<GroupKind, ActorNode[]>();
  for (const actor of analysis.actors) {
    const said = quotes.get(actor.id) ?? [];
    const parent = actor.type === 'LOC' && said.length === 0 ? 'otherPlaces' : GROUP_OF[actor.type];
    const node: ActorNode = {
      kind: 'actor',
      parent,
      actor,
      mentions: mentions.get(actor.id) ?? [],
      quotes: said,
    };
    const group = members.get(parent);
    if (group === undefined) members.set(parent, [node]);
    else group.push(node);
  }
  const open = analysis.quotes.filter((quote) => quote.speakerActor === null);
  const sources = groupBy(open, (quote) => quote.speaker?.text ?? null);
  const groups: GroupNode[] = (['people', 'organisations', 'places', 'otherPlaces'] as const).map((group) => ({
    kind: 'group',
    group,
    children: (members.get(group) ?? []).sort(compare(order)),
  }));
  groups.push({
    kind: 'group',
    group: 'unnamed',
    children: [...sources].map(([name, said]) => ({ kind: 'source', parent: 'unnamed', name, quotes: said })),
  });
  groups.push({
    kind: 'group',
    group: 'unattributed',
    children: open
      .filter((quote) => quote.speaker === null)
      .map((quote) => ({ kind: 'quote', parent: 'unattributed', quote })),
  });
  return groups.filter((group) => group.children.length > 0);
}

/** What stands under a node. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'group':
      return node.children;
    case 'actor': {
      const sections: SectionNode[] = [];
      if (node.quotes.length > 0) sections.push({ kind: 'section', section: 'quotes', actor: node });
      if (node.mentions.length > 0) sections.push({ kind: 'section', section: 'mentions', actor: node });
      return sections;
    }
    case 'source':
      return node.quotes.map((quote) => ({ kind: 'quote', parent: node, quote }));
    case 'section':
      return node.section === 'quotes'
        ? node.actor.quotes.map((quote) => ({ kind: 'quote', parent: node, quote }))
        : node.actor.mentions.map((mention) => ({ kind: 'mention', parent: node, mention }));
    default:
      return [];
  }
}

/**
 * A key that stays the same while the article is edited, so that the tree keeps what is unfolded: actors by name and
 * type, quotes and mentions by their place among their actor's.
 */
export function keyOf(node: Node): string {
  switch (node.kind) {
    case 'group':
      return node.group;
    case 'actor':
      return `${node.parent}/${node.actor.type}/${node.actor.name}`;
    case 'source':
      return `${node.parent}/${node.name}`;
    case 'section':
      return `${keyOf(node.actor)}/${node.section}`;
    case 'quote':
      return `${typeof node.parent === 'string' ? node.parent : keyOf(node.parent)}/${node.quote.id}`;
    case 'mention':
      return `${keyOf(node.parent)}/${node.mention.id}`;
  }
}
