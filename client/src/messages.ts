/** What the client's views say, in Arabic and English: chosen by the setting, not by VS Code's display language. */
import { env, workspace } from 'vscode';
import ar from '../data/messages/ar.json';
import en from '../data/messages/en.json';
import { SETTINGS_SECTION, type UiLanguage } from '../../server/src/protocol';

export type MessageKey = keyof typeof en & keyof typeof ar;

const MESSAGES: Readonly<Record<UiLanguage, Readonly<Record<string, string>>>> = { ar, en };

/** The language of our own texts: the setting `arabicNews.language`, else VS Code's. */
export function uiLanguage(): UiLanguage {
  const setting = workspace.getConfiguration(SETTINGS_SECTION).get<string>('language', 'auto');
  if (setting === 'ar' || setting === 'en') return setting;
  return env.language.toLowerCase().startsWith('ar') ? 'ar' : 'en';
}

/** A message in the user's language, `{name}` replaced by the values. */
export function text(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  return (MESSAGES[uiLanguage()][key] ?? key).replace(/\{(\w+)\}/gu, (placeholder, name: string) =>
    name in values ? String(values[name]) : placeholder,
  );
}

/** Keeps a run of either direction from rearranging its neighbours (U+2068 FIRST STRONG ISOLATE … U+2069). */
export function isolate(run: string): string {
  return `\u2068${run}\u2069`;
}
