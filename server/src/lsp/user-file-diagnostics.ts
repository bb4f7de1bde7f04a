/** Mistakes in the user's files as diagnostics, in the user's language. */
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { findMessage } from '../messages/messages';
import type { UiLanguage } from '../protocol';
import { DIAGNOSTIC_SOURCE } from './diagnostics';
import type { TextProblem } from './user-file-text';

/** Enough to act on; a file that is something else altogether has thousands. */
const MOST = 100;

/** What a problem's English message says in brackets, or all of it where it is the parser's own. */
function detailOf({ message, syntax }: TextProblem): string {
  return syntax ? message : (/\(([^)]*)\)$/.exec(message)?.[1] ?? '');
}

export function fileDiagnostics(
  document: TextDocument,
  problems: readonly TextProblem[],
  language: UiLanguage,
): Diagnostic[] {
  return problems.slice(0, MOST).map((problem) => ({
    range: { start: document.positionAt(problem.start), end: document.positionAt(problem.end) },
    severity: problem.syntax ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code: problem.code,
    source: DIAGNOSTIC_SOURCE,
    message: findMessage(language, `file.${problem.code}`, { detail: detailOf(problem) }) ?? problem.message,
  }));
}
