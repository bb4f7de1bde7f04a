import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const CLI = resolve('dist/cli.js');

interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line as a user would and waits for it to end. */
function run(args: readonly string[], input: string | Uint8Array = ''): Promise<Result> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [CLI, ...args]);
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
    child.on('error', fail);
    child.on('close', (code) => done({ code, out, err }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

describe('the command line', () => {
  let dir: string;
  const article = 'بدء أعمال الترميم\n\nقال رئيس البلدية إن الأعمال ستبدأ يوم 15 مارس 2023 في دمشق.\n';
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'arabic-news-cli-'));
    await writeFile(join(dir, 'a.txt'), article);
    await writeFile(join(dir, 'b.khabar'), article);
    await writeFile(join(dir, 'bad.txt'), Uint8Array.of(0xc7, 0xe1, 0xd3));
  });
  after(() => rm(dir, { recursive: true, force: true }));

  it('prints one analysis for one file, with the given date', async () => {
    const { code, out, err } = await run(['analyze', '--date', '2023-03-20', join(dir, 'a.txt')]);
    assert.equal(code, 0, err);
    const analysis = JSON.parse(out) as Record<string, unknown>;
    assert.equal(analysis['reference'], '2023-03-20');
    for (const key of ['entities', 'dates', 'quotes', 'actors', 'warnings'])
      assert.ok(Array.isArray(analysis[key]), key);
    assert.equal('file' in analysis, false);
  });

  it('prints JSON Lines with the file for several, and reads standard input', async () => {
    const { code, out } = await run(['analyze', join(dir, 'a.txt'), '-'], article);
    assert.equal(code, 0);
    const files = out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { file: string }).file);
    assert.deepEqual(files, [join(dir, 'a.txt'), '-']);
  });

  it('writes results into a folder it makes', async () => {
    const target = join(dir, 'results', 'deep');
    const { code, out } = await run(['analyze', '--out', target, join(dir, 'a.txt'), join(dir, 'b.khabar')]);
    assert.equal(code, 0);
    assert.equal(out, '');
    for (const name of ['a', 'b'])
      assert.ok('entities' in (JSON.parse(await readFile(join(target, `${name}.json`), 'utf8')) as object));
  });

  it('names what it cannot read, does the others, and exits with 1', async () => {
    const { code, out, err } = await run(['analyze', join(dir, 'bad.txt'), join(dir, 'none.txt'), join(dir, 'a.txt')]);
    assert.equal(code, 1);
    assert.match(err, /bad\.txt: not valid UTF-8/u);
    assert.match(err, /none\.txt: no such file/u);
    assert.equal(out.trim().split('\n').length, 1);
  });

  it('reads JSON Lines in order and names a bad line', async () => {
    const input = `{"id":"x","text":"زار الوفد دمشق أمس.","reference":"2024-01-02"}\nnonsense\n{"id":2,"text":""}\n`;
    const { code, out, err } = await run(['analyze', '--jsonl'], input);
    assert.equal(code, 1);
    assert.match(err, /line 2: not JSON/u);
    const records = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: unknown; reference: unknown });
    assert.deepEqual(
      records.map(({ id, reference }) => [id, reference]),
      [
        ['x', '2024-01-02'],
        [2, null],
      ],
    );
  });

  it('takes a reference with a time of day', async () => {
    const { code, out, err } = await run(
      ['analyze', '--jsonl'],
      '{"id":1,"text":"زار الوفد المدينة أمس.","reference":"2024-01-02T10:30:00"}\n',
    );
    assert.equal(code, 0, err);
    assert.equal((JSON.parse(out) as { dates: { value: string }[] }).dates[0]?.value, '2024-01-01');
  });

  for (const args of [
    [],
    ['analyze'],
    ['analyze', '--date', '2023-02-30', 'x'],
    ['analyze', '--format', 'xml', 'x'],
    ['frobnicate'],
  ])
    it(`exits with 2 on wrong usage: ${args.join(' ') || 'no command'}`, async () => {
      const { code, err } = await run(args);
      assert.equal(code, 2);
      assert.notEqual(err, '');
    });

  it('gives exact offsets on hostile text', async () => {
    const text = '\ufeffقال «\u202eبيروت\u0000 <b>دمشق</b> \u{1f600} [x](command:rm)\r\n“ " » و'.repeat(50);
    const { code, out } = await run(['analyze', '-'], text);
    assert.equal(code, 0);
    const analysis = JSON.parse(out) as Record<string, { start: number; end: number; text: string }[]>;
    for (const kind of ['entities', 'dates', 'quotes'])
      for (const item of analysis[kind] ?? []) assert.equal(text.slice(item.start, item.end), item.text);
  });
});
