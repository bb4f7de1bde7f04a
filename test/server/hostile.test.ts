import assert from 'node:assert/strict';
import { CancellationTokenSource, type DocumentSymbol, type Position, type Range } from 'vscode-languageserver/node';
import type { Analysis } from '../../server/src/protocol';
import { LspClient } from './lsp-client';

const POSITIONED = [
  'textDocument/hover',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/documentHighlight',
];
const WHOLE = [
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'arabicNews/analysis',
  'textDocument/diagnostic',
];

/** Every request of the protocol about a document, at a position. */
async function askEverything(client: LspClient, uri: string, position: Position): Promise<void> {
  const range = { start: position, end: position };
  for (const method of POSITIONED) await client.ask(method, uri, { position, context: { includeDeclaration: true } });
  for (const method of WHOLE) await client.ask(method, uri);
  await client.ask('textDocument/selectionRange', uri, { positions: [position] });
  await client.ask('textDocument/codeAction', uri, { range, context: { diagnostics: [] } });
}

function assertSound(analysis: Analysis, text: string, name: string): void {
  const spans = [
    ...analysis.entities,
    ...analysis.dates,
    ...analysis.quotes,
    ...analysis.quotes.flatMap(({ cue, speaker }) => [cue, speaker].filter((span) => span !== null)),
  ];
  for (const { start, end, text: words } of spans) assert.equal(words, text.slice(start, end), name);
  for (const { start, end } of analysis.parts) assert.ok(start >= 0 && start <= end && end <= text.length, name);
}

function assertNested(symbols: readonly DocumentSymbol[], within?: Range): void {
  const number = ({ line, character }: Position): number => line * 1e7 + character;
  for (const { name, range, selectionRange, children } of symbols) {
    assert.ok(
      number(range.start) <= number(selectionRange.start) && number(selectionRange.end) <= number(range.end),
      name,
    );
    if (within) assert.ok(number(within.start) <= number(range.start) && number(range.end) <= number(within.end), name);
    assert.notEqual(name, '');
    assertNested(children ?? [], range);
  }
}

const TEXTS: Readonly<Record<string, string>> = {
  empty: '',
  'one word': 'خبر',
  'no Arabic': 'Nothing here is Arabic, 15 March 2023 "said" nobody.',
  'lone surrogates': 'قال \ud800 إن \udc00 مصر\ud83d',
  NUL: 'قال\u0000 الوزير\u0000\n\u0000',
  'only quotation marks': '«»""“”„‹›\'\''.repeat(50),
  'unclosed marks': '«أول «ثان “ثالث "رابع\n'.repeat(30),
  CRLF: 'عنوان\r\n\r\nقال الوزير إن «مصر» بخير.\r\n',
  BOM: '\ufeff---\ndate: 2023-03-15\n---\nعنوان\n\nقال.',
  controls: '\u202e\u2066\u200f\u061cقال\u2069\u2069 إن\u202c',
  'white space': ' \t\u00a0\u2028\u0085\n'.repeat(100),
  marks: 'ًٌٍَُِّْ'.repeat(200),
  'clitic letters': 'و'.repeat(3_000),
  digits: '٠١٢3456789 '.repeat(500),
  markdown: '# [x](command:y) **z** <script>\n\nقال `و` إن ![](http://a.b)\n',
};

describe('hostile articles', () => {
  let client: LspClient;
  before(async () => {
    client = await LspClient.start({ initializationOptions: { language: 'ar' } });
  });
  after(async () => assert.equal(await client.stop(), 0, client.stderr));

  for (const [name, text] of Object.entries(TEXTS))
    it(`are answered for: ${name}`, async () => {
      const uri = `file:///hostile/${encodeURIComponent(name)}.txt`;
      await client.open(uri, text);
      // JSON carries lone surrogates as escapes, so that the server sees the same units.
      assertSound(await client.analysis(uri), text, name);
      for (const position of [
        { line: 0, character: 0 },
        { line: 1, character: 3 },
        { line: 0, character: 1e9 },
        { line: 1e9, character: 0 },
        { line: -1, character: -1 },
        { line: 0.5, character: Number.MAX_SAFE_INTEGER },
      ])
        await askEverything(client, uri, position);
      assertNested(await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', uri));
      await client.close(uri);
    });

  it('are refused with a reason when they are 5 MB on one line', async () => {
    const uri = 'file:///hostile/long.txt';
    await client.open(uri, 'قال الوزير إن مصر '.repeat(300_000));
    const { warnings, entities } = await client.analysis(uri);
    assert.deepEqual([warnings[0]!.code, entities.length], ['too-long', 0]);
    await askEverything(client, uri, { line: 0, character: 4_000_000 });
    await client.close(uri);
  });

  it('are answered for when there is little else than marks and names', async () => {
    for (const piece of ['«', '\u202e', 'قال X «سوريا» إن سوريا. ', '"\n']) {
      const uri = 'file:///hostile/many.txt';
      const text = piece.repeat(Math.floor(150_000 / piece.length));
      await client.open(uri, text);
      assertSound(await client.analysis(uri), text, piece);
      await askEverything(client, uri, { line: 0, character: 9 });
      await client.close(uri);
    }
  });

  it('may be unknown to the server', async () => {
    const uri = 'file:///unknown.txt';
    await askEverything(client, uri, { line: 0, character: 0 });
    assert.equal(await client.ask('textDocument/hover', uri, { position: { line: 0, character: 0 } }), null);
    assert.equal(await client.ask('arabicNews/analysis', uri), null);
    void client.change(uri, 2, [{ text: 'خبر' }]);
    void client.close(uri);
    assert.equal(await client.ask('arabicNews/analysis', uri), null);
  });

  it('may be edited outside their text', async () => {
    const uri = 'file:///hostile/edit.txt';
    await client.open(uri, 'خبر');
    const outside = { start: { line: 9, character: 9 }, end: { line: 99, character: 0 } };
    await client.change(uri, 2, [{ range: outside, text: ' عاجل' }]);
    const { analysis } = await client.didAnalyze(uri, 2);
    assert.equal(analysis.parts.at(-1)!.end, 8);
    await client.close(uri);
  });
});

describe('requests that lost their point', () => {
  const URI = 'file:///news/a.khabar';
  const LONG = 'عنوان\n\n' + 'قال وزير التربية سالم الكرمي أمس إن مصر «بخير» منذ 15 مارس 2023.\n\n'.repeat(800);
  let client: LspClient;
  before(async () => {
    client = await LspClient.start();
  });
  after(async () => assert.equal(await client.stop(), 0, client.stderr));

  it('are answered as cancelled', async () => {
    await client.open(URI, LONG);
    for (const [method, params] of [
      ['textDocument/documentSymbol', { textDocument: { uri: URI } }],
      ['workspace/symbol', { query: 'م' }],
      ['textDocument/hover', { textDocument: { uri: URI }, position: { line: 2, character: 3 } }],
    ] as const) {
      const held = client.hold();
      void client.change(URI, 2, [{ text: `${LONG}${method}` }]);
      const source = new CancellationTokenSource();
      const request = client.connection.sendRequest(method, params, source.token);
      source.cancel();
      // The server finds the request and its cancellation together.
      await held.written('$/cancelRequest');
      held.release();
      await assert.rejects(request, { code: -32800 }, method);
    }
  });

  it('are never answered with a newer text than they were asked of', async () => {
    await client.open(URI, LONG);
    void client.change(URI, 2, [{ text: `${LONG}\nنهاية` }]);
    const request = client.ask<DocumentSymbol[]>('textDocument/documentSymbol', URI);
    void client.change(URI, 3, [{ text: 'خبر' }]);
    const outcome = await request.then(
      (symbols) => (JSON.stringify(symbols).includes('نهاية') ? 'answered' : 'wrong text'),
      ({ code }: { code: number }) => code,
    );
    assert.ok(outcome === 'answered' || outcome === -32801, String(outcome));
    assert.equal((await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', URI)).length, 1);
  });
});
