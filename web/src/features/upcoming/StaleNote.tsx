import { useTranslations } from 'use-intl/react';

/** Says above books of before that the newest question was not answered, and asks again at a press. */
export function StaleNote({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations();
  return (
    <div className="stale-note" role="alert">
      <p>{t('browse.stale')}</p>
      <button type="button" className="button" onClick={onRetry}>
        {t('failed.retry')}
      </button>
    </div>
  );
}
