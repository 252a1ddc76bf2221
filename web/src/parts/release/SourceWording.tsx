import { useTranslations } from 'use-intl/react';
import { releaseWordsJa } from '../../../../domain/release/releaseWordsJa.ts';
import { wordRelease } from '../../../../domain/release/wordRelease.ts';
import type { ReleasePartsFragment } from '../../generated/documents.ts';

/** The publisher's own wording of a date, if ours could lose something. */
export function SourceWording({ release }: { release: ReleasePartsFragment }) {
  const t = useTranslations('book');
  const { precision, text } = release;
  const isSaid = precision === 'DAY' || text === wordRelease(release, { words: releaseWordsJa });
  if (!text || isSaid) return null;
  return (
    <p className="book-page__source">
      {t('source')}: <span lang="ja">{text}</span>
    </p>
  );
}
