// Bundles the three shells. A failing build exits with 1.
//   node esbuild.mjs [--production] [--watch]
import { copyFileSync, mkdirSync } from 'node:fs';
import { context } from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  charset: 'utf8',
  // jsonc-parser's CommonJS build requires its parts by names that a bundler cannot follow.
  mainFields: ['module', 'main'],
  logLevel: 'info',
  minify: production,
  sourcemap: production ? false : 'linked',
};

const bundles = [
  { ...common, entryPoints: ['client/src/extension.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  { ...common, entryPoints: ['server/src/server.ts'], outfile: 'dist/server.js' },
  { ...common, entryPoints: ['server/src/cli/main.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
];

// The entity model stands beside the bundles that read it.
mkdirSync('dist', { recursive: true });
copyFileSync('models/ner.bin', 'dist/ner.bin');

try {
  for (const options of bundles) {
    const build = await context(options);
    if (watch) await build.watch();
    else {
      await build.rebuild();
      await build.dispose();
    }
  }
} catch {
  // esbuild has printed the errors already.
  process.exit(1);
}
