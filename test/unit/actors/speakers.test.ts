import assert from 'node:assert/strict';
import { resolve, type SpokenQuote } from './analysis';

describe('actors: who speaks', () => {
  const minister = 'وصل وزير النقل الأردني [P:سمير العجلوني] أمس.\n\n';
  const cases: [string, string, SpokenQuote[], (string | null)[]][] = [
    ['a name', 'قال [P:سمير العجلوني] إن الأمر انتهى.', [{ cue: 'قال', speaker: 'سمير العجلوني' }], ['سمير العجلوني']],
    ['a title alone', `${minister}وقال الوزير إن الأمر انتهى.`, [{ cue: 'قال', speaker: 'الوزير' }], ['سمير العجلوني']],
    [
      'a title with the country',
      `${minister}وقال الوزير الأردني إن.`,
      [{ cue: 'قال', speaker: 'الوزير الأردني' }],
      ['سمير العجلوني'],
    ],
    [
      'a title of another country',
      `${minister}وقال الوزير التشادي إن.`,
      [{ cue: 'قال', speaker: 'الوزير التشادي' }],
      [null],
    ],
    [
      'a title told by the capital',
      'وصل وزير النقل المصري [P:سمير العجلوني]. وقال وزير نقل [L:القاهرة] إن.',
      [{ cue: 'قال', speaker: 'وزير نقل القاهرة' }],
      ['سمير العجلوني'],
    ],
    [
      'another office',
      `${minister}وقال وزير الدفاع الأردني إن.`,
      [{ cue: 'قال', speaker: 'وزير الدفاع الأردني' }],
      [null],
    ],
    [
      'an unnamed spokesman',
      `${minister}وقال متحدث باسم [O:وزارة النقل] إن.`,
      [{ cue: 'قال', speaker: 'متحدث باسم وزارة النقل' }],
      [null],
    ],
    [
      'a title before its name',
      'انتقد الرئيس التشادي القرار.\n\nووصل الرئيس التشادي [P:سمير العجلوني] أمس.',
      [{ cue: 'انتقد', speaker: 'الرئيس التشادي' }],
      ['سمير العجلوني'],
    ],
    [
      'the president who is not the former one',
      'عاد الرئيس التشادي السابق [P:سمير العجلوني]. وقال الرئيس التشادي إن.',
      [{ cue: 'قال', speaker: 'الرئيس التشادي' }],
      [null],
    ],
    [
      'a minister and a woman minister',
      'التقى وزير النقل [P:سمير العجلوني] وزيرة البيئة [P:هالة الديري]. وقالت الوزيرة إن.',
      [{ cue: 'قالت', speaker: 'الوزيرة' }],
      ['هالة الديري'],
    ],
    [
      'two presidents, told apart',
      'التقى الرئيس التشادي [P:سمير العجلوني] الرئيس البيروفي [P:خوان مالدو]. وقال الرئيس التشادي إن.',
      [{ cue: 'قال', speaker: 'الرئيس التشادي' }],
      ['سمير العجلوني'],
    ],
    [
      'a counterpart',
      'التقى وزير النقل الأردني [P:سمير العجلوني] نظيره البيروفي [P:خوان مالدو]. وقال وزير النقل البيروفي إن.',
      [{ cue: 'قال', speaker: 'وزير النقل البيروفي' }],
      ['خوان مالدو'],
    ],
    [
      'an organisation by its head',
      'أعلنت [O:شركة نخلة] أرباحها. وقالت الشركة إن.',
      [{ cue: 'قالت', speaker: 'الشركة' }],
      ['شركة نخلة'],
    ],
    [
      'a head outside the marks',
      'نقلت صحيفة «[O:نخلة]» الخبر. وأضافت الصحيفة أن.',
      [{ cue: 'أضافت', speaker: 'الصحيفة' }],
      ['نخلة'],
    ],
    [
      'a head noun of nobody',
      'أعلنت [O:شركة نخلة] أرباحها. وقال الحزب إن.',
      [{ cue: 'قال', speaker: 'الحزب' }],
      [null],
    ],
    [
      'the nearest of two',
      'أعلنت [O:شركة نخلة] أرباحها ثم أعلنت [O:شركة سدرة] خسائرها. وقالت الشركة إن.',
      [{ cue: 'قالت', speaker: 'الشركة' }],
      ['شركة سدرة'],
    ],
    [
      'a statement and its issuer',
      'جاء في بيان ل[O:وزارة النقل] ذلك. وأكد البيان أن.',
      [{ cue: 'أكد', speaker: 'البيان' }],
      ['وزارة النقل'],
    ],
    [
      'a report and who published it',
      'وفقا لتقرير حديث نشره [O:معهد نخلة] أمس.',
      [{ cue: 'وفقا', speaker: 'تقرير حديث' }],
      ['معهد نخلة'],
    ],
    [
      'a bare verb',
      'قال [P:سمير العجلوني] إن ذلك صعب.\n\nوأضاف أن الأمر انتهى.',
      [
        { cue: 'قال', speaker: 'سمير العجلوني' },
        { cue: 'أضاف', speaker: null },
      ],
      ['سمير العجلوني', 'سمير العجلوني'],
    ],
    [
      'a bare feminine verb after a man',
      'قالت الوزيرة [P:هالة الديري] إن ذلك صعب. وقال الوزير [P:سمير العجلوني] إنه سهل. وأضافت أن.',
      [
        { cue: 'قالت', speaker: 'الوزيرة هالة الديري', gender: 'f' },
        { cue: 'قال', speaker: 'الوزير سمير العجلوني', gender: 'm' },
        { cue: 'أضافت', speaker: null, gender: 'f' },
      ],
      ['هالة الديري', 'سمير العجلوني', 'هالة الديري'],
    ],
    [
      'a bare plural verb',
      'قال [P:سمير العجلوني] إن ذلك صعب. وأضافوا أن.',
      [
        { cue: 'قال', speaker: 'سمير العجلوني' },
        { cue: 'أضافوا', speaker: null, number: 'p' },
      ],
      ['سمير العجلوني', null],
    ],
    [
      'after an unnamed source',
      'قال مصدر أمني إن ذلك صعب. وأضاف أن.',
      [
        { cue: 'قال', speaker: 'مصدر أمني' },
        { cue: 'أضاف', speaker: null },
      ],
      [null, null],
    ],
    [
      'two names together',
      'قالت [O:وزارة النقل] و[O:شركة نخلة] إن.',
      [{ cue: 'قالت', speaker: 'وزارة النقل وشركة نخلة' }],
      [null],
    ],
    ['people of an organisation', 'قال خبراء [O:شركة نخلة] إن.', [{ cue: 'قال', speaker: 'خبراء شركة نخلة' }], [null]],
    [
      'the latter',
      'التقى [P:سمير العجلوني] زميله [P:ماهر الديري]، وقال الأخير إن.',
      [{ cue: 'قال', speaker: 'الأخير' }],
      ['ماهر الديري'],
    ],
    [
      'the same speaker',
      'قال [P:سمير العجلوني] إن ذلك صعب.\n\nوأكد المتحدث ذاته أن.',
      [
        { cue: 'قال', speaker: 'سمير العجلوني' },
        { cue: 'أكد', speaker: 'المتحدث ذاته' },
      ],
      ['سمير العجلوني', 'سمير العجلوني'],
    ],
    ['a place that speaks', 'أكدت [L:موسكو] أن.', [{ cue: 'أكدت', speaker: 'موسكو' }], ['موسكو']],
    [
      'a lead without a name',
      'أكد وزير النقل الأردني أن العمل بدأ.\n\nوقال [P:سمير العجلوني] إن الأمر سهل.',
      [
        { cue: 'أكد', speaker: 'وزير النقل الأردني' },
        { cue: 'قال', speaker: 'سمير العجلوني' },
      ],
      ['سمير العجلوني', 'سمير العجلوني'],
    ],
    [
      'a lead without a name and two speakers',
      'أكد وزير النقل الأردني أن العمل بدأ.\n\nوقال [P:سمير العجلوني] إن الأمر سهل. وقال [P:ماهر الديري] إنه صعب.',
      [
        { cue: 'أكد', speaker: 'وزير النقل الأردني' },
        { cue: 'قال', speaker: 'سمير العجلوني' },
        { cue: 'قال', speaker: 'ماهر الديري' },
      ],
      [null, 'سمير العجلوني', 'ماهر الديري'],
    ],
    [
      'an epithet of the only speaker',
      'قال رئيس المتحف [P:سمير العجلوني] إن ذلك صعب. وشدد الباحث التشادي على أن.',
      [
        { cue: 'قال', speaker: 'سمير العجلوني' },
        { cue: 'شدد', speaker: 'الباحث التشادي' },
      ],
      ['سمير العجلوني', 'سمير العجلوني'],
    ],
    [
      'after a report that nothing names',
      'قال [P:سمير العجلوني] إن ذلك صعب. وجاء أن الأمر انتهى. وأضاف أن.',
      [
        { cue: 'قال', speaker: 'سمير العجلوني', gender: 'm' },
        { cue: 'وجاء', speaker: null, relation: 'none' },
        { cue: 'أضاف', speaker: null, gender: 'm' },
      ],
      ['سمير العجلوني', null, 'سمير العجلوني'],
    ],
    [
      'a headline’s title and the only speaker',
      'خبير اقتصادي: الأزمة مستمرة\n\nقال [P:سمير العجلوني] إن الأزمة مستمرة.',
      [
        { cue: ':', speaker: 'خبير اقتصادي', relation: 'colon' },
        { cue: 'قال', speaker: 'سمير العجلوني' },
      ],
      ['سمير العجلوني', 'سمير العجلوني'],
    ],
    [
      'an unnamed expert',
      'قال الخبير الاقتصادي [P:سمير العجلوني] إن. وقال خبير اقتصادي إن.',
      [
        { cue: 'قال', speaker: 'سمير العجلوني' },
        { cue: 'قال', speaker: 'خبير اقتصادي' },
      ],
      ['سمير العجلوني', null],
    ],
    [
      'words inside a title are not the speaker',
      'قال مدير [O:شركة نخلة] إن.',
      [{ cue: 'قال', speaker: 'مدير شركة نخلة' }],
      [null],
    ],
  ];
  for (const [title, text, quotes, expected] of cases)
    it(title, () => {
      assert.deepEqual(resolve(text, quotes).speakers, expected);
    });

  it('lists titles and bare verbs as references', () => {
    const { references } = resolve(`${minister}وقال الوزير إن ذلك صعب، وأضاف أن.`, [
      { cue: 'قال', speaker: 'الوزير' },
      { cue: 'أضاف', speaker: null },
    ]);
    assert.deepEqual(references, [
      { text: 'الوزير', actor: 'سمير العجلوني' },
      { text: 'أضاف', actor: 'سمير العجلوني' },
    ]);
  });

  it('lists the nouns of the only organisation called so', () => {
    const { references } = resolve('أعلنت [O:شركة نخلة] أرباحها، وربحت الشركة كثيرا في الحزب.');
    assert.deepEqual(references, [{ text: 'الشركة', actor: 'شركة نخلة' }]);
  });

  it('leaves a noun open that two organisations are called by', () => {
    const { references } = resolve('ربحت [O:شركة نخلة] و[O:شركة سدرة]، وخسرت الشركة كثيرا.');
    assert.deepEqual(references, []);
  });

  it('leaves a title of a country open that no role tells', () => {
    const { references } = resolve('التقى الرئيس [P:سمير العجلوني] الرئيس البيروفي أمس.');
    assert.deepEqual(references, []);
  });
});
