import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseIsoDay, toDayNumber, weekdayOf } from '../../../server/src/analysis/dates/calendar';
import { read } from './helper';

describe('publication date', () => {
  it('is the given one before all else', () => {
    const { reference } = read('---\ndate: 2020-01-01\n---\nعنوان\n\nقال أمس.', '2022-05-06');
    assert.equal(reference, '2022-05-06');
  });

  it('may be given with a time', () => {
    const { reference, dates } = read('وصل قبل ساعتين.', '2022-05-06T14:30:00');
    assert.equal(reference, '2022-05-06');
    assert.equal(dates[0]?.value, '2022-05-06T12:30');
  });

  it('is read from the front matter, in ISO or in Arabic words', () => {
    for (const date of ['2021-04-09', '"9 أبريل 2021"', 'الجمعة 9 نيسان/أبريل 2021', '٩ أبريل ٢٠٢١', '9/4/2021']) {
      const { reference } = read(`---\ntitle: خبر\ndate: ${date}\n---\nعنوان الخبر\n\nوصل الوفد أمس.`, null);
      assert.equal(reference, '2021-04-09', date);
    }
  });

  it('is the article’s own today when its year stands with it', () => {
    const { reference, dates } = read('قال الوزير اليوم الخميس 4 آب 2022 إن الطريق سالك، وكان قد زاره أمس.', null);
    assert.equal(reference, '2022-08-04');
    assert.deepEqual(
      dates.map(({ value }) => value),
      ['2022-08-04', '2022-08-03'],
    );
  });

  it('takes the year of its own today from the same day told elsewhere', () => {
    const text = 'وفدا البلدين في جنيف- 4 من آب 2022 (الخارجية)\n\nاجتمع الوفدان اليوم الخميس 4 من آب في جنيف.';
    assert.equal(read(text, null).reference, '2022-08-04');
  });

  it('is read from a line that tells when the article was published', () => {
    const text =
      'عنوان الخبر\n\nآخر تحديث: الثلاثاء, 3 نوفمبر/ تشرين الثاني, 2009, 08:19 GMT\n\nغادر الوفد المدينة أمس بعد لقاء قصير مع الوالي.';
    const { reference, dates } = read(text, null);
    assert.equal(reference, '2009-11-03');
    assert.equal(dates.at(-1)?.value, '2009-11-02');
    assert.equal(
      read('عنوان الخبر\n\nانتهى العمل في 3 نوفمبر 2009 بحضور الوزير وعدد من النواب.', null).reference,
      null,
    );
  });

  it('counts from its own yesterday as well', () => {
    assert.equal(read('وقع الانفجار أمس الأربعاء 3 آب 2022 في الميناء.', null).reference, '2022-08-04');
  });

  it('is never guessed', () => {
    assert.equal(read('اجتمع الوفدان اليوم الخميس 4 آب في جنيف.', null).reference, null);
    assert.equal(read('اجتمع الوفدان في 4 آب 2022.', null).reference, null);
    assert.equal(read('اجتمع الوفدان اليوم الجمعة 4 آب 2022.', null).reference, null);
    assert.equal(read('قال أمس.', 'ليس تاريخاً').reference, null);
  });
});

describe('choices and problems', () => {
  it('offers the years that a weekday fits', () => {
    const [date] = read('تحدثا هاتفياً يوم الأربعاء 12 شباط.', null).dates;
    assert.equal(date?.value, 'XXXX-02-12');
    assert.deepEqual(date?.choices, ['2014-02-12', '2020-02-12', '2025-02-12']);
    assert.equal(date?.interval, undefined);
  });

  it('tells a weekday that does not fit', () => {
    const [date] = read('زارها يوم الأربعاء 12 شباط 2024.').dates;
    assert.equal(date?.value, '2024-02-12');
    assert.deepEqual(date?.problem, { code: 'weekday-mismatch', written: '3', expected: '1' });
  });

  it('tells a day that its month does not have and keeps the month', () => {
    const [date] = read('تنتهي المهلة في 31 نيسان 2023.').dates;
    assert.equal(date?.value, '2023-04');
    assert.deepEqual(date?.problem, { code: 'impossible-date', written: '31', expected: '30' });
  });

  it('knows leap years', () => {
    assert.equal(read('ولد في 29 فبراير 2024.').dates[0]?.problem, undefined);
    assert.equal(read('ولد في 29 فبراير 2023.').dates[0]?.problem?.code, 'impossible-date');
  });

  it('tells two calendars that disagree, and keeps the Gregorian half', () => {
    const [date] = read('صدر في 23 شعبان 1444هـ الموافق 25 مارس 2023م.').dates;
    assert.equal(date?.value, '2023-03-25');
    assert.deepEqual(date?.problem, { code: 'calendar-mismatch', written: '2023-03-15', expected: '2023-03-25' });
  });

  it('lets the moon be a day off', () => {
    assert.equal(read('صدر في 24 شعبان 1444هـ الموافق 15 مارس 2023م.').dates[0]?.problem, undefined);
  });

  it('tells two names that are not the same month’s', () => {
    const [date] = read('بدأت في 18 نيسان/أيار 2018.').dates;
    assert.deepEqual([date?.value, date?.problem?.code], ['2018-04-18', 'calendar-mismatch']);
  });

  it('tells a relative date without a publication date', () => {
    assert.equal(read('غادر أمس.', null).dates[0]?.problem?.code, 'no-reference');
    assert.equal(read('غادر أمس.').dates[0]?.problem, undefined);
  });
});

describe('interval', () => {
  const intervals: [string, string, string][] = [
    ['في 9 تموز 2021.', '2021-07-09T00:00:00', '2021-07-10T00:00:00'],
    ['في تموز 2021.', '2021-07-01T00:00:00', '2021-08-01T00:00:00'],
    ['منذ عام 2021.', '2021-01-01T00:00:00', '2022-01-01T00:00:00'],
    ['الأسبوع الماضي.', '2023-03-06T00:00:00', '2023-03-13T00:00:00'],
    ['النصف الثاني من عام 2020.', '2020-07-01T00:00:00', '2021-01-01T00:00:00'],
    ['شتاء 2020 كان قاسياً.', '2020-12-01T00:00:00', '2021-03-01T00:00:00'],
    ['ثمانينيات القرن الماضي.', '1980-01-01T00:00:00', '1990-01-01T00:00:00'],
    ['بين 3 و5 مايو 2021.', '2021-05-03T00:00:00', '2021-05-06T00:00:00'],
    ['ليلة السبت.', '2023-03-11T20:00:00', '2023-03-12T05:00:00'],
    ['أمس الساعة 22:30.', '2023-03-14T22:30:00', '2023-03-14T22:31:00'],
  ];
  for (const [text, begin, end] of intervals)
    it(text, () => assert.deepEqual(read(text).dates[0]?.interval, { begin, end }));

  it('is absent for lengths and repetition', () => {
    assert.equal(read('بقي ثلاثة أيام.').dates[0]?.interval, undefined);
    assert.equal(read('يزورها كل عام.').dates[0]?.interval, undefined);
  });
});

/** Pieces of expressions and of their surroundings, for sentences nobody thought of. */
const PIECES = (
  'اليوم أمس غدا الأربعاء الخميس يوم مساء صباح ليلة 15 31 3 من مارس آذار أيلول / ( ) ، ـ كانون الثاني شهر رمضان 2023 1444 هـ م عام سنة ' +
  'الماضي المقبل الجاري نفسه قبل بعد منذ ثلاثة أيام أسبوع شهرين و و5 إلى بين حتى النصف الأول الربع الأخير القرن العشرين ' +
  'الساعة العاشرة 22:30 والنصف كل أول آخر نحو أكثر ستزور قال 2015-2017 12/2/1439 أواخر الصيف الثمانينيات هذا الأسبوع القادم'
).split(' ');

const sentences = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 14 })
  .map((pieces) => pieces.join(' '));

const DATE = String.raw`(?:BC)?(?:\d{4}|XXXX)(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?|-W(?:\d\d|XX)(?:-(?:[1-7]|WE))?|-H[12]|-Q[1-4]|-(?:SP|SU|FA|WI))?`;
const POINT = String.raw`(?:${DATE}|(?:BC)?(?:\d\d\d?|XXX?))`;
const TIME = String.raw`(?:${DATE})?T(?:(?:[01]\d|2[0-4]):[0-5]\d|MO|MI|AF|EV|NI|DT)`;
const PERIOD = String.raw`P(?:(?:\d+|X)(?:DE|CE|[YMWD]))*(?:T(?:(?:\d+|X)[HMS])+)?`;
const VALUE = new RegExp(
  `^(?:${TIME}|${POINT}|${PERIOD}|PRESENT_REF|PAST_REF|FUTURE_REF)(?:/(?:${TIME}|${POINT}|${PERIOD}))?$`,
);

describe('properties', () => {
  const references = fc.option(
    fc
      .integer({ min: 2000, max: 2029 })
      .chain((year) =>
        fc
          .integer({ min: 1, max: 12 })
          .chain((month) =>
            fc
              .integer({ min: 1, max: 28 })
              .map((day) => `${year}-${`${month}`.padStart(2, '0')}-${`${day}`.padStart(2, '0')}`),
          ),
      ),
    { nil: null },
  );

  it('every value is a TIMEX3 value, every span its text, every interval runs forward', () => {
    fc.assert(
      fc.property(sentences, references, (text, reference) => {
        let last = 0;
        for (const date of read(text, reference).dates) {
          assert.match(date.value, VALUE, `${date.text} in ${text}`);
          assert.equal(date.text, text.slice(date.start, date.end));
          assert.ok(date.start >= last, 'in order, apart');
          last = date.end;
          if (date.interval !== undefined)
            assert.ok(date.interval.begin < date.interval.end, `${date.text} ${date.value}`);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('a weekday agrees with its date unless that is told', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('الاثنين', 'الثلاثاء', 'الخميس', 'السبت', 'الأحد'),
        sentences,
        references,
        (day, rest, reference) => {
          const weekday = ['الاثنين', 'الثلاثاء', '', 'الخميس', '', 'السبت', 'الأحد'].indexOf(day) + 1;
          const first = read(`وصل ${day} ${rest}`, reference).dates.find((date) => date.text.startsWith(day));
          const iso = first === undefined || first.type !== 'DATE' ? null : parseIsoDay(first.value);
          if (iso === null || first?.value.length !== 10 || first.problem !== undefined) return;
          if (/رمضان|هـ|1439|1444/.test(first.text)) return; // the moon may be a day off
          assert.equal(weekdayOf(toDayNumber(iso.year, iso.month, iso.day)), weekday, first.text);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('says the same again', () => {
    fc.assert(
      fc.property(sentences, references, (text, reference) =>
        assert.deepEqual(read(text, reference), read(text, reference)),
      ),
      { numRuns: 50 },
    );
  });

  it('moves relative years and months with the publication date', () => {
    const shifted = [
      'العام الماضي',
      'مايو الماضي',
      'العام المقبل',
      'الشهر الماضي',
      'النصف الثاني من العام المقبل',
      'في 5 مايو المقبل',
      'قبل سنتين',
      'الصيف الماضي',
      'نهاية العام الجاري',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...shifted),
        fc.integer({ min: 2000, max: 2027 }),
        fc.integer({ min: 1, max: 12 }),
        (text, year, month) => {
          const at = (y: number): string =>
            read(`زارها ${text}.`, `${y}-${`${month}`.padStart(2, '0')}-10`).dates[0]?.value ?? '';
          const moved = at(year).replace(/^\d{4}/, (found) => `${Number(found) + 1}`);
          assert.equal(at(year + 1), moved);
        },
      ),
    );
  });

  it('never fails on any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const date of read(text).dates) assert.equal(date.text, text.slice(date.start, date.end));
      }),
    );
  });

  it('keeps offsets through diacritics, tatweel and bidi controls', () => {
    const [date] = read('زار يَوْمَ الثّلاثاء 7 مــارس \u200f2023\u200f المدينة.').dates;
    assert.deepEqual([date?.text, date?.value], ['يَوْمَ الثّلاثاء 7 مــارس \u200f2023', '2023-03-07']);
  });
});
