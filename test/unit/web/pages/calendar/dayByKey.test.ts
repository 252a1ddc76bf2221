import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Weekday } from '../../../../../domain/release/calendar.ts';
import { monthOf } from '../../../../../web/src/pages/calendar/dates/month.ts';
import { isDay } from '../../../../../web/src/pages/calendar/dates/steps.ts';
import { dayByKey } from '../../../../../web/src/pages/calendar/month/dayByKey.ts';

const SUNDAY = 0;
const MONDAY = 1;

describe('dayByKey', () => {
  it.each([
    ['ArrowLeft', '2027-01-01', '2026-12-31'],
    ['ArrowRight', '2026-12-31', '2027-01-01'],
    ['ArrowUp', '2028-03-07', '2028-02-29'],
    ['ArrowDown', '2026-12-29', '2027-01-05'],
    ['PageUp', '2026-12-31', '2026-11-30'],
    ['PageDown', '2026-01-31', '2026-02-28'],
  ])('%s moves from %s to %s', (key, from, to) => {
    expect(dayByKey(key, from, SUNDAY)).toBe(to);
  });

  it('Home and End move to the ends of the week within the month', () => {
    // A Wednesday.
    expect(dayByKey('Home', '2026-12-09', SUNDAY)).toBe('2026-12-06');
    expect(dayByKey('End', '2026-12-09', SUNDAY)).toBe('2026-12-12');
    expect(dayByKey('Home', '2026-12-09', MONDAY)).toBe('2026-12-07');
    expect(dayByKey('End', '2026-12-09', MONDAY)).toBe('2026-12-13');
    expect(dayByKey('Home', '2026-12-02', SUNDAY)).toBe('2026-12-01');
    expect(dayByKey('End', '2026-12-29', SUNDAY)).toBe('2026-12-31');
  });

  it('keys do not move past the first and last pages', () => {
    expect(dayByKey('ArrowLeft', '1970-01-01', SUNDAY)).toBeNull();
    expect(dayByKey('PageDown', '2099-12-01', SUNDAY)).toBeNull();
  });

  it.each(['Tab', 'Enter', 'a', ' ', 'Escape'])('%j is left to the browser', (key) => {
    expect(dayByKey(key, '2026-12-05', SUNDAY)).toBeNull();
  });

  const aDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1985-01-01', days));
  const aWeekStart = fc.integer({ min: 0, max: 6 }).map((day) => day as Weekday);

  it('keys move to existing days, and arrows back again', () => {
    const opposite = { ArrowLeft: 'ArrowRight', ArrowUp: 'ArrowDown' };
    fc.assert(
      fc.property(aDay, aWeekStart, (day, weekStart) => {
        for (const key of ['PageUp', 'PageDown', 'Home', 'End', ...Object.keys(opposite)]) {
          expect(isDay(dayByKey(key, day, weekStart) ?? '')).toBe(true);
        }
        for (const [there, back] of Object.entries(opposite)) {
          expect(dayByKey(back, dayByKey(there, day, weekStart) ?? '', weekStart)).toBe(day);
        }
        for (const key of ['Home', 'End']) {
          const end = dayByKey(key, day, weekStart) ?? '';
          expect(monthOf(end)).toBe(monthOf(day));
          expect(dayByKey(key, end, weekStart)).toBe(end);
        }
      }),
    );
  });
});
