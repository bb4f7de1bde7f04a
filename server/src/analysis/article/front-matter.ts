/** Front matter: `key: value` lines between two lines of `---` at the very start of the file. */
import type { ArticlePart } from '../model';
import type { FrontMatter } from './article';
import { readLines } from './lines';

/** Front matter longer than this is body text that happens to begin with a rule. */
const MAX_LINES = 50;

/** The span of the front matter, rules included, or null. A byte order mark may stand before it. */
export function frontMatterSpan(text: string): { start: number; end: number } | null {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!text.startsWith('---', start)) return null;
  const lines = readLines(text.slice(0, 10_000)).slice(0, MAX_LINES);
  const [first, ...rest] = lines;
  if (first === undefined || text.slice(first.start, first.end) !== '---') return null;
  const close = rest.find((line) => text.slice(line.start, line.end) === '---');
  return close === undefined ? null : { start: first.start, end: close.end };
}

/** The known keys of the article's front matter; null where it has none. Values lose surrounding quotation marks. */
export function readFrontMatter(text: string, parts: readonly ArticlePart[]): FrontMatter | null {
  const part = parts.find((candidate) => candidate.kind === 'frontMatter');
  if (part === undefined) return null;
  const values = new Map<string, string>();
  const source = text.slice(part.start, part.end);
  for (const line of readLines(source)) {
    const content = source.slice(line.start, line.end);
    const colon = content.indexOf(':');
    if (colon <= 0) continue;
    values.set(content.slice(0, colon).trim().toLowerCase(), unquote(content.slice(colon + 1).trim()));
  }
  const value = (...keys: string[]): string | null => keys.map((key) => values.get(key)).find(Boolean) ?? null;
  return { date: value('date', 'التاريخ'), title: value('title', 'العنوان'), source: value('source', 'المصدر') };
}

function unquote(value: string): string {
  const first = value[0];
  return value.length > 1 && (first === '"' || first === "'") && value.endsWith(first) ? value.slice(1, -1) : value;
}
