/** Word and name statistics → the model's lexicon. */
import { existsSync, readFileSync } from 'node:fs';
import { CLUSTERINGS, NAME_COLUMNS, type LexiconTables } from '../server/src/analysis/entities/lexicon';
import { LONGEST_NAME, nextHash, type NameListTables } from '../server/src/analysis/entities/name-lists';
import { hashText } from '../server/src/analysis/entities/hashing';

/** Uses of a form as a name of each type and in all. */
export interface NameUse {
  readonly uses: readonly number[];
  readonly total: number;
}

function* rows(path: string): Generator<string[]> {
  for (const line of readFileSync(path, 'utf8').split('\n')) if (line !== '') yield line.split('\t');
}

/**
 * @param counts `form TAB count`, all forms to keep
 * @param clusters `form TAB id …`, ids from 1
 */
export function buildLexicon(
  counts: string,
  clusters: string,
  names: ReadonlyMap<string, NameUse>,
  limit: number,
): LexiconTables {
  const ids = new Map<string, number[]>();
  for (const [form = '', ...columns] of rows(clusters)) ids.set(form, columns.map(Number));
  const kept: [string, number][] = [];
  const seen = new Set<number>();
  for (const [form = '', count] of rows(counts)) {
    if (kept.length >= limit) break;
    const hash = hashText(form);
    if (seen.has(hash)) continue;
    seen.add(hash);
    kept.push([form, Number(count)]);
  }
  const tables: LexiconTables = {
    hashes: Int32Array.from(kept, ([form]) => hashText(form)),
    counts: Uint8Array.from(kept, ([, count]) => Math.round(2 * Math.log2(count))),
    clusters: new Uint16Array(kept.length * CLUSTERINGS),
    names: new Uint8Array(kept.length * NAME_COLUMNS),
  };
  kept.forEach(([form], index) => {
    tables.clusters.set((ids.get(form) ?? []).slice(0, CLUSTERINGS), index * CLUSTERINGS);
    const use = names.get(form);
    if (use !== undefined)
      use.uses.forEach((count, column) => {
        tables.names[index * NAME_COLUMNS + column] = share(count, use.total);
      });
  });
  return tables;
}

/** 0 for none, 1..15 for a growing share. */
const share = (count: number, total: number): number =>
  count === 0 ? 0 : Math.max(1, Math.min(15, Math.round((15 * count) / Math.max(1, total))));

/** Reads `form TAB uses as each type TAB all uses`; an absent file is an empty table. */
export function readNameWords(path: string): Map<string, NameUse> {
  const out = new Map<string, NameUse>();
  if (!existsSync(path)) return out;
  for (const [form = '', ...counts] of rows(path)) {
    const numbers = counts.map(Number);
    out.set(form, { uses: numbers.slice(0, NAME_COLUMNS), total: numbers[NAME_COLUMNS]! });
  }
  return out;
}

/** Least uses of a name to enter the list, and least share of its commonest type. */
const LEAST_USES = 4;
const LEAST_SHARE = 0.7;

/** Reads `name TAB uses as each type` into a list of names of several words; an absent file is an empty list. */
export function readNameLists(path: string): NameListTables {
  const codes = new Map<number, number>();
  if (existsSync(path))
    for (const [name = '', ...counts] of rows(path)) {
      const forms = name.split(' ');
      const uses = counts.slice(0, NAME_COLUMNS).map(Number);
      const sum = uses.reduce((total, count) => total + count, 0);
      const most = Math.max(...uses);
      if (forms.length < 2 || forms.length > LONGEST_NAME || sum < LEAST_USES || most < LEAST_SHARE * sum) continue;
      let hash = hashText(forms[0]!);
      for (const form of forms.slice(1)) {
        hash = nextHash(hash, hashText(form));
        if (!codes.has(hash)) codes.set(hash, 0);
      }
      codes.set(hash, uses.indexOf(most) + 1);
    }
  return { hashes: Int32Array.from(codes.keys()), codes: Uint8Array.from(codes.values()) };
}
