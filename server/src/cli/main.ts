/** The command line: `analyze FILE…`. */
import { readFileSync } from 'node:fs';
import { createAnalyzer } from '../analysis/analyzer';

const [, , , file] = process.argv;
if (file !== undefined)
  process.stdout.write(`${JSON.stringify(createAnalyzer().analyze(readFileSync(file, 'utf8')))}\n`);
