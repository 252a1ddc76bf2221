import { useTranslations } from 'use-intl/react';

/** What stands in place of a page that broke. */
export function BrokenPage() {
  const t = useTranslations('failed');
  return (
    <div className="message" role="alert">
      <h1>{t('broken')}</h1>
      <p>{t('brokenNote')}</p>
      <button type="button" className="button" onClick={() => location.reload()}>
        {t('retry')}
      </button>
    </div>
  );
}
