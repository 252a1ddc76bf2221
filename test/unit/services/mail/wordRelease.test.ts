import { describe, expect, it } from 'vitest';
import { parseReleaseDate } from '../../../../services/ingest/release-date/parseReleaseDate.ts';
import { releaseWordsEn } from '../../../../services/mail/compose/release/releaseWordsEn.ts';
import { releaseWordsJa } from '../../../../services/mail/compose/release/releaseWordsJa.ts';
import { wordRelease } from '../../../../services/mail/compose/release/wordRelease.ts';
import type { ToldRelease } from '../../../../services/mail/news/releaseChange.ts';
import { releaseWordsEn as siteEn } from '../../../../web/src/features/release/releaseWordsEn.ts';
import { releaseWordsJa as siteJa } from '../../../../web/src/features/release/releaseWordsJa.ts';
import { wordRelease as wordOnSite } from '../../../../web/src/features/release/wordRelease.ts';
import type { ReleasePrecision } from '../../../../web/src/generated/documents.ts';
import { trueWordings } from '../ingest/properties/trueWordings.ts';

/** What ingest reads of every wording of a day, in every month of these years. */
const releases: ToldRelease[] = [2026, 2027, 2028].flatMap((year) =>
  Array.from({ length: 12 }, (_, month) => month + 1).flatMap((month) =>
    [1, 9, 10, 14, 21, 28].flatMap((day) => {
      const baseDate = `${year}-${String(month).padStart(2, '0')}-15`;
      return trueWordings({ year, month, day, baseDate }).flatMap(({ text }) => {
        const result = parseReleaseDate(text, { baseDate });
        return result.ok ? [result.release] : [];
      });
    }),
  ),
);

describe('the words of a mail for a release date', () => {
  it('are those of the site', () => {
    const unlike = releases.filter((release) => {
      // Ingest knows no precision beside those of the API.
      const onSite = { ...release, precision: release.precision as ReleasePrecision };
      const ja = wordOnSite(onSite, { words: siteJa, seasonMonths: true });
      const en = wordOnSite(onSite, { words: siteEn, seasonMonths: true });
      return (
        wordRelease(release, releaseWordsJa) !== ja || wordRelease(release, releaseWordsEn) !== en
      );
    });
    expect(unlike).toEqual([]);
    expect(new Set(releases.map(({ precision }) => precision)).size).toBeGreaterThan(14);
  });

  it('say no less than the whole interval, where ingest can read them again', () => {
    const read = releases.flatMap((release) => {
      const words = wordRelease(release, releaseWordsJa);
      const again = parseReleaseDate(words);
      return again.ok ? [{ words, said: again.release, meant: release }] : [];
    });
    const narrower = read.filter(
      ({ said, meant }) =>
        (said.earliest ?? '') > (meant.earliest ?? '') ||
        (said.latest ?? '9') < (meant.latest ?? '9'),
    );
    expect(narrower.map(({ words, meant }) => `${words} for ${meant.text}`)).toEqual([]);
    expect(read.length).toBeGreaterThan(releases.length / 2);
  });

  it('are the source’s own where an interval does not fit its precision', () => {
    const odd = { precision: 'MONTH', earliest: '2026-12-01', latest: null };
    expect(wordRelease({ ...odd, text: '12月\r\n予定' }, releaseWordsJa)).toBe('12月 予定');
    expect(wordRelease({ ...odd, text: ' ' }, releaseWordsJa)).toBe('発売日未定');
  });
});
