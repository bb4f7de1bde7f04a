/**
 * dist/server.js over standard input and output, as an editor sees it: from the message sent to the answer parsed. Expects
 * a fresh production build.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Position,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import type { DidAnalyzeParams } from '../server/src/protocol';
import { articleOf, median, percentile, Report } from './measure';

const report = new Report();

class Server {
  readonly child: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #started = performance.now();
  #waiting: ((params: DidAnalyzeParams) => void) | null = null;

  constructor() {
    this.child = spawn(process.execPath, ['dist/server.js', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#connection = createProtocolConnection(
      new StreamMessageReader(this.child.stdout!),
      new StreamMessageWriter(this.child.stdin!),
    );
    this.#connection.onNotification('arabicNews/didAnalyze', (params: DidAnalyzeParams) => this.#waiting?.(params));
    this.#connection.listen();
  }

  /** Milliseconds from the spawn to the reply. */
  async initialize(): Promise<number> {
    await this.ask('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
    const time = performance.now() - this.#started;
    await this.#connection.sendNotification('initialized', {});
    return time;
  }

  ask<T>(method: string, params?: object): Promise<T> {
    return this.#connection.sendRequest<T>(method, params);
  }

  /** Sends a notification; resolves with the analysis that follows from it. */
  async analysed(method: string, params: object): Promise<DidAnalyzeParams> {
    const done = new Promise<DidAnalyzeParams>((resolve) => (this.#waiting = resolve));
    void this.#connection.sendNotification(method, params);
    const result = await done;
    this.#waiting = null;
    return result;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.child.on('close', resolve));
    await this.ask('shutdown');
    await this.#connection.sendNotification('exit');
    await closed;
  }
}

const open = (server: Server, uri: string, text: string): Promise<DidAnalyzeParams> =>
  server.analysed('textDocument/didOpen', { textDocument: { uri, languageId: 'arabic-news', version: 1, text } });

async function times(runs: number, action: (run: number) => Promise<unknown>): Promise<number[]> {
  for (let i = 0; i < 10; i++) await action(i);
  const found: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await action(run);
    found.push(performance.now() - start);
  }
  return found;
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const line = before.lastIndexOf('\n');
  return { line: before.split('\n').length - 1, character: offset - line - 1 };
}

async function measureStart(): Promise<void> {
  const found: number[] = [];
  for (let i = 0; i < 9; i++) {
    const server = new Server();
    found.push(await server.initialize());
    await server.stop();
  }
  report.line('spawn to initialize reply, median', median(found), 'ms', 250);
}

async function measureArticle(words: number): Promise<void> {
  const server = new Server();
  await server.initialize();
  const uri = `file:///bench/${words}.khabar`;
  const text = articleOf(words);
  const start = performance.now();
  const { analysis } = await open(server, uri, text);
  const name = `${words.toLocaleString('en')} words`;
  report.line(`${name}: opened to didAnalyze, first of the process`, performance.now() - start, 'ms');
  const marks = [...analysis.entities, ...analysis.quotes, ...analysis.dates].map((mark) =>
    positionAt(text, mark.start),
  );
  const textDocument = { uri };
  const hovers = await times(200, (run) =>
    server.ask('textDocument/hover', { textDocument, position: marks[(run * 7) % marks.length] }),
  );
  report.line(`${name}: hover, p95`, percentile(hovers, 0.95), 'ms', 5);
  const symbols = await times(100, () => server.ask('textDocument/documentSymbol', { textDocument }));
  report.line(`${name}: document symbols, p95`, percentile(symbols, 0.95), 'ms', 5);
  const edits = await measureEdits(server, uri, text.split('\n'));
  report.line(`${name}: one edited paragraph to didAnalyze, median`, median(edits), 'ms');
  report.line(`${name}: one edited paragraph to didAnalyze, p95`, percentile(edits, 0.95), 'ms', 5);
  await server.stop();
}

/** A word typed at the end of a paragraph around the middle, another paragraph each time. */
async function measureEdits(server: Server, uri: string, lines: string[]): Promise<number[]> {
  const written = lines.flatMap((line, index) => (line === '' ? [] : [index]));
  let version = 1;
  return times(150, () => {
    version++;
    const line = written[((written.length >> 1) + version) % written.length]!;
    const at: Position = { line, character: lines[line]!.length };
    const text = ` و${version}`;
    lines[line] += text;
    const contentChanges = [{ range: { start: at, end: at }, text }];
    return server.analysed('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  });
}

async function measureMemory(): Promise<void> {
  // The figure is read where Linux keeps it.
  if (process.platform !== 'linux') return;
  const server = new Server();
  await server.initialize();
  for (let i = 0; i < 10; i++)
    await open(server, `file:///bench/memory-${i}.khabar`, articleOf(1_000, i).slice(0, 5_000));
  const status = readFileSync(`/proc/${server.child.pid}/status`, 'utf8');
  report.line('memory after ten 5,000-character articles', Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024, 'MB', 150);
  await server.stop();
}

async function main(): Promise<void> {
  await measureStart();
  await measureArticle(1_000);
  await measureArticle(10_000);
  await measureMemory();
  report.end();
}

void main();
