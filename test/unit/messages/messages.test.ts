import assert from 'node:assert/strict';
import ar from '../../../server/data/messages/ar.json';
import en from '../../../server/data/messages/en.json';
import { chooseLanguage, findMessage, message, plural, pluralCategory } from '../../../server/src/messages/messages';

/** A plural form's key without its category: languages have different ones. */
const base = (key: string): string => key.replace(/\.(one|two|few|many|other)$/, '');
const keys = (messages: object): string[] => [...new Set(Object.keys(messages).map(base))].sort();

describe('messages', () => {
  it('are the same in both languages', () => assert.deepEqual(keys(ar), keys(en)));

  it('have the same values to fill in', () => {
    const names = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).sort();
    for (const [key, text] of Object.entries(ar)) {
      const other = (en as Record<string, string>)[key];
      if (other !== undefined && base(key) === key) assert.deepEqual(names(text), names(other), key);
    }
  });

  it('fill in values, and leave a name without a value as it is', () => {
    assert.equal(message('en', 'hover.first', { line: 3 }), 'first: line 3');
    assert.equal(message('en', 'hover.first', {}), 'first: line {line}');
    assert.equal(message('en', 'hover.first', { line: '{line}' }), 'first: line {line}');
  });

  it('do not answer for names they do not have', () => {
    for (const key of ['constructor', '__proto__', 'source', 'why.unheard-of', ''])
      assert.equal(findMessage('ar', key), null);
  });

  it('count as CLDR does', () => {
    for (const language of ['ar', 'en'] as const) {
      const rules = new Intl.PluralRules(language);
      for (let n = 0; n <= 250; n++) {
        const expected = rules.select(n);
        // Arabic «zero» and «many» are worded like «other» in every message counted here.
        const same = expected === 'zero' || expected === 'many' ? 'other' : expected;
        assert.equal(pluralCategory(language, n), same, `${language} ${n}`);
      }
    }
    assert.equal(plural('ar', 'unit.D', 2), 'يومين');
    assert.equal(plural('ar', 'unit.D', 7), '7 أيام');
    assert.equal(plural('ar', 'unit.D', 103), '103 أيام');
    assert.equal(plural('ar', 'unit.D', 12), '12 يوماً');
    assert.equal(plural('en', 'unit.D', 1), '1 day');
    assert.equal(plural('en', 'nothing', 1), null);
  });

  it('come in the language asked for, else the setting’s, else the client’s', () => {
    assert.equal(chooseLanguage('en', 'ar', 'ar'), 'en');
    assert.equal(chooseLanguage(undefined, 'ar', 'en'), 'ar');
    assert.equal(chooseLanguage(undefined, 'auto', 'ar-SY'), 'ar');
    assert.equal(chooseLanguage(undefined, 'auto', 'de'), 'en');
    assert.equal(chooseLanguage(undefined, 'auto', undefined), 'en');
  });
});
