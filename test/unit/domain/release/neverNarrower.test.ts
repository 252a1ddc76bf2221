import { expect, it } from 'vitest';
import type { Release } from '../../../../domain/release/release.ts';
import { releaseWordsJa } from '../../../../domain/release/releaseWordsJa.ts';
import { wordRelease } from '../../../../domain/release/wordRelease.ts';
import { parseReleaseDate } from '../../../../services/ingest/release-date/parseReleaseDate.ts';
import { trueWordings } from '../../services/ingest/properties/trueWordings.ts';

/** Releases that ingest reads from every wording of a day, in every month of these years. */
const releases: Release[] = [2026, 2027, 2028].flatMap((year) =>
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

it('wordRelease never names a shorter interval than the release’s, as ingest reads it', () => {
  const read = releases.flatMap((release) => {
    const words = wordRelease(release, { words: releaseWordsJa, seasonMonths: true });
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
  expect(new Set(releases.map(({ precision }) => precision)).size).toBeGreaterThan(14);
});
