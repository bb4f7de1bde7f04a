/** A language client for tests: speaks to dist/server.js over standard input and output, and waits for events. */
import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { Writable } from 'node:stream';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import type { Analysis, AnalysisResult, DidAnalyzeParams, InitializationOptions } from '../../server/src/protocol';

export const SERVER = resolve('dist/server.js');

export interface StartOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: InitializationOptions;
  readonly workspaceFolder?: string;
  readonly locale?: string;
  /** Answers `workspace/configuration` for one document. */
  readonly settings?: (uri: string | undefined) => unknown;
}

/** Anything that happened, kept until somebody asks for it: no event is missed between two lines of a test. */
class Events<T> {
  #past: T[] = [];
  #waiting: { readonly wanted: (event: T) => boolean; readonly resolve: (event: T) => void }[] = [];

  add(event: T): void {
    const index = this.#waiting.findIndex(({ wanted }) => wanted(event));
    if (index >= 0) this.#waiting.splice(index, 1)[0]!.resolve(event);
    else this.#past.push(event);
  }

  next(wanted: (event: T) => boolean): Promise<T> {
    const index = this.#past.findIndex(wanted);
    if (index >= 0) return Promise.resolve(this.#past.splice(index, 1)[0]!);
    return new Promise((resolve) => this.#waiting.push({ wanted, resolve }));
  }

  /** Those nobody has asked for yet. */
  get left(): readonly T[] {
    return this.#past;
  }
}

export class LspClient {
  readonly #process: ChildProcess;
  #held: Buffer[] | null = null;
  readonly connection: ProtocolConnection;
  readonly analyses = new Events<DidAnalyzeParams>();
  readonly diagnostics = new Events<PublishDiagnosticsParams>();
  readonly exitCode: Promise<number | null>;
  initializeResult!: InitializeResult;
  stderr = '';

  /** Spawns a server and does not initialise it; {@link LspClient.start} does. */
  constructor(argument = '--stdio') {
    this.#process = spawn(process.execPath, [SERVER, argument], { stdio: 'pipe' });
    this.#process.stderr!.setEncoding('utf8').on('data', (chunk: string) => (this.stderr += chunk));
    this.exitCode = new Promise((done) => this.#process.on('close', done));
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.#process.stdout!),
      new StreamMessageWriter(this.#outlet()),
    );
    this.connection.onNotification('arabicNews/didAnalyze', (params: DidAnalyzeParams) => this.analyses.add(params));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) =>
      this.diagnostics.add(params),
    );
    // The server may go away in the middle of a message: its exit code is what the tests look at.
    this.#process.stdin!.on('error', () => undefined);
    this.connection.listen();
  }

  /** What the connection writes to: the server's input, or what is held back from it. */
  #outlet(): Writable {
    return new Writable({
      write: (chunk: Buffer, _, done) => {
        if (this.#held === null) this.#process.stdin!.write(chunk, done);
        else {
          this.#held.push(chunk);
          done();
        }
      },
    }).on('error', () => undefined);
  }

  static async start(options: StartOptions = {}): Promise<LspClient> {
    const client = new LspClient();
    const { settings } = options;
    if (settings !== undefined)
      client.connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
        items.map(({ scopeUri }) => settings(scopeUri)),
      );
    client.connection.onRequest('client/registerCapability', () => null);
    client.initializeResult = await client.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: options.workspaceFolder ? [{ uri: options.workspaceFolder, name: 'w' }] : null,
      locale: options.locale ?? 'en',
      capabilities: { ...options.capabilities, ...(settings ? { workspace: { configuration: true } } : {}) },
      initializationOptions: options.initializationOptions,
    });
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  open(uri: string, text: string, version = 1): Promise<void> {
    const textDocument = { uri, languageId: 'arabic-news', version, text };
    return this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  change(uri: string, version: number, contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** A request about a document. */
  ask<T>(method: string, uri: string, params: object = {}): Promise<T> {
    return this.connection.sendRequest<T>(method, { textDocument: { uri }, ...params });
  }

  async analysis(uri: string): Promise<Analysis> {
    const result = await this.ask<AnalysisResult>('arabicNews/analysis', uri);
    if (result === null) throw new Error(`${uri} is not open`);
    return result.analysis;
  }

  didAnalyze(uri: string, version: number): Promise<DidAnalyzeParams> {
    return this.analyses.next((event) => event.uri === uri && event.version === version);
  }

  published(uri: string, version?: number): Promise<PublishDiagnosticsParams> {
    return this.diagnostics.next((event) => event.uri === uri && event.version === version);
  }

  /** Ends the server as the protocol says; its exit code. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return this.exitCode;
  }

  /** Closes the server's input without a word. */
  hangUp(): Promise<number | null> {
    this.#process.stdin!.end();
    return this.exitCode;
  }

  /** Stops reading what the server says; its exit code. */
  stopListening(): Promise<number | null> {
    this.connection.onError(() => undefined);
    this.#process.stdout!.destroy();
    return this.exitCode;
  }

  /**
   * Holds back what is sent until `release`, so that it arrives in one piece. The connection writes a message some turns
   * after it is told to: `written` resolves when one with this text is among those held back.
   */
  hold(): { written: (text: string) => Promise<void>; release: () => void } {
    const held: Buffer[] = [];
    this.#held = held;
    return {
      written: async (text) => {
        while (!Buffer.concat(held).includes(text)) await new Promise((turn) => setImmediate(turn));
      },
      release: () => {
        this.#held = null;
        this.#process.stdin!.write(Buffer.concat(held));
      },
    };
  }

  /** Bytes as they are. */
  write(bytes: string): void {
    this.#process.stdin!.write(bytes);
  }
}

/** The position of an offset: lines end as the protocol says (LF, CRLF, CR). */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).replace(/\r\n/g, ' \n').replace(/\r/g, '\n');
  const line = before.lastIndexOf('\n');
  return { line: before.split('\n').length - 1, character: before.length - line - 1 };
}
