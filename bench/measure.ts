/** What the benchmarks share: timing, percentiles, texts of a wanted length, a table of figures and budgets. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const SAMPLES = join(process.cwd(), 'samples');

/**
 * The samples' body paragraphs, without front matter, headlines and the site furniture that ends an article: put together
 * they must stay an article. Benchmarks are run from the project's folder.
 */
export function sampleParagraphs(): string[] {
  return readdirSync(SAMPLES)
    .filter((name) => /\.(?:khabar|maqal|ar\.txt)$/u.test(name))
    .sort()
    .flatMap((name) =>
      readFileSync(join(SAMPLES, name), 'utf8')
        .replace(/^---\n[^]*?\n---\n/u, '')
        .split(/\n+/u),
    )
    .filter((line) => countWords(line) >= 14 && /[.؟!»"”]$/u.test(line.trim()));
}

export const countWords = (text: string): number => text.split(/\s+/u).filter(Boolean).length;

/**
 * An article of about so many words, made of the samples' paragraphs. Every paragraph is made different from every other
 * by a number, so that nothing is answered from a cache by content.
 */
export function articleOf(words: number, seed = 0): string {
  const paragraphs = sampleParagraphs();
  const lines: string[] = [];
  let count = 0;
  for (let i = 0; count < words; i++) {
    const line = `${paragraphs[i % paragraphs.length]!} ${seed * 100_000 + i}`;
    lines.push(line);
    count += countWords(line);
  }
  return lines.join('\n\n');
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Milliseconds of each run, after warming up. */
export function time(runs: number, action: (run: number) => unknown, warmUp = 5): number[] {
  for (let i = 0; i < warmUp; i++) action(-1 - i);
  return Array.from({ length: runs }, (_, run) => {
    const start = performance.now();
    action(run);
    return performance.now() - start;
  });
}

/** Prints figures beside their budgets; the process exits with 1 where one is over. */
export class Report {
  #over = 0;

  /** A figure that must not be above (or, with `atLeast`, below) its budget. */
  line(name: string, value: number, unit: string, budget?: number, atLeast = false): void {
    const over = budget !== undefined && (atLeast ? value < budget : value > budget);
    if (over) this.#over++;
    const limit =
      budget === undefined
        ? ''
        : `  (${atLeast ? 'at least' : 'at most'} ${budget} ${unit})${over ? '  OVER BUDGET' : ''}`;
    console.log(`${name.padEnd(58)} ${value.toFixed(value < 100 ? 2 : 0).padStart(9)} ${unit}${limit}`);
  }

  end(): void {
    process.exitCode = this.#over > 0 ? 1 : 0;
  }
}
