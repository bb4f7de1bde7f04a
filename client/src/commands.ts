/** The commands of the palette. Each answers sensibly while nothing is analysed or the server is stopped. */
import {
  Disposable,
  Range,
  Selection,
  TextEditorRevealType,
  Uri,
  commands,
  window,
  workspace,
  type TextEditor,
} from 'vscode';
import { SETTINGS_SECTION, type Span } from '../../server/src/protocol';
import type { ActorOrder } from './actors-model';
import { isArticle, type Articles } from './articles';
import type { Marks } from './marks';
import { text } from './messages';
import { neighbour } from './navigation';
import { parseDate } from './parse-date';
import type { PublicationDates } from './publication-dates';
import type { ServerConnection } from './server-connection';

export interface CommandContext {
  readonly articles: Articles;
  readonly marks: Marks;
  readonly server: ServerConnection;
  readonly dates: PublicationDates;
}

function activeArticle(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (editor !== undefined && isArticle(editor.document)) return editor;
  void window.showInformationMessage(text('noArticle'));
  return undefined;
}

/** Selects a span and brings it into view. */
function select(editor: TextEditor, span: Span): void {
  const { document } = editor;
  const range = new Range(document.positionAt(span.start), document.positionAt(span.end));
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

function walk({ articles }: CommandContext, direction: 'next' | 'previous'): void {
  const editor = activeArticle();
  if (editor === undefined) return;
  const article = articles.current(editor.document);
  const from = editor.document.offsetAt(editor.selection.start);
  const span = article && neighbour(article.analysis, { start: from, end: from }, direction);
  if (span === undefined) window.setStatusBarMessage(text('noMentions'), 4_000);
  else select(editor, span);
}

async function setPublicationDate(
  { articles, dates, server }: CommandContext,
  target?: unknown,
  given?: unknown,
): Promise<void> {
  const uri = typeof target === 'string' ? Uri.parse(target) : activeArticle()?.document.uri;
  if (uri === undefined) return;
  if (!server.running) {
    void window.showErrorMessage(text('server.stopped'));
    return;
  }
  const document = workspace.textDocuments.find((candidate) => candidate.uri.toString() === uri.toString());
  const known = dates.get(uri) ?? (document && articles.latest(document)?.analysis.reference) ?? '';
  const typed =
    typeof given === 'string'
      ? given
      : await window.showInputBox({
          prompt: text('date.prompt'),
          value: known,
          placeHolder: '2024-03-12',
          validateInput: (value) =>
            value.trim() === '' || parseDate(value) !== null ? undefined : text('date.invalid'),
        });
  if (typed === undefined) return;
  const date = typed.trim() === '' ? null : parseDate(typed);
  if (date === null && typed.trim() !== '') void window.showErrorMessage(text('date.invalid'));
  else if (!(await dates.set(uri, date))) void window.showErrorMessage(text('date.notOpen'));
}

async function exportAnalysis({ server }: CommandContext): Promise<void> {
  const editor = activeArticle();
  if (editor === undefined) return;
  const result = await server.analysis(editor.document.uri);
  if (result === null) {
    void window.showErrorMessage(text(server.running ? 'notAnalyzed' : 'server.stopped'));
    return;
  }
  const source = editor.document.uri;
  const defaultUri =
    source.scheme === 'untitled'
      ? undefined
      : source.with({ path: source.path.replace(/(\.ar)?\.[^./]+$/u, '') + '.json' });
  const target = await window.showSaveDialog({ title: text('export.save'), defaultUri, filters: { JSON: ['json'] } });
  if (target === undefined) return;
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(`${JSON.stringify(result.analysis, null, 2)}\n`));
    window.setStatusBarMessage(text('export.done', { file: workspace.asRelativePath(target) }), 4_000);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(text('export.failed', { reason }));
  }
}

async function sortActors(): Promise<void> {
  const orders: ActorOrder[] = ['firstMention', 'mentions', 'quotes'];
  const picked = await window.showQuickPick(
    orders.map((order) => ({ label: text(`sort.${order}`), order })),
    { placeHolder: text('sort.prompt') },
  );
  if (picked !== undefined)
    await workspace.getConfiguration(SETTINGS_SECTION).update('actors.sortBy', picked.order, true);
}

async function restart({ server }: CommandContext): Promise<void> {
  if (await server.restart()) window.setStatusBarMessage(text('server.restarted'), 4_000);
}

function toggle({ marks }: CommandContext): void {
  marks.toggle();
  window.setStatusBarMessage(text(marks.shown ? 'marks.on' : 'marks.off'), 2_000);
}

/** Registers every command. */
export function registerCommands(context: CommandContext): Disposable {
  return Disposable.from(
    commands.registerCommand('arabicNews.nextMention', () => walk(context, 'next')),
    commands.registerCommand('arabicNews.previousMention', () => walk(context, 'previous')),
    commands.registerCommand('arabicNews.setPublicationDate', (uri?: unknown, date?: unknown) =>
      setPublicationDate(context, uri, date),
    ),
    commands.registerCommand('arabicNews.toggleMarks', () => toggle(context)),
    commands.registerCommand('arabicNews.restartServer', () => restart(context)),
    commands.registerCommand('arabicNews.export', () => exportAnalysis(context)),
    commands.registerCommand('arabicNews.sortActors', () => sortActors()),
  );
}
