// VS Code's server with its workbench in headless Chromium: the same editor, without a desktop.
import { writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'node:util';
import { launchBrowser } from '../../../scripts/host/browser.mjs';
import { run } from '../../../scripts/host/children.mjs';
import { ensureVSCodeServer } from '../../../scripts/host/install.mjs';
import { Problem } from '../../../scripts/host/problem.mjs';
import { startServer, writeSettings } from '../../../scripts/host/server.mjs';
import { ARABIC_FONTS, BROWSER, ensureSystem } from '../../../scripts/host/system.mjs';

/** @typedef {import('./run.mjs').Host} Host */

export const WINDOW = { width: 1280, height: 900 };

/** @type {Host['prepare']} */
async function prepare() {
  await ensureSystem([BROWSER, ARABIC_FONTS]);
  return { install: await ensureVSCodeServer() };
}

/** @type {Host['launch']} */
async function launch({ prepared, profile, workspace, extension, vsix, suite, settings, env, attach, log }) {
  const extensions = join(profile, 'extensions');
  await mkdir(extensions, { recursive: true });
  await writeSettings(profile, settings);
  if (vsix) await installPackage(prepared.install, profile, extensions, vsix);
  // Without the smoke-test driver a built VS Code ignores the two paths of the address, silently.
  const server = await startServer({
    install: prepared.install,
    profile,
    extensions,
    args: ['--enable-smoke-test-driver'],
    env,
  });
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: WINDOW });
  const stop = async () => {
    await browser.close();
    await server.stop();
  };

  /** @type {(code: number) => void} */
  let ended = () => {};
  /** @type {Promise<number>} */
  const exitCode = new Promise((resolve) => (ended = resolve));
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) =>
    writeFileSync(log, `[${type}] ${format(...args)}\n`, { flag: 'a' }),
  );
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => ended(code));
  page.on('crash', () => ended(1));
  server.ended.then(() => ended(1));

  attach(page);
  await page.goto(addressOf({ origin: server.origin, workspace, extension, suite }));
  return { exitCode, stop, logs: [log, server.log] };
}

/**
 * @param {import('../../../scripts/host/install.mjs').Install} install
 * @param {string} profile
 * @param {string} extensions
 * @param {string} vsix
 */
async function installPackage(install, profile, extensions, vsix) {
  const folders = ['--user-data-dir', join(profile, 'user'), '--extensions-dir', extensions];
  const args = ['--accept-server-license-terms', ...folders, '--install-extension', vsix];
  const { code, output } = await run(install.node, [join(install.vscode, 'out', 'server-main.js'), ...args], {
    quiet: true,
  });
  if (code !== 0) throw new Problem(`VS Code did not install the package:\n${output}`);
}

/** @param {{ origin: string, workspace: string, extension: string, suite: string }} of */
function addressOf({ origin, workspace, extension, suite }) {
  const remote = `vscode-remote://${new URL(origin).host}`;
  const payload = [
    ['extensionDevelopmentPath', remote + extension],
    ['extensionTestsPath', remote + suite],
    ['enableProposedApi', ''],
    ['skipWelcome', 'true'],
  ];
  return `${origin}/?${new URLSearchParams({ folder: workspace, payload: JSON.stringify(payload) })}`;
}

/** @type {Host} */
export const serverHost = { name: 'VS Code served to headless Chromium', prepare, launch };
