import { useTranslations } from 'use-intl/react';

/** Says that something could not be loaded, and that the shop's work goes on without this page. */
export function LoadFailed({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations();
  return (
    <div className="message message--left" role="alert">
      <h2>{t('failed.title')}</h2>
      <p>{t('operator.failedNote')}</p>
      <button type="button" className="button" onClick={onRetry}>
        {t('failed.retry')}
      </button>
    </div>
  );
}
