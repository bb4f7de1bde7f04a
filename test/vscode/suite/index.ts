/** What VS Code calls to run the tests: mocha in the extension host, its report sent to the runner. */
import Mocha from 'mocha';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import { send } from './bridge';

/** Runs every test file beside this one; rejects, and so fails the run, unless all pass. */
export async function run(): Promise<void> {
  const reports = inOrder();
  try {
    const stats = await runMocha((line) => reports.push({ line }));
    await reports.sent();
    await send('done', stats);
    if (stats.failures > 0) throw new Error(`${stats.failures} extension tests failed.`);
  } catch (error) {
    await reports.sent();
    await send('report', { line: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    throw error;
  }
}

function runMocha(print: (line: string) => void): Promise<{ passes: number; failures: number; pending: number }> {
  Mocha.reporters.Base.consoleLog = (...values: unknown[]) => print(format(...values));
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: 'spec',
    color: Boolean(process.env.ARABIC_NEWS_TEST_COLOR),
    timeout: 60_000,
    slow: 2000,
    forbidOnly: true,
    forbidPending: true,
    ...(process.env.ARABIC_NEWS_TEST_GREP ? { grep: process.env.ARABIC_NEWS_TEST_GREP } : {}),
  });
  for (const name of readdirSync(__dirname).sort()) if (name.endsWith('.test.js')) mocha.addFile(join(__dirname, name));
  return new Promise((resolve) => {
    const runner = mocha.run((failures) => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passes, failures, pending });
    });
  });
}

/** Lines are sent one after the other, so that they arrive as they were printed. */
function inOrder(): { push: (params: { line: string }) => void; sent: () => Promise<void> } {
  let last: Promise<unknown> = Promise.resolve();
  return {
    push: (params) => {
      last = last.then(() => send('report', params));
    },
    sent: async () => {
      await last;
    },
  };
}
