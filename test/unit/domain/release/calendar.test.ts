import { expect, it } from 'vitest';
import { addDays, addMonths } from '../../../../domain/release/calendar.ts';
import { dayInJapan } from '../../../../domain/release/dayInJapan.ts';

it('dayInJapan returns the day in Japan, wherever the reader is', () => {
  expect(dayInJapan(new Date('2026-11-24T14:59:59Z'))).toBe('2026-11-24');
  expect(dayInJapan(new Date('2026-11-24T15:00:00Z'))).toBe('2026-11-25');
});

it('addDays and addMonths roll over years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2027-03-01', -1)).toBe('2027-02-28');
  expect(addMonths('2026-12-31', 1)).toBe('2027-01-01');
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-01');
});
