import { useTranslations } from 'use-intl/react';

/** Says that what is on the page was loaded before, and that newer could not be had. */
export function Stale({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations();
  return (
    <p className="stale" role="status">
      {t('calendar.stale')}{' '}
      <button type="button" className="plain-button" onClick={onRetry}>
        {t('failed.retry')}
      </button>
    </p>
  );
}
