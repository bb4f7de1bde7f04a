/** `--jsonl`: JSON Lines in, one analysis a line out, in order. */
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Analyzer } from '../analysis/analyzer';
import { isIsoDateOrTime } from './iso-date';
import { writeLine } from './output';

interface ArticleRecord {
  readonly id: unknown;
  readonly text: string;
  readonly reference: string | null;
}

/** Reads one record, or says what is wrong with it. */
function parseRecord(line: string): ArticleRecord | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return `not JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not an object';
  const { id, text, reference } = value as Record<string, unknown>;
  if (id === undefined) return '"id" is missing';
  if (typeof text !== 'string') return '"text" is missing or not a string';
  if (reference != null && (typeof reference !== 'string' || !isIsoDateOrTime(reference)))
    return '"reference" is neither YYYY-MM-DD nor YYYY-MM-DDThh:mm:ss';
  return { id, text, reference: typeof reference === 'string' ? reference : null };
}

/**
 * Analyses a stream of records `{id, text, reference?}`. A bad line is named on standard error and left out; the
 * others are still done.
 * @param date publication date for records that have no `reference`.
 */
export async function analyzeStream(
  analyzer: Analyzer,
  input: Readable,
  date: string | undefined,
): Promise<{ failed: number }> {
  let failed = 0;
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number++;
    if (line.trim() === '') continue;
    const record = parseRecord(line);
    if (typeof record === 'string') {
      failed++;
      process.stderr.write(`arabic-news: line ${number}: ${record}\n`);
      continue;
    }
    const analysis = analyzer.analyze(record.text, { date: record.reference ?? date ?? null });
    await writeLine(JSON.stringify({ id: record.id, ...analysis }));
  }
  return { failed };
}
