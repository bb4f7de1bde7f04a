import assert from 'node:assert/strict';
import {
  FAMILIES,
  contextFeatures,
  markPositions,
  wordFeatures,
  type Family,
} from '../../../server/src/analysis/entities/features';
import { hashText } from '../../../server/src/analysis/entities/hashing';
import { createLexicon } from '../../../server/src/analysis/entities/lexicon';
import { createNameMatcher, nextHash } from '../../../server/src/analysis/entities/name-lists';
import { createMatchers, surroundings } from '../../../server/src/analysis/entities/tagger';
import { triggerBit } from '../../../server/src/analysis/entities/triggers';
import { describeWord, statisticsForm } from '../../../server/src/analysis/entities/word-type';
import { readParagraph } from '../../../server/src/analysis/text/paragraph';

/** A lexicon in which each word has the frequency given, and no clusters. */
function lexiconOf(counts: Readonly<Record<string, number>>): ReturnType<typeof createLexicon> {
  const words = Object.keys(counts);
  return createLexicon({
    hashes: Int32Array.from(words, (word) => hashText(word)),
    counts: Uint8Array.from(words, (word) => Math.round(2 * Math.log2(counts[word]!))),
    clusters: new Uint16Array(words.length * 4),
    names: new Uint8Array(words.length * 4),
  });
}

const lexicon = lexiconOf({ بوتين: 5000, وائل: 300, ائل: 1, وزير: 9000, الشرع: 60, على: 90000 });
const word = (text: string): ReturnType<typeof describeWord> => describeWord(readParagraph(text).tokens[0]!, lexicon);
const collect = (emit: (sink: (hash: number) => void) => void): number[] => {
  const out: number[] = [];
  emit((hash) => out.push(hash));
  return out;
};
const NO_LISTS = createMatchers({ hashes: new Int32Array(0), codes: new Uint8Array(0) });

describe('entities/word-type', () => {
  it('reads a proclitic where the stem is the more frequent word', () => {
    const split = word('وبوتين');
    assert.equal(split.splits[split.best]?.clitic, 'و');
    assert.equal(split.stem, hashText('بوتين'));
    assert.equal(word('وائل').best, -1);
    const article = word('للشرع');
    assert.equal(article.splits[article.best]?.full, 'الشرع');
  });

  it('folds alef seats in statistics, but neither ya nor ta marbuta', () => {
    assert.equal(statisticsForm('أحمد', 'word'), 'احمد');
    assert.notEqual(statisticsForm('على', 'word'), statisticsForm('علي', 'word'));
    assert.equal(statisticsForm('2024', 'number'), '0');
  });

  it('knows titles and heads, with the article or a proclitic too', () => {
    for (const text of ['وزير', 'الوزير', 'ووزير', 'للوزير'])
      assert.notEqual(word(text).triggers & triggerBit('title'), 0, text);
    assert.equal(word('بوتين').triggers, 0);
  });
});

describe('entities/features', () => {
  it('gives the same features for the same words, whatever stands further away', () => {
    const features = (text: string, index: number): number[] => {
      const content = readParagraph(text);
      const words = content.tokens.map((token) => describeWord(token, lexicon));
      return collect((sink) => {
        contextFeatures(words, index, surroundings(content, words, NO_LISTS), sink);
      });
    };
    assert.deepEqual(features('كلام كثير جدا هنا ثم قال وزير بوتين اليوم', 7), features('ثم قال وزير بوتين اليوم', 3));
    assert.notDeepEqual(features('قال وزير بوتين اليوم', 2), features('قال رجل بوتين اليوم', 2));
  });

  it('sees a word differently from each distance', () => {
    const seen = [0, -1, 1, -2, 2].map((offset) =>
      collect((sink) => {
        wordFeatures(word('بوتين'), offset, sink);
      }),
    );
    const all = seen.flat();
    assert.equal(new Set(all).size, all.length);
  });

  it('leaves out the families that it is told to', () => {
    const count = (without: Family[]): number =>
      collect((sink) => {
        wordFeatures(word('وبوتين'), 0, sink, new Set(without));
      }).length;
    assert.equal(count([...FAMILIES]), 0);
    for (const family of ['form', 'affix', 'cluster'] as const) assert.ok(count([family]) < count([]), family);
  });

  it('tells a short stretch in marks from speech', () => {
    const positions = (text: string): number[] => [...markPositions(readParagraph(text))];
    assert.deepEqual(positions('وكالة « سبوتنيك »'), [0, 0, 4, 0]);
    assert.deepEqual(positions('« أ ب ج »'), [0, 1, 2, 3, 0]);
    assert.deepEqual(positions('« أ ب ج د ه و ز ح »').slice(1, 9), new Array(8).fill(5));
  });
});

describe('entities/name-lists', () => {
  const form = (text: string): number => hashText(text);
  const two = nextHash(form('حزب'), form('العمال'));
  const matcher = createNameMatcher({
    hashes: Int32Array.of(two, nextHash(two, form('الجديد'))),
    codes: Uint8Array.of(2, 2),
  });
  const match = (text: string): number[] => [
    ...matcher(readParagraph(text).tokens.map((token) => describeWord(token, lexicon))),
  ];

  it('finds the longest name, behind a proclitic too', () => {
    assert.deepEqual(match('وحزب العمال الجديد فاز'), [5, 6, 7, 0]);
    assert.deepEqual(match('في حزب العمال اليوم'), [0, 5, 7, 0]);
  });

  it('does not take a beginning for a name', () => {
    assert.deepEqual(match('حزب الشعب'), [0, 0]);
  });
});
