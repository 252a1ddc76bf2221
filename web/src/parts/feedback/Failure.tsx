import { useTranslations } from 'use-intl/react';

/** Says that loading failed and offers a retry. */
export function Failure({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations('failed');
  return (
    <div className="message" role="alert">
      <h2>{t('title')}</h2>
      <p>{t('note')}</p>
      <button type="button" className="button" onClick={onRetry}>
        {t('retry')}
      </button>
    </div>
  );
}
