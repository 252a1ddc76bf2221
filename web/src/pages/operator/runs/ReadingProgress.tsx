import { useTranslations } from 'use-intl/react';
import type { RunRowPartsFragment } from '../../../generated/operatorDocuments.ts';

/** The progress of reading a file. */
export function ReadingProgress({ progress }: { progress: RunRowPartsFragment['progress'] }) {
  const t = useTranslations('operator.runs');
  const { rowsRead, bytesRead, bytesTotal } = progress;
  return (
    <span className="reading">
      <progress
        aria-label={t('reading')}
        {...(bytesTotal ? { value: bytesRead, max: bytesTotal } : {})}
      />{' '}
      {t('rowsRead', { count: rowsRead })}
    </span>
  );
}
