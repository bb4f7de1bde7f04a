/**
 * Diagnostics: what a careful reader would stumble over. Information and hints only, and never tags, which scramble Arabic
 * lines in VS Code.
 */
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { DateExpression, Span } from '../analysis/model';
import { message } from '../messages/messages';
import { WarningCode, type UiLanguage } from '../protocol';
import type { ArticleView } from './article-view';
import { describeProblem } from './date-problems';
import { excerpt, isBidiControl, isolate } from './markup';
import { findUnbalancedMarks } from './unbalanced-marks';

export const DIAGNOSTIC_SOURCE = 'Arabic News Lens';

/** A hostile file may hold thousands: the first ones are enough to act on. */
const MOST_PER_KIND = 50;

const CONTROL_NAMES: Readonly<Record<number, string>> = {
  0x061c: 'ALM',
  0x200e: 'LRM',
  0x200f: 'RLM',
  0x202a: 'LRE',
  0x202b: 'RLE',
  0x202c: 'PDF',
  0x202d: 'LRO',
  0x202e: 'RLO',
  0x2066: 'LRI',
  0x2067: 'RLI',
  0x2068: 'FSI',
  0x2069: 'PDI',
};

/** The first date that stays open only because the article's own date is not known. */
export function firstOpenDate(view: ArticleView): DateExpression | undefined {
  if (view.analysis.reference !== null) return undefined;
  return view.analysis.dates.find((date) => date.problem?.code === 'no-reference' || date.value.startsWith('XXXX'));
}

/**
 * Controls that reorder text for no visible reason. Single marks (LRM, RLM, ALM) beside other scripts, digits or
 * punctuation are how careful writers keep a line in order, and are left alone.
 */
export function strayControls(text: string): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < text.length && spans.length < MOST_PER_KIND; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x061c || !isBidiControl(code)) continue;
    const isMark = code === 0x061c || code === 0x200e || code === 0x200f;
    if (!isMark || isInsideArabic(text, i)) spans.push({ start: i, end: i + 1 });
  }
  return spans;
}

const ARABIC = /[\u0620-\u065f\u066e-\u06d3]/;

/** True between two Arabic letters, where a direction mark changes nothing but the word. */
function isInsideArabic(text: string, index: number): boolean {
  return ARABIC.test(text[index - 1] ?? '') && ARABIC.test(text[index + 1] ?? '');
}

function dateDiagnostics(view: ArticleView, language: UiLanguage): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const date of view.analysis.dates) {
    const text = date.problem?.code === 'no-reference' ? null : describeProblem(language, date);
    if (text === null || found.length >= MOST_PER_KIND) continue;
    found.push(diagnostic(view, date, DiagnosticSeverity.Information, date.problem!.code, text));
  }
  const open = firstOpenDate(view);
  if (open !== undefined) {
    const text = message(language, 'problem.no-reference');
    found.push(diagnostic(view, open, DiagnosticSeverity.Hint, 'no-reference', text));
  }
  return found;
}

function textDiagnostics(view: ArticleView, language: UiLanguage): Diagnostic[] {
  const controls = strayControls(view.text).map((span) => {
    const name = CONTROL_NAMES[view.text.charCodeAt(span.start)] ?? '';
    const text = message(language, 'problem.bidi-control', { name });
    return diagnostic(view, span, DiagnosticSeverity.Information, 'bidi-control', text);
  });
  const marks = findUnbalancedMarks(view.text, view.analysis.parts)
    .slice(0, MOST_PER_KIND)
    .map((mark) => {
      const text = message(language, mark.opens ? 'problem.unbalanced-open' : 'problem.unbalanced-close');
      return diagnostic(view, mark, DiagnosticSeverity.Hint, 'unbalanced-mark', text);
    });
  return [...controls, ...marks];
}

function diagnostic(
  view: ArticleView,
  span: Span,
  severity: DiagnosticSeverity,
  code: string,
  text: string,
): Diagnostic {
  return { range: view.range(span), severity, code, source: DIAGNOSTIC_SOURCE, message: text };
}

/** Decisions of the user's whose words are no longer in the article: at its beginning, since their place is gone. */
function lostDecisions(view: ArticleView, language: UiLanguage): Diagnostic[] {
  const text = message(language, 'problem.decision-lost');
  return view.analysis.warnings
    .filter((warning) => warning.code === 'decision-lost')
    .slice(0, MOST_PER_KIND)
    .map(({ start = 0, end = 0, message: detail }) => {
      const words = /“(.*)”$/s.exec(detail)?.[1];
      const full = words === undefined ? text : `${text} ${isolate(excerpt(words, 60))}`;
      return diagnostic(view, { start, end }, DiagnosticSeverity.Information, 'decision-lost', full);
    });
}

/** Warnings of the server's own (too long, failed): shown whatever the settings, since nothing else says it. */
function warnings(view: ArticleView): Diagnostic[] {
  const own: readonly string[] = Object.values(WarningCode);
  return view.analysis.warnings
    .filter((warning) => own.includes(warning.code))
    .map((warning) =>
      diagnostic(view, { start: 0, end: 0 }, DiagnosticSeverity.Information, warning.code, warning.message),
    );
}

/** All diagnostics of an article, in the user's language. */
export function provideDiagnostics(view: ArticleView, language: UiLanguage, enabled: boolean): Diagnostic[] {
  const always = warnings(view);
  if (!enabled || always.length > 0) return always;
  return [...lostDecisions(view, language), ...dateDiagnostics(view, language), ...textDiagnostics(view, language)];
}
