/** Changes to the user's files as the quick fixes make them: pure, a new file from an old one. */
import type { EntityType, Span } from '../model';
import { nameKey } from './parse';
import type { Decision, DecisionFile, Lexicon, LexiconEntry, TextQuoteSelector } from './types';

/** Units of context kept on each side of the selected words. */
const CONTEXT = 32;

/** The selector of a span of an article: its words and what stands around them. */
export function selectorFor(text: string, span: Span): TextQuoteSelector {
  const prefix = text.slice(Math.max(0, span.start - CONTEXT), span.start);
  const suffix = text.slice(span.end, span.end + CONTEXT);
  return {
    exact: text.slice(span.start, span.end),
    ...(prefix === '' ? {} : { prefix }),
    ...(suffix === '' ? {} : { suffix }),
  };
}

/** A change to the lexicon. */
export type LexiconChange =
  | { readonly kind: 'name'; readonly name: string; readonly type: EntityType } // «This is a person»
  | { readonly kind: 'never'; readonly name: string } // «Not a name»
  | { readonly kind: 'same'; readonly name: string; readonly type: EntityType; readonly as: string }; // «Same as …»

/** The lexicon with a change made. The newest word on a name wins. */
export function editLexicon(lexicon: Lexicon, change: LexiconChange): Lexicon {
  const key = nameKey(change.name);
  const rest = lexicon.entries.flatMap((entry) => withoutName(entry, key));
  if (change.kind === 'never') return { entries: [...rest, { name: change.name, never: true }] };
  if (change.kind === 'name') {
    const old = lexicon.entries.find((entry) => nameKey(entry.name) === key);
    const aliases = old?.aliases ? { aliases: old.aliases } : {};
    return { entries: [...rest, { name: change.name, type: change.type, ...aliases }] };
  }
  const main = nameKey(change.as);
  const at = rest.findIndex((entry) => nameKey(entry.name) === main && entry.never !== true);
  if (at < 0) return { entries: [...rest, { name: change.as, type: change.type, aliases: [change.name] }] };
  return {
    entries: rest.map((entry, index) =>
      index === at ? { ...entry, aliases: [...(entry.aliases ?? []), change.name] } : entry,
    ),
  };
}

function withoutName(entry: LexiconEntry, key: string): LexiconEntry[] {
  if (nameKey(entry.name) === key) return [];
  if (entry.aliases === undefined) return [entry];
  const { aliases, ...rest } = entry;
  const left = aliases.filter((alias) => nameKey(alias) !== key);
  return [left.length > 0 ? { ...rest, aliases: left } : rest];
}

const sameTarget = (a: TextQuoteSelector, b: TextQuoteSelector): boolean =>
  a.exact === b.exact && a.prefix === b.prefix && a.suffix === b.suffix;

/** Whether a new decision takes the place of an old one. */
function replaces(decision: Decision, old: Decision): boolean {
  if (decision.article !== old.article) return false;
  const onQuote = (item: Decision): TextQuoteSelector | null =>
    item.kind === 'not-a-quote' || item.kind === 'speaker' ? item.target : null;
  const target = onQuote(decision);
  const oldTarget = onQuote(old);
  if (target !== null || oldTarget !== null)
    return target !== null && oldTarget !== null && sameTarget(target, oldTarget);
  // A split undoes a merge of the same two names and the reverse.
  const pair = (item: Decision): string =>
    (item.kind === 'merge' ? [...item.names] : item.kind === 'split' ? [item.name, item.from] : [])
      .map(nameKey)
      .sort()
      .join('|');
  return pair(decision) === pair(old);
}

/** The file with a decision added; an older one on the same words gives way. */
export function addDecision(file: DecisionFile, decision: Decision): DecisionFile {
  return { decisions: [...file.decisions.filter((old) => !replaces(decision, old)), decision] };
}
