import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { writeCatalogue } from '../../../tools/demo/catalogue.ts';

const today = new Date('2026-12-01T00:00:00Z');
const { name, csv } = writeCatalogue(today);
const rows: Record<string, string>[] = parse(csv, { columns: true });

describe('the demo catalogue', () => {
  it('the demo catalogue has at least 300 books, each with its own id and ISBN', () => {
    expect(rows.length).toBeGreaterThanOrEqual(300);
    expect(new Set(rows.map((row) => row.レコードID)).size).toBe(rows.length);
    expect(new Set(rows.map((row) => row.ISBN)).size).toBe(rows.length);
  });

  it('the demo catalogue is dated around its day, with past, exact, vague and unknown dates', () => {
    expect(name).toBe('shinkan_20261201_full_001.csv');
    const dates = rows.map((row) => row.発売予定日 ?? '');
    const exact = dates.filter((date) => /^\d{4}\/\d\d\/\d\d$/.test(date));
    expect(exact.some((date) => date < '2026/12/01')).toBe(true);
    expect(exact.some((date) => date === '2026/12/01')).toBe(true);
    expect(exact.some((date) => date > '2027/01/01')).toBe(true);
    for (const form of [/上旬$/, /\d月$/, /頃$/, /[春夏秋冬]$/, /^未定$/]) {
      expect(
        dates.some((date) => form.test(date)),
        String(form),
      ).toBe(true);
    }
  });

  it('the demo catalogue is the same file for the same day', () => {
    expect(writeCatalogue(today).csv).toBe(csv);
  });
});
