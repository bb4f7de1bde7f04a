import assert from 'node:assert/strict';
import { resolve } from './analysis';

describe('actors: which mentions are one actor', () => {
  const cases: [string, string, (string | null)[]][] = [
    [
      'a surname after the full name',
      'قال [P:كمال الخطيب] ذلك، ثم عاد [P:الخطيب] وسكت.',
      ['كمال الخطيب', 'كمال الخطيب'],
    ],
    ['a surname in the headline', '[P:الخطيب] يعود\n\nعاد [P:كمال الخطيب] أمس.', ['كمال الخطيب', 'كمال الخطيب']],
    ['a first name alone', 'فازت [P:هالة النجار] بالسباق، وبكت [P:هالة] فرحاً.', ['هالة النجار', 'هالة النجار']],
    ['a proclitic', 'عاد [P:كمال الخطيب] و[P:الخطيب] أول العائدين.', ['كمال الخطيب', 'كمال الخطيب']],
    ['the article after لل', 'تحية ل[P:لخطيب] بعد فوز [P:كمال الخطيب].', ['كمال الخطيب', 'كمال الخطيب']],
    ['a name met only after لل', 'تحية ل[P:لخطيب].', ['الخطيب']],
    ['a country after ل', 'سافر إلى [L:لبنان] حباً ل[L:لبنان].', ['لبنان', 'لبنان']],
    [
      'two brothers',
      'جاء [P:سامي الخطيب] و[P:كمال الخطيب]. ثم قال [P:الخطيب] كلمة.',
      ['سامي الخطيب', 'كمال الخطيب', 'الخطيب'],
    ],
    [
      'variant spelling of a foreign name',
      'التقى [P:ميخائيل غورباتينكو] الوفد، وشكر [P:جورباتينكو] مضيفيه.',
      ['ميخائيل غورباتينكو', 'ميخائيل غورباتينكو'],
    ],
    ['Arabic names one letter apart', 'جاء [P:حسن سالم] ثم [P:حسين سليم].', ['حسن سالم', 'حسين سليم']],
    ['a split عبد', 'قال [P:عبد الله ناصر] إن [P:عبدالله ناصر] هو نفسه.', ['عبد الله ناصر', 'عبد الله ناصر']],
    [
      'a declined kunya',
      'قال [P:أبو مازن الديري] ذلك، ورأينا [P:أبا مازن الديري].',
      ['أبو مازن الديري', 'أبو مازن الديري'],
    ],
    ['spellings of a country', 'في [L:سورية] قال إن [L:سوريا] باقية.', ['سورية', 'سورية']],
    ['a country by two names', 'ملكة [L:بريطانيا] في [L:المملكة المتحدة].', ['المملكة المتحدة', 'المملكة المتحدة']],
    ['capital and country', 'أكدت [L:دمشق] أن [L:سوريا] باقية.', ['دمشق', 'سوريا']],
    ['place and person of one name', 'قال [P:منصور] في [L:منصور].', ['منصور', 'منصور']],
    [
      'a ministry, short and long',
      'أعلنت [O:وزارة النقل] أن [O:وزارة النقل الأردنية] ستعمل.',
      ['وزارة النقل الأردنية', 'وزارة النقل الأردنية'],
    ],
    [
      'two ministries of two countries',
      'لقاء [O:وزارة النقل الأردنية] و[O:وزارة النقل العراقية].',
      ['وزارة النقل الأردنية', 'وزارة النقل العراقية'],
    ],
    ['a dropped head', 'أعلنت [O:شركة نخلة] أرباحها، وربحت [O:نخلة] كثيراً.', ['شركة نخلة', 'شركة نخلة']],
    [
      'a body and a longer one',
      'بين [O:الاتحاد العربي] و[O:الاتحاد العربي للنقل الجوي].',
      ['الاتحاد العربي', 'الاتحاد العربي للنقل الجوي'],
    ],
    [
      'an acronym in brackets',
      'قال [O:التجمع الوطني للعمال] ([O:توع]) إن [O:توع] باق.',
      ['التجمع الوطني للعمال', 'التجمع الوطني للعمال', 'التجمع الوطني للعمال'],
    ],
    [
      'an alias in apposition',
      'اعتقل [P:ماهر الديري] المعروف بـ[P:أبو نمر] أمس، وكان [P:أبو نمر] فاراً.',
      ['ماهر الديري', 'ماهر الديري', 'ماهر الديري'],
    ],
    [
      'a known acronym',
      'اجتمع [O:حلف شمال الأطلسي] ثم بحث [O:الناتو] الأمر.',
      ['حلف شمال الأطلسي', 'حلف شمال الأطلسي'],
    ],
    ['names that are no actors', 'فاز في [M:كأس العالم] أمس.', [null]],
  ];
  for (const [title, text, expected] of cases)
    it(title, () => {
      assert.deepEqual(resolve(text).mentions, expected);
    });

  it('keeps a person and a place of one name apart', () => {
    const { actors } = resolve('قال [P:منصور] في [L:منصور].');
    assert.deepEqual(
      actors.map((actor) => actor.type),
      ['PER', 'LOC'],
    );
  });

  it('says why it joined two forms', () => {
    const { actors } = resolve('قال [P:كمال الخطيب] ذلك، ثم عاد [P:الخطيب].');
    assert.deepEqual(actors[0]?.why, ['surname: الخطيب = كمال الخطيب']);
    assert.deepEqual(actors[0]?.aliases, ['الخطيب']);
  });
});
