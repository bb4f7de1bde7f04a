// npm run bench [-- NAME…]: bundles every benchmark of this folder (or those named) as the product is bundled and runs each
// in a process of its own, so that one's heap and caches do not help another. A benchmark prints its figures beside their
// budgets and exits with 1 over budget.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
// Inside the project, so that benchmarks find the packages they compare with.
const out = join(root, 'dist', 'bench');
const wanted = process.argv.slice(2);
const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
  .sort();
if (files.length === 0) {
  console.error('No benchmark has this name.');
  process.exit(2);
}
mkdirSync(out, { recursive: true });
await build({
  entryPoints: files.map((file) => join(import.meta.dirname, file)),
  outdir: out,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  packages: 'external',
  minify: true,
  logLevel: 'warning',
});
let failed = 0;
for (const file of files) {
  console.log(`\n=== ${file}`);
  const bundle = join(out, file.replace(/\.ts$/u, '.cjs'));
  const { status } = spawnSync(process.execPath, ['--expose-gc', bundle], { stdio: 'inherit', cwd: root });
  if (status !== 0) failed++;
}
console.log(failed === 0 ? '\nAll within budget.' : `\n${failed} of ${files.length} over budget.`);
process.exit(failed === 0 ? 0 : 1);
