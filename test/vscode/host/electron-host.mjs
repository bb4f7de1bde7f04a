// Desktop VS Code, downloaded by @vscode/test-electron and driven through its debugging port.
import { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath, SilentReporter } from '@vscode/test-electron';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { run, startChild, stopChild } from '../../../scripts/host/children.mjs';
import { cacheFolder } from '../../../scripts/host/install.mjs';
import { Problem } from '../../../scripts/host/problem.mjs';
import { writeSettings } from '../../../scripts/host/server.mjs';
import { ARABIC_FONTS, BROWSER, DISPLAY, ensureSystem, hasScreen } from '../../../scripts/host/system.mjs';
import { WINDOW } from './server-host.mjs';

/** @typedef {import('./run.mjs').Host} Host */

/** The same version as the served one, so that both hosts mean the same when they pass. */
const VERSION = '1.139.1';
const STALL_MS = 8000;
const ATTACH_LIMIT_MS = 60_000;

/**
 * Downloads VS Code unless it is in the cache.
 * @returns {Promise<string>} its executable
 * @throws when it cannot be downloaded from here: the only failure after which another host may be tried.
 */
export async function downloadDesktop() {
  const cachePath = join(cacheFolder(), 'vscode-desktop');
  await mkdir(cachePath, { recursive: true });
  return downloadAndUnzipVSCode({ version: VERSION, cachePath, timeout: STALL_MS, reporter: new SilentReporter() });
}

/** @type {Host['prepare']} */
async function prepare() {
  // Chromium brings the libraries that Electron needs, too.
  await ensureSystem([BROWSER, ARABIC_FONTS, DISPLAY]);
  const executable = await downloadDesktop().catch((error) => {
    throw new Problem(`Desktop VS Code cannot be downloaded: ${error instanceof Error ? error.message : error}`);
  });
  return { executable };
}

/** @type {Host['launch']} */
async function launch({ prepared, profile, workspace, extension, vsix, suite, settings, env, attach, log }) {
  await writeSettings(profile, settings);
  const folders = [`--user-data-dir=${join(profile, 'user')}`, `--extensions-dir=${join(profile, 'extensions')}`];
  if (vsix) await installPackage(prepared.executable, folders, vsix);
  const display = hasScreen() ? null : await startDisplay(join(profile, 'display.log'));
  const port = await freePort();
  const child = startChild(
    prepared.executable,
    [
      ...['--no-sandbox', '--disable-gpu', '--disable-updates', '--skip-welcome', '--skip-release-notes'],
      ...['--disable-telemetry', '--new-window', `--remote-debugging-port=${port}`],
      ...folders,
      ...[`--extensionDevelopmentPath=${extension}`, `--extensionTestsPath=${suite}`, workspace],
    ],
    { log, env: { ...plainEnvironment(), ...env, ...(display ? { DISPLAY: display.name } : {}) } },
  );
  /** @type {Promise<number>} */
  const exitCode = new Promise((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1));
    child.once('error', () => resolve(127));
  });
  const stop = async () => {
    await stopChild(child);
    if (display) await display.stop();
  };
  // The tests may start before the page is found; their commands wait for it.
  const page = await Promise.race([workbenchPage(port), exitCode.then(() => null)]);
  if (page) attach(page);
  return { exitCode, stop, logs: [log] };
}

/** @param {string} executable @param {string[]} folders @param {string} vsix */
async function installPackage(executable, folders, vsix) {
  const cli = resolveCliPathFromVSCodeExecutablePath(executable);
  const args = ['--no-sandbox', ...folders, '--install-extension', vsix];
  const { code, output } = await run(cli, args, { quiet: true, env: plainEnvironment() });
  if (code !== 0) throw new Problem(`VS Code did not install the package:\n${output}`);
}

/** Our environment without what a VS Code terminal adds to it, which would make a second VS Code a plain Node. */
function plainEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(ELECTRON_|VSCODE_)/.test(name)));
}

/** The page of the window, through the debugging port. @param {number} port */
async function workbenchPage(port) {
  const until = Date.now() + ATTACH_LIMIT_MS;
  for (;;) {
    try {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      const context = browser.contexts()[0];
      /** @param {import('playwright-core').Page} page */
      const isWorkbench = (page) => page.url().includes('workbench');
      const page =
        context?.pages().find(isWorkbench) ??
        (await context?.waitForEvent('page', { predicate: isWorkbench, timeout: 5000 }));
      if (!page) throw new Error('no window yet');
      await page.waitForSelector('.monaco-workbench');
      await page.setViewportSize(WINDOW);
      return page;
    } catch (error) {
      if (Date.now() > until) throw new Problem(`VS Code's window did not appear on its debugging port: ${error}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** A screen in memory. @param {string} log */
async function startDisplay(log) {
  const child = startChild('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], { log });
  /** @type {string | null} */
  const number = await new Promise((resolve) => {
    child.stdout?.once('data', (chunk) => resolve(String(chunk).trim()));
    child.once('exit', () => resolve(null));
    child.once('error', () => resolve(null));
  });
  if (number === null) throw new Problem(`Xvfb did not start; its log: ${log}`);
  return { name: `:${number}`, stop: () => stopChild(child) };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/** @type {Host} */
export const electronHost = { name: `desktop VS Code ${VERSION}`, prepare, launch };
