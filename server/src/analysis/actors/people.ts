/** Which forms of people's names are one person. Precision first: what stays in doubt stays apart. */
import type { Form } from './forms';
import { firstSound, spellingVariants } from './spelling';
import type { Union } from './union';

/** Whether `short`'s words stand in `long` in order, sharing its first or its last word. */
function isPartOf(short: readonly string[], long: readonly string[]): boolean {
  if (short.length >= long.length) return false;
  const shares = short[0] === long[0] || short[short.length - 1] === long[long.length - 1];
  if (!shares) return false;
  let at = 0;
  for (const unit of long) if (unit === short[at]) at++;
  return at === short.length;
}

/** Full names that are one but for the spelling of foreign words. */
function areVariants(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  let different = 0;
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i]) continue;
    // Beside an equal word a shorter or plainer one may be a variant as well.
    if (!spellingVariants(a[i]!, b[i]!, a.length > 1)) return false;
    different++;
  }
  return different > 0;
}

const firstMention = (form: Form): number => form.mentions[0] ?? 0;

/**
 * The one of several candidates that a shorter name at `position` means: the only one, else the only one introduced
 * before, else (where all come later) the first. Null where it stays open.
 */
function choose(candidates: readonly Form[], position: number, union: Union): Form | null {
  const distinct: Form[] = [];
  const seen = new Set<number>();
  for (const form of candidates) {
    const root = union.find(form.index);
    if (seen.has(root)) continue;
    seen.add(root);
    distinct.push(form);
  }
  if (distinct.length <= 1) return distinct[0] ?? null;
  const before = candidates.filter((form) => firstMention(form) < position);
  const roots = new Set(before.map((form) => union.find(form.index)));
  if (roots.size === 1) return before[0] ?? null;
  if (roots.size === 0)
    return candidates.reduce((best, form) => (firstMention(form) < firstMention(best) ? form : best));
  return null;
}

/** Most persons of one name that are compared with each other. */
const MOST_BEARERS = 48;

/** Index from a word to the full names that hold it. */
function indexUnits(full: readonly Form[], pick: (units: readonly string[]) => readonly string[]): Map<string, Form[]> {
  const index = new Map<string, Form[]>();
  for (const form of full)
    for (const unit of new Set(pick(form.units))) {
      const list = index.get(unit);
      // A first name that many share tells nothing; the bound keeps the work linear.
      if (list) {
        if (list.length < MOST_BEARERS) list.push(form);
      } else index.set(unit, [form]);
    }
  return index;
}

function joinFullNames(full: readonly Form[], union: Union): void {
  const byUnit = indexUnits(full, (units) => units);
  for (const form of full) {
    const near = new Set(form.units.flatMap((unit) => byUnit.get(unit) ?? []));
    const longer = [...near].filter((other) => other !== form && isPartOf(form.units, other.units));
    const target = choose(longer, firstMention(form), union);
    if (target) union.join(form.index, target.index, { rule: 'partial-name', from: form.shown, to: target.shown });
    for (const other of near)
      if (other.index > form.index && areVariants(form.units, other.units))
        union.join(form.index, other.index, { rule: 'spelling', from: form.shown, to: other.shown });
  }
}

/** Full names of a document that may be meant by a single word, best kind of evidence first. */
function candidatesFor(
  form: Form,
  indices: readonly Map<string, Form[]>[],
  surnames: Map<string, Form[]>,
): [readonly Form[], string] {
  const rules = ['surname', 'first-name', 'name-part'];
  const unit = form.units[0]!;
  for (let i = 0; i < indices.length; i++) {
    // «ابن سلمان» is nobody's first name; «سلمان» alone is not «محمد بن سلمان».
    if (form.sonOf && i === 1) continue;
    const found = (indices[i]!.get(unit) ?? []).filter((full) => form.sonOf || i === 1 || !full.lineage.has(unit));
    if (found.length > 0) return [found, rules[i]!];
  }
  if (form.sonOf) return [[], ''];
  const variants: Form[] = [];
  const sound = firstSound(unit);
  for (const [surname, forms] of surnames)
    if (firstSound(surname) === sound && spellingVariants(surname, unit)) variants.push(...forms);
  return [variants, 'spelling'];
}

/** Joins forms of people's names. `union` numbers the forms by their index. */
export function joinPeople(forms: readonly Form[], union: Union): void {
  joinEqual(forms, union);
  const full = forms.filter((form) => form.units.length > 1);
  joinFullNames(full, union);
  const surnames = indexUnits(full, (units) => units.slice(-1));
  const indices = [surnames, indexUnits(full, (units) => units.slice(0, 1)), indexUnits(full, (units) => units)];
  const singles = forms.filter((form) => form.units.length === 1);
  for (const form of singles) {
    const [found, rule] = candidatesFor(form, indices, surnames);
    const target = choose(found, firstMention(form), union);
    if (target) union.join(form.index, target.index, { rule, from: form.shown, to: target.shown });
  }
  joinSpellings(singles, union);
}

/** Most single words of one sound that are compared with each other. */
const MOST_ALIKE = 40;

/** Joins single words that are spellings of one foreign name. Only words that begin with one sound are compared. */
export function joinSpellings(singles: readonly Form[], union: Union): void {
  const bySound = new Map<string, Form[]>();
  for (const form of singles) {
    const unit = form.units[0]!;
    const sound = firstSound(unit);
    const alike = bySound.get(sound) ?? [];
    for (const other of alike)
      if (spellingVariants(other.units[0]!, unit))
        union.join(other.index, form.index, { rule: 'spelling', from: other.shown, to: form.shown });
    if (alike.length < MOST_ALIKE) alike.push(form);
    bySound.set(sound, alike);
  }
}

/** Forms whose words are equal in look-up form («أحمد» and «احمد», «عبد الله» and «عبدالله»). */
export function joinEqual(forms: readonly Form[], union: Union): void {
  const byKey = new Map<string, Form>();
  for (const form of forms) {
    const key = `${form.sonOf ? 'بن ' : ''}${form.units.join('')}`;
    const same = byKey.get(key);
    if (same) union.join(form.index, same.index, { rule: 'same-name', from: form.shown, to: same.shown });
    else byKey.set(key, form);
  }
}
