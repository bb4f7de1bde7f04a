// npm start [-- FOLDER]: the extension, freshly built, on a folder of articles (samples/ by default).
//
// In desktop VS Code where its `code` command is found, else in VS Code served to the browser from the npm registry;
// ARABIC_NEWS_HOST=electron or =server asks for one of them.
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, realpath, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { askedToStop, run } from './host/children.mjs';
import { cacheFolder, ensureVSCodeServer, readManifest } from './host/install.mjs';
import { Problem, runMain } from './host/problem.mjs';
import { startServer, writeSettings } from './host/server.mjs';
import { findProgram, hasScreen, isRoot } from './host/system.mjs';

const root = resolve(import.meta.dirname, '..');

/** One of a range, so that an address may be bookmarked or forwarded, and a second `npm start` still finds its own. */
const PORTS = '8117-8199';

/** What a first visit to VS Code would otherwise ask or show before the article. */
const SETTINGS = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'update.mode': 'none',
  'git.openRepositoryInParentFolders': 'never',
  'chat.disableAIFeatures': true,
};

await runMain(async () => {
  const folder = await folderToOpen(process.argv.slice(2));
  await build();
  const code = desktopCommand();
  return code ? openDesktop(code, folder) : serve(folder);
});

/** @param {string[]} args @returns {Promise<string>} */
async function folderToOpen(args) {
  if (args.length > 1 || args[0]?.startsWith('-')) throw new Problem('Usage: npm start [-- FOLDER]', 2);
  // npm runs scripts in the project's folder; the reader's path is relative to where they are.
  const folder =
    args[0] === undefined ? join(root, 'samples') : resolve(process.env.INIT_CWD ?? process.cwd(), args[0]);
  const there = await stat(folder).catch(() => null);
  if (!there) throw new Problem(`There is no folder ${folder}.`, 2);
  if (!there.isDirectory()) throw new Problem(`${folder} is not a folder. Give the folder that the article is in.`, 2);
  return realpath(folder);
}

async function build() {
  const { code, output } = await run(process.execPath, [join(root, 'esbuild.mjs')], { cwd: root, quiet: true });
  if (code !== 0) throw new Problem(`The build failed:\n${output}`);
}

/** The `code` command, where it can show a window; null to serve instead. */
function desktopCommand() {
  const host = process.env.ARABIC_NEWS_HOST ?? 'auto';
  if (!['auto', 'electron', 'server'].includes(host))
    throw new Problem(`ARABIC_NEWS_HOST is ${host}; it may be electron, server or auto.`, 2);
  const code = findProgram('code');
  if (host === 'electron' && !code) throw new Problem('There is no `code` command on PATH.');
  if (host === 'electron') return code;
  // Desktop VS Code refuses root, and inside a remote VS Code terminal `code` cannot load an extension under development.
  const usable = hasScreen() && !isRoot() && !process.env.VSCODE_IPC_HOOK_CLI;
  return host === 'auto' && usable ? code : null;
}

/** @param {string} code @param {string} folder */
async function openDesktop(code, folder) {
  console.log(`Opening ${folder} in desktop VS Code …`);
  const { code: status } = await run(code, ['--new-window', `--extensionDevelopmentPath=${root}`, folder]);
  return status;
}

/** Serves VS Code until it is asked to stop. @param {string} folder */
async function serve(folder) {
  const install = await ensureVSCodeServer();
  const temporary = await mkdtemp(join(tmpdir(), 'arabic-news-lens-'));
  const profile = join(cacheFolder(), 'start');
  try {
    // VS Code keeps a list of the extensions it found last time, which may be of another checkout.
    await rm(join(profile, 'user', 'CachedProfilesData'), { recursive: true, force: true });
    await writeSettings(profile, SETTINGS);
    const token = randomBytes(16).toString('hex');
    const server = await startServer({
      install,
      profile,
      extensions: await linkExtension(temporary),
      port: PORTS,
      token,
    });
    const address = `${server.origin}/?${new URLSearchParams({ tkn: token, folder })}`;
    console.log(
      `\nArabic News Lens on ${basename(folder)}: open this address in a browser.\n\n  ${address}\n\nCtrl-C ends it.`,
    );
    const signal = await Promise.race([askedToStop(), server.ended.then(() => null)]);
    await server.stop();
    if (signal === null) throw new Problem(`VS Code ended by itself. Its log: ${server.log}`);
    return 0;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** An extensions folder with this checkout as its only extension. @param {string} temporary */
async function linkExtension(temporary) {
  const { publisher, name, version } = await readManifest(root);
  const extensions = join(temporary, 'extensions');
  await mkdir(extensions);
  await symlink(root, join(extensions, `${publisher}.${name}-${version}`), 'dir');
  return extensions;
}
