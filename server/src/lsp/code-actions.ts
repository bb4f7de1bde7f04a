/** Quick fixes. Each is made for what stands in the range asked for. */
import { CodeActionKind, type CodeAction, type Diagnostic, type Range, type TextEdit } from 'vscode-languageserver';
import type { DateExpression, Span } from '../analysis/model';
import { message } from '../messages/messages';
import { ClientCommand, ServerCommand, type UiLanguage } from '../protocol';
import type { ArticleView } from './article-view';
import { actionMaker, nameActions } from './code-actions-names';
import { quoteActions } from './code-actions-quotes';
import { firstOpenDate, strayControls } from './diagnostics';
import { describeValue } from './timex';

export interface CodeActionOptions {
  readonly language: UiLanguage;
  /** The client has the commands of {@link ClientCommand}. */
  readonly clientCommands: boolean;
}

const MOST_DATES = 4;

function touches(span: Span, range: Span): boolean {
  return span.start <= range.end && range.start <= span.end;
}

/** Days that could be the publication date: the choices a date offers, else the full days the article names. */
function candidateDays(view: ArticleView, date: DateExpression): string[] {
  const choices = date.choices ?? [];
  const days = choices.length > 0 ? choices : view.analysis.dates.map((other) => other.value);
  return [...new Set(days.filter((value) => /^\d{4}-\d{2}-\d{2}$/.test(value)))].slice(0, MOST_DATES);
}

/** The edit that writes `date:` into the front matter, which it makes where there is none. */
export function frontMatterEdit(view: ArticleView, date: string): TextEdit {
  const eol = view.text.includes('\r\n') ? '\r\n' : '\n';
  const front = view.analysis.parts.find((part) => part.kind === 'frontMatter');
  const bom = view.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const at = front === undefined ? bom : front.start + 3;
  const newText = front === undefined ? `---${eol}date: ${date}${eol}---${eol}${eol}` : `${eol}date: ${date}`;
  return { range: view.range({ start: at, end: at }), newText };
}

function dateActions(view: ArticleView, range: Span, options: CodeActionOptions, fixes: Fixes): CodeAction[] {
  const { language } = options;
  const open = firstOpenDate(view);
  const date =
    view.analysis.dates.find((candidate) => touches(candidate, range) && candidate === open) ??
    view.analysis.dates.find(
      (candidate) =>
        touches(candidate, range) && view.analysis.reference === null && candidate.value.startsWith('XXXX'),
    );
  if (date === undefined) return [];
  const diagnostics = fixes('no-reference');
  const actions: CodeAction[] = [];
  for (const day of candidateDays(view, date)) {
    const words = describeValue(language, day) ?? day;
    const title = message(language, 'action.setDate', { date: words });
    const command = { title, command: ServerCommand.setPublicationDate, arguments: [view.uri, day] };
    actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics, command });
    actions.push({
      title: message(language, 'action.writeDate', { date: day }),
      kind: CodeActionKind.QuickFix,
      diagnostics,
      edit: { changes: { [view.uri]: [frontMatterEdit(view, day)] } },
    });
  }
  if (options.clientCommands) {
    const title = message(language, 'action.askDate');
    const command = { title, command: ClientCommand.setPublicationDate, arguments: [view.uri] };
    actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics, command });
  }
  return actions;
}

function controlActions(view: ArticleView, range: Span, options: CodeActionOptions, fixes: Fixes): CodeAction[] {
  const all = strayControls(view.text);
  const here = all.filter((span) => touches(span, range));
  if (here.length === 0) return [];
  const remove = (spans: readonly Span[]): CodeAction['edit'] => ({
    changes: { [view.uri]: spans.map((span) => ({ range: view.range(span), newText: '' })) },
  });
  const diagnostics = fixes('bidi-control');
  const kind = CodeActionKind.QuickFix;
  const title = message(options.language, 'action.removeControls');
  const actions: CodeAction[] = [{ title, kind, diagnostics, edit: remove(here) }];
  if (all.length > here.length)
    actions.push({
      title: message(options.language, 'action.removeAllControls'),
      kind,
      diagnostics,
      edit: remove(all),
    });
  return actions;
}

/** The diagnostics of a code among those the client asks to fix. */
type Fixes = (code: string) => Diagnostic[];

/** The quick fixes for a range. */
export function provideCodeActions(
  view: ArticleView,
  range: Range,
  diagnostics: readonly Diagnostic[],
  options: CodeActionOptions,
): CodeAction[] {
  const [a, b] = [view.offsetAt(range.start), view.offsetAt(range.end)];
  const span: Span = { start: Math.min(a, b), end: Math.max(a, b) };
  const fixes: Fixes = (code) => diagnostics.filter((diagnostic) => diagnostic.code === code);
  const make = actionMaker(view, options.language);
  return [
    ...dateActions(view, span, options, fixes),
    ...controlActions(view, span, options, fixes),
    ...nameActions(view, span, make),
    ...quoteActions(view, span, make),
  ];
}
