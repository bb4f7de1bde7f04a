import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAnalyzer, type Analyzer } from '../../../server/src/analysis/analyzer';
import { loadModelFile } from '../../../server/src/model-file';

const file = loadModelFile();
const analyzer = createAnalyzer(file);
const found = (text: string, by: Analyzer = analyzer): string[] =>
  by.analyze(text).entities.map((entity) => `${entity.type} ${entity.text}`);

/** Pieces of which articles with every difficulty are made. */
const PIECES = [
  'قال الرئيس',
  'وَزيرُ الخارجيّة',
  'وبوتين',
  'للشرع',
  'دمشق',
  'وكالة «رويترز»',
  'فلاديمير',
  'الـ',
  'بـ',
  '«',
  '»',
  '"',
  '.',
  '\n',
  '\n\n',
  '    ',
  'ﷺ',
  'ﻻﻟﻪ',
  '😀',
  '\ud83d',
  '\u200f',
  '\u202b',
  '\u0000',
  '١٢٣',
  '3.5',
  'BBC',
  'iPhone',
  '#تيريزا_ماي',
  'و',
  'محمـــد',
  'عبد الله بن محمد',
];

describe('entities/recognise', () => {
  it('marks people, places and organisations without titles and proclitics', () => {
    assert.equal(analyzer.analyze('x').warnings.length, 0);
    assert.deepEqual(
      found('التقى وزير الخارجية الفرنسي جان سميث في باريس الرئيس محمد الخطيب وأعضاء من الاتحاد الأوروبي.'),
      ['PER جان سميث', 'LOC باريس', 'PER محمد الخطيب', 'ORG الاتحاد الأوروبي'],
    );
  });

  it('leaves «و», «ب», «ل» and «لل» outside by evidence', () => {
    assert.deepEqual(found('زار المبعوث سوريا ولبنان ثم التقى مسؤولين بالقاهرة وعاد لباريس.'), [
      'LOC سوريا',
      'LOC لبنان',
      'LOC القاهرة',
      'LOC باريس',
    ]);
    assert.ok(found('قدم الشكر للسعودية على دعمها.').includes('LOC لسعودية'));
  });

  it('keeps names that begin with such letters', () => {
    const names = ['وائل', 'بلال', 'كريم', 'باسم', 'فيصل', 'سليم', 'ليلى', 'بشار'];
    for (const name of names) {
      const text = `وقال النائب ${name} الخطيب إن المشروع مستمر.`;
      assert.ok(found(text).includes(`PER ${name} الخطيب`), `${name}: ${found(text).join(', ')}`);
    }
    for (const place of ['لبنان', 'فلسطين', 'كابول', 'بيروت', 'بغداد', 'سوريا', 'فرنسا', 'ليبيا', 'واشنطن', 'كوبا'])
      assert.ok(found(`وصل الوفد إلى ${place} صباح اليوم.`).includes(`LOC ${place}`), place);
  });

  it('puts the span right through diacritics and tatweel', () => {
    assert.deepEqual(found('وصل الوزير إلى بَيْروت.'), ['LOC بَيْروت']);
    assert.ok(found('سافر وفد لـسوريا أمس').includes('LOC سوريا'));
  });

  it('tells why, and how sure it is', () => {
    const [person] = analyzer.analyze('قال الوزير جان سميث إن الأمر انتهى.').entities;
    assert.ok(person?.why?.includes('title:الوزير'), person?.why?.join());
    assert.ok((person?.confidence ?? -1) > 0.5 && (person?.confidence ?? 2) <= 1);
  });

  it('uses the rest of the article for a name that says little by itself', () => {
    const alone = 'وأضاف طوقان أن ذلك يكفي.';
    const full = `أعلن وزير الزراعة سامي طوقان خطة جديدة.\n\n${alone}`;
    const second = analyzer.analyze(full).entities.at(-1);
    assert.equal(second?.text, 'طوقان');
    assert.equal(second.type, 'PER');
    assert.ok(second.why?.includes('elsewhere'), second.why?.join());
  });

  it('gives spans inside the text that never overlap, on any input', () => {
    const texts = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 4 })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(texts, fc.constantFrom('', ' '), (pieces, glue) => {
        const text = pieces.join(glue);
        let end = 0;
        for (const entity of analyzer.analyze(text).entities) {
          assert.ok(entity.start >= end && entity.end > entity.start && entity.end <= text.length);
          assert.equal(entity.text, text.slice(entity.start, entity.end));
          end = entity.end;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('answers an edited article as if it had never seen it before', () => {
    const fresh = createAnalyzer(file);
    const kept = createAnalyzer(file);
    const lines = ['أعلن الوزير سامي طوقان خطة.', 'وقال طوقان إن الخطة جاهزة.', 'وفي بيروت رحب حزب الله بالخطة.'];
    kept.analyze(lines.join('\n\n'));
    const edited = [lines[1]!, lines[2]!, 'وغادر طوقان بيروت.'].join('\n\n');
    assert.deepEqual(kept.analyze(edited).entities, fresh.analyze(edited).entities);
    assert.deepEqual(
      kept.analyze(lines.join('\n\n')).entities,
      createAnalyzer(file).analyze(lines.join('\n\n')).entities,
    );
  });
});
