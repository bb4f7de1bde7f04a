// The bridge between the tests, which run in VS Code's extension host, and the page, which this process drives.
// An HTTP server on this machine only, behind a secret path; the commands are those of ../protocol.ts.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import * as probes from './probes.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('../protocol').RunResult} RunResult */
/** @typedef {{ address: string, done: Promise<RunResult>, attach: (page: Page) => void, close: () => void, pictureOfFailure: () => Promise<void> }} Bridge */

const PARTS = { window: null, editor: '.part.editor', sidebar: '.part.sidebar', hover: '.monaco-resizable-hover' };

/**
 * Starts the bridge. Commands that come before a page is attached wait for it.
 * @param {{ screenshots: string, print: (line: string) => void }} options `screenshots`: folder for the pictures
 * @returns {Promise<Bridge>}
 */
export async function startBridge({ screenshots, print }) {
  /** @type {(page: Page) => void} */
  let attach = () => {};
  /** @type {Promise<Page>} */
  const attached = new Promise((resolve) => (attach = resolve));
  /** @type {(result: RunResult) => void} */
  let finish = () => {};
  /** @type {Promise<RunResult>} */
  const done = new Promise((resolve) => (finish = resolve));
  const commands = pageCommands(attached, screenshots);

  const secret = `/${randomUUID()}/`;
  const server = createServer(async (request, response) => {
    const name = request.url?.startsWith(secret) ? request.url.slice(secret.length) : '';
    try {
      const params = JSON.parse(await bodyOf(request));
      /** @type {unknown} */
      let result = null;
      if (name === 'report') print(params.line);
      else if (name === 'done') finish(params);
      else if (Object.hasOwn(commands, name)) result = await commands[name]?.(params);
      else throw new Error(`There is no command ${name}.`);
      response.end(JSON.stringify(result ?? null));
    } catch (error) {
      response.statusCode = 500;
      response.end(error instanceof Error ? error.message : String(error));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const pictureOfFailure = async () => {
    const page = await Promise.race([attached, Promise.resolve(null)]);
    // It only helps to see what went wrong: its own failure must not hide that.
    if (page) await screenshot(page, screenshots, { name: 'failure' }).catch(() => {});
  };
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${port}${secret}`, done, attach, close, pictureOfFailure };
}

/** @param {import('node:http').IncomingMessage} request */
async function bodyOf(request) {
  let body = '';
  request.setEncoding('utf8');
  for await (const chunk of request) body += chunk;
  return body;
}

/**
 * @param {Promise<Page>} attached
 * @param {string} screenshots
 * @returns {Record<string, (params: any) => Promise<unknown>>} their parameters are typed where they are sent from
 */
function pageCommands(attached, screenshots) {
  /** @param {(...args: any[]) => unknown} probe */
  const read = (probe) => async (/** @type {unknown} */ params) => {
    const page = await attached;
    await page.evaluate(probes.installHelpers);
    await page.evaluate(probes.settled);
    return page.evaluate(probe, params);
  };
  return {
    rows: read(probes.rows),
    overlays: read(probes.overlays),
    locate: read(probes.locate),
    hover: read(probes.hover),
    caret: read(probes.caret),
    tree: read(probes.tree),
    notifications: read(probes.notifications),
    statusBar: read(probes.statusBar),
    screenshot: async (params) => screenshot(await attached, screenshots, params),
    press: async ({ key }) => (await attached).keyboard.press(key),
    type: async ({ text }) => (await attached).keyboard.type(text),
    // More than one step: VS Code takes a single jump of the mouse for none.
    move: async ({ x, y }) => (await attached).mouse.move(x, y, { steps: 4 }),
    click: async ({ x, y, double, button }) =>
      (await attached).mouse.click(x, y, { clickCount: double ? 2 : 1, button: button ?? 'left' }),
    resize: async (size) => (await attached).setViewportSize(size),
  };
}

/**
 * @param {Page} page
 * @param {string} folder
 * @param {{ name: string, part?: import('../protocol').PicturePart }} params
 */
async function screenshot(page, folder, { name, part = 'window' }) {
  if (!/^[\w-]+$/.test(name)) throw new Error(`A picture's name is letters, digits and hyphens, not ${name}.`);
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.evaluate(probes.settled);
  const selector = PARTS[part];
  if (selector) await page.locator(selector).first().screenshot({ path });
  else await page.screenshot({ path });
  return { path };
}
