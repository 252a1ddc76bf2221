import { useLocation } from 'react-router';
import { useLocale, useTranslations } from 'use-intl/react';
import { addressIn, rememberLanguage } from '../../lib/messages/language.ts';

/** Links to the same page in the other language; the link can be shared. */
export function LanguageSwitch() {
  const t = useTranslations('site');
  const other = useLocale() === 'ja' ? 'en' : 'ja';
  // Re-renders on every navigation, so that the link follows the address.
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
