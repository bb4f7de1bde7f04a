/** Actors of all open articles, found by any spelling of their names. */
import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import type { ActorType } from '../analysis/model';
import { lookupKey, normalise } from '../analysis/text/normalise';
import type { ArticleView } from './article-view';
import { namingMention } from './definition';
import { excerpt } from './markup';

const SYMBOL: Readonly<Record<ActorType, SymbolKind>> = {
  PER: SymbolKind.Class,
  ORG: SymbolKind.Struct,
  LOC: SymbolKind.Constant,
};

/** More than a list shows. */
const MOST_SYMBOLS = 1_000;

/** A name or query without what spellings differ in: diacritics, tatweel, hamza seats, final ya and ta marbuta, case. */
export function searchKey(text: string): string {
  return lookupKey(normalise(text).toLowerCase()).replace(/\s+/g, ' ').trim();
}

/** Every word of the query occurs in the name, in any order. */
function matches(name: string, words: readonly string[]): boolean {
  return words.every((word) => name.includes(word));
}

export function provideWorkspaceSymbols(views: readonly ArticleView[], query: string): WorkspaceSymbol[] {
  const words = searchKey(query).split(' ').filter(Boolean);
  const symbols: WorkspaceSymbol[] = [];
  for (const view of views) {
    const headline = view.analysis.parts.find((part) => part.kind === 'headline');
    const containerName =
      headline === undefined ? undefined : excerpt(view.text.slice(headline.start, headline.end), 60);
    for (const actor of view.analysis.actors) {
      const naming = namingMention(view, actor.id);
      const forms = [actor.name, ...(actor.aliases ?? []), ...view.mentions(actor.id).map((mention) => mention.text)];
      if (naming === undefined || ![...new Set(forms)].some((form) => matches(searchKey(form), words))) continue;
      symbols.push({
        name: excerpt(actor.name),
        kind: SYMBOL[actor.type],
        location: { uri: view.uri, range: view.range(naming) },
        ...(containerName === undefined ? {} : { containerName }),
      });
      if (symbols.length >= MOST_SYMBOLS) return symbols;
    }
  }
  return symbols;
}
