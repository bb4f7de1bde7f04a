import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DateExpression } from '../../../server/src/analysis/model';
import { isCalendarDay } from '../../../server/src/calendar-day';
import { describeHijri } from '../../../server/src/lsp/hijri-words';
import { dayNumber, describeDate, describeDistance, describeValue } from '../../../server/src/lsp/timex';

const date = (fields: Partial<DateExpression>): DateExpression => ({
  start: 0,
  end: 1,
  text: 'x',
  type: 'DATE',
  value: '2021-09',
  mod: null,
  ...fields,
});

describe('date values in words', () => {
  const cases: readonly (readonly [string, string | null, string | null])[] = [
    ['2023-03-15', 'الأربعاء 15 آذار/مارس 2023', 'Wednesday 15 March 2023'],
    ['2023-03-15T09:30', 'الأربعاء 15 آذار/مارس 2023، 09:30', 'Wednesday 15 March 2023, 09:30'],
    ['2023-03-14TEV', 'الثلاثاء 14 آذار/مارس 2023، مساءً', 'Tuesday 14 March 2023, evening'],
    ['2021-09', 'أيلول/سبتمبر 2021', 'September 2021'],
    ['2021', 'سنة 2021', '2021'],
    ['2023-W11', 'الأسبوع 11 من 2023', 'week 11 of 2023'],
    ['2023-Q1', 'الربع 1 من 2023', 'quarter 1 of 2023'],
    ['2023-H2', 'النصف 2 من 2023', 'half 2 of 2023'],
    ['2023-SU', 'صيف 2023', 'summer 2023'],
    ['198', 'عقد 1980', 'the 1980s'],
    ['19', 'السنوات 1900–1999', 'the years 1900–1999'],
    ['P9Y', '9 سنوات', '9 years'],
    ['PT1H', 'ساعة واحدة', '1 hour'],
    ['P1M', 'شهر واحد', '1 month'],
    ['PT1M', 'دقيقة واحدة', '1 minute'],
    ['PXD', 'بضع أيام', 'some days'],
    [
      '2023-05-03/2023-05-05',
      'من الأربعاء 3 أيار/مايو 2023 إلى الجمعة 5 أيار/مايو 2023',
      'Wednesday 3 May 2023 – Friday 5 May 2023',
    ],
    ['XXXX-02-12', null, null],
    ['PRESENT_REF', null, null],
    ['2023-13', null, null],
    ['', null, null],
    ['constructor', null, null],
  ];
  for (const [value, ar, en] of cases)
    it(value || '(empty)', () => {
      assert.equal(describeValue('ar', value), ar);
      assert.equal(describeValue('en', value), en);
    });

  it('say the modifier and the recurrence', () => {
    assert.equal(describeDate('ar', date({ mod: 'MID' })), 'منتصف أيلول/سبتمبر 2021');
    assert.equal(describeDate('en', date({ type: 'SET', value: 'P1W' })), 'repeatedly: 1 week');
  });

  it('number days as the calendar does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50_000, max: 50_000 }), (day) => {
        const date = new Date(day * 86_400_000);
        const iso = date.toISOString().slice(0, 10);
        assert.equal(dayNumber(iso), day);
        const weekday = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(date);
        assert.ok(describeValue('en', iso)!.startsWith(weekday));
      }),
    );
  });

  it('tell the Hijri day inside the table only', () => {
    assert.equal(describeHijri('ar', '2023-03-23'), '1 رمضان 1444 هـ');
    assert.equal(describeHijri('en', '2023-03-23TEV'), '1 Ramadan 1444 AH');
    for (const value of ['1900-01-01', '2023-03', 'XXXX-03-23', 'P1D'])
      assert.equal(describeHijri('ar', value), null, value);
  });

  it('measure the distance from the article’s date in the value’s own unit', () => {
    assert.equal(describeDistance('en', '2023-03-19', '2023-03-15'), '4 days after');
    assert.equal(describeDistance('ar', '2023-03-14', '2023-03-15'), 'قبله بيوم واحد');
    assert.equal(describeDistance('ar', '2023-03-19', '2023-03-15'), 'بعده بـ4 أيام');
    assert.equal(describeDistance('en', '2023-03-15TEV', '2023-03-15'), 'the same day');
    assert.equal(describeDistance('en', '2021-09', '2023-03-15'), '18 months before');
    assert.equal(describeDistance('en', '2026', '2023-03-15'), '3 years after');
    assert.equal(describeDistance('en', '2023', '2023-03-15'), null);
    assert.equal(describeDistance('en', '2023-03-19', null), null);
    assert.equal(describeDistance('en', 'XXXX-03-19', '2023-03-15'), null);
    assert.equal(describeDistance('en', '2023-03-19', 'not a date'), null);
  });
});

describe('days given from outside', () => {
  it('are days of the calendar', () => {
    for (const day of ['2023-03-15', '2024-02-29', '0001-01-01']) assert.ok(isCalendarDay(day), day);
    for (const day of [
      '2023-02-29',
      '2023-04-31',
      '2023-3-15',
      '2023-13-01',
      '2023-03-15T00:00',
      '٢٠٢٣-٠٣-١٥',
      '',
      null,
      5,
      {},
    ])
      assert.equal(isCalendarDay(day), false, String(day));
  });
});
