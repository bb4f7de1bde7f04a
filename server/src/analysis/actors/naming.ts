/** The name an actor is shown by: the fullest form in the article's own spelling. */
import type { Form } from './forms';
import { TRANSPARENT_ORG_HEADS } from './tables';

const ARABIC = /[\u0621-\u064a]/;

/** Forms better than others come first: in Arabic letters, more words, then more often, then earlier. */
function compare(a: Form, b: Form): number {
  const arabic = Number(ARABIC.test(b.shown)) - Number(ARABIC.test(a.shown));
  if (arabic !== 0) return arabic;
  const bareHead = Number(isBareHead(a)) - Number(isBareHead(b));
  if (bareHead !== 0) return bareHead;
  const words = wordCount(b) - wordCount(a);
  if (words !== 0) return words;
  const nominative = Number(b.shown.endsWith('ون')) - Number(a.shown.endsWith('ون'));
  if (nominative !== 0) return nominative;
  return b.mentions.length - a.mentions.length || a.mentions[0]! - b.mentions[0]!;
}

const isBareHead = (form: Form): boolean => form.units.length === 1 && TRANSPARENT_ORG_HEADS.has(form.units[0]!);

/** A kunya is one word of a name; initials are none. */
const wordCount = (form: Form): number =>
  form.type === 'PER'
    ? form.units.length + form.shown.split(/\s+/).length / 100
    : form.shown.split(/[\s_]+/).filter((word) => word.replace(/\W*[.]/g, '').length > 1).length;

/** The best name among an actor's forms. */
export function chooseName(forms: readonly Form[]): string {
  return [...forms].sort(compare)[0]?.shown ?? '';
}

/** The other ways in which the article names the actor, in order of mention, each once. */
export function otherNames(forms: readonly Form[], name: string): string[] {
  return [...new Set(forms.map((form) => form.shown))].filter((shown) => shown !== name);
}
