import { describe, expect, it } from 'vitest';
import type { Release, ReleasePrecision } from '../../../../domain/release/release.ts';
import { releaseWordsEn } from '../../../../domain/release/releaseWordsEn.ts';
import { releaseWordsJa } from '../../../../domain/release/releaseWordsJa.ts';
import { wordRelease } from '../../../../domain/release/wordRelease.ts';

type Row = [
  precision: ReleasePrecision,
  earliest: string | null,
  latest: string | null,
  japanese: string,
  english: string,
];

const rows: Row[] = [
  ['DAY', '2026-03-14', '2026-03-14', '2026年3月14日', '14 March 2026'],
  ['DAY_AROUND', '2026-03-11', '2026-03-17', '2026年3月14日頃', 'around 14 March 2026'],
  ['THIRD', '2026-03-01', '2026-03-10', '2026年3月上旬', 'early March 2026'],
  ['THIRD', '2026-03-11', '2026-03-20', '2026年3月中旬', 'mid March 2026'],
  ['THIRD', '2026-03-21', '2026-03-31', '2026年3月下旬', 'late March 2026'],
  ['THIRD_AROUND', '2026-02-24', '2026-03-15', '2026年3月上旬頃', 'around early March 2026'],
  ['THIRD_AROUND', '2026-03-06', '2026-03-25', '2026年3月中旬頃', 'around mid March 2026'],
  ['HALF_MONTH', '2026-03-01', '2026-03-15', '2026年3月前半', 'first half of March 2026'],
  ['HALF_MONTH', '2026-03-16', '2026-03-31', '2026年3月後半', 'second half of March 2026'],
  ['WEEK', '2026-03-09', '2026-03-15', '2026年3月9日〜15日の週', 'week of 9–15 March 2026'],
  ['MONTH', '2026-03-01', '2026-03-31', '2026年3月', 'March 2026'],
  ['MONTH_AROUND', '2026-02-19', '2026-04-10', '2026年3月頃', 'around March 2026'],
  ['QUARTER', '2026-01-01', '2026-03-31', '2026年1〜3月', 'January–March 2026'],
  ['HALF_YEAR', '2026-07-01', '2027-03-31', '2026年7月〜2027年3月', 'July 2026 – March 2027'],
  ['SEASON', '2026-03-01', '2026-05-31', '2026年春(3〜5月)', 'spring 2026 (March–May)'],
  ['SEASON', '2026-01-01', '2027-02-28', '2026年冬', 'winter 2026'],
  ['SEASON_AROUND', '2026-02-01', '2026-06-30', '2026年春頃', 'around spring 2026'],
  ['SEASON_AROUND', '2025-12-01', '2026-04-30', '2026年1〜3月頃', 'around January–March 2026'],
  ['SEASON_AROUND', '2025-12-01', '2027-03-31', '2026年冬頃', 'around winter 2026'],
  ['YEAR', '2026-01-01', '2026-12-31', '2026年', '2026'],
  ['YEAR', '2026-04-01', '2027-03-31', '2026年度', 'fiscal year 2026'],
  ['YEAR_AROUND', '2025-10-01', '2027-03-31', '2026年頃', 'around 2026'],
  ['FROM', '2026-03-01', null, '2026年3月以降', 'March 2026 or later'],
  ['FROM', '2026-03-14', null, '2026年3月14日以降', '14 March 2026 or later'],
  ['UNTIL', null, '2026-03-31', '2026年3月末まで', 'by end of March 2026'],
  ['UNTIL', null, '2026-03-14', '2026年3月14日まで', 'by 14 March 2026'],
  ['RANGE', '2026-03-14', '2026-03-20', '2026年3月14日〜20日', '14–20 March 2026'],
  ['RANGE', '2026-03-28', '2026-04-03', '2026年3月28日〜4月3日', '28 March – 3 April 2026'],
  [
    'RANGE',
    '2026-12-28',
    '2027-01-03',
    '2026年12月28日〜2027年1月3日',
    '28 December 2026 – 3 January 2027',
  ],
  ['RANGE', '2026-03-01', '2026-05-31', '2026年3〜5月', 'March–May 2026'],
  ['UNKNOWN', null, null, '発売日未定', 'date to be announced'],
];

const release = (row: Row, text = ''): Release => ({
  precision: row[0],
  earliest: row[1],
  latest: row[2],
  text,
});

describe('wordRelease', () => {
  it.each(rows)('wordRelease words %s %s to %s as %s', (...row) => {
    const wording = { words: releaseWordsJa, seasonMonths: true };
    expect(wordRelease(release(row), wording)).toBe(row[3]);
  });

  it.each(rows.map((row) => [row[4], row] as const))(
    'wordRelease in English returns %s',
    (english, row) => {
      const wording = { words: releaseWordsEn, seasonMonths: true };
      expect(wordRelease(release(row), wording)).toBe(english);
    },
  );

  it('wordRelease leaves out the year that the list states elsewhere', () => {
    const wording = { words: releaseWordsJa, silentYear: 2026 };
    const early: Row = ['THIRD', '2026-12-01', '2026-12-10', '', ''];
    const turn: Row = ['RANGE', '2026-12-28', '2027-01-03', '', ''];
    expect(wordRelease(release(early), wording)).toBe('12月上旬');
    expect(wordRelease(release(turn), wording)).toBe('2026年12月28日〜2027年1月3日');
  });

  it('wordRelease leaves out the year of the stated day, even if the interval reaches into the next', () => {
    const around: Row = ['DAY_AROUND', '2026-12-26', '2027-01-01', '', ''];
    const wording = { words: releaseWordsJa, silentYear: 2026 };
    expect(wordRelease(release(around), wording)).toBe('12月29日頃');
  });

  it('wordRelease returns the source’s words if the interval does not match its precision', () => {
    const odd: Row = ['MONTH', '2026-12-01', null, '', ''];
    expect(wordRelease(release(odd, '12月予定'), { words: releaseWordsJa })).toBe('12月予定');
  });
});
