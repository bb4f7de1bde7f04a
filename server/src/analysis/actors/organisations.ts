/** Which forms of organisations' names are one organisation. */
import type { Form } from './forms';
import { foldNisba } from './forms';
import { joinEqual, joinSpellings } from './people';
import { spellingVariants } from './spelling';
import {
  bareKey,
  COUNTRY_NAMES,
  demonymCode,
  isOrgExtension,
  keyOf,
  ORG_ALIASES,
  ORG_HEADS,
  TRANSPARENT_ORG_HEADS,
  withoutArticle,
} from './tables';
import type { Union } from './union';

/** The form's generic head («شركة»), or null. */
export function orgHead(units: readonly string[]): string | null {
  const first = units[0];
  return first !== undefined && units.length > 1 && TRANSPARENT_ORG_HEADS.has(first) ? first : null;
}

/** The name without its generic head, joined. */
const coreKey = (units: readonly string[]): string => (orgHead(units) === null ? units : units.slice(1)).join('');

function aliasTable(): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  ORG_ALIASES.forEach((names, group) => {
    for (const name of names) table.set(nameUnits(name).join(''), group);
  });
  return table;
}

/** A name's words as {@link Form.units} has them for organisations. */
export function nameUnits(name: string): string[] {
  return keyOf(name)
    .split(/[\s._-]+/)
    .filter((word) => word !== '')
    .map((word) => {
      const stem = withoutArticle(word);
      const code = demonymCode(word) ?? COUNTRY_NAMES.get(stem);
      return code ? `c:${code}` : foldNisba(bareKey(stem));
    });
}

const KNOWN_ALIASES = aliasTable();

/** Words that `long` has beyond `short`, where `short`'s words stand in it in order from the first; else null. */
function extension(short: readonly string[], long: readonly string[]): string[] | null {
  if (short.length >= long.length || short[0] !== long[0]) return null;
  const extra: string[] = [];
  let at = 0;
  for (const unit of long) {
    if (unit === short[at]) at++;
    else extra.push(unit);
  }
  return at === short.length ? extra : null;
}

/** Forms with one core («شركة فيسبوك», «فيسبوك»), unless two different heads claim it («بنك مصر», «شركة مصر»). */
function joinByCore(forms: readonly Form[], union: Union): void {
  const byCore = new Map<string, Form[]>();
  for (const form of forms) {
    const key = coreKey(form.units);
    if (key.length < 3 || key.startsWith('c:')) continue;
    const list = byCore.get(key);
    if (list) list.push(form);
    else byCore.set(key, [form]);
  }
  for (const group of byCore.values()) {
    const heads = new Set(group.map((form) => orgHead(form.units)).filter((head) => head !== null));
    const militia = [...heads].every((head) => /^مي?لي|كتائب|جماعه|حركه/.test(head));
    if (heads.size > 1 && !militia) continue;
    for (const form of group)
      union.join(form.index, group[0]!.index, { rule: 'head-dropped', from: form.shown, to: group[0]!.shown });
  }
}

function joinByAlias(forms: readonly Form[], union: Union): void {
  const byGroup = new Map<number, Form>();
  for (const form of forms) {
    const group = KNOWN_ALIASES.get(form.units.join(''));
    if (group === undefined) continue;
    const same = byGroup.get(group);
    if (same) union.join(form.index, same.index, { rule: 'known-alias', from: form.shown, to: same.shown });
    else byGroup.set(group, form);
  }
}

const MINISTRIES = new Set(['خارجي', 'داخلي', 'دفاع', 'صحه', 'مالي', 'كنيست', 'كونغرس', 'بنتاغون']);

/** «وزارة الصحة» with the only «وزارة الصحة اللبنانية» of the article. */
function joinByExtension(forms: readonly Form[], union: Union): void {
  const byFirst = new Map<string, Form[]>();
  for (const form of forms) {
    for (const units of [form.units, orgHead(form.units) === 'وزاره' ? form.units.slice(1) : null]) {
      if (units === null || units.length === 0) continue;
      const list = byFirst.get(units[0]!);
      if (list) list.push(form);
      else byFirst.set(units[0]!, [form]);
    }
  }
  for (const form of forms) {
    const targets: Form[] = [];
    const roots = new Set<number>();
    for (const other of byFirst.get(form.units[0]!) ?? []) {
      const tail =
        orgHead(other.units) === 'وزاره' && other.units[1] === form.units[0] ? other.units.slice(1) : other.units;
      const extra = extension(form.units, tail);
      if (other === form || !extra?.every(isOrgExtension) || form.units.every((unit) => unit.startsWith('c:')))
        continue;
      // A name of one word and a country may be two bodies («الهلال», «الهلال السوداني»); a generic noun is not.
      if (form.units.length === 1 && !MINISTRIES.has(form.units[0]!) && !ORG_HEADS.has(form.units[0]!)) continue;
      roots.add(union.find(other.index));
      targets.push(other);
    }
    if (roots.size === 1)
      union.join(form.index, targets[0]!.index, { rule: 'shorter-name', from: form.shown, to: targets[0]!.shown });
  }
}

/** Foreign names of two words or more that differ in the spelling of one («نيويورك تايمز», «نيو يورك تايمز»). */
function joinBySpelling(forms: readonly Form[], union: Union): void {
  const byFirst = new Map<string, Form[]>();
  for (const form of forms) {
    const key = form.units[0]!;
    const list = byFirst.get(key) ?? [];
    for (const other of list) {
      if (other.units.length > 3 || form.units.length > 3) continue;
      const a = other.units.slice(1).join('');
      const b = form.units.slice(1).join('');
      if (a.length > 5 && spellingVariants(a, b))
        union.join(form.index, other.index, { rule: 'spelling', from: form.shown, to: other.shown });
    }
    list.push(form);
    byFirst.set(key, list);
  }
  const singles = forms.filter((form) => form.units.length === 1);
  joinSpellings(singles, union);
}

/** Joins forms of organisations' names. `union` numbers the forms by their index. */
export function joinOrganisations(forms: readonly Form[], union: Union): void {
  joinEqual(forms, union);
  joinByAlias(forms, union);
  joinByCore(forms, union);
  joinByExtension(forms, union);
  joinBySpelling(forms, union);
}
