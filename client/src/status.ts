/** What the language status item says of the article in front: its publication date and what is marked in it. */
import { Disposable, LanguageStatusSeverity, languages, window } from 'vscode';
import { LANGUAGE_ID } from '../../server/src/protocol';
import type { Articles } from './articles';
import { isolate, text } from './messages';

/** Keeps the status item up to date. */
export function showStatus(articles: Articles): Disposable {
  const item = languages.createLanguageStatusItem('arabicNews.status', { language: LANGUAGE_ID });
  item.name = 'Arabic News Lens';
  const update = (): void => {
    const document = window.activeTextEditor?.document;
    const article = document && articles.latest(document);
    if (article === undefined) return;
    const { reference, entities, dates, quotes, warnings } = article.analysis;
    const [warning] = warnings;
    item.text =
      reference === null ? text('status.noReference') : text('status.reference', { date: isolate(reference) });
    item.detail =
      warning?.message ??
      text('status.tooltip', { mentions: entities.length, dates: dates.length, quotes: quotes.length });
    item.severity = warning === undefined ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Warning;
    item.command = { command: 'arabicNews.setPublicationDate', title: text('date.prompt') };
  };
  return Disposable.from(item, articles.onDidChange(update), window.onDidChangeActiveTextEditor(update));
}
