import { useLocale, useTranslations } from 'use-intl/react';
import { LanguageSwitch } from '../../../parts/page/LanguageSwitch.tsx';

const NAMES: { [locale: string]: string } = { ja: '日本語', en: 'English' };

/** The language of the site, taken from the address, and a link to the other one. */
export function SiteLanguage() {
  const t = useTranslations('mail');
  const locale = useLocale();
  return (
    <p className="mail-settings__row">
      <span>{t('siteLanguage')}</span>
      <span className="mail-settings__site">
        <span>{NAMES[locale]}</span>
        <LanguageSwitch />
      </span>
    </p>
  );
}
