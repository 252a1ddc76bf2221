import { useTranslations } from 'use-intl/react';

/** Says that loading failed and that the service works on without this page. */
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
