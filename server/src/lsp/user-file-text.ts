/** The user's files (`.arabic-news/lexicon.json`, `decisions.json`) as text: read with their mistakes, and rewritten. */
import {
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import { addDecision, editLexicon, type LexiconChange } from '../analysis/decisions/edit';
import { nameKey, parseDecisions, parseLexicon } from '../analysis/decisions/parse';
import type { Decision, DecisionFile, Lexicon, Parsed } from '../analysis/decisions/types';
import type { Span } from '../analysis/model';

/** A mistake and where it stands in the file. */
export interface TextProblem extends Span {
  readonly code: string;
  readonly message: string;
  /** True where the text is no JSON there. */
  readonly syntax: boolean;
}

export interface ReadFile<T> {
  readonly value: T;
  readonly problems: readonly TextProblem[];
}

/** Reads a file as far as it can be read: what stands before and after a mistake still applies. */
function readText<T>(text: string, parse: (value: unknown) => Parsed<T>): ReadFile<T> {
  const errors: ParseError[] = [];
  const tree = parseTree(text.replace(/^\ufeff/, ' '), errors, { allowTrailingComma: true });
  const problems: TextProblem[] = errors.map(({ error, offset, length }) => ({
    start: offset,
    end: offset + length,
    code: 'syntax',
    message: printParseErrorCode(error),
    syntax: true,
  }));
  // An empty file says nothing, which is no mistake.
  if (text.trim() === '' || tree === undefined)
    return { value: parse({}).value, problems: text.trim() === '' ? [] : problems };
  const parsed = parse(getNodeValue(tree));
  for (const { path, code, message } of parsed.problems) {
    const { offset, length } = nodeAt(tree, path, code === 'unknown-key');
    problems.push({ start: offset, end: offset + length, code, message, syntax: false });
  }
  return { value: parsed.value, problems };
}

/** The node a path leads to, or as far as it goes; for a key that is not known, the key itself. */
function nodeAt(tree: Node, path: readonly (string | number)[], key: boolean): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node !== undefined) return key && length === path.length ? (node.parent?.children?.[0] ?? node) : node;
  }
  return tree;
}

export function readLexiconText(text: string): ReadFile<Lexicon> {
  return readText(text, parseLexicon);
}

export function readDecisionsText(text: string): ReadFile<DecisionFile> {
  return readText(text, parseDecisions);
}

type Plain = Readonly<Record<string, unknown>>;

/** The file's JSON; null where it is none, since rewriting it would lose what the user wrote. */
function readPlain(text: string, list: string): { readonly rest: Plain; readonly items: readonly unknown[] } | null {
  if (text.trim() === '') return { rest: {}, items: [] };
  const errors: ParseError[] = [];
  const tree = parseTree(text.replace(/^\ufeff/, ' '), errors, { allowTrailingComma: true });
  if (tree === undefined || errors.length > 0 || tree.type !== 'object') return null;
  const { [list]: items = [], ...rest } = getNodeValue(tree) as Plain;
  return Array.isArray(items) ? { rest, items: items as unknown[] } : null;
}

function print(rest: Plain, list: string, items: readonly unknown[]): string {
  return `${JSON.stringify({ ...rest, [list]: items }, null, 2)}\n`;
}

/** Keys of an entry that a change may take away. */
const DECIDED: ReadonlySet<string> = new Set(['type', 'aliases', 'never']);

/**
 * The lexicon's text with a change made; null where the present text is no JSON. Entries that were not understood, and
 * what an entry holds beside its name, stay as they are.
 */
export function changeLexiconText(text: string, change: LexiconChange): string | null {
  const plain = readPlain(text, 'entries');
  if (plain === null) return null;
  const next = editLexicon(parseLexicon({ entries: plain.items }).value, change);
  const wanted = new Map(next.entries.map((entry) => [nameKey(entry.name), entry]));
  const items = plain.items.flatMap((item) => {
    const [entry] = parseLexicon({ entries: [item] }).value.entries;
    if (entry === undefined) return [item];
    const now = wanted.get(nameKey(entry.name));
    if (now === undefined) return [];
    wanted.delete(nameKey(entry.name));
    const others = Object.entries(item as Plain).filter(([key]) => !DECIDED.has(key));
    return [{ ...Object.fromEntries(others), ...now }];
  });
  return print(plain.rest, 'entries', [...items, ...wanted.values()]);
}

/** The decisions' text with one added; null where the present text is no JSON. */
export function addDecisionText(text: string, decision: Decision): string | null {
  const plain = readPlain(text, 'decisions');
  if (plain === null) return null;
  const next = addDecision(parseDecisions({ decisions: plain.items }).value, decision);
  const wanted = new Set(next.decisions.map((item) => JSON.stringify(item)));
  const items = plain.items.filter((item) => {
    const [parsed] = parseDecisions({ decisions: [item] }).value.decisions;
    return parsed === undefined || wanted.delete(JSON.stringify(parsed));
  });
  return print(plain.rest, 'decisions', [...items, ...[...wanted].map((item) => JSON.parse(item) as unknown)]);
}
