import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { LspClient, SERVER } from './lsp-client';

const URI = 'file:///news/a.khabar';

describe('the language server process', () => {
  it('offers what it can do', async () => {
    const client = await LspClient.start();
    const { capabilities, serverInfo } = client.initializeResult;
    assert.equal(serverInfo!.name, 'arabic-news-lens');
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
    for (const provider of [
      'documentSymbolProvider',
      'hoverProvider',
      'definitionProvider',
      'referencesProvider',
      'documentHighlightProvider',
      'foldingRangeProvider',
      'selectionRangeProvider',
      'workspaceSymbolProvider',
      'codeActionProvider',
      'executeCommandProvider',
      'diagnosticProvider',
    ])
      assert.ok(capabilities[provider as keyof typeof capabilities], provider);
    assert.equal(capabilities.semanticTokensProvider, undefined, 'semantic tokens scramble Arabic lines');
    assert.equal(await client.stop(), 0);
  });

  it('offers semantic tokens only when asked', async () => {
    const client = await LspClient.start({ initializationOptions: { semanticTokens: true } });
    assert.ok(client.initializeResult.capabilities.semanticTokensProvider);
    assert.equal(await client.stop(), 0);
  });

  it('takes options of wrong types for none', async () => {
    const initializationOptions = JSON.parse(
      '{ "language": 5, "date": "yesterday", "semanticTokens": "yes" }',
    ) as object;
    const client = await LspClient.start({ initializationOptions });
    await client.open(URI, 'خبر');
    assert.equal((await client.analysis(URI)).reference, null);
    assert.equal(client.initializeResult.capabilities.semanticTokensProvider, undefined);
    assert.equal(await client.stop(), 0);
  });

  it('ends with 1 when it is told to exit without shutdown', async () => {
    const client = await LspClient.start();
    await client.connection.sendNotification('exit');
    assert.equal(await client.exitCode, 1);
  });

  it('ends with 1 when its client goes away', async () => {
    const client = await LspClient.start();
    await client.open(URI, 'خبر');
    assert.equal(await client.hangUp(), 1);
  });

  it('ends with 1, and without a stack trace, when nobody reads what it says', async () => {
    const client = await LspClient.start();
    const code = client.stopListening();
    await client.open(URI, 'خبر').catch(() => undefined);
    client.write('Content-Length: 2\r\n\r\n{}');
    void client.hangUp();
    assert.equal(await code, 1);
    assert.doesNotMatch(client.stderr, /\n\s+at /);
  });

  it('answers before it is initialised without breaking', async () => {
    const client = new LspClient();
    assert.equal(await client.ask('textDocument/hover', URI, { position: { line: 0, character: 0 } }), null);
    await client.open(URI, 'خبر');
    assert.equal((await client.analysis(URI)).parts.length, 1);
    assert.equal(await client.stop(), 0);
  });

  it('survives a message that is no JSON', async () => {
    const client = await LspClient.start();
    client.write('Content-Length: 5\r\n\r\n{bad}');
    await client.open(URI, 'خبر');
    assert.equal((await client.didAnalyze(URI, 1)).version, 1);
    assert.equal(await client.stop(), 0);
  });

  it('answers a request it does not know with an error', async () => {
    const client = await LspClient.start();
    await assert.rejects(client.connection.sendRequest('textDocument/nothing', {}), { code: -32601 });
    await assert.rejects(client.connection.sendRequest('textDocument/hover', {}));
    assert.equal(await client.stop(), 0);
  });

  it('says how it is started when no transport is named', () => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [SERVER], { encoding: 'utf8' });
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^Usage: .*--stdio/);
  });
});
