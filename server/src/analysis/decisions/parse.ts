/** Reads the user's files from plain objects. What is wrong is reported and left out; what is right still applies. */
import { lookupKey, normalise } from '../text/normalise';
import type {
  Decision,
  DecisionFile,
  FileProblem,
  Lexicon,
  LexiconEntry,
  Parsed,
  ProblemCode,
  TextQuoteSelector,
} from './types';

type Path = readonly (string | number)[];
type Plain = Readonly<Record<string, unknown>>;

const MESSAGES: Readonly<Record<ProblemCode, string>> = {
  'not-an-object': 'An object is expected here.',
  'not-a-list': 'A list is expected here.',
  'not-text': 'Text is expected here.',
  empty: 'This must not be empty.',
  'unknown-type': 'The type must be PER, ORG, LOC or MISC.',
  'unknown-kind': 'The kind must be not-a-quote, speaker, merge or split.',
  'unknown-key': 'This key is not known and has no effect.',
  missing: 'A needed key is missing.',
  duplicate: 'This name has an entry already; the first one applies.',
};

interface Report {
  readonly problems: FileProblem[];
  add(path: Path, code: ProblemCode, detail?: string): void;
}

function createReport(): Report {
  const problems: FileProblem[] = [];
  return {
    problems,
    add: (path, code, detail) => {
      problems.push({ path, code, message: detail === undefined ? MESSAGES[code] : `${MESSAGES[code]} (${detail})` });
    },
  };
}

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readText(value: unknown, path: Path, report: Report): string | null {
  if (typeof value !== 'string') {
    report.add(path, 'not-text');
    return null;
  }
  if (value.trim() === '') {
    report.add(path, 'empty');
    return null;
  }
  return value;
}

function readTexts(value: unknown, path: Path, report: Report): string[] {
  if (!Array.isArray(value)) {
    report.add(path, 'not-a-list');
    return [];
  }
  return value.flatMap((item: unknown, index) => {
    const text = readText(item, [...path, index], report);
    return text === null ? [] : [text];
  });
}

function readList(value: unknown, key: string, report: Report): unknown[] {
  if (!isPlain(value)) {
    report.add([], 'not-an-object');
    return [];
  }
  checkKeys(value, [], ['$schema', key], report);
  const list = value[key];
  if (list === undefined) return [];
  if (!Array.isArray(list)) {
    report.add([key], 'not-a-list');
    return [];
  }
  return list as unknown[];
}

function checkKeys(value: Plain, path: Path, known: readonly string[], report: Report): void {
  for (const key of Object.keys(value)) if (!known.includes(key)) report.add([...path, key], 'unknown-key', key);
}

const isEntityType = (value: unknown): value is LexiconEntry['type'] & string =>
  value === 'PER' || value === 'ORG' || value === 'LOC' || value === 'MISC';

function readEntry(value: unknown, path: Path, report: Report): LexiconEntry | null {
  if (!isPlain(value)) {
    report.add(path, 'not-an-object');
    return null;
  }
  checkKeys(value, path, ['name', 'type', 'aliases', 'never', 'comment'], report);
  if (value['name'] === undefined) {
    report.add(path, 'missing', 'name');
    return null;
  }
  const name = readText(value['name'], [...path, 'name'], report);
  if (name === null) return null;
  if (value['never'] === true) return { name, never: true };
  if (value['type'] === undefined) {
    report.add(path, 'missing', 'type');
    return null;
  }
  if (!isEntityType(value['type'])) {
    report.add([...path, 'type'], 'unknown-type');
    return null;
  }
  const aliases = value['aliases'] === undefined ? [] : readTexts(value['aliases'], [...path, 'aliases'], report);
  return aliases.length > 0 ? { name, type: value['type'], aliases } : { name, type: value['type'] };
}

/** Reads `.arabic-news/lexicon.json` from its parsed JSON. Never throws. */
export function parseLexicon(value: unknown): Parsed<Lexicon> {
  const report = createReport();
  const seen = new Set<string>();
  const entries: LexiconEntry[] = [];
  readList(value, 'entries', report).forEach((item, index) => {
    const entry = readEntry(item, ['entries', index], report);
    if (entry === null) return;
    const key = nameKey(entry.name);
    if (seen.has(key)) report.add(['entries', index, 'name'], 'duplicate', entry.name);
    else entries.push(entry);
    seen.add(key);
  });
  return { value: { entries }, problems: report.problems };
}

/** How names are compared: without marks, hamza seats and surplus space. */
export function nameKey(name: string): string {
  return lookupKey(normalise(name)).replace(/\s+/g, ' ').trim();
}

function readSelector(value: unknown, path: Path, report: Report): TextQuoteSelector | null {
  if (value === undefined) {
    report.add(path.slice(0, -1), 'missing', 'target');
    return null;
  }
  if (!isPlain(value)) {
    report.add(path, 'not-an-object');
    return null;
  }
  checkKeys(value, path, ['exact', 'prefix', 'suffix', 'type'], report);
  const exact = readText(value['exact'], [...path, 'exact'], report);
  if (exact === null) return null;
  const part = (key: 'prefix' | 'suffix'): string | undefined => {
    if (value[key] === undefined || value[key] === '') return undefined;
    return readText(value[key], [...path, key], report) ?? undefined;
  };
  const prefix = part('prefix');
  const suffix = part('suffix');
  return { exact, ...(prefix === undefined ? {} : { prefix }), ...(suffix === undefined ? {} : { suffix }) };
}

const KEYS: Readonly<Record<Decision['kind'], readonly string[]>> = {
  'not-a-quote': ['kind', 'article', 'target'],
  speaker: ['kind', 'article', 'target', 'speaker'],
  merge: ['kind', 'article', 'names'],
  split: ['kind', 'article', 'name', 'from'],
};

const isKind = (value: unknown): value is Decision['kind'] => typeof value === 'string' && value in KEYS;

function readDecision(value: unknown, path: Path, report: Report): Decision | null {
  if (!isPlain(value)) {
    report.add(path, 'not-an-object');
    return null;
  }
  const kind = value['kind'];
  if (!isKind(kind)) {
    report.add(kind === undefined ? path : [...path, 'kind'], kind === undefined ? 'missing' : 'unknown-kind');
    return null;
  }
  checkKeys(value, path, [...KEYS[kind], 'comment'], report);
  const article = value['article'] === undefined ? null : readText(value['article'], [...path, 'article'], report);
  const of = article === null ? {} : { article };
  if (kind === 'merge') {
    const names = readTexts(value['names'], [...path, 'names'], report);
    if (names.length >= 2) return { kind, ...of, names };
    if (Array.isArray(value['names'])) report.add([...path, 'names'], 'missing', 'two names');
    return null;
  }
  if (kind === 'split') {
    const name = readText(value['name'], [...path, 'name'], report);
    const from = readText(value['from'], [...path, 'from'], report);
    return name === null || from === null ? null : { kind, ...of, name, from };
  }
  const target = readSelector(value['target'], [...path, 'target'], report);
  if (target === null) return null;
  if (kind === 'not-a-quote') return { kind, ...of, target };
  const speaker = value['speaker'] === null ? null : readText(value['speaker'], [...path, 'speaker'], report);
  return speaker === null && value['speaker'] !== null ? null : { kind, ...of, target, speaker };
}

/** Reads `.arabic-news/decisions.json` from its parsed JSON. Never throws. */
export function parseDecisions(value: unknown): Parsed<DecisionFile> {
  const report = createReport();
  const decisions = readList(value, 'decisions', report).flatMap((item, index) => {
    const decision = readDecision(item, ['decisions', index], report);
    return decision === null ? [] : [decision];
  });
  return { value: { decisions }, problems: report.problems };
}

/** The decisions that are about one article (a path relative to the workspace folder, with `/`). */
export function decisionsFor(file: DecisionFile, article: string): Decision[] {
  return file.decisions.filter((decision) => decision.article === undefined || decision.article === article);
}
