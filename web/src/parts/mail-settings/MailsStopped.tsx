import { useTranslations } from 'use-intl/react';
import { useMailSettings } from './useMailSettings.ts';
import './mails-stopped.css';

/**
 * Says that the member has stopped all mails and offers to resume them; renders nothing otherwise.
 */
export default function MailsStopped() {
  const t = useTranslations('mail');
  const { settings, change } = useMailSettings();
  if (!settings?.stoppedAt) return null;
  return (
    <div className="mails-stopped" role="note">
      <p>{t('areStopped')}</p>
      <button
        type="button"
        className="button"
        onClick={() => change({ stopped: false }, { done: t('resumed'), undone: t('stopped') })}
      >
        {t('resume')}
      </button>
    </div>
  );
}
