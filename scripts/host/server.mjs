// VS Code's server: started on a free port of this machine only, ready when it says so.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startChild, stopChild } from './children.mjs';
import { Problem } from './problem.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {import('./install.mjs').Install} install
 * @property {string} profile folder for its data, settings and log
 * @property {string} extensions folder of installed extensions
 * @property {string} [port] a port or a range; 0, the default, for any free one
 * @property {string | null} [token] secret that the first request must carry; null for none
 * @property {string[]} [args] more arguments
 * @property {NodeJS.ProcessEnv} [env] more environment, which extensions see too
 */

/** @typedef {{ port: number, origin: string, log: string, stop: () => Promise<void>, ended: Promise<void> }} Server */

const START_LIMIT_MS = 60_000;

/**
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function startServer({ install, profile, extensions, port = '0', token = null, args = [], env = {} }) {
  const log = join(profile, 'server.log');
  await mkdir(profile, { recursive: true });
  await writeFile(log, '');
  const child = startChild(
    install.node,
    [
      join(install.vscode, 'out', 'server-main.js'),
      ...['--host', '127.0.0.1', '--port', port],
      ...(token ? ['--connection-token', token] : ['--without-connection-token']),
      ...['--accept-server-license-terms', '--telemetry-level', 'off'],
      ...['--server-data-dir', join(profile, 'server'), '--user-data-dir', join(profile, 'user')],
      ...['--extensions-dir', extensions],
      ...args,
    ],
    // Without a gallery VS Code asks nobody about extensions when it starts: nothing leaves the machine.
    { log, env: { ...process.env, EXTENSIONS_GALLERY: '{}', ...env } },
  );
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once('exit', () => resolve()));
  const listening = await portFrom(child);
  if (listening === null) {
    await stopChild(child);
    throw new Problem(`VS Code did not start. Its log, ${log}, ends:\n${await tail(log, 2000)}`);
  }
  return { port: listening, origin: `http://127.0.0.1:${listening}`, log, stop: () => stopChild(child), ended };
}

/**
 * The port the server says it listens on; null when it ended or did not say so in time.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number | null>}
 */
function portFrom(child) {
  return new Promise((resolve) => {
    let seen = '';
    const late = setTimeout(() => resolve(null), START_LIMIT_MS);
    child.stdout?.on('data', (chunk) => {
      if (seen.length > 100_000) return;
      seen += chunk;
      const match = /Extension host agent listening on (\d+)/.exec(seen);
      if (!match) return;
      clearTimeout(late);
      resolve(Number(match[1]));
    });
    child.once('exit', () => resolve(null));
    child.once('error', () => resolve(null));
  });
}

/**
 * The last `length` characters of a file; empty when there is none.
 * @param {string} path
 * @param {number} length
 */
export async function tail(path, length) {
  return (await readFile(path, 'utf8').catch(() => '')).slice(-length);
}

/**
 * Puts settings into a profile's user settings, where the reader has not settled them otherwise. A file that is not
 * plain JSON (comments in it) is the reader's own work and left alone.
 * @param {string} profile
 * @param {Record<string, unknown>} settings
 */
export async function writeSettings(profile, settings) {
  const folder = join(profile, 'user', 'User');
  const file = join(folder, 'settings.json');
  await mkdir(folder, { recursive: true });
  const present = await readFile(file, 'utf8').catch(() => '{}');
  try {
    await writeFile(file, JSON.stringify({ ...settings, ...JSON.parse(present) }, null, 2));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
}
