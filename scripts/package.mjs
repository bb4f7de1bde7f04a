// npm run package: the extension as one file, arabic-news-lens-VERSION.vsix, to install in any VS Code.
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { run } from './host/children.mjs';
import { ensurePackager, readManifest } from './host/install.mjs';
import { Problem, runMain } from './host/problem.mjs';

const root = resolve(import.meta.dirname, '..');
const LIMIT_MB = 8;

await runMain(async () => {
  const built = await run(process.execPath, [join(root, 'esbuild.mjs'), '--production'], { cwd: root, quiet: true });
  if (built.code !== 0) throw new Problem(`The build failed:\n${built.output}`);
  const { name, version } = await readManifest(root);
  const file = join(root, `${name}-${version}.vsix`);
  // Everything is bundled, so no node_modules; what goes in is named in .vscodeignore.
  // README's pictures are in the package, and no repository's address is to be put before their names.
  const args = [
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--out',
    file,
  ];
  const packed = await run(process.execPath, [await ensurePackager(), ...args], { cwd: root });
  if (packed.code !== 0) throw new Problem('The packager failed.', packed.code);
  const megabytes = (await stat(file)).size / 1_000_000;
  if (megabytes > LIMIT_MB) throw new Problem(`The package has ${megabytes.toFixed(1)} MB; it may have ${LIMIT_MB}.`);
  return 0;
});
