import { useId } from 'react';
import { useTranslations } from 'use-intl/react';
import type { MailLanguage } from '../../generated/documents.ts';
import { Failure } from '../feedback/Failure.tsx';
import { useMailSettings } from './useMailSettings.ts';
import './mail.css';

const LANGUAGES: { [value in MailLanguage]: { lang: string; name: string } } = {
  JA: { lang: 'ja', name: '日本語' },
  EN: { lang: 'en', name: 'English' },
};

const isLanguage = (value: string): value is MailLanguage => Object.hasOwn(LANGUAGES, value);

/** In which language mails come, whether they come at all, and where to. */
export function MailSettings() {
  const t = useTranslations('mail');
  const id = useId();
  const { settings, hasFailed, retry, change } = useMailSettings();
  return (
    <section className="mail-settings" aria-labelledby={`${id}title`}>
      <h2 id={`${id}title`}>{t('title')}</h2>
      {settings === null && hasFailed && <Failure onRetry={retry} />}
      {settings !== null && (
        <>
          <p className="mail-settings__row">
            <label htmlFor={`${id}language`}>{t('language')}</label>
            <select
              id={`${id}language`}
              value={settings.language}
              onChange={({ target: { value } }) => {
                if (isLanguage(value)) change({ language: value }, t('saved'));
              }}
            >
              {Object.entries(LANGUAGES).map(([value, { lang, name }]) => (
                <option key={value} value={value} lang={lang}>
                  {name}
                </option>
              ))}
            </select>
          </p>
          <p>{settings.stoppedAt ? t('areStopped') : t('come')}</p>
          <p>
            <button
              type="button"
              className="button"
              aria-describedby={`${id}address`}
              onClick={() =>
                change(
                  { stopped: !settings.stoppedAt },
                  settings.stoppedAt ? t('resumed') : t('stopped'),
                )
              }
            >
              {settings.stoppedAt ? t('resume') : t('stop')}
            </button>
          </p>
        </>
      )}
      <p id={`${id}address`} className="mail-settings__note">
        {t('address')}
      </p>
    </section>
  );
}
