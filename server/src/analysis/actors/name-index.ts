/** Names of the article's actors by their words: for speakers whose words the recogniser did not mark. */
import type { Token } from '../text/tokens';
import { cliticSplits } from '../text/tokens';
import type { Cluster } from './clusters';
import { nameUnits } from './organisations';
import { bareKey, isOrgExtension, keyOf, withoutArticle } from './tables';

export interface NameIndex {
  /** The only actor whose name the words are, or null. */
  find(words: readonly Token[]): number | null;
}

/** Shortest single word that may stand for a person: shorter ones are common words too often. */
const SHORTEST = 4;

type Table = Map<string, number>;

/** Two actors of one name: neither is meant. */
const AMBIGUOUS = -1;

function put(table: Table, key: string, actor: number): void {
  const known = table.get(key);
  table.set(key, known === undefined || known === actor ? actor : AMBIGUOUS);
}

/** Makes the index from an article's clusters. */
export function createNameIndex(clusters: readonly Cluster[]): NameIndex {
  const people: Table = new Map();
  const bodies: Table = new Map();
  clusters.forEach((cluster, actor) => {
    for (const { units, lineage } of cluster.forms) {
      if (cluster.type !== 'PER') {
        put(bodies, units.join(''), actor);
        continue;
      }
      put(people, units.join(' '), actor);
      const last = units[units.length - 1]!;
      if (units.length > 1 && last.length >= SHORTEST && !lineage.has(last)) put(people, last, actor);
    }
  });
  const look = (words: readonly string[]): number | null => {
    const person = people.get(words.map((word) => bareKey(withoutArticle(keyOf(word)))).join(' '));
    let found = person;
    const units = nameUnits(words.join(' '));
    // «شبكة X الإعلامية» where the article has «شبكة X» elsewhere.
    while (found === undefined && units.length > 0) {
      found = bodies.get(units.join(''));
      const last = units[units.length - 1]!;
      if (found !== undefined || units.length < 3 || !isOrgExtension(last)) break;
      units.pop();
    }
    return found === undefined || found === AMBIGUOUS ? null : found;
  };
  return {
    find(tokens) {
      const words = tokens.filter((token) => token.kind !== 'punctuation').map((token) => token.norm);
      const first = words[0];
      if (first === undefined || words.length > 6) return null;
      const bare = look(words);
      if (bare !== null) return bare;
      for (const split of cliticSplits(first)) {
        const found = look([split.full, ...words.slice(1)]);
        if (found !== null) return found;
      }
      return null;
    },
  };
}
