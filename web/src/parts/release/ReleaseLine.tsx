import { useTranslations } from 'use-intl/react';
import { dayInJapan } from '../../../../domain/release/dayInJapan.ts';
import { wordRelease } from '../../../../domain/release/wordRelease.ts';
import type { BookStatus, ReleasePartsFragment } from '../../generated/documents.ts';
import { useReleaseWords } from './useReleaseWords.ts';

interface ReleaseLineProps {
  status: BookStatus;
  release: ReleasePartsFragment;
  onSaleAt?: string | null;
}

/** A book's status in one line: planned, on sale, cancelled or being confirmed. */
export function ReleaseLine({ status, release, onSaleAt }: ReleaseLineProps) {
  const t = useTranslations('book');
  const words = useReleaseWords();
  if (status === 'ON_SALE') {
    if (!onSaleAt) return <span className="status status--on-sale">{t('onSale')}</span>;
    const when = words.day(dayInJapan(new Date(onSaleAt)), true);
    return <span className="status status--on-sale">{t('onSaleSince', { when })}</span>;
  }
  if (status === 'CANCELLED') return <span className="status status--off">{t('cancelled')}</span>;
  if (status === 'UNCONFIRMED')
    return <span className="status status--off">{t('unconfirmed')}</span>;
  if (release.precision === 'UNKNOWN') return <span className="status">{t('undated')}</span>;
  return (
    <span className="status">
      {t('planned', { when: wordRelease(release, { words, seasonMonths: true }) })}
    </span>
  );
}
