// npm run test:vscode [-- --grep TEXT] [--vsix] [--untrusted]: the tests of test/vscode/suite inside a real VS Code.
//
// With --vsix they run against the packaged extension, installed as a reader would install it, instead of this folder;
// with --untrusted in a folder that the reader has not said to trust (Restricted Mode).
// ARABIC_NEWS_HOST picks it: `electron` (desktop, downloaded), `server` (from the npm registry, in headless Chromium) or
// `auto`, the default: the desktop where it can be downloaded, else the server. Only a failed download falls back; a
// failing test never does. A run that reports no test, or does not end in time, has failed.
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from '../../../scripts/host/children.mjs';
import { readManifest } from '../../../scripts/host/install.mjs';
import { Problem, runMain } from '../../../scripts/host/problem.mjs';
import { tail } from '../../../scripts/host/server.mjs';
import { startBridge } from './bridge.mjs';
import { buildSuite } from './build-suite.mjs';
import { downloadDesktop, electronHost } from './electron-host.mjs';
import { serverHost } from './server-host.mjs';

/**
 * @typedef {object} LaunchOptions
 * @property {any} prepared what `prepare` resolved with
 * @property {string} profile an empty folder
 * @property {string} workspace the folder to open
 * @property {string} extension folder of the extension under development
 * @property {string | null} vsix a packaged extension to install first
 * @property {string} suite the module with `run`
 * @property {Record<string, unknown>} settings user settings
 * @property {Record<string, string>} env for the extension host
 * @property {(page: import('playwright-core').Page) => void} attach to be called with the window's page
 * @property {string} log file for what VS Code prints
 */

/**
 * @typedef {object} Running
 * @property {Promise<number>} exitCode of the test run
 * @property {() => Promise<void>} stop
 * @property {string[]} logs
 */

/**
 * A way to run VS Code.
 * @typedef {object} Host
 * @property {string} name
 * @property {() => Promise<any>} prepare installs what it needs
 * @property {(options: LaunchOptions) => Promise<Running>} launch
 */

const root = resolve(import.meta.dirname, '..', '..', '..');
const LIMIT_MS = 1000 * Number(process.env.ARABIC_NEWS_TEST_LIMIT_S ?? 300);

/** Nothing on the screen but what is tested, no waiting for hovers, no network. */
const SETTINGS = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.hover.delay': 100,
  'editor.hover.delay': 100,
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'update.mode': 'none',
  'http.proxySupport': 'off',
  'git.enabled': false,
  'chat.disableAIFeatures': true,
};

/** A folder is not trusted until the reader says so; nobody is here to be asked. */
const UNTRUSTED = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
};

await runMain(async () => {
  const suite = await buildSuite(root);
  const { host, prepared } = await chooseHost();
  console.log(`Extension tests in ${host.name}`);
  const temporary = await mkdtemp(join(tmpdir(), 'anl-'));
  try {
    return await runIn(host, prepared, suite, temporary);
  } finally {
    await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** @returns {Promise<{ host: Host, prepared: unknown }>} */
async function chooseHost() {
  const wanted = process.env.ARABIC_NEWS_HOST ?? 'auto';
  const known = /** @type {Record<string, Host | undefined>} */ ({ electron: electronHost, server: serverHost });
  const host = wanted === 'auto' ? ((await desktopCanBeHad()) ? electronHost : serverHost) : known[wanted];
  if (!host) throw new Problem(`ARABIC_NEWS_HOST is ${wanted}; it may be electron, server or auto.`, 2);
  return { host, prepared: await host.prepare() };
}

async function desktopCanBeHad() {
  try {
    await downloadDesktop();
    return true;
  } catch (error) {
    console.log(`Desktop VS Code cannot be downloaded here (${error instanceof Error ? error.message : error}).`);
    return false;
  }
}

/**
 * @param {Host} host
 * @param {unknown} prepared
 * @param {string} suite
 * @param {string} temporary
 * @returns {Promise<number>} the exit code
 */
async function runIn(host, prepared, suite, temporary) {
  const profile = join(temporary, 'profile');
  const workspace = join(temporary, 'workspace');
  await mkdir(profile);
  await layWorkspace(workspace);
  const screenshots = join(root, 'test', 'screenshots');
  await rm(join(screenshots, 'failure.png'), { force: true });
  const bridge = await startBridge({ screenshots, print: (line) => console.log(line) });
  const late = deadline();
  /** @type {Running | null} */
  let running = null;
  try {
    running = await Promise.race([
      late.passed,
      host.launch({
        prepared,
        profile,
        workspace,
        ...(await whatToTest(temporary)),
        suite,
        settings: process.argv.includes('--untrusted') ? { ...SETTINGS, ...UNTRUSTED } : SETTINGS,
        env: { ARABIC_NEWS_TEST_BRIDGE: bridge.address, ...mochaEnvironment() },
        attach: bridge.attach,
        log: join(profile, 'vscode.log'),
      }),
    ]);
    const exitCode = await Promise.race([late.passed, running.exitCode]);
    return await judge(exitCode, await Promise.race([bridge.done, Promise.resolve(null)]), running);
  } catch (error) {
    await bridge.pictureOfFailure();
    if (running) await printLogs(running.logs);
    throw error;
  } finally {
    late.cancel();
    bridge.close();
    await running?.stop();
  }
}

/**
 * @param {number} exitCode
 * @param {import('../protocol').RunResult | null} result
 * @param {Running} running
 */
async function judge(exitCode, result, running) {
  if (!result) {
    await printLogs(running.logs);
    throw new Problem(`VS Code ended with exit code ${exitCode} before the tests reported a result.`);
  }
  if (process.env.ARABIC_NEWS_TEST_RESULT) await writeFile(process.env.ARABIC_NEWS_TEST_RESULT, JSON.stringify(result));
  const { passes, failures, pending } = result;
  if (passes + failures === 0) throw new Problem('No extension test was run.');
  if (failures > 0 || pending > 0) return 1;
  if (exitCode !== 0) throw new Problem(`All extension tests passed, but VS Code ended with exit code ${exitCode}.`);
  return 0;
}

/**
 * This folder, or the package with an empty extension beside it: VS Code runs tests only where something is developed.
 * @param {string} temporary
 * @returns {Promise<{ extension: string, vsix: string | null }>}
 */
async function whatToTest(temporary) {
  if (!process.argv.includes('--vsix')) return { extension: root, vsix: null };
  const { code } = await run(process.execPath, [join(root, 'scripts', 'package.mjs')], { cwd: root });
  if (code !== 0) throw new Problem('The extension could not be packaged.');
  const { name, version, engines } = await readManifest(root);
  const extension = join(temporary, 'empty');
  await mkdir(extension);
  await writeFile(
    join(extension, 'package.json'),
    JSON.stringify({ name: 'empty', publisher: 'none', version: '0.0.1', engines }),
  );
  return { extension, vsix: join(root, `${name}-${version}.vsix`) };
}

/** The folder that the tests open: copies, which they may change. @param {string} workspace */
async function layWorkspace(workspace) {
  await mkdir(workspace);
  if (existsSync(join(root, 'samples')))
    await cp(join(root, 'samples'), join(workspace, 'samples'), { recursive: true });
  await cp(join(root, 'test', 'vscode', 'fixtures'), join(workspace, 'fixtures'), { recursive: true });
}

/** What of our arguments and terminal mocha has to know. @returns {Record<string, string>} */
function mochaEnvironment() {
  const at = process.argv.indexOf('--grep');
  const grep = at >= 0 ? process.argv[at + 1] : undefined;
  return {
    ARABIC_NEWS_TEST_COLOR: process.stdout.isTTY && !process.env.NO_COLOR ? 'yes' : '',
    ARABIC_NEWS_TEST_UNTRUSTED: process.argv.includes('--untrusted') ? 'yes' : '',
    ...(grep ? { ARABIC_NEWS_TEST_GREP: grep } : {}),
  };
}

/** A promise that is rejected when the whole run takes too long. */
function deadline() {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @type {Promise<never>} */
  const passed = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new Problem(`The extension tests did not end within ${LIMIT_MS / 1000} s.`)),
      LIMIT_MS,
    );
  });
  passed.catch(() => {});
  return { passed, cancel: () => clearTimeout(timer) };
}

/** @param {string[]} logs */
async function printLogs(logs) {
  for (const log of logs) {
    // VS Code from the registry has no spdlog binding and says so at length; that is harmless.
    const lines = (await tail(log, 20_000))
      .split('\n')
      .filter((line) => line !== '' && !/spdlog|bindings|node:internal/.test(line));
    console.log(`--- the end of ${log}\n${lines.slice(-40).join('\n')}\n---`);
  }
}
