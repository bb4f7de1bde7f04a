/** The view "Actors" in the Explorer: who acts in the article in front, what they say, where they are named. */
import {
  Disposable,
  EventEmitter,
  MarkdownString,
  Range,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
  type Event,
  type Memento,
  type TextDocument,
  type TreeDataProvider,
  type TreeView,
} from 'vscode';
import { SETTINGS_SECTION, type ActorType, type Span } from '../../server/src/protocol';
import {
  buildActorTree,
  childrenOf,
  keyOf,
  type ActorNode,
  type ActorOrder,
  type GroupNode,
  type Node,
} from './actors-model';
import { isArticle, type AnalyzedArticle, type Articles } from './articles';
import { isolate, text, type MessageKey } from './messages';

/** Kept once the view has been shown to the user unasked. */
const INTRODUCED = 'arabicNews.actorsIntroduced';
const FOLLOW_DELAY_MS = 100;
/** First words of a quote shown in the tree. */
const QUOTE_UNITS = 80;

const ICONS: Readonly<Record<ActorType, string>> = { PER: 'person', ORG: 'organization', LOC: 'location' };

const counted = (key: 'mentions' | 'quotes', count: number): string =>
  text(`${key}.${count === 1 ? 'one' : 'many'}` as MessageKey, { count });

function oneLine(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  return line.length > QUOTE_UNITS ? `${line.slice(0, QUOTE_UNITS).trimEnd()}…` : line;
}

/** Shows the tree of the active editor's article. */
export class ActorsView implements Disposable, TreeDataProvider<Node> {
  readonly #articles: Articles;
  readonly #state: Memento;
  readonly #view: TreeView<Node>;
  readonly #subscriptions: Disposable[] = [];
  readonly #onDidChange = new EventEmitter<void>();
  readonly onDidChangeTreeData: Event<void> = this.#onDidChange.event;
  #document: TextDocument | undefined;
  #article: AnalyzedArticle | undefined;
  #groups: readonly GroupNode[] = [];
  #followTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(articles: Articles, state: Memento) {
    this.#articles = articles;
    this.#state = state;
    this.#view = window.createTreeView('arabicNews.actors', { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions.push(
      this.#view,
      articles.onDidChange(({ uri }) => {
        if (this.#document === undefined || uri === this.#document.uri.toString()) this.#show();
      }),
      window.onDidChangeActiveTextEditor(() => this.#show()),
      window.onDidChangeTextEditorSelection(() => this.#followSoon()),
      this.#view.onDidChangeVisibility(() => this.#followSoon()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SETTINGS_SECTION)) this.#show();
      }),
    );
    this.#show();
  }

  /** The tree as shown, for tests. */
  get groups(): readonly GroupNode[] {
    return this.#groups;
  }

  /** Reads the tree anew from the article in front. An editor that is no article (a panel, an output) changes nothing. */
  #show(): void {
    const document = window.activeTextEditor?.document;
    if (document !== undefined && isArticle(document)) this.#document = document;
    if (
      this.#document?.isClosed === true ||
      (document !== undefined && !isArticle(document) && document.uri.scheme === 'file')
    )
      this.#document = undefined;
    this.#article = this.#document && this.#articles.latest(this.#document);
    const order = workspace
      .getConfiguration(SETTINGS_SECTION, this.#document)
      .get<ActorOrder>('actors.sortBy', 'firstMention');
    this.#groups = this.#article === undefined ? [] : buildActorTree(this.#article.analysis, order);
    this.#view.message = this.#emptyMessage();
    this.#onDidChange.fire();
    void this.#introduce();
  }

  /** Unfolds the view the first time there is anything in it: VS Code adds a new view folded, below the others. */
  async #introduce(): Promise<void> {
    const [first] = this.#groups;
    if (first === undefined || this.#state.get(INTRODUCED) === true) return;
    await this.#state.update(INTRODUCED, true);
    if (!this.#view.visible) await this.#view.reveal(first, { select: false, focus: false });
  }

  #emptyMessage(): string | undefined {
    if (this.#groups.length > 0) return undefined;
    return text(this.#article === undefined ? 'view.none' : 'view.empty');
  }

  getChildren(node?: Node): Node[] {
    return [...(node === undefined ? this.#groups : childrenOf(node))];
  }

  getParent(node: Node): Node | undefined {
    const group = (kind: string): Node | undefined => this.#groups.find((candidate) => candidate.group === kind);
    switch (node.kind) {
      case 'group':
        return undefined;
      case 'section':
        return node.actor;
      default:
        return typeof node.parent === 'string' ? group(node.parent) : node.parent;
    }
  }

  getTreeItem(node: Node): TreeItem {
    const item = this.#itemFor(node);
    item.id = `${this.#document?.uri.toString() ?? ''}#${keyOf(node)}`;
    return item;
  }

  #itemFor(node: Node): TreeItem {
    switch (node.kind) {
      case 'group': {
        const item = new TreeItem(isolate(text(`group.${node.group}`)), TreeItemCollapsibleState.Expanded);
        item.description = isolate(String(node.children.length));
        return item;
      }
      case 'actor':
        return this.#actorItem(node);
      case 'source': {
        const item = new TreeItem(isolate(node.name), TreeItemCollapsibleState.Collapsed);
        item.description = isolate(counted('quotes', node.quotes.length));
        item.iconPath = new ThemeIcon('question');
        return item;
      }
      case 'section': {
        const item = new TreeItem(isolate(text(`section.${node.section}`)), TreeItemCollapsibleState.Collapsed);
        item.description = isolate(
          String(node.section === 'quotes' ? node.actor.quotes.length : node.actor.mentions.length),
        );
        return item;
      }
      case 'quote':
        return this.#spanItem(
          node.quote,
          node.quote.kind === 'direct' ? `«${oneLine(node.quote.text)}»` : oneLine(node.quote.text),
          node.quote.cue?.text ?? '',
          node.quote.kind === 'direct' ? 'quote' : 'comment',
          text(`quote.${node.quote.kind}`),
        );
      case 'mention':
        return this.#spanItem(node.mention, node.mention.text, this.#lineNumber(node.mention), 'symbol-string', '');
    }
  }

  #actorItem(node: ActorNode): TreeItem {
    const { actor, mentions, quotes } = node;
    const item = new TreeItem(isolate(actor.name), TreeItemCollapsibleState.Collapsed);
    const facts = [
      counted('mentions', mentions.length),
      ...(quotes.length > 0 ? [counted('quotes', quotes.length)] : []),
    ];
    const [role] = actor.roles;
    item.description = [...(role === undefined ? [] : [role]), ...facts].map(isolate).join(' · ');
    item.iconPath = new ThemeIcon(ICONS[actor.type]);
    item.contextValue = 'actor';
    const tooltip = new MarkdownString();
    for (const line of [actor.name, ...actor.roles, ...(actor.aliases ?? []), ...facts]) {
      tooltip.appendText(isolate(line));
      tooltip.appendMarkdown('\n\n');
    }
    item.tooltip = tooltip;
    item.accessibilityInformation = {
      label: [actor.name, text(`kind.${actor.type}`), ...actor.roles, ...facts].join('، '),
    };
    const first = mentions[0] ?? quotes[0];
    if (first !== undefined) item.command = this.#goTo(first);
    return item;
  }

  #spanItem(span: Span, label: string, description: string, icon: string, spoken: string): TreeItem {
    const item = new TreeItem(isolate(label), TreeItemCollapsibleState.None);
    if (description !== '') item.description = isolate(description);
    item.iconPath = new ThemeIcon(icon);
    item.tooltip = isolate(label);
    item.accessibilityInformation = { label: [spoken, label, description].filter(Boolean).join('، ') };
    item.command = this.#goTo(span);
    return item;
  }

  #lineNumber(span: Span): string {
    return this.#document === undefined ? '' : String(this.#document.positionAt(span.start).line + 1);
  }

  #goTo(span: Span): { command: string; title: string; arguments: unknown[] } {
    const uri = this.#document?.uri ?? Uri.parse('untitled:');
    const selection =
      this.#document && new Range(this.#document.positionAt(span.start), this.#document.positionAt(span.end));
    return { command: 'vscode.open', title: '', arguments: [uri, { selection, preserveFocus: false }] };
  }

  #followSoon(): void {
    clearTimeout(this.#followTimer);
    this.#followTimer = setTimeout(() => void this.#follow(), FOLLOW_DELAY_MS);
  }

  /** Selects the actor under the caret, while the view is visible. */
  async #follow(): Promise<void> {
    const editor = window.activeTextEditor;
    if (editor === undefined || !this.#view.visible || editor.document !== this.#document) return;
    if (!workspace.getConfiguration(SETTINGS_SECTION, editor.document).get('actors.followCaret', true)) return;
    const article = this.#articles.current(editor.document);
    const offset = editor.document.offsetAt(editor.selection.active);
    const inside = (span: Span): boolean => span.start <= offset && offset <= span.end;
    const actor =
      article?.analysis.entities.find(inside)?.actor ?? article?.analysis.quotes.findLast(inside)?.speakerActor;
    const node = this.#groups
      .flatMap((group) => group.children)
      .find((child) => child.kind === 'actor' && child.actor.id === actor);
    if (node !== undefined && !this.#view.selection.some((selected) => keyOf(selected).startsWith(keyOf(node))))
      await this.#view.reveal(node, { select: true, focus: false });
  }

  dispose(): void {
    clearTimeout(this.#followTimer);
    Disposable.from(...this.#subscriptions).dispose();
    this.#onDidChange.dispose();
  }
}
