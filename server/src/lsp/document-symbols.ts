/**
 * Document symbols: the article as an outline (headline → sections → paragraphs → quotes and names met for the first time)
 * and its actors as a group of their own.
 */
import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver';
import type { ActorType, ArticlePart, EntityType, Entity, Quote, Span } from '../analysis/model';
import { message } from '../messages/messages';
import type { UiLanguage } from '../protocol';
import type { ArticleView } from './article-view';
import { excerpt, isolate, label } from './markup';

const TYPE_SYMBOL: Readonly<Record<EntityType, SymbolKind>> = {
  PER: SymbolKind.Class,
  ORG: SymbolKind.Struct,
  LOC: SymbolKind.Constant,
  MISC: SymbolKind.Object,
};

/**
 * Units of text in the names of paragraphs and quotes. Outlines run from left to right and cut what is too long at their
 * right, where Arabic begins: a longer name would lose its first words.
 */
const LONGEST_NAME = 36;

const ACTOR_ORDER: readonly ActorType[] = ['PER', 'ORG', 'LOC'];

/** A symbol that is still growing: a parent's range is stretched over its children before it is handed out. */
interface Node {
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
  /** What is selected on a click. */
  readonly selection: Span;
  end: number;
  readonly children: Node[];
}

function toSymbol(view: ArticleView, node: Node): DocumentSymbol {
  return {
    name: node.name,
    ...(node.detail === undefined || node.detail === '' ? {} : { detail: node.detail }),
    kind: node.kind,
    range: view.range({ start: node.selection.start, end: Math.max(node.end, node.selection.end) }),
    selectionRange: view.range(node.selection),
    ...(node.children.length > 0 ? { children: node.children.map((child) => toSymbol(view, child)) } : {}),
  };
}

function quoteNode(view: ArticleView, quote: Quote): Node {
  const speaker = view.actor(quote.speakerActor)?.name ?? quote.speaker?.text;
  return {
    name: label(quote.kind === 'direct' ? `«${excerpt(quote.text, LONGEST_NAME)}»` : quote.text, LONGEST_NAME + 3),
    detail: speaker === undefined ? undefined : label(speaker),
    kind: SymbolKind.Event,
    selection: quote,
    end: quote.end,
    children: [],
  };
}

function entityNode(view: ArticleView, language: UiLanguage, entity: Entity): Node {
  const role = view.actor(entity.actor)?.roles[0];
  return {
    name: label(entity.text),
    detail: role === undefined ? message(language, `type.${entity.type}`) : label(role),
    kind: TYPE_SYMBOL[entity.type],
    selection: entity,
    end: entity.end,
    children: [],
  };
}

/** Quotes and first mentions in order, a name inside a quote under it. */
function details(view: ArticleView, language: UiLanguage): Node[] {
  const seen = new Set<string>();
  const first = view.analysis.entities.filter((entity) => {
    const key = entity.actor ?? `${entity.type} ${entity.text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const items = [
    ...view.analysis.quotes.map((quote) => ({ span: quote, node: () => quoteNode(view, quote) })),
    ...first.map((entity) => ({ span: entity, node: () => entityNode(view, language, entity) })),
  ].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return nest(items.filter(({ span }) => span.end > span.start).map(({ node }) => node()));
}

/** Puts each node under the innermost one before it that holds it whole. Expects order of start, longer first. */
function nest(nodes: readonly Node[]): Node[] {
  const roots: Node[] = [];
  const open: Node[] = [];
  for (const node of nodes) {
    while (open.length > 0 && open.at(-1)!.end < node.end) open.pop();
    (open.at(-1)?.children ?? roots).push(node);
    open.push(node);
  }
  return roots;
}

const LEFT_OUT: ReadonlySet<string> = new Set(['frontMatter', 'furniture', 'label']);

function partNode(view: ArticleView, part: ArticlePart): Node {
  const kinds: Partial<Record<ArticlePart['kind'], SymbolKind>> = {
    headline: SymbolKind.File,
    subheading: SymbolKind.Namespace,
  };
  const limit = part.kind === 'headline' || part.kind === 'subheading' ? undefined : LONGEST_NAME;
  const name = label(view.text.slice(part.start, part.end), limit);
  return { name, kind: kinds[part.kind] ?? SymbolKind.String, selection: part, end: part.end, children: [] };
}

/** The article's parts as a tree, with quotes and names hung into the part that holds them. */
function outline(view: ArticleView, language: UiLanguage): Node[] {
  const roots: Node[] = [];
  let article: Node | null = null;
  let section: Node | null = null;
  const found = details(view, language);
  let next = 0;
  for (const part of view.analysis.parts) {
    if (LEFT_OUT.has(part.kind) || part.end <= part.start) continue;
    const node = partNode(view, part);
    while (next < found.length && found[next]!.selection.start < part.start) next++;
    while (next < found.length && found[next]!.selection.start < part.end) {
      node.children.push(found[next]!);
      node.end = Math.max(node.end, found[next]!.end);
      next++;
    }
    if (part.kind === 'headline' && article === null) {
      article = node;
      section = null;
      roots.push(node);
      continue;
    }
    if (part.kind === 'subheading') section = null;
    const parent: Node | null = section ?? article;
    (parent?.children ?? roots).push(node);
    if (part.kind === 'subheading') section = node;
    if (section !== null) section.end = Math.max(section.end, node.end);
    if (article !== null) article.end = Math.max(article.end, node.end);
  }
  return roots;
}

function actorsGroup(view: ArticleView, language: UiLanguage): Node | null {
  const nodes: Node[] = [];
  for (const type of ACTOR_ORDER) {
    for (const actor of view.analysis.actors) {
      const first = actor.type === type ? view.mentions(actor.id)[0] : undefined;
      if (first === undefined) continue;
      const role = actor.roles[0] === undefined ? message(language, `type.${type}`) : label(actor.roles[0]);
      nodes.push({
        name: label(actor.name),
        detail: `${role} ${isolate(`×${view.mentions(actor.id).length}`)}`,
        kind: TYPE_SYMBOL[type],
        selection: first,
        end: first.end,
        children: [],
      });
    }
  }
  if (nodes.length === 0) return null;
  const start = nodes.reduce((least, node) => Math.min(least, node.selection.start), Infinity);
  const end = nodes.reduce((most, node) => Math.max(most, node.end), 0);
  const selection = { start, end: start };
  return { name: message(language, 'symbol.actors'), kind: SymbolKind.Array, selection, end, children: nodes };
}

function makeDocumentSymbols(view: ArticleView, language: UiLanguage): DocumentSymbol[] {
  const roots = outline(view, language);
  const actors = actorsGroup(view, language);
  if (actors !== null) roots.push(actors);
  return roots.map((node) => toSymbol(view, node));
}

/** Outlines by the state they are of: breadcrumbs, Outline and symbol search ask for the same one. */
const made = new WeakMap<ArticleView, { readonly language: UiLanguage; readonly symbols: DocumentSymbol[] }>();

/** The outline of an article. Every symbol's `selectionRange` lies in its `range`, and that in its parent's. */
export function provideDocumentSymbols(view: ArticleView, language: UiLanguage): DocumentSymbol[] {
  const kept = made.get(view);
  if (kept?.language === language) return kept.symbols;
  const symbols = makeDocumentSymbols(view, language);
  made.set(view, { language, symbols });
  return symbols;
}
