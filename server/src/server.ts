/** The language server as a Node process: `--node-ipc` (VS Code) or `--stdio` (any editor). */
import { createConnection } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { loadModelFile } from './model-file';
import { startServer } from './lsp/start-server';
import { nodeFiles } from './node-files';

const TRANSPORTS = ['--stdio', '--node-ipc', '--socket', '--pipe'];

if (process.argv.some((argument) => TRANSPORTS.includes(argument.split('=')[0] ?? ''))) {
  const connection = createConnection();
  // A client that refuses a request must not take the server with it.
  process.on('unhandledRejection', (reason) => {
    try {
      connection.console.error(`Not handled: ${String(reason)}`);
    } catch {
      // Nobody is left to tell.
      process.exit(1);
    }
  });
  startServer(connection, {
    version,
    files: nodeFiles,
    // Loaded on the first article, not before `initialize` is answered.
    loadAnalyzer: async () => (await import('./analysis/analyzer')).createAnalyzer(loadModelFile()),
  });
} else {
  process.stderr.write('Usage: server.js --stdio | --node-ipc | --socket=PORT | --pipe=NAME\n');
  process.exitCode = 2;
}
