import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analyzer } from '../../../server/src/analysis/analyzer';
import { createArticles, type Articles, type ArticlesHost } from '../../../server/src/lsp/articles';
import type { ArticleView } from '../../../server/src/lsp/article-view';
import { createSettings, readSettings } from '../../../server/src/lsp/settings';
import { DEFAULT_SETTINGS } from '../../../server/src/protocol';
import { EMPTY } from './fixture';

const A = 'file:///a.khabar';

/** A store whose analyses are counted, with the next one to be awaited. */
class Bench {
  readonly analysed: string[] = [];
  readonly errors: string[] = [];
  readonly articles: Articles;
  #waiting: ((view: ArticleView) => void)[] = [];

  constructor(host: Partial<ArticlesHost> = {}) {
    const analyzer: Analyzer = {
      analyze: (text, options) => {
        this.analysed.push(text);
        return { ...EMPTY, reference: options?.date ?? null };
      },
    };
    this.articles = createArticles({
      loadAnalyzer: () => Promise.resolve(analyzer),
      limits: () => ({ analysisDelay: 0, maxFileLength: 100 }),
      warningText: (code) => code,
      prepare: () => Promise.resolve(),
      decisions: () => ({}),
      defaultDate: () => null,
      onDidAnalyze: (view) => this.#waiting.splice(0).forEach((resolve) => resolve(view)),
      logError: (text) => this.errors.push(text),
      ...host,
    });
  }

  next(): Promise<ArticleView> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

function open(text: string, uri = A): TextDocument {
  return TextDocument.create(uri, 'arabic-news', 1, text);
}

function edit(document: TextDocument, text: string): void {
  TextDocument.update(document, [{ text }], document.version + 1);
}

describe('open articles', () => {
  it('are analysed once for a burst of changes, as of the last', async () => {
    const bench = new Bench();
    const document = open('أ');
    bench.articles.open(document);
    for (const text of ['أب', 'أبج']) {
      edit(document, text);
      bench.articles.change(A);
    }
    const view = await bench.next();
    assert.deepEqual([view.version, view.text], [3, 'أبج']);
    assert.deepEqual(bench.analysed, ['أبج']);
  });

  it('are analysed at once when asked about, and not again for it', async () => {
    const bench = new Bench({ limits: () => ({ analysisDelay: 5_000, maxFileLength: 100 }) });
    const document = open('أ');
    bench.articles.open(document);
    assert.equal((await bench.articles.current(A))!.text, 'أ');
    assert.equal((await bench.articles.current(A))!.text, 'أ');
    edit(document, 'ب');
    bench.articles.change(A);
    assert.equal((await bench.articles.current(A))!.text, 'ب');
    assert.deepEqual(bench.analysed, ['أ', 'ب']);
    bench.articles.close(A);
  });

  it('are not analysed once closed', async () => {
    const bench = new Bench();
    bench.articles.open(open('أ'));
    const asked = bench.articles.current(A);
    bench.articles.close(A);
    bench.articles.open(open('ب', 'file:///b.khabar'));
    assert.equal(await asked, null);
    await bench.next();
    assert.deepEqual(bench.analysed, ['ب']);
    assert.equal(await bench.articles.current(A), null);
  });

  it('take a publication date of their own before the common one', async () => {
    const bench = new Bench({ defaultDate: () => '2020-01-01' });
    bench.articles.open(open('أ'));
    assert.equal((await bench.articles.current(A))!.analysis.reference, '2020-01-01');
    assert.ok(bench.articles.setDate(A, '2023-03-15'));
    assert.equal((await bench.next()).analysis.reference, '2023-03-15');
    bench.articles.setDate(A, null);
    assert.equal((await bench.next()).analysis.reference, '2020-01-01');
    assert.equal(bench.articles.setDate('file:///unknown', '2023-03-15'), false);
  });

  it('are left alone above the size limit, with the reason', async () => {
    const bench = new Bench();
    bench.articles.open(open('أ'.repeat(101)));
    const { analysis } = (await bench.articles.current(A))!;
    assert.deepEqual(analysis.warnings, [{ code: 'too-long', message: 'too-long' }]);
    assert.deepEqual(
      bench.analysed.filter((text) => text !== ''),
      [],
    );
  });

  it('survive an analyzer that fails', async () => {
    const fails: Analyzer = {
      analyze: () => {
        throw new Error('broken');
      },
    };
    const bench = new Bench({ loadAnalyzer: () => Promise.resolve(fails) });
    bench.articles.open(open('أ'));
    assert.equal((await bench.articles.current(A))!.analysis.warnings[0]!.code, 'failed');
    assert.match(bench.errors[0]!, /broken/);
  });

  it('report an analyzer that cannot be loaded, and load it once', async () => {
    let loads = 0;
    const loadAnalyzer = (): Promise<Analyzer> => {
      loads++;
      return Promise.reject(new Error('no such file'));
    };
    const bench = new Bench({ loadAnalyzer });
    bench.articles.open(open('أ'));
    await assert.rejects(bench.articles.current(A), /no such file/);
    await assert.rejects(bench.articles.current(A), /no such file/);
    assert.equal(loads, 1);
  });

  it('are given all together, until cancelled', async () => {
    const bench = new Bench();
    bench.articles.open(open('أ'));
    bench.articles.open(open('ب', 'file:///b.khabar'));
    assert.deepEqual(
      (await bench.articles.all(() => false)).map(({ text }) => text),
      ['أ', 'ب'],
    );
    let asked = 0;
    assert.equal((await bench.articles.all(() => ++asked > 1)).length, 1);
  });
});

describe('settings', () => {
  it('are the defaults where a client sends nonsense', () => {
    for (const value of [
      null,
      undefined,
      5,
      'x',
      [],
      { language: 'fr', analysisDelay: 'x', maxFileLength: NaN, diagnostics: 1 },
    ])
      assert.deepEqual(readSettings(value), DEFAULT_SETTINGS);
    assert.equal(readSettings({ analysisDelay: -5 }).analysisDelay, 0);
    assert.deepEqual(readSettings({ language: 'ar', maxFileLength: 5, diagnostics: false }), {
      ...DEFAULT_SETTINGS,
      language: 'ar',
      maxFileLength: 5,
      diagnostics: false,
    });
  });

  it('are asked per document, and told when they turn out to differ', async () => {
    const answers = new Map<string, unknown>([['file:///ar/x', { language: 'ar' }]]);
    const asked: string[] = [];
    let told: (uri: string) => void = () => undefined;
    const change = new Promise<string>((resolve) => (told = resolve));
    const settings = createSettings((uri) => {
      asked.push(uri);
      return Promise.resolve(answers.get(uri));
    }, told);
    assert.equal(settings.get('file:///en/x').language, 'auto');
    assert.equal(settings.get('file:///ar/x').language, 'auto');
    settings.get('file:///ar/x');
    assert.equal(await change, 'file:///ar/x');
    assert.equal(settings.get('file:///ar/x').language, 'ar');
    assert.deepEqual(asked, ['file:///en/x', 'file:///ar/x']);
  });

  it('are the defaults where the client cannot tell them', async () => {
    const settings = createSettings(() => Promise.reject(new Error('no')), assert.fail);
    assert.deepEqual(settings.get('x'), DEFAULT_SETTINGS);
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(createSettings(null, assert.fail).get('x'), DEFAULT_SETTINGS);
  });
});
