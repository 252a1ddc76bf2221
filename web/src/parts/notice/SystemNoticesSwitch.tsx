import { useId, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { readSystemNotices, wishSystemNotices } from './systemNotices.ts';
import './system-notices.css';

/** Lets a member turn on browser notifications; asks for permission only then. */
export function SystemNoticesSwitch() {
  const t = useTranslations('systemNotices');
  const headingId = useId();
  const [state, setState] = useState(readSystemNotices);

  async function press(): Promise<void> {
    setState(await wishSystemNotices(state !== 'on'));
  }

  const isPossible = state === 'on' || state === 'off';
  return (
    <section className="system-notices" aria-labelledby={headingId}>
      <h2 id={headingId}>{t('title')}</h2>
      <p>{t('about')}</p>
      <button
        type="button"
        role="switch"
        className="system-notices__switch"
        aria-checked={state === 'on'}
        aria-describedby={`${headingId}state`}
        disabled={!isPossible}
        onClick={() => void press().catch(console.error)}
      >
        <span className="system-notices__knob" aria-hidden="true" />
        {t('wish')}
      </button>
      <p id={`${headingId}state`} role="status" className="system-notices__state">
        {t(state)}
      </p>
    </section>
  );
}
