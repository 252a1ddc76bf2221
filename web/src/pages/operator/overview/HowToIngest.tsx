import { useTranslations } from 'use-intl/react';

/** How to ingest a file by hand: the bucket accepts uploads only from programs. */
export function HowToIngest() {
  const t = useTranslations('operator.overview');
  return (
    <details className="mending">
      <summary>{t('byHand')}</summary>
      <p className="soft">{t('byHandNote')}</p>
    </details>
  );
}
