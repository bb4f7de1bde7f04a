// Bundles the tests for the extension host: each file by itself, into dist/test/vscode.
import { build } from 'esbuild';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * @param {string} root the project
 * @returns {Promise<string>} the module whose `run` VS Code calls
 */
export async function buildSuite(root) {
  const source = join(root, 'test', 'vscode', 'suite');
  const outdir = join(root, 'dist', 'test', 'vscode');
  // A test file that was deleted must not go on being run.
  await rm(outdir, { recursive: true, force: true });
  const tests = (await readdir(source)).filter((name) => name.endsWith('.test.ts'));
  await build({
    entryPoints: ['index.ts', ...tests].map((name) => join(source, name)),
    outdir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    charset: 'utf8',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return join(outdir, 'index');
}
