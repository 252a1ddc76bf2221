import { useLocale } from 'use-intl/react';
import type { ReleaseWords } from '../../features/release/ReleaseWords.ts';
import { releaseWordsEn } from '../../features/release/releaseWordsEn.ts';
import { releaseWordsJa } from '../../features/release/releaseWordsJa.ts';

/** The words for release dates in the page's language. */
export function useReleaseWords(): ReleaseWords {
  return useLocale() === 'en' ? releaseWordsEn : releaseWordsJa;
}
