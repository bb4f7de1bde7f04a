import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { AnalysisResult, SetPublicationDateResult } from '../../server/src/protocol';
import { LspClient, positionAt } from './lsp-client';

const URI = 'file:///news/a.khabar';
const ARTICLE = 'افتتاح مدرسة في عمّان\n\nقال وزير التربية سالم الكرمي إن المدرسة «هدية» لأهل مصر في 15 مارس 2023.\n';

const setDate = (client: LspClient, date: unknown, uri = URI): Promise<SetPublicationDateResult> =>
  client.ask('arabicNews/setPublicationDate', uri, { date });

describe('analyses over the wire', () => {
  let client: LspClient;
  beforeEach(async () => {
    client = await LspClient.start();
  });
  afterEach(async () => assert.equal(await client.stop(), 0, client.stderr));

  it('are announced after opening and given on request', async () => {
    await client.open(URI, ARTICLE, 7);
    const announced = await client.didAnalyze(URI, 7);
    assert.deepEqual(await client.ask<AnalysisResult>('arabicNews/analysis', URI), {
      version: 7,
      analysis: announced.analysis,
    });
    for (const item of [...announced.analysis.entities, ...announced.analysis.quotes, ...announced.analysis.dates])
      assert.equal(item.text, ARTICLE.slice(item.start, item.end));
    assert.deepEqual(announced.analysis.parts.map(({ kind }) => kind).slice(0, 2), ['headline', 'paragraph']);
  });

  it('are of the newest text, and the last announced version is the last sent', async () => {
    await client.open(URI, ARTICLE);
    for (let version = 2; version <= 30; version++)
      void client.change(URI, version, [
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'و' },
      ]);
    const { analysis } = await client.didAnalyze(URI, 30);
    assert.equal(analysis.parts[0]!.end, 'افتتاح مدرسة في عمّان'.length + 29);
    const versions = client.analyses.left.map(({ version }) => version);
    assert.deepEqual(
      versions,
      [...versions].sort((a, b) => a - b),
    );
    assert.ok(versions.length < 29, 'a burst of changes is analysed once, or a few times');
  });

  it('answer a request right after a change with the changed text', async () => {
    await client.open(URI, ARTICLE);
    void client.change(URI, 2, [{ text: 'خبر' }]);
    const result = await client.ask<AnalysisResult>('arabicNews/analysis', URI);
    assert.equal(result!.version, 2);
    assert.deepEqual(
      result!.analysis.parts.map(({ start, end }) => [start, end]),
      [[0, 3]],
    );
  });

  it('are not made for a file that is closed', async () => {
    await client.open(URI, ARTICLE);
    await client.didAnalyze(URI, 1);
    // In one piece, or the server may well be done with the change before it hears of the end.
    const held = client.hold();
    void client.change(URI, 2, [{ text: 'خبر' }]);
    void client.close(URI);
    const answer = client.ask('arabicNews/analysis', URI);
    await held.written('arabicNews/analysis');
    held.release();
    assert.equal(await answer, null);
    await client.open('file:///news/b.khabar', 'خبر');
    await client.didAnalyze('file:///news/b.khabar', 1);
    assert.deepEqual(client.analyses.left, []);
  });

  it('clear the diagnostics of a file that is closed', async () => {
    await client.open(URI, 'كت\u202eاب');
    assert.equal((await client.published(URI, 1)).diagnostics.length, 1);
    await client.close(URI);
    assert.deepEqual((await client.published(URI)).diagnostics, []);
  });

  it('take the publication date by request and by command, and forget it', async () => {
    await client.open(URI, 'خبر\n\nقال إنه سافر أمس.');
    await client.didAnalyze(URI, 1);
    assert.deepEqual(await setDate(client, '2023-03-15'), { applied: true });
    assert.equal((await client.didAnalyze(URI, 1)).analysis.reference, '2023-03-15');
    const command = { command: 'arabicNews.server.setPublicationDate', arguments: [URI, '2024-01-02'] };
    assert.deepEqual(await client.connection.sendRequest('workspace/executeCommand', command), { applied: true });
    assert.equal((await client.analysis(URI)).reference, '2024-01-02');
    assert.deepEqual(await setDate(client, null), { applied: true });
    assert.equal((await client.analysis(URI)).reference, null);
  });

  it('refuse what is no date, and articles that are not open', async () => {
    await client.open(URI, 'خبر');
    for (const date of ['2023-02-30', 'today', '', 5, {}, '2023-03-15T00:00'])
      assert.deepEqual(await setDate(client, date), { applied: false }, String(date));
    assert.deepEqual(await setDate(client, '2023-03-15', 'file:///unknown'), { applied: false });
    const unknown = { command: 'arabicNews.server.nothing' };
    await assert.rejects(client.connection.sendRequest('workspace/executeCommand', unknown));
  });

  it('are the same after any edits as of the whole text', async () => {
    const piece = fc.constantFrom(
      ...[
        'قال ',
        '«نعم',
        '» ',
        'مصر',
        'وسوريا ',
        '\n',
        '\r\n',
        '\n\n',
        '15 مارس 2023',
        '😀',
        '\ud83d',
        'ً',
        '\u202e',
        ' ',
      ],
    );
    const edit = fc.record({ from: fc.nat(), length: fc.nat({ max: 12 }), text: fc.array(piece, { maxLength: 4 }) });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 40 }),
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        async (start, edits) => {
          run++;
          const [edited, whole] = [`file:///edited/${run}`, `file:///whole/${run}`];
          let text = start.join('');
          await client.open(edited, text);
          edits.forEach(({ from, length, text: insert }, index) => {
            const [a, b] = [
              place(text, from % (text.length + 1)),
              place(text, Math.min(text.length, (from % (text.length + 1)) + length)),
            ];
            const range = { start: positionAt(text, a), end: positionAt(text, Math.max(a, b)) };
            void client.change(edited, index + 2, [{ range, text: insert.join('') }]);
            text = text.slice(0, a) + insert.join('') + text.slice(Math.max(a, b));
          });
          await client.open(whole, text);
          const [left, right] = [await client.analysis(edited), await client.analysis(whole)];
          assert.deepEqual(left, right, JSON.stringify(text));
          await client.close(edited);
          await client.close(whole);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** An offset that a position can stand for: not between CR and LF. */
function place(text: string, offset: number): number {
  return text[offset - 1] === '\r' && text[offset] === '\n' ? offset - 1 : offset;
}

describe('analyses and settings', () => {
  it('take the date of the initialization options for every article', async () => {
    const client = await LspClient.start({ initializationOptions: { date: '2023-03-15' } });
    await client.open(URI, 'خبر');
    assert.equal((await client.analysis(URI)).reference, '2023-03-15');
    assert.equal(await client.stop(), 0);
  });

  it('are not made above the size limit of the folder, with a visible reason', async () => {
    const settings = (uri: string | undefined): unknown => ({ maxFileLength: uri?.includes('/small/') ? 10 : 1_000 });
    const client = await LspClient.start({ settings });
    const [small, large] = ['file:///small/a.khabar', 'file:///large/a.khabar'];
    await client.open(small, ARTICLE);
    const refused = await client.analyses.next(({ uri, analysis }) => uri === small && analysis.warnings.length > 0);
    assert.equal(refused.analysis.warnings[0]!.code, 'too-long');
    assert.match(refused.analysis.warnings[0]!.message, /10 characters/);
    assert.deepEqual(refused.analysis.parts, []);
    const shown = await client.diagnostics.next(({ uri, diagnostics }) => uri === small && diagnostics.length > 0);
    assert.equal(shown.diagnostics[0]!.code, 'too-long');
    await client.open(large, ARTICLE);
    assert.notDeepEqual((await client.analysis(large)).parts, []);
    assert.equal(await client.stop(), 0);
  });

  it('follow a change of settings', async () => {
    let maxFileLength = 10;
    const client = await LspClient.start({ settings: () => ({ maxFileLength }) });
    await client.open(URI, ARTICLE);
    await client.analyses.next(({ analysis }) => analysis.warnings.length > 0);
    maxFileLength = 1_000;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.analyses.next(({ analysis }) => analysis.warnings.length === 0 && analysis.parts.length > 0);
    assert.equal(await client.stop(), 0);
  });

  it('speak the language of the options, the settings or the client', async () => {
    const message = async (client: LspClient): Promise<unknown> => {
      await client.open(URI, 'كت\u202eاب');
      const { diagnostics } = await client.diagnostics.next(({ diagnostics: found }) => found.length > 0);
      assert.equal(await client.stop(), 0);
      return diagnostics[0]!.message;
    };
    assert.match(String(await message(await LspClient.start({ locale: 'ar' }))), /محرف/);
    assert.match(
      String(await message(await LspClient.start({ locale: 'ar', initializationOptions: { language: 'en' } }))),
      /Invisible/,
    );
    assert.match(String(await message(await LspClient.start({ locale: 'fr' }))), /Invisible/);
  });
});
