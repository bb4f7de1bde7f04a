// npm test: the build, then every suite of package.json (`test:…`), each to its end even when one before it failed.
// The last line is the sum. A suite that fails, reports no number or runs no test makes the whole fail.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from './host/children.mjs';
import { readManifest } from './host/install.mjs';
import { Problem, runMain } from './host/problem.mjs';

/** @typedef {{ passes: number, failures: number, pending: number }} Numbers */
/** @typedef {{ name: string, code: number, seconds: number, numbers: Numbers | null }} Outcome */

const root = resolve(import.meta.dirname, '..');

await runMain(async () => {
  const { scripts } = /** @type {{ scripts: Record<string, string> }} */ (await readManifest(root));
  const suites = Object.keys(scripts).filter((name) => name.startsWith('test:'));
  if (suites.length === 0) throw new Problem('package.json names no suite.');
  const { code: built } = await npmRun('build', {});
  if (built !== 0) throw new Problem('The build failed, so nothing was tested.');
  const folder = await mkdtemp(join(tmpdir(), 'anl-test-'));
  try {
    /** @type {Outcome[]} */
    const outcomes = [];
    for (const name of suites) outcomes.push(await runSuite(name, join(folder, `${name.replace(':', '-')}.json`)));
    return summarise(outcomes);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** @param {string} name @param {string} file @returns {Promise<Outcome>} */
async function runSuite(name, file) {
  console.log(`\n=== ${name}`);
  const start = performance.now();
  const { code } = await npmRun(name, { ARABIC_NEWS_TEST_RESULT: file });
  const text = await readFile(file, 'utf8').catch(() => null);
  return { name, code, seconds: (performance.now() - start) / 1000, numbers: text === null ? null : JSON.parse(text) };
}

/** @param {string} script @param {NodeJS.ProcessEnv} env */
function npmRun(script, env) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  return run(npm, ['run', '--silent', script], { cwd: root, env: { ...process.env, ...env } });
}

/** Prints what each suite did, and the sum. @param {Outcome[]} outcomes @returns {number} the exit code */
function summarise(outcomes) {
  console.log('\n=== all suites');
  let passed = 0;
  let failed = 0;
  let good = true;
  for (const { name, code, seconds, numbers } of outcomes) {
    const { passes = 0, failures = 0, pending = 0 } = numbers ?? {};
    const fine = code === 0 && numbers !== null && passes > 0 && failures === 0 && pending === 0;
    // A suite that broke down counts as a failure, or the sum would read as if all were well.
    passed += passes;
    failed += fine ? 0 : Math.max(failures + pending, 1);
    good &&= fine;
    const verdict = fine ? 'ok' : numbers === null ? 'FAILED: it reported no tests' : 'FAILED';
    console.log(
      `${name.padEnd(14)} ${passes} passed, ${failures + pending} failed, ${seconds.toFixed(1)} s: ${verdict}`,
    );
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return good ? 0 : 1;
}
