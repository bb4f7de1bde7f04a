/**
 * What the user decided, from the files beside the articles: `.arabic-news/lexicon.json` and `decisions.json` in each
 * workspace folder, or in the folder of an article outside all of them. Untitled articles without a folder keep decisions
 * as long as the server runs.
 */
import type { LexiconChange } from '../analysis/decisions/edit';
import { decisionsFor } from '../analysis/decisions/parse';
import type { Decision, DecisionFile, Lexicon, UserDecisions } from '../analysis/decisions/types';
import {
  addDecisionText,
  changeLexiconText,
  readDecisionsText,
  readLexiconText,
  type ReadFile,
  type TextProblem,
} from './user-file-text';

/** Reads and writes files by URI, however the surroundings do it. */
export interface FileAccess {
  /** Whether it can reach a URI at all; decisions about articles elsewhere are kept in memory. */
  handles(uri: string): boolean;
  /** Null where there is no such file. */
  read(uri: string): Promise<string | null>;
  /** Makes the file's folder where it is missing. */
  write(uri: string, text: string): Promise<void>;
}

export interface UserFilesHost {
  /** Null where no files can be reached: decisions are then kept in memory. */
  readonly files: FileAccess | null;
  readonly folders: () => readonly string[];
  /** The client tells of changes in workspace folders. */
  readonly watched: () => boolean;
  /** What was read has changed for the articles below a folder. */
  readonly onChange: () => void;
  /** The mistakes of a file, none once they are gone. */
  readonly onProblems: (uri: string, text: string, problems: readonly TextProblem[]) => void;
  readonly logError: (message: string) => void;
}

/** What came of a decision. */
export type Outcome = 'done' | 'broken-file' | 'not-written';

export interface UserFiles {
  /** Resolves once the files that concern an article have been read. Never rejects. */
  ready(uri: string): Promise<void>;
  decisions(uri: string): UserDecisions;
  /** Whether a URI is one of the files; if it is, it is read anew. */
  changed(uri: string): boolean;
  changeLexicon(uri: string, change: LexiconChange): Promise<Outcome>;
  /** Adds a decision about an article; which article it is, is filled in. */
  decide(uri: string, decision: Decision): Promise<Outcome>;
}

const FOLDER = '.arabic-news';
const LEXICON = 'lexicon.json';
const DECISIONS = 'decisions.json';
const MEMORY = 'memory:';

interface Root {
  lexicon: Lexicon;
  decisions: DecisionFile;
  /** The text of files that live in memory only. */
  readonly memory: Map<string, string>;
  reading: Promise<void> | null;
}

/** Reads and keeps the files of each root. */
interface Roots {
  get(at: string): Root;
  /** The text of a file, empty where there is none. */
  text(at: string, name: string): Promise<string>;
  /** Reads both files; tells whether they say anything different from before. */
  read(at: string): Promise<boolean>;
}

function createRoots(host: UserFilesHost): Roots {
  const roots = new Map<string, Root>();
  const get = (at: string): Root => {
    const known = roots.get(at);
    if (known !== undefined) return known;
    const made: Root = { lexicon: { entries: [] }, decisions: { decisions: [] }, memory: new Map(), reading: null };
    roots.set(at, made);
    return made;
  };

  async function text(at: string, name: string): Promise<string> {
    const files = filesFor(host, at);
    if (files === null) return get(at).memory.get(name) ?? '';
    try {
      return (await files.read(fileUri(at, name))) ?? '';
    } catch (error) {
      host.logError(`${fileUri(at, name)} cannot be read: ${String(error)}`);
      return '';
    }
  }

  function take<T>(at: string, name: string, content: string, read: (text: string) => ReadFile<T>): T {
    const { value, problems } = read(content);
    if (filesFor(host, at) !== null) host.onProblems(fileUri(at, name), content, problems);
    return value;
  }

  return {
    get,
    text,
    async read(at) {
      const [lexicon, decisions] = await Promise.all([text(at, LEXICON), text(at, DECISIONS)]);
      const root = get(at);
      const before = JSON.stringify([root.lexicon, root.decisions]);
      root.lexicon = take(at, LEXICON, lexicon, readLexiconText);
      root.decisions = take(at, DECISIONS, decisions, readDecisionsText);
      return before !== JSON.stringify([root.lexicon, root.decisions]);
    },
  };
}

/** Access to a root's files; null where they are kept in memory. */
function filesFor(host: UserFilesHost, at: string): FileAccess | null {
  return at !== MEMORY && host.files?.handles(at) === true ? host.files : null;
}

function fileUri(at: string, name: string): string {
  return `${at}/${FOLDER}/${name}`;
}

export function createUserFiles(host: UserFilesHost): UserFiles {
  const roots = createRoots(host);
  const rootUri = (uri: string): string => rootOf(uri, host.folders(), host.files !== null);

  async function reread(at: string): Promise<void> {
    if (await roots.read(at)) host.onChange();
  }

  async function rewriteNow(uri: string, name: string, change: (text: string) => string | null): Promise<Outcome> {
    const at = rootUri(uri);
    const text = change(await roots.text(at, name));
    if (text === null) return 'broken-file';
    const files = filesFor(host, at);
    try {
      if (files === null) roots.get(at).memory.set(name, text);
      else await files.write(fileUri(at, name), text);
    } catch (error) {
      host.logError(`${fileUri(at, name)} cannot be written: ${String(error)}`);
      return 'not-written';
    }
    await reread(at);
    return 'done';
  }

  // One change after the other: two at once would read the same text, and one would be lost.
  let last: Promise<unknown> = Promise.resolve();
  function rewrite(uri: string, name: string, change: (text: string) => string | null): Promise<Outcome> {
    const outcome = last.then(() => rewriteNow(uri, name, change));
    last = outcome;
    return outcome;
  }

  return {
    async ready(uri) {
      const at = rootUri(uri);
      const root = roots.get(at);
      const isWatched = host.watched() && host.folders().includes(at);
      if (root.reading === null || !isWatched) root.reading = roots.read(at).then(() => undefined);
      await root.reading;
    },
    decisions(uri) {
      const at = rootUri(uri);
      const { lexicon, decisions } = roots.get(at);
      return { lexicon, decisions: decisionsFor(decisions, articlePath(uri, at)) };
    },
    changed(uri) {
      const at = /^(.*)\/\.arabic-news\/(?:lexicon|decisions)\.json$/.exec(uri)?.[1];
      if (at !== undefined) void reread(at);
      return at !== undefined;
    },
    changeLexicon: (uri, change) => rewrite(uri, LEXICON, (text) => changeLexiconText(text, change)),
    decide: (uri, decision) =>
      rewrite(uri, DECISIONS, (text) => {
        const article = articlePath(uri, rootUri(uri));
        return addDecisionText(text, { ...decision, article });
      }),
  };
}

/** The folder whose files concern an article: the innermost workspace folder, else the article's own. */
function rootOf(uri: string, folders: readonly string[], hasFiles: boolean): string {
  const inside = folders.filter((folder) => uri.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length)[0];
  if (inside !== undefined) return inside;
  const own = /^(file:.*)\/[^/]*$/.exec(uri);
  if (own !== null && hasFiles) return own[1]!;
  return folders[0] ?? MEMORY;
}

/** The article's path below the root, as the decision file has it; its URI where it lies elsewhere. */
function articlePath(uri: string, at: string): string {
  if (!uri.startsWith(`${at}/`)) return uri;
  const path = uri.slice(at.length + 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
