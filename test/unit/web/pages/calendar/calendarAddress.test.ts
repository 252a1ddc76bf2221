import { describe, expect, it } from 'vitest';
import {
  addressOfStretch,
  readCalendarAddress,
  type Stretch,
} from '../../../../../web/src/pages/calendar/dates/calendarAddress.ts';
import {
  readersLocale,
  weekStartOf,
} from '../../../../../web/src/pages/calendar/dates/weekStart.ts';
import { stretchesOf } from '../../../../../web/src/pages/calendar/stretches/stretchesOf.ts';

const EARLY: Stretch = { precision: 'THIRD', earliest: '2026-12-01', latest: '2026-12-10' };
const LATER: Stretch = { precision: 'FROM', earliest: '2026-12-15', latest: null };
const BY_END: Stretch = { precision: 'UNTIL', earliest: null, latest: '2026-12-31' };
const YEAR: Stretch = { precision: 'YEAR', earliest: '2026-01-01', latest: '2026-12-31' };

describe('the calendar’s addresses', () => {
  it('a calendar address names a month, a day or a release period', () => {
    expect(readCalendarAddress('2026-12')).toEqual({ kind: 'month', month: '2026-12' });
    expect(readCalendarAddress('2028-02-29')).toEqual({ kind: 'day', day: '2028-02-29' });
    for (const stretch of [EARLY, LATER, BY_END, YEAR]) {
      const written = addressOfStretch(stretch).slice('/calendar/'.length);
      expect(readCalendarAddress(written)).toEqual({ kind: 'stretch', stretch });
    }
  });

  it.each([
    '2026-13',
    '2026-02-29',
    'tomorrow',
    'day_2026-12-01_2026-12-01',
    'unknown__',
    'third_2026-12-01_',
    'third_2026-12-10_2026-12-01',
    'from_2026-12-01_2026-12-02',
    'until__2026-13-01',
    'constructor_2026-12-01_2026-12-02',
    'THIRD_2026-12-01_2026-12-10',
  ])('the address %j has no page', (written) => expect(readCalendarAddress(written)).toBeNull());
});

describe('stretchesOf', () => {
  const all = [EARLY, LATER, BY_END, YEAR].map((release) => ({ release }));

  it('stretchesOf returns all periods during the month', () => {
    expect(stretchesOf(all, '2026-12', '2026-12-31')).toEqual(all);
  });

  it('stretchesOf returns only the periods that ended in a past month', () => {
    const past = stretchesOf(all, '2026-12', '2027-01-01').map(({ release }) => release);
    expect(past).toEqual([EARLY, BY_END, YEAR]);
    expect(stretchesOf([{ release: YEAR }], '2026-05', '2026-06-01')).toEqual([]);
  });
});

describe('weekStartOf', () => {
  it.each([
    ['ja', 0],
    ['en', 0],
    ['en-US', 0],
    ['en-GB', 1],
  ])('the week in %s starts on day %i', (locale, day) => expect(weekStartOf(locale)).toBe(day));

  it('the week starts as in the reader’s own English', () => {
    expect(readersLocale('en', ['ja-JP', 'en-GB', 'en-US'])).toBe('en-GB');
    expect(readersLocale('ja', ['en-GB'])).toBe('ja');
  });
});
