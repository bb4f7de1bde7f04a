import assert from 'node:assert/strict';
import { createAnalyzer } from '../../../server/src/analysis/analyzer';

const analyzer = createAnalyzer();
const found = (text: string): string[] => analyzer.analyze(text).entities.map((e) => `${e.type} ${e.text}`);

describe('entities/rules (no model)', () => {
  it('finds a person after a title, a place and an organisation', () => {
    assert.deepEqual(found('التقى الرئيس محمود سليمان وفدا من وزارة الخارجية في القاهرة'), [
      'PER محمود سليمان',
      'ORG وزارة الخارجية',
      'LOC القاهرة',
    ]);
  });

  it('leaves proclitics outside and keeps names that begin with such letters', () => {
    assert.deepEqual(found('وصل الوفد إلى لبنان وسوريا ثم عاد ببغداد خبر من فلسطين'), [
      'LOC لبنان',
      'LOC سوريا',
      'LOC بغداد',
      'LOC فلسطين',
    ]);
  });

  it('marks no common noun', () => {
    assert.deepEqual(found('قال الرئيس إن الوزارة والحزب في البلدين على ما يرام'), []);
  });

  it('says that rules found it', () => {
    assert.deepEqual(analyzer.analyze('زار القاهرة').entities[0]?.why, ['rules', 'gazetteer']);
  });
});
