import { expect, it } from 'vitest';
import { holidaysOf } from '../../../../../web/src/pages/calendar/dates/holidays.ts';

it('public holidays have names in both languages', async () => {
  const holidays = await holidaysOf('2026');
  expect(holidays['2026-11-23']).toMatchObject({
    name: '勤労感謝の日',
    name_en: 'Labor Thanksgiving Day',
  });
  expect(holidays['2026-11-24']).toBeUndefined();
});

it('a year not announced yet has no holidays', async () => {
  expect(await holidaysOf('2099')).toEqual({});
});
