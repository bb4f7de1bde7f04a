/** Which forms of places' names are one place. A capital and its country stay apart. */
import type { Form } from './forms';
import { joinEqual, joinSpellings } from './people';
import { COUNTRY_NAMES, demonymCode, PLACE_HEADS, PLACE_VARIANTS } from './tables';
import type { Union } from './union';

const placeCore = (units: readonly string[]): string =>
  (units.length > 1 && PLACE_HEADS.has(units[0]!) ? units.slice(1) : units).join(' ');

/** ISO code of the country that a form names, or null. */
export function countryOf(form: Form): string | null {
  return COUNTRY_NAMES.get(form.units.join(' ')) ?? null;
}

/** Joins forms of places' names. `union` numbers the forms by their index. */
export function joinPlaces(forms: readonly Form[], union: Union): void {
  joinEqual(forms, union);
  const byKey = new Map<string, Form>();
  const joinBy = (key: string, form: Form, rule: string): void => {
    const same = byKey.get(key);
    if (same) union.join(form.index, same.index, { rule, from: form.shown, to: same.shown });
    else byKey.set(key, form);
  };
  for (const form of forms) {
    const country = countryOf(form);
    if (country !== null) joinBy(`c:${country}`, form, 'country-name');
    else joinBy(placeCore(form.units), form, 'head-dropped');
    const variant = PLACE_VARIANTS.get(form.units.join(' '));
    if (variant !== undefined) joinBy(`v:${variant}`, form, 'place-variant');
  }
  // «الصحراء» and «الصحراء المغربية»: an adjective of nationality makes no other place of it.
  for (const form of forms) {
    const last = form.units[form.units.length - 1]!;
    if (form.units.length < 2 || demonymCode(last) === null || countryOf(form) !== null) continue;
    const short = byKey.get(form.units.slice(0, -1).join(' '));
    if (short) union.join(form.index, short.index, { rule: 'shorter-name', from: short.shown, to: form.shown });
  }
  const singles = forms.filter((form) => form.units.length === 1 && countryOf(form) === null);
  joinSpellings(singles, union);
}
