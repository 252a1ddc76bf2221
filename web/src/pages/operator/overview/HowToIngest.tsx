import { useTranslations } from 'use-intl/react';

/** How a file is ingested by hand: the bucket takes files from programs alone. */
export function HowToIngest() {
  const t = useTranslations('operator.overview');
  return (
    <details className="mending">
      <summary>{t('byHand')}</summary>
      <p className="soft">{t('byHandNote')}</p>
    </details>
  );
}
