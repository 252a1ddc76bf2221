import type { Release } from '../../../domain/release/release.ts';
import type { ReleaseWords } from '../../../domain/release/releaseWords.ts';
import { wordRelease } from '../../../domain/release/wordRelease.ts';
import { oneLine } from './oneLine.ts';

/** A release date as the site says it; what only the source can say stays on one line. */
export const sayRelease = (release: Release, words: ReleaseWords): string =>
  wordRelease({ ...release, text: oneLine(release.text) }, { words, seasonMonths: true });
