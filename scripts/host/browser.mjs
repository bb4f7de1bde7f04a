// A headless Chromium for pages that VS Code serves on this machine.
import { chromium } from 'playwright-core';
import { Problem } from './problem.mjs';
import { findBrowser, isRoot } from './system.mjs';

/** No network but the page's own; the local-network checks would ask for a permission nobody can give. */
const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets,LocalNetworkAccessChecksWebRTC',
];

/** @returns {Promise<import('playwright-core').Browser>} with a fresh profile that is gone when it is closed. */
export async function launchBrowser() {
  const executablePath = findBrowser();
  if (!executablePath) throw new Problem('There is no Chromium or Chrome here.');
  return chromium.launch({ executablePath, headless: true, args: isRoot() ? ['--no-sandbox', ...ARGS] : ARGS });
}
