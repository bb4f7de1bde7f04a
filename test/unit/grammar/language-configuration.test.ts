import assert from 'node:assert/strict';
import { readProjectFile } from '../samples/sample-files';

interface LanguageConfiguration {
  brackets: unknown[];
  colorizedBracketPairs: unknown[];
  autoClosingPairs: { open: string; close: string }[];
  surroundingPairs: [string, string][];
  wordPattern: { pattern: string; flags: string };
}

describe('language configuration', () => {
  const config = JSON.parse(readProjectFile('language-configuration.json')) as LanguageConfiguration;
  const words = (text: string): string[] =>
    text.match(new RegExp(config.wordPattern.pattern, `${config.wordPattern.flags}g`)) ?? [];

  it('colours no brackets: coloured brackets split an Arabic line', () => {
    assert.deepEqual(config.brackets, []);
    assert.deepEqual(config.colorizedBracketPairs, []);
  });

  it('takes an Arabic word whole, with its diacritics and tatweel, without the marks around it', () => {
    assert.deepEqual(words('وأَضافَ «الأمينُ العامّ»، مُشيراً:'), ['وأَضافَ', 'الأمينُ', 'العامّ', 'مُشيراً']);
    assert.deepEqual(words('لـ«حزب» الـــقرن؛ ﻣﺤﻤﺪ'), ['لـ', 'حزب', 'الـــقرن', 'ﻣﺤﻤﺪ']);
    assert.deepEqual(words('(UNESCO) باليونسكو؟'), ['UNESCO', 'باليونسكو']);
  });

  it('keeps a number together in all three scripts of digits', () => {
    assert.deepEqual(words('بلغ 1,250.5 و٣٫٧ و۱۲، ثم 2024. كلمة,5'), [
      'بلغ',
      '1,250.5',
      'و٣٫٧',
      'و۱۲',
      'ثم',
      '2024',
      'كلمة',
      '5',
    ]);
  });

  it('does not match the empty string, which would make the editor give up on the pattern', () => {
    assert.ok(!new RegExp(config.wordPattern.pattern, config.wordPattern.flags).test(''));
  });

  it('closes and surrounds with Arabic marks', () => {
    assert.ok(config.autoClosingPairs.some((pair) => pair.open === '«' && pair.close === '»'));
    assert.ok(config.surroundingPairs.some(([open, close]) => open === '«' && close === '»'));
  });
});
