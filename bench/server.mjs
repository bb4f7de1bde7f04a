// node bench/server.mjs [--json]: times of dist/server.js over standard input and output, as an editor would see them.
//
// What is timed is the client's view: from the message sent to the answer parsed. The articles are those of samples/,
// repeated to the length wanted with every paragraph made different, so that no paragraph is known from another.
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const require = createRequire(import.meta.url);
const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = require('vscode-languageserver/node');

const root = resolve(import.meta.dirname, '..');
const LIMITS = {
  'spawn to initialize reply': 250,
  'hover, 1,000 words': 5,
  'document symbols, 1,000 words': 5,
  'hover, 10,000 words': 5,
  'document symbols, 10,000 words': 5,
  'one paragraph edited in 10,000 words, didChange to didAnalyze': 5,
};

/** @param {number[]} times */
const quantile = (times, q) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))];

function startServer() {
  const started = performance.now();
  const child = spawn(process.execPath, [resolve(root, 'dist/server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  /** @type {Map<string, (params: any) => void>} */
  const waiting = new Map();
  connection.onNotification('arabicNews/didAnalyze', (params) => {
    const key = `${params.uri} ${params.version}`;
    waiting.get(key)?.(params);
    waiting.delete(key);
  });
  connection.listen();
  return {
    child,
    connection,
    initialize: async () => {
      await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
      const time = performance.now() - started;
      await connection.sendNotification('initialized', {});
      return time;
    },
    didAnalyze: (uri, version) => new Promise((done) => waiting.set(`${uri} ${version}`, done)),
    stop: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await new Promise((done) => child.on('close', done));
    },
  };
}

/** An article of about so many words. */
function article(words) {
  const folder = resolve(root, 'samples');
  const paragraphs = readdirSync(folder)
    .filter((name) => /\.(khabar|maqal|txt)$/.test(name))
    .sort()
    .flatMap((name) => readFileSync(resolve(folder, name), 'utf8').replace(/^---[^]*?\n---\n/, '').split(/\n\s*\n/))
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph.length > 40);
  const chosen = [];
  let count = 0;
  for (let i = 0; count < words; i++) {
    const paragraph = `${paragraphs[i % paragraphs.length]} وجاء ذلك في النشرة رقم ${i + 1}.`;
    count += paragraph.split(/\s+/).length;
    chosen.push(paragraph);
  }
  return chosen.join('\n\n');
}

const results = [];
function report(name, times, unit = 'ms') {
  const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
  results.push({ name, p50, p95, n: times.length, unit, limit: LIMITS[name] ?? null });
}

async function timed(times, n, action) {
  for (let i = 0; i < n; i++) {
    const start = performance.now();
    await action(i);
    times.push(performance.now() - start);
  }
}

async function benchStart() {
  const times = [];
  for (let i = 0; i < 9; i++) {
    const server = startServer();
    times.push(await server.initialize());
    await server.stop();
  }
  report('spawn to initialize reply', times);
}

async function benchArticle(words) {
  const server = startServer();
  await server.initialize();
  const uri = `file:///bench/${words}.khabar`;
  const text = article(words);
  const name = `${words.toLocaleString('en')} words`;
  const first = performance.now();
  const analysed = server.didAnalyze(uri, 1);
  void server.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'arabic-news', version: 1, text },
  });
  const { analysis } = await analysed;
  report(`open to didAnalyze, cold, ${name}`, [performance.now() - first]);
  const lines = text.split('\n');
  const offsets = [...analysis.entities, ...analysis.quotes, ...analysis.dates].map(({ start }) => start);
  const position = (offset) => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length - 1, character: before.at(-1).length };
  };
  const positions = offsets.map(position);
  const textDocument = { uri };
  const hovers = [];
  await timed([], 20, (i) => server.connection.sendRequest('textDocument/hover', { textDocument, position: positions[i % positions.length] }));
  await timed(hovers, 200, (i) => server.connection.sendRequest('textDocument/hover', { textDocument, position: positions[(i * 7) % positions.length] }));
  report(`hover, ${name}`, hovers);
  const symbols = [];
  await timed([], 5, () => server.connection.sendRequest('textDocument/documentSymbol', { textDocument }));
  await timed(symbols, 60, () => server.connection.sendRequest('textDocument/documentSymbol', { textDocument }));
  report(`document symbols, ${name}`, symbols);
  // One word typed at the end of a paragraph in the middle, a different one each time.
  const written = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]));
  let version = 1;
  const edits = [];
  const edit = async (i) => {
    version++;
    const line = written[(Math.floor(written.length / 2) + (i % 20)) % written.length];
    const at = { line, character: lines[line].length };
    const insert = ` و${i}`;
    lines[line] += insert;
    const done = server.didAnalyze(uri, version);
    const start = performance.now();
    void server.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: at, end: at }, text: insert }],
    });
    await done;
    return performance.now() - start;
  };
  for (let i = 0; i < 20; i++) await edit(i);
  for (let i = 20; i < 160; i++) edits.push(await edit(i));
  report(`one paragraph edited in ${name}, didChange to didAnalyze`, edits);
  report(`size of the analysis, ${name}`, [JSON.stringify(analysis).length / 1000], 'kB');
  await server.stop();
}

async function benchMemory() {
  const server = startServer();
  await server.initialize();
  const whole = article(20_000);
  for (let i = 0; i < 10; i++) {
    const uri = `file:///bench/memory-${i}.khabar`;
    const analysed = server.didAnalyze(uri, 1);
    const text = whole.slice(i * 5_000, (i + 1) * 5_000);
    void server.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'arabic-news', version: 1, text },
    });
    await analysed;
  }
  try {
    const status = readFileSync(`/proc/${server.child.pid}/status`, 'utf8');
    report('memory after ten 5,000-character articles', [Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024], 'MB');
  } catch {
    console.error('Memory is only measured on Linux.');
  }
  await server.stop();
}

await benchStart();
await benchArticle(1_000);
await benchArticle(10_000);
await benchMemory();
if (process.argv.includes('--json')) console.log(JSON.stringify(results));
else
  for (const { name, p50, p95, n, unit, limit } of results)
    console.log(
      `${name.padEnd(66)} p50 ${p50.toFixed(1).padStart(7)}  p95 ${p95.toFixed(1).padStart(7)} ${unit}  (n=${n})${limit === null ? '' : p95 <= limit ? `  within ${limit}` : `  OVER ${limit}`}`,
    );
