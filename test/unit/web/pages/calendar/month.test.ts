import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Weekday, weekdayOf } from '../../../../../domain/release/calendar.ts';
import {
  FIRST_MONTH,
  isMonth,
  LAST_MONTH,
  lastDayOf,
  monthOf,
} from '../../../../../web/src/pages/calendar/dates/month.ts';
import { addToMonth, isDay, sameDayIn } from '../../../../../web/src/pages/calendar/dates/steps.ts';
import { daysOf, weeksOf } from '../../../../../web/src/pages/calendar/dates/week.ts';

const aMonth = fc
  .tuple(fc.integer({ min: 1970, max: 2099 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);
const aWeekStart = fc.integer({ min: 0, max: 6 }).map((day) => day as Weekday);

describe('the months of the calendar', () => {
  it.each([
    ['2026-12', 31],
    ['2026-02', 28],
    ['2028-02', 29],
    ['2000-02', 29],
    ['2099-04', 30],
  ])('%s has %i days', (month, count) => expect(daysOf(month)).toHaveLength(count));

  it.each(['2026-13', '2026-00', '2026-1', '1969-12', '2100-01', '20266-01', 'x', '2026-12 ', ''])(
    '%j is not a month',
    (written) => expect(isMonth(written)).toBe(false),
  );

  it.each(['2026-02-29', '2026-12-00', '2026-12-32', '2026-4-1', '1969-12-31', '2026-12', 'x'])(
    '%j is not a day of a month',
    (written) => expect(isDay(written)).toBe(false),
  );

  it('addToMonth crosses the year', () => {
    expect(addToMonth('2026-12', 1)).toBe('2027-01');
    expect(addToMonth('2027-01', -1)).toBe('2026-12');
    expect(addToMonth('2026-05', -17)).toBe('2024-12');
  });

  it('sameDayIn returns the same day of another month, or its last day', () => {
    expect(sameDayIn('2027-01-31', 1)).toBe('2027-02-28');
    expect(sameDayIn('2028-01-31', 1)).toBe('2028-02-29');
    expect(sameDayIn('2027-03-31', -1)).toBe('2027-02-28');
    expect(sameDayIn('2026-12-05', 1)).toBe('2027-01-05');
  });

  it('weeksOf starts weeks on Sunday or Monday', () => {
    const sundays = weeksOf('2026-12', 0);
    expect(sundays).toHaveLength(5);
    expect(sundays[0]).toEqual([null, null, '2026-12-01', ...days(2, 5)]);
    expect(sundays[4]).toEqual([...days(27, 31), null, null]);
    expect(weeksOf('2026-12', 1)[0]?.slice(0, 3)).toEqual([null, '2026-12-01', '2026-12-02']);
    // Twenty-eight days that start with the week, and thirty-one that span six.
    expect(weeksOf('2026-02', 0)).toHaveLength(4);
    expect(weeksOf('2027-01', 0)).toHaveLength(6);
  });

  it('weeksOf contains every day of the month, each below its weekday', () => {
    fc.assert(
      fc.property(aMonth, aWeekStart, (month, weekStart) => {
        const weeks = weeksOf(month, weekStart);
        expect(weeks.flat().filter((day) => day !== null)).toEqual(daysOf(month));
        for (const week of weeks) {
          expect(week).toHaveLength(7);
          expect(week.some((day) => day !== null)).toBe(true);
          for (const [place, day] of week.entries()) {
            if (day !== null) expect(weekdayOf(day)).toBe((place + weekStart) % 7);
          }
        }
      }),
    );
  });

  it('a month ends the day before the next starts, and steps lead there and back', () => {
    fc.assert(
      fc.property(aMonth, fc.integer({ min: -600, max: 600 }), (month, months) => {
        expect(monthOf(addDays(lastDayOf(month), 1))).toBe(addToMonth(month, 1));
        expect(addToMonth(addToMonth(month, months), -months)).toBe(month);
      }),
    );
  });

  it('every day of a month is in the calendar, from its first page to its last', () => {
    fc.assert(fc.property(aMonth, (month) => daysOf(month).every(isDay)));
    expect([FIRST_MONTH, LAST_MONTH].every(isMonth)).toBe(true);
  });
});

function days(from: number, to: number): string[] {
  return Array.from(
    { length: to - from + 1 },
    (_, index) => `2026-12-${String(from + index).padStart(2, '0')}`,
  );
}
