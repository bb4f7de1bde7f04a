/** Everything the server says to the user, in Arabic and English. The words are data: server/data/messages. */
import ar from '../../data/messages/ar.json';
import en from '../../data/messages/en.json';
import type { UiLanguage } from '../protocol';

/** A message's name; both languages have the same ones, apart from plural forms. */
export type MessageKey = Exclude<keyof typeof en & keyof typeof ar, 'source'>;

export type MessageValues = Readonly<Record<string, string | number>>;

const MESSAGES: Readonly<Record<UiLanguage, Readonly<Record<string, string>>>> = { ar, en };

function fill(template: string, values: MessageValues): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : placeholder,
  );
}

/** The message with `{name}` replaced by the values; a name without a value stays as it is. */
export function message(language: UiLanguage, key: MessageKey, values: MessageValues = {}): string {
  return fill(MESSAGES[language][key] ?? key, values);
}

/** The message of a name that is only known at run time (a rule's id, a TIMEX code); null where there is none. */
export function findMessage(language: UiLanguage, key: string, values: MessageValues = {}): string | null {
  const template = key !== 'source' && Object.hasOwn(MESSAGES[language], key) ? MESSAGES[language][key] : undefined;
  return template === undefined ? null : fill(template, values);
}

/**
 * The plural category of a whole number (CLDR), for the two languages spoken here. Written out because a host's ICU may
 * lack Arabic.
 */
export function pluralCategory(language: UiLanguage, n: number): 'one' | 'two' | 'few' | 'other' {
  if (n === 1) return 'one';
  if (language === 'en') return 'other';
  if (n === 2) return 'two';
  const hundreds = n % 100;
  return hundreds >= 3 && hundreds <= 10 ? 'few' : 'other';
}

/** The form of a counted message (`key.one`, `key.other` …) for `n`; null where there is no such message. */
export function plural(language: UiLanguage, key: string, n: number): string | null {
  const values = { n };
  return (
    findMessage(language, `${key}.${pluralCategory(language, n)}`, values) ??
    findMessage(language, `${key}.other`, values)
  );
}

/** The user's language: what was asked for, else the setting, else the client's locale, else English. */
export function chooseLanguage(
  asked: UiLanguage | undefined,
  setting: 'auto' | UiLanguage,
  locale: string | undefined,
): UiLanguage {
  if (asked !== undefined) return asked;
  if (setting !== 'auto') return setting;
  return locale?.toLowerCase().startsWith('ar') === true ? 'ar' : 'en';
}
