/** Writing results: one line at a time, waiting where the reader is slower than we are. */
import { once } from 'node:events';

/** Writes a line to standard output and waits for it to drain where it must. */
export async function writeLine(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}
