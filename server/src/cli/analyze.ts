/** `analyze FILE…`: one analysis for one file, JSON Lines for several, or a folder of results. */
import { SingleBar } from 'cli-progress';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Analyzer } from '../analysis/analyzer';
import { readArticleFile, UnreadableInput } from './input';
import { writeLine } from './output';

export interface AnalyzeFilesOptions {
  /** Publication date for every file (ISO). */
  readonly date?: string;
  /** Folder to write `<name>.json` into instead of printing. */
  readonly out?: string;
}

/** Name of a result file: the article's without its last extension («-» is standard input). */
function resultName(file: string): string {
  return file === '-' ? 'stdin' : basename(file, extname(file));
}

function progressBar(total: number): SingleBar | null {
  if (!process.stderr.isTTY || total < 2) return null;
  const bar = new SingleBar({ stream: process.stderr, format: '{bar} {value}/{total} {file}', clearOnComplete: true });
  bar.start(total, 0, { file: '' });
  return bar;
}

/** Analyses files in order; a file that cannot be read is named on standard error and the others are still done. */
export async function analyzeFiles(
  analyzer: Analyzer,
  files: readonly string[],
  options: AnalyzeFilesOptions,
): Promise<{ failed: number }> {
  if (options.out !== undefined) await mkdir(options.out, { recursive: true });
  const bar = options.out === undefined ? null : progressBar(files.length);
  const written = new Set<string>();
  let failed = 0;
  const fail = (file: string, reason: string): void => {
    failed++;
    process.stderr.write(`arabic-news: ${file}: ${reason}\n`);
  };
  for (const file of files) {
    bar?.increment(1, { file: basename(file) });
    try {
      const text = await readArticleFile(file);
      const analysis = analyzer.analyze(text, { date: options.date ?? null });
      if (options.out !== undefined) {
        const name = `${resultName(file)}.json`;
        if (written.has(name)) {
          fail(file, `${name} is already the result of another file in this run`);
          continue;
        }
        written.add(name);
        await writeFile(join(options.out, name), `${JSON.stringify(analysis)}\n`);
      } else await writeLine(JSON.stringify(files.length === 1 ? analysis : { file, ...analysis }));
    } catch (error) {
      if (!(error instanceof UnreadableInput)) throw error;
      fail(file, error.message);
    }
  }
  bar?.stop();
  return { failed };
}
