// VS Code's server with its workbench in headless Chromium: the same editor, without a desktop.
import { writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'node:util';
import { launchBrowser } from '../../../scripts/host/browser.mjs';
import { ensureVSCodeServer } from '../../../scripts/host/install.mjs';
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
async function launch({ prepared, profile, workspace, extension, suite, settings, env, attach, log }) {
  const extensions = join(profile, 'extensions');
  await mkdir(extensions, { recursive: true });
  await writeSettings(profile, settings);
  // Without the smoke-test driver a built VS Code ignores the two paths of the address, silently.
  const server = await startServer({ install: prepared.install, profile, extensions, args: ['--enable-smoke-test-driver'], env });
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
