import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAnalyzer } from '../../../server/src/analysis/analyzer';
import { editDistance, spellingVariants } from '../../../server/src/analysis/actors/spelling';
import type { EntityType } from '../../../server/src/analysis/model';

const words = fc.constantFrom(
  'قال',
  'وأضاف',
  'وزير',
  'الوزير',
  'للرئيس',
  'رئيس',
  'الشركة',
  'البيان',
  'في',
  'باسم',
  'المتحدث',
  'الأردني',
  'سمير',
  'العجلوني',
  'والعجلوني',
  'للشرع',
  'نخلة',
  '،',
  '.',
  '«',
  '»',
  '(',
  ')',
  '"',
  '\n',
  '\n\n',
  'إن',
  'نظيره',
  'د',
  'X1',
  '#',
  'َ',
  '\ud800',
);
const article = fc.array(words, { maxLength: 60 }).map((list) => list.join(' '));
const types = fc.constantFrom<EntityType>('PER', 'ORG', 'LOC', 'MISC');
const spans = fc.array(fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 20 }), types), { maxLength: 12 });

describe('actors: for any article and any mentions', () => {
  const analyzer = createAnalyzer();

  it('gives every mention that is not MISC exactly one actor, of its type, and every reference its words', () => {
    fc.assert(
      fc.property(fc.oneof(article, fc.string({ unit: 'binary' })), spans, (text, given) => {
        const mentions = given
          .map(([start, length, type]) => ({ start, end: Math.min(text.length, start + length), type }))
          .filter((span) => span.end > span.start);
        const { entities, actors, references = [], quotes } = analyzer.analyze(text, { mentions });
        const byId = new Map(actors.map((actor) => [actor.id, actor]));
        assert.equal(byId.size, actors.length);
        for (const entity of entities) {
          if (entity.type === 'MISC') assert.equal(entity.actor, null);
          else assert.equal(byId.get(entity.actor ?? '')?.type, entity.type);
        }
        for (const actor of actors) {
          assert.ok(entities.some((entity) => entity.actor === actor.id));
          assert.ok(actor.name.length > 0);
          assert.equal(new Set(actor.roles).size, actor.roles.length);
        }
        for (const item of references) {
          assert.equal(item.text, text.slice(item.start, item.end));
          assert.ok(byId.has(item.actor));
        }
        for (const quote of quotes) assert.ok(quote.speakerActor === null || byId.has(quote.speakerActor));
      }),
    );
  });

  it('is the same whatever was analysed before', () => {
    fc.assert(
      fc.property(article, article, (first, second) => {
        const used = createAnalyzer();
        used.analyze(first);
        assert.deepEqual(used.analyze(second), createAnalyzer().analyze(second));
      }),
      { numRuns: 30 },
    );
  });

  it('stays linear on a title repeated without end', () => {
    const { entities } = analyzer.analyze('نائب رئيس '.repeat(20_000), {
      mentions: [{ start: 0, end: 4, type: 'PER' }],
    });
    assert.equal(entities.length, 1);
  });
});

describe('actors: spellings of foreign names', () => {
  const same: [string, string][] = [
    ['غوتيريش', 'جوتيريش'],
    ['زيلينسكي', 'زيلنسكي'],
    ['نتنياهو', 'نتانياهو'],
    ['لافرنتييف', 'لافرينتييف'],
  ];
  const different: [string, string][] = [
    ['حسن', 'حسين'],
    ['سالم', 'سليم'],
    ['ناصر', 'نصير'],
    ['عمر', 'عمار'],
    ['كمال', 'كامل'],
    ['رشيد', 'راشد'],
    ['بوتين', 'بايتن'],
    ['منصور', 'مناصر'],
    ['مسعود', 'سعود'],
    ['الحسيني', 'الحسني'],
  ];
  for (const [a, b] of same)
    it(`joins ${a} and ${b}`, () => {
      assert.ok(spellingVariants(a, b));
    });
  for (const [a, b] of different)
    it(`keeps ${a} and ${b} apart`, () => {
      assert.ok(!spellingVariants(a, b));
    });

  it('gives the edit distance up to its limit', () => {
    assert.equal(editDistance('نتنياهو', 'نتانياهو', 2), 1);
    assert.equal(editDistance('ابتثج', 'زسشصض', 2), 3);
  });
});
