// What the operating system has to provide: a browser, Arabic fonts, a display. On Debian and its relatives, and with
// the right to, the missing packages are installed; elsewhere the reader is told which they are.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './children.mjs';
import { Problem } from './problem.mjs';

/**
 * @typedef {object} Need
 * @property {string} what for the reader
 * @property {() => Promise<boolean>} met
 * @property {string[]} packages Debian's packages that meet it
 */

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * The full path of a program on PATH, or null.
 * @param {string} name
 */
export function findProgram(name) {
  const extensions = process.platform === 'win32' ? ['.cmd', '.exe', '.bat'] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const extension of extensions) {
      const path = join(folder, name + extension);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not here.
      }
    }
  }
  return null;
}

/** A Chromium or Chrome: CHROME_PATH, else one on PATH; null if there is none. */
export function findBrowser() {
  const named = process.env.CHROME_PATH;
  if (named) return existsSync(named) ? named : null;
  for (const name of BROWSERS) {
    const path = findProgram(name);
    if (path) return path;
  }
  return existsSync(MAC_CHROME) ? MAC_CHROME : null;
}

/** @type {Need} */
export const BROWSER = { what: 'Chromium', met: async () => findBrowser() !== null, packages: ['chromium'] };

/** The tests read positions of words from the page, so the letters must come from a real Arabic font. @type {Need} */
export const ARABIC_FONTS = {
  what: 'Arabic fonts',
  met: async () => {
    if (process.platform !== 'linux') return true;
    const { code, output } = await run('fc-list', [':lang=ar', 'family'], { quiet: true });
    return code === 0 && /noto|amiri/i.test(output);
  },
  packages: ['fontconfig', 'fonts-noto-core', 'fonts-noto-ui-core', 'fonts-hosny-amiri'],
};

/** For desktop VS Code where there is no screen; the libraries are those that Chromium does not bring along. @type {Need} */
export const DISPLAY = {
  what: 'a display (Xvfb)',
  met: async () => process.platform !== 'linux' || hasScreen() || findProgram('Xvfb') !== null,
  packages: ['xvfb', 'xauth', 'libxkbfile1', 'libsecret-1-0'],
};

/** Whether windows can be shown here. */
export function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Whether we are root, whom browsers refuse to run for unless told to. */
export function isRoot() {
  return process.getuid?.() === 0;
}

/**
 * Sees to it that all needs are met, installing what is missing.
 * @param {Need[]} needs
 * @throws {Problem} naming what is missing when it cannot be installed from here.
 */
export async function ensureSystem(needs) {
  const missing = await unmet(needs);
  if (missing.length === 0) return;
  const packages = missing.flatMap((need) => need.packages);
  const what = missing.map((need) => need.what).join(', ');
  const apt = aptCommand();
  if (!apt) throw new Problem(adviceFor(what, packages));
  if (apt[0] === 'sudo' && (await run('sudo', ['-n', 'true'], { quiet: true })).code !== 0) {
    throw new Problem(adviceFor(what, packages));
  }
  console.log(`Installing ${what} (${packages.join(' ')}) …`);
  await aptGet(apt, ['update', '-qq']);
  await aptGet(apt, ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  const still = await unmet(needs);
  if (still.length > 0)
    throw new Problem(`Installed, but still missing: ${still.map((need) => need.what).join(', ')}.`);
}

/** @param {Need[]} needs */
async function unmet(needs) {
  const met = await Promise.all(needs.map((need) => need.met()));
  return needs.filter((_, index) => !met[index]);
}

/** How to call apt-get here, or null where that cannot be. @returns {string[] | null} */
function aptCommand() {
  if (process.platform !== 'linux' || !findProgram('apt-get')) return null;
  if (isRoot()) return ['env'];
  return findProgram('sudo') ? ['sudo', '-n', 'env'] : null;
}

/**
 * @param {string[]} prefix
 * @param {string[]} args
 */
async function aptGet(prefix, args) {
  const [command = 'env', ...rest] = prefix;
  // Another apt-get may be at work: wait for its lock instead of failing.
  const full = [...rest, 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', 'DPkg::Lock::Timeout=300', ...args];
  const { code, output } = await run(command, full, { quiet: true });
  if (code !== 0) throw new Problem(`apt-get ${args.join(' ')} failed:\n${output.slice(-3000)}`);
}

/**
 * @param {string} what
 * @param {string[]} packages
 */
function adviceFor(what, packages) {
  return [
    `This needs ${what}, which I may not install here.`,
    `On Debian or Ubuntu, as root:  apt-get install ${packages.join(' ')}`,
    'Elsewhere: install Chromium or Chrome (CHROME_PATH may name it) and an Arabic font such as Noto Naskh Arabic.',
  ].join('\n');
}
