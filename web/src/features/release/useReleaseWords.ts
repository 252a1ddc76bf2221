import { useLocale } from 'use-intl/react';
import type { ReleaseWords } from './ReleaseWords.ts';
import { releaseWordsEn } from './releaseWordsEn.ts';
import { releaseWordsJa } from './releaseWordsJa.ts';

/** The words for release dates in the page's language. */
export function useReleaseWords(): ReleaseWords {
  return useLocale() === 'en' ? releaseWordsEn : releaseWordsJa;
}
