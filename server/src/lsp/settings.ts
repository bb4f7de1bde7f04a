/** The user's settings, one set per folder, read from the client. */
import { DEFAULT_SETTINGS, type ServerSettings } from '../protocol';

/** Settings from what a client sent: anything missing or of the wrong type is the default. */
export function readSettings(value: unknown): ServerSettings {
  if (typeof value !== 'object' || value === null) return DEFAULT_SETTINGS;
  const given = value as Partial<Record<keyof ServerSettings, unknown>>;
  return {
    language: given.language === 'ar' || given.language === 'en' ? given.language : DEFAULT_SETTINGS.language,
    analysisDelay: bounded(given.analysisDelay, 0, 5_000, DEFAULT_SETTINGS.analysisDelay),
    maxFileLength: bounded(given.maxFileLength, 0, 20_000_000, DEFAULT_SETTINGS.maxFileLength),
    diagnostics: typeof given.diagnostics === 'boolean' ? given.diagnostics : DEFAULT_SETTINGS.diagnostics,
  };
}

function bounded(value: unknown, least: number, most: number, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : otherwise;
}

export interface SettingsStore {
  /** The settings for a document: the defaults until the client has answered. */
  get(uri: string): ServerSettings;
  /** Forgets a closed document's. */
  forget(uri: string): void;
  /** Reads all anew: the client says they changed. */
  reload(): void;
}

/**
 * @param fetch asks the client for one document's settings; null where the client cannot be asked.
 * @param onChange called when a document's settings turn out to differ from what `get` said before.
 */
export function createSettings(
  fetch: ((uri: string) => Promise<unknown>) | null,
  onChange: (uri: string) => void,
): SettingsStore {
  const known = new Map<string, ServerSettings>();

  function ask(uri: string): void {
    if (fetch === null) return;
    fetch(uri).then(
      (value) => {
        const before = known.get(uri);
        if (before === undefined) return;
        const now = readSettings(value);
        known.set(uri, now);
        if (JSON.stringify(before) !== JSON.stringify(now)) onChange(uri);
      },
      // A client that says it has settings and then fails to tell them gets the defaults.
      () => undefined,
    );
  }

  return {
    get(uri) {
      const settings = known.get(uri);
      if (settings !== undefined) return settings;
      known.set(uri, DEFAULT_SETTINGS);
      ask(uri);
      return DEFAULT_SETTINGS;
    },
    forget: (uri) => void known.delete(uri),
    reload() {
      for (const uri of known.keys()) ask(uri);
    },
  };
}
