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

describe('an address of the calendar', () => {
  it('names a month, a day or a stretch', () => {
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
  ])('%j leads to no page', (written) => expect(readCalendarAddress(written)).toBeNull());
});

describe('the stretches of a month', () => {
  const all = [EARLY, LATER, BY_END, YEAR].map((release) => ({ release }));

  it('are all of them while it lasts', () => {
    expect(stretchesOf(all, '2026-12', '2026-12-31')).toEqual(all);
  });

  it('are those that ended in it once it is over: what is left of a year lies elsewhere', () => {
    const past = stretchesOf(all, '2026-12', '2027-01-01').map(({ release }) => release);
    expect(past).toEqual([EARLY, BY_END, YEAR]);
    expect(stretchesOf([{ release: YEAR }], '2026-05', '2026-06-01')).toEqual([]);
  });
});

describe('the first day of a week', () => {
  it.each([
    ['ja', 0],
    ['en', 0],
    ['en-US', 0],
    ['en-GB', 1],
  ])('of %s is %i', (locale, day) => expect(weekStartOf(locale)).toBe(day));

  it('is that of the reader’s own English', () => {
    expect(readersLocale('en', ['ja-JP', 'en-GB', 'en-US'])).toBe('en-GB');
    expect(readersLocale('ja', ['en-GB'])).toBe('ja');
  });
});
