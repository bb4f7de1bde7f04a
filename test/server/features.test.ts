import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  Range,
  SelectionRange,
  SemanticTokens,
  WorkspaceSymbol,
} from 'vscode-languageserver/node';
import type { Analysis, DecisionResult } from '../../server/src/protocol';
import { LspClient, positionAt } from './lsp-client';

const URI = 'file:///news/school.khabar';

/** Country names, a full date and plain cues: what any analysis finds. */
const ARTICLE = [
  '---',
  'date: 2023-03-15',
  '---',
  'الكرمي يفتتح مدرسة في سوريا',
  '',
  'قال وزير التربية سالم الكرمي إن المدرسة «هدية لأهل سوريا».',
  'وأضاف الكرمي أن مصر سترسل المعلمين يوم 20 مارس 2023.',
  '',
  'وأكد الكرمي: «سنبني غيرها في سوريا».',
].join('\n');

const plain = (text: string): string => text.replace(/[\u2066-\u2069\\]/g, '');

function offsetAt(text: string, { line, character }: Range['start']): number {
  return text.split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
}

const textOf = (range: Range): string => ARTICLE.slice(offsetAt(ARTICLE, range.start), offsetAt(ARTICLE, range.end));

const at = (words: string, nth = 1, shift = 1): Range['start'] => {
  let start = -1;
  for (let i = 0; i < nth; i++) start = ARTICLE.indexOf(words, start + 1);
  return positionAt(ARTICLE, start + shift);
};

function contains(outer: Range, inner: Range): boolean {
  return (
    offsetAt(ARTICLE, outer.start) <= offsetAt(ARTICLE, inner.start) &&
    offsetAt(ARTICLE, inner.end) <= offsetAt(ARTICLE, outer.end)
  );
}

describe('features over the wire', () => {
  let client: LspClient;
  let analysis: Analysis;
  before(async () => {
    client = await LspClient.start({ initializationOptions: { language: 'en', semanticTokens: true } });
    await client.open(URI, ARTICLE);
    analysis = await client.analysis(URI);
  });
  after(async () => assert.equal(await client.stop(), 0, client.stderr));

  const hover = async (position: Range['start']): Promise<string> => {
    const found = await client.ask<Hover | null>('textDocument/hover', URI, { position });
    assert.ok(found !== null && typeof found.contents === 'object' && 'value' in found.contents);
    return plain(found.contents.value);
  };

  it('know the article', () => {
    assert.equal(analysis.entities.filter(({ text }) => text === 'سوريا').length, 3);
    assert.ok(analysis.actors.some(({ name }) => name === 'سالم الكرمي'));
    assert.ok(analysis.quotes.length >= 3);
  });

  it('hover on a person, a place, a date and a quote', async () => {
    const person = await hover(at('سالم الكرمي'));
    assert.match(person, /^\*\*سالم الكرمي\*\* · person/);
    assert.match(person, /Roles: وزير التربية/);
    assert.match(person, /Said \(3\)/);
    assert.match(await hover(at('سوريا')), /^\*\*سوريا\*\* · place[^]*Mentions: 3/);
    const date = await hover(at('20 مارس'));
    assert.match(date, /Value: 2023-03-20[^]*Gregorian: Monday 20 March 2023[^]*Hijri: 28 Shaʻban 1444 AH/);
    assert.match(date, /5 days after/);
    assert.match(await hover(at('سنبني')), /Speaker: \[?سالم الكرمي[^]*Cue: أكد[^]*Kind: direct quote/);
    assert.match(await hover(at('قال')), /Kind: (in)?direct quote/);
  });

  it('definition, highlights and references of a name', async () => {
    const position = at('الكرمي أن');
    const definition = await client.ask<Location>('textDocument/definition', URI, { position });
    assert.equal(textOf(definition.range), 'سالم الكرمي');
    const highlights = await client.ask<DocumentHighlight[]>('textDocument/documentHighlight', URI, { position });
    const actor = analysis.actors.find(({ name }) => name === 'سالم الكرمي')!;
    const mentions = analysis.entities.filter((entity) => entity.actor === actor.id);
    assert.ok(mentions.length >= 3);
    assert.deepEqual(
      highlights.map(({ range }) => textOf(range)),
      mentions.map(({ text }) => text),
    );
    const ask = (includeDeclaration: boolean): Promise<Location[]> =>
      client.ask('textDocument/references', URI, { position, context: { includeDeclaration } });
    assert.equal((await ask(true)).length, mentions.length);
    assert.equal((await ask(false)).length, mentions.length - 1);
  });

  it('references in the other open articles', async () => {
    const other = 'file:///news/other.khabar';
    await client.open(other, 'خبر آخر\n\nوصل الوفد إلى سوريا أمس.');
    const context = { includeDeclaration: true };
    const found = await client.ask<Location[]>('textDocument/references', URI, { position: at('سوريا'), context });
    assert.deepEqual(
      found.map(({ uri }) => uri),
      [URI, URI, URI, other],
    );
    const symbols = await client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'سوريا' });
    assert.deepEqual(symbols.map(({ location }) => location.uri).sort(), [other, URI].sort());
    await client.close(other);
    const left = await client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'سوريا' });
    assert.equal(left.length, 1, 'a closed article is not searched');
  });

  it('workspace symbols by any spelling', async () => {
    for (const query of ['الكرمى', 'سَالِم', 'ســالم'])
      assert.deepEqual(
        (await client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query })).map(({ name }) => name),
        ['سالم الكرمي'],
        query,
      );
  });

  it('an outline whose ranges are sound', async () => {
    const symbols = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', URI);
    const names: string[] = [];
    const check = (symbol: DocumentSymbol, parent?: DocumentSymbol): void => {
      names.push(plain(symbol.name));
      assert.ok(contains(symbol.range, symbol.selectionRange), symbol.name);
      if (parent !== undefined) assert.ok(contains(parent.range, symbol.range), symbol.name);
      for (const child of symbol.children ?? []) check(child, symbol);
    };
    for (const symbol of symbols) check(symbol);
    assert.equal(symbols[0]!.name, 'الكرمي يفتتح مدرسة في سوريا');
    assert.ok(names.includes('Actors') && names.includes('سالم الكرمي') && names.includes('«سنبني غيرها في سوريا»'));
  });

  it('folding and growing selections', async () => {
    const folds = await client.ask<FoldingRange[]>('textDocument/foldingRange', URI);
    assert.deepEqual(folds[0], { startLine: 0, endLine: 2, kind: 'comment' });
    assert.ok(folds.some(({ startLine, endLine }) => startLine === 3 && endLine === 8));
    const [selection] = await client.ask<SelectionRange[]>('textDocument/selectionRange', URI, {
      positions: [at('الكرمي إن')],
    });
    assert.equal(textOf(selection!.range), 'الكرمي');
    assert.equal(textOf(selection!.parent!.range), 'سالم الكرمي');
  });

  it('semantic tokens, when asked for at the start', async () => {
    const { data } = await client.ask<SemanticTokens>('textDocument/semanticTokens/full', URI);
    assert.ok(data.length > 0 && data.length % 5 === 0);
  });

  it('diagnostics, both when asked for and by themselves', async () => {
    const uri = 'file:///news/wrong.khabar';
    const text = 'خبر عاجل من المدينة\n\nوصل الوفد يوم الأربعاء 16 مارس 2023 وقال «نعم ثم غادر مصر.';
    await client.open(uri, text);
    const { diagnostics } = await client.published(uri, 1);
    const codes = (found: readonly Diagnostic[]): unknown[] => found.map(({ code }) => code).sort();
    assert.deepEqual(codes(diagnostics), ['unbalanced-mark', 'weekday-mismatch']);
    const report = await client.ask<DocumentDiagnosticReport>('textDocument/diagnostic', uri);
    assert.ok(report.kind === 'full');
    assert.deepEqual(codes(report.items), codes(diagnostics));
    for (const { severity, tags } of report.items) assert.ok(severity! >= 3 && tags === undefined);
    await client.close(uri);
  });
});

describe('clients that ask for diagnostics', () => {
  it('get none unasked', async () => {
    const client = await LspClient.start({ capabilities: { textDocument: { diagnostic: {} } } });
    await client.open(URI, 'كت\u202eاب');
    await client.didAnalyze(URI, 1);
    const report = await client.ask<DocumentDiagnosticReport>('textDocument/diagnostic', URI);
    assert.ok(report.kind === 'full' && report.items.length === 1);
    assert.deepEqual(client.diagnostics.left, []);
    assert.equal(await client.stop(), 0);
  });
});

describe('the user’s word', () => {
  let folder: string;
  let client: LspClient;
  let uri: string;
  const lexicon = (): string => join(folder, '.arabic-news', 'lexicon.json');
  const entities = async (): Promise<string[]> =>
    (await client.analysis(uri)).entities.map(({ text, type }) => `${text} ${type}`);
  const fix = async (range: Range, title: RegExp): Promise<DecisionResult> => {
    const actions = await client.ask<CodeAction[]>('textDocument/codeAction', uri, {
      range,
      context: { diagnostics: [] },
    });
    const action = actions.find((candidate) => title.test(plain(candidate.title)));
    assert.ok(action?.command, `${title} among ${actions.map((candidate) => plain(candidate.title)).join('; ')}`);
    return client.connection.sendRequest('workspace/executeCommand', action.command);
  };
  const on = (words: string, nth?: number): Range => ({ start: at(words, nth), end: at(words, nth) });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'arabic-news-'));
    await mkdir(join(folder, '.arabic-news'));
    const workspaceFolder = pathToFileURL(folder).href;
    uri = `${workspaceFolder}/school.khabar`;
    const workspace = { didChangeWatchedFiles: { dynamicRegistration: true }, workspaceFolders: true };
    client = await LspClient.start({ workspaceFolder, capabilities: { workspace } });
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0, client.stderr);
    await rm(folder, { recursive: true, force: true });
  });

  it('is read before the first analysis, and again when the client says it changed', async () => {
    await writeFile(lexicon(), JSON.stringify({ entries: [{ name: 'سوريا', never: true }] }));
    await client.open(uri, ARTICLE);
    const first = await client.didAnalyze(uri, 1);
    assert.ok(!first.analysis.entities.some(({ text }) => text === 'سوريا'));
    await writeFile(lexicon(), JSON.stringify({ entries: [{ name: 'سوريا', type: 'ORG' }] }));
    const changes = [{ uri: pathToFileURL(lexicon()).href, type: 2 }];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    const again = await client.didAnalyze(uri, 1);
    assert.equal(again.analysis.entities.filter(({ text, type }) => text === 'سوريا' && type === 'ORG').length, 3);
  });

  it('is written by quick fixes and holds at once', async () => {
    await client.open(uri, ARTICLE);
    assert.deepEqual(await fix(on('مصر'), /is not a name/), { outcome: 'done' });
    assert.ok(!(await entities()).some((entity) => entity.startsWith('مصر')));
    assert.deepEqual(JSON.parse(await readFile(lexicon(), 'utf8')), { entries: [{ name: 'مصر', never: true }] });
    assert.deepEqual(await fix({ start: at('المدرسة', 1, 0), end: at('المدرسة', 1, 7) }, /is an organisation/), {
      outcome: 'done',
    });
    assert.ok((await entities()).includes('المدرسة ORG'));
  });

  it('takes quotes out, and keeps to the words when the article is edited elsewhere', async () => {
    await client.open(uri, ARTICLE);
    assert.deepEqual(await fix(on('سنبني'), /Not a quote/), { outcome: 'done' });
    const said = async (): Promise<string[]> => (await client.analysis(uri)).quotes.map(({ text }) => text);
    assert.ok(!(await said()).some((text) => text.includes('سنبني')));
    const top = { line: 0, character: 0 };
    await client.change(uri, 2, [{ range: { start: top, end: top }, text: 'عاجل\n\n' }]);
    assert.ok(!(await said()).some((text) => text.includes('سنبني')));
  });

  it('may hold mistakes: they are shown in the file, and the rest applies', async () => {
    await writeFile(lexicon(), '{ "entries": [ { "name": "سوريا", "type": "ORG" }, { "name": "مصر", "type": "BIG" }, ');
    await client.open(uri, ARTICLE);
    const { diagnostics } = await client.published(pathToFileURL(lexicon()).href);
    assert.ok(diagnostics.some(({ code }) => code === 'unknown-type'));
    assert.ok(diagnostics.some(({ code, severity }) => code === 'syntax' && severity === 1));
    assert.ok((await entities()).includes('سوريا ORG'));
    const told = new Promise<string>((resolve) =>
      client.connection.onNotification('window/showMessage', ({ message }: { message: string }) => resolve(message)),
    );
    const before = await readFile(lexicon(), 'utf8');
    assert.deepEqual(await fix(on('مصر'), /is not a name/), { outcome: 'broken-file' });
    assert.match(await told, /no sound JSON/);
    assert.equal(await readFile(lexicon(), 'utf8'), before);
  });
});
