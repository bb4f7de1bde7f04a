import assert from 'node:assert/strict';
import { buildActorTree, childrenOf, keyOf, type ActorOrder } from '../../../client/src/actors-model';
import type { Analysis, Entity, Quote } from '../../../server/src/protocol';

const entity = (id: string, start: number, text: string, actor: string | null): Entity => ({
  id,
  start,
  end: start + text.length,
  text,
  type: 'PER',
  actor,
});

const quote = (id: string, start: number, speaker: string | null, speakerActor: string | null): Quote => ({
  id,
  start,
  end: start + 5,
  text: 'كلام…',
  kind: 'direct',
  cue: null,
  speaker: speaker === null ? null : { start: 0, end: speaker.length, text: speaker },
  speakerActor,
});

const ANALYSIS: Analysis = {
  version: '1',
  reference: null,
  entities: [entity('e1', 0, 'سلمى', 'a1'), entity('e2', 20, 'كريم', 'a2'), entity('e3', 40, 'كريم', 'a2')],
  dates: [],
  quotes: [
    quote('q1', 60, 'سلمى', 'a1'),
    quote('q2', 80, 'مصادر مطلعة', null),
    quote('q3', 90, 'مصادر مطلعة', null),
    quote('q4', 100, null, null),
  ],
  actors: [
    { id: 'a1', name: 'سلمى', type: 'PER', roles: ['الوزيرة'] },
    { id: 'a2', name: 'كريم', type: 'PER', roles: [] },
    { id: 'a3', name: 'دمشق', type: 'LOC', roles: [] },
  ],
  parts: [],
  warnings: [],
};

const names = (order: ActorOrder): string[] =>
  buildActorTree(ANALYSIS, order)[0]!.children.map((child) => (child.kind === 'actor' ? child.actor.name : ''));

describe('the tree of actors', () => {
  it('groups people, places that are only named, unnamed sources and quotes without a speaker; leaves empty groups out', () => {
    const tree = buildActorTree(ANALYSIS, 'firstMention');
    assert.deepEqual(
      tree.map((group) => [group.group, group.children.length]),
      [
        ['people', 2],
        ['otherPlaces', 1],
        ['unnamed', 1],
        ['unattributed', 1],
      ],
    );
  });

  it('keeps a place that speaks apart from places that are only named', () => {
    const speaking = { ...ANALYSIS, quotes: [...ANALYSIS.quotes, quote('q5', 120, 'دمشق', 'a3')] };
    const groups = buildActorTree(speaking, 'firstMention').map((group) => group.group);
    assert.ok(groups.includes('places') && !groups.includes('otherPlaces'));
  });

  it('puts every quote in exactly one place', () => {
    const seen: string[] = [];
    const visit = (node: Parameters<typeof childrenOf>[0]): void => {
      if (node.kind === 'quote') seen.push(node.quote.id);
      childrenOf(node).forEach(visit);
    };
    buildActorTree(ANALYSIS, 'quotes').forEach(visit);
    assert.deepEqual(seen.sort(), ['q1', 'q2', 'q3', 'q4']);
  });

  it('sorts by first mention, by mentions, by quotes', () => {
    assert.deepEqual(names('firstMention'), ['سلمى', 'كريم']);
    assert.deepEqual(names('mentions'), ['كريم', 'سلمى']);
    assert.deepEqual(names('quotes'), ['سلمى', 'كريم']);
  });

  it('gives every node a key of its own', () => {
    const keys: string[] = [];
    const visit = (node: Parameters<typeof childrenOf>[0]): void => {
      keys.push(keyOf(node));
      childrenOf(node).forEach(visit);
    };
    buildActorTree(ANALYSIS, 'firstMention').forEach(visit);
    assert.equal(new Set(keys).size, keys.length);
  });
});
