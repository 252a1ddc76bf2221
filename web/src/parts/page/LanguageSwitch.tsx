import { useLocation } from 'react-router';
import { useLocale, useTranslations } from 'use-intl/react';
import { addressIn, rememberLanguage } from '../../lib/messages/language.ts';

/** Leads to the same page in the other language, by a plain link that can be shared. */
export function LanguageSwitch() {
  const t = useTranslations('site');
  const other = useLocale() === 'ja' ? 'en' : 'ja';
  // Read on every move, so that the link follows the address bar.
  useLocation();
  return (
    <a
      href={addressIn(other, location)}
      hrefLang={other}
      lang={other}
      onClick={() => rememberLanguage(other)}
    >
      {t('otherLanguage')}
    </a>
  );
}
