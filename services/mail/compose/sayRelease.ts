import type { Release } from '../../../domain/release/release.ts';
import type { ReleaseWords } from '../../../domain/release/releaseWords.ts';
import { wordRelease } from '../../../domain/release/wordRelease.ts';
import { oneLine } from './oneLine.ts';

/**
 * Returns a release date as the site words it; a date that only the source can word stays on one
 * line.
 */
export const sayRelease = (release: Release, words: ReleaseWords): string =>
  wordRelease({ ...release, text: oneLine(release.text) }, { words, seasonMonths: true });
