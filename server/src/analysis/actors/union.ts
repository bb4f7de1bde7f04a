/** Disjoint sets of forms with a log: every merge is recorded with its reason. */

export interface Merge {
  /** Rule id, explained in data/actors/why.json. */
  readonly rule: string;
  /** The two forms that were joined. */
  readonly from: string;
  readonly to: string;
}

/** Clusters under construction. Items are numbered from 0. */
export interface Union {
  find(item: number): number;
  /** Joins two items' clusters unless a decision keeps them apart; true when they are one afterwards. */
  join(a: number, b: number, merge: Merge): boolean;
  /** The merges that made the cluster of `item`, in the order they were made. */
  log(item: number): readonly Merge[];
}

/**
 * Makes the sets.
 * @param apart items that must not meet (a user's split), as pairs.
 */
export function createUnion(size: number, apart: readonly (readonly [number, number])[] = []): Union {
  const parent = Int32Array.from({ length: size }, (_, index) => index);
  const weight = new Int32Array(size).fill(1);
  const logs = new Map<number, Merge[]>();
  const find = (item: number): number => {
    let root = item;
    while (parent[root] !== root) root = parent[root]!;
    for (let at = item; parent[at] !== root;) {
      const next = parent[at]!;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  const forbidden = (a: number, b: number): boolean =>
    apart.some(([x, y]) => {
      const p = find(x);
      const q = find(y);
      return (p === a && q === b) || (p === b && q === a);
    });
  return {
    find,
    join(a, b, merge) {
      let left = find(a);
      let right = find(b);
      if (left === right) return true;
      if (apart.length > 0 && forbidden(left, right)) return false;
      if (weight[left]! < weight[right]!) [left, right] = [right, left];
      parent[right] = left;
      weight[left]! += weight[right]!;
      const log = [...(logs.get(left) ?? []), ...(logs.get(right) ?? [])];
      if (merge.from !== merge.to) log.push(merge);
      logs.set(left, log);
      logs.delete(right);
      return true;
    },
    log: (item) => logs.get(find(item)) ?? [],
  };
}
