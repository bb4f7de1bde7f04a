import assert from 'node:assert/strict';
import { CancellationToken, CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { ArticleView } from '../../../server/src/lsp/article-view';
import { answer, type FeatureContext } from '../../../server/src/lsp/features';
import { URI, view } from './fixture';

/** A context whose text has version `before` when asked, and whose analysis is `found`. */
function context(
  before: number | undefined,
  found: ArticleView | null,
  onAnalysis = (): void => undefined,
): FeatureContext {
  const part: Pick<FeatureContext, 'versionOf'> & { readonly articles: Pick<FeatureContext['articles'], 'current'> } = {
    versionOf: () => before,
    articles: {
      current: () => {
        onAnalysis();
        return Promise.resolve(found);
      },
    },
  };
  return part as FeatureContext;
}

const feature = (found: ArticleView): string => `analysed ${found.version}`;

describe('answers', () => {
  it('are of the text that was asked about', async () => {
    assert.equal(await answer(context(1, view()), URI, CancellationToken.None, 'none', feature), 'analysed 1');
  });
  it('are empty for what is not open', async () => {
    assert.equal(await answer(context(undefined, null), URI, CancellationToken.None, 'none', feature), 'none');
    assert.equal(await answer(context(1, null), URI, CancellationToken.None, 'none', feature), 'none');
  });
  it('are refused when the text has changed since', async () => {
    const result: unknown = await answer(context(0, view()), URI, CancellationToken.None, 'none', feature);
    assert.ok(result instanceof ResponseError);
    assert.equal(result.code, LSPErrorCodes.ContentModified);
  });
  it('are refused when the request was cancelled while the article was analysed', async () => {
    const source = new CancellationTokenSource();
    const asked = context(1, view(), () => source.cancel());
    const result: unknown = await answer(asked, URI, source.token, 'none', () => assert.fail());
    assert.ok(result instanceof ResponseError);
    assert.equal(result.code, LSPErrorCodes.RequestCancelled);
  });
});
