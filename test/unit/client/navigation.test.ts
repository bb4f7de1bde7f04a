import assert from 'node:assert/strict';
import { neighbour } from '../../../client/src/navigation';
import { parseDate } from '../../../client/src/parse-date';
import type { Analysis } from '../../../server/src/protocol';

const span = (start: number, end: number): { start: number; end: number; text: string } => ({ start, end, text: '' });

const ANALYSIS = {
  entities: [span(10, 15), span(30, 35)],
  dates: [span(20, 25)],
  quotes: [span(30, 60)],
} as unknown as Analysis;

describe('neighbour', () => {
  const at = (start: number) => ({ start, end: start });
  it('walks names, dates and quotes in order and begins again at the end', () => {
    assert.equal(neighbour(ANALYSIS, at(0), 'next')?.start, 10);
    assert.equal(neighbour(ANALYSIS, at(10), 'next')?.start, 20);
    assert.equal(neighbour(ANALYSIS, at(30), 'next')?.start, 10);
    assert.equal(neighbour(ANALYSIS, at(30), 'previous')?.start, 20);
    assert.equal(neighbour(ANALYSIS, at(10), 'previous')?.start, 30);
  });
  it('stops once where two marks begin together, at the shorter', () => {
    assert.equal(neighbour(ANALYSIS, at(20), 'next')?.end, 35);
  });
});

describe('parseDate', () => {
  it('reads ISO dates in three digit scripts and with slashes', () => {
    assert.equal(parseDate('2024-03-12'), '2024-03-12');
    assert.equal(parseDate(' ٢٠٢٤/٣/١٢ '), '2024-03-12');
    assert.equal(parseDate('۲۰۲۴-۰۳-۱۲'), '2024-03-12');
  });
  it('refuses what is no day of the calendar', () => {
    for (const typed of ['2024-02-30', '12-03-2024', 'أمس', '']) assert.equal(parseDate(typed), null);
  });
});
