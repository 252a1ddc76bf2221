import { useId } from 'react';
import { useTranslations } from 'use-intl/react';
import { dayInJapan } from '../../../../../domain/release/dayInJapan.ts';
import { Failure } from '../../../parts/feedback/Failure.tsx';
import { useMailSettings } from '../../../parts/mail-settings/useMailSettings.ts';
import { useReleaseWords } from '../../../parts/release/useReleaseWords.ts';
import { MailLanguageSelect } from './MailLanguageSelect.tsx';
import { SiteLanguage } from './SiteLanguage.tsx';
import './mail-settings.css';

/** Which mails are sent, whether at all, in which language, and to which address. */
export function MailSettings() {
  const t = useTranslations('mail');
  const words = useReleaseWords();
  const id = useId();
  const { settings, hasFailed, retry, change } = useMailSettings();
  const stopping = { done: t('stopped'), undone: t('resumed') };
  const resuming = { done: t('resumed'), undone: t('stopped') };
  return (
    <section className="mail-settings" aria-labelledby={`${id}title`}>
      <h2 id={`${id}title`}>{t('title')}</h2>
      <p className="mail-settings__what">{t('what')}</p>
      {settings === null && hasFailed && <Failure onRetry={retry} />}
      {settings !== null && (
        <>
          <div className="mail-settings__row">
            <p>
              {settings.stoppedAt
                ? t('stoppedSince', {
                    when: words.day(dayInJapan(new Date(settings.stoppedAt)), true),
                  })
                : t('come')}
            </p>
            <button
              type="button"
              className="button"
              aria-describedby={`${id}address`}
              onClick={() =>
                settings.stoppedAt
                  ? change({ stopped: false }, resuming)
                  : change({ stopped: true }, stopping)
              }
            >
              {settings.stoppedAt ? t('resume') : t('stop')}
            </button>
          </div>
          <MailLanguageSelect
            language={settings.language}
            onChange={(language) =>
              change({ language }, { done: t('saved'), undone: t('languageUndone') })
            }
          />
        </>
      )}
      <SiteLanguage />
      <p id={`${id}address`} className="mail-settings__note">
        {t('address')}
      </p>
    </section>
  );
}
