/** Everything the server says to the user, in Arabic and English. The words are data: server/data/messages. */
import ar from '../../data/messages/ar.json';
import en from '../../data/messages/en.json';
import type { UiLanguage } from '../protocol';

/** A message's name; both languages have the same ones. */
export type MessageKey = Exclude<keyof typeof en & keyof typeof ar, 'source'>;

export type MessageValues = Readonly<Record<string, string | number>>;

const MESSAGES: Readonly<Record<UiLanguage, Readonly<Record<string, string>>>> = { ar, en };

/** The message with `{name}` replaced by the values; a name without a value stays as it is. */
export function message(language: UiLanguage, key: MessageKey, values: MessageValues = {}): string {
  return (MESSAGES[language][key] ?? key).replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    name in values ? String(values[name]) : placeholder,
  );
}

/** The user's language: what was asked for, else the client's locale, else English. */
export function chooseLanguage(
  asked: UiLanguage | undefined,
  setting: 'auto' | UiLanguage,
  locale: string | undefined,
): UiLanguage {
  if (asked !== undefined) return asked;
  if (setting !== 'auto') return setting;
  return locale?.toLowerCase().startsWith('ar') === true ? 'ar' : 'en';
}
