import { useLocale } from 'use-intl/react';
import type { ReleaseWords } from '../../../../domain/release/releaseWords.ts';
import { releaseWordsEn } from '../../../../domain/release/releaseWordsEn.ts';
import { releaseWordsJa } from '../../../../domain/release/releaseWordsJa.ts';

/** Formats release dates in the page's language. */
export function useReleaseWords(): ReleaseWords {
  return useLocale() === 'en' ? releaseWordsEn : releaseWordsJa;
}
