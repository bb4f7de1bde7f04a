import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createMarkup, escapeMarkdown, excerpt, label, placeLink } from '../../../server/src/lsp/markup';
import { plain } from './fixture';

const markdown = (htmlTags: readonly string[] = []): ReturnType<typeof createMarkup> =>
  createMarkup({ language: 'ar', markdown: true, htmlTags });

/** What a CommonMark reader shows of inline text: escapes and entities resolved. */
function shown(source: string): string {
  return source
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&');
}

describe('markup', () => {
  it('shows the words of an article as they are, whatever they look like', () => {
    const hostile = '[x](command:rm) <img src=a> **b** `c` http://a.b &amp; $(bug) | a@b.c ~~d~~ \\';
    const escaped = escapeMarkdown(hostile);
    assert.equal(shown(escaped), hostile);
    // Nothing is left that begins a construct: every mark is behind a backslash or is an entity.
    assert.equal(escaped.replace(/\\[!-/:-@[-`{-~]|&lt;|&amp;/g, '').match(/[!-/:-@[-`{-~]/), null);
  });

  it('escapes every string so that it can be read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const escaped = escapeMarkdown(text);
        assert.equal(shown(escaped), text);
        assert.equal(escaped.replace(/\\[!-/:-@[-`{-~]|&lt;|&amp;/g, '').match(/[!-/:-@[-`{-~]/), null);
      }),
    );
  });

  it('puts an excerpt on one line without controls or half characters', () => {
    assert.equal(excerpt('  أول\n\n ثان\u202e\u2069\u200f \ufeff\u0000ثالث  '), 'أول ثان ثالث');
    assert.equal(excerpt('a\ud800b'), 'a\ufffdb');
    assert.equal(excerpt('كلمة '.repeat(50), 20), 'كلمة كلمة كلمة كلمة…');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const line = excerpt(text, limit);
        assert.ok(line.length <= limit + 2, JSON.stringify(line));
        assert.doesNotMatch(line, /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
        assert.doesNotMatch(
          line,
          /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/,
        );
      }),
    );
  });

  it('opens and closes isolates in every block', () => {
    const m = markdown();
    const block = m.line(`${m.own('القائل: ')}${m.strong('A\u2068 ب\u202e')} ${m.code('2023-03-15')}`);
    const opened = block.match(/[\u2066-\u2068]/g)?.length;
    assert.equal(opened, 3);
    assert.equal(block.match(/\u2069/g)?.length, opened);
    assert.ok(block.startsWith('\u2067') && block.endsWith('\u2069'));
    assert.ok(createMarkup({ language: 'en', markdown: true, htmlTags: [] }).line('x').startsWith('\u2066'));
  });

  it('sets Arabic messages to the right only where the client shows the tag', () => {
    assert.equal(markdown(['div']).document(['أ', 'ب']), '<div align="right">\n\nأ\n\nب\n\n</div>');
    assert.equal(markdown(['span']).document(['أ', 'ب']), 'أ\n\nب');
    assert.equal(createMarkup({ language: 'en', markdown: true, htmlTags: ['div'] }).document(['a']), 'a');
  });

  it('writes plain text for clients without Markdown', () => {
    const m = createMarkup({ language: 'en', markdown: false, htmlTags: ['div'] });
    assert.equal(plain(m.line(`${m.strong('a*b')} ${m.link('c', 'file:///x#L1,1')}`)), 'a*b c');
  });

  it('links to places in files only', () => {
    assert.equal(placeLink('file:///a%20b/%D8%AE.txt', 2, 4), 'file:///a%20b/%D8%AE.txt#L3,5');
    assert.equal(
      placeLink('file:///a)(<b>\n[c]"خ\ud800#x', 0, 0),
      'file:///a%29%28%3Cb%3E%0A%5Bc%5D%22%D8%AE%EF%BF%BD#L1,1',
    );
    for (const uri of ['command:evil', 'javascript:alert(1)', 'https://a.b/c', 'untitled:Untitled-1', '', ' file:///a'])
      assert.equal(placeLink(uri, 0, 0), null, uri);
    const link = markdown().link('x', placeLink('command:evil', 0, 0));
    assert.equal(plain(link), 'x');
  });

  it('isolates labels that a left-to-right list would tear apart', () => {
    assert.equal(label('سالم الكرمي'), 'سالم الكرمي');
    assert.equal(label('«سنبني».'), '\u2068«سنبني».\u2069');
    assert.equal(label('مجموعة G7'), '\u2068مجموعة G7\u2069');
  });
});
