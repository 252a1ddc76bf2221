import { useQuery } from '@apollo/client/react';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { SessionsDocument } from '../../../generated/documents.ts';
import { useSession } from '../../../lib/session/SessionContext.ts';
import { useSay } from '../../../parts/feedback/FeedbackProvider.tsx';
import './sessions.css';

/** The number of the member's other sessions, with a button to end all. */
export function Sessions() {
  const t = useTranslations('sessions');
  const id = useId();
  const { data } = useQuery(SessionsDocument, { fetchPolicy: 'cache-and-network' });
  const count = data?.viewer?.sessionCount;
  const { busy, leave } = useLeaving();
  return (
    <section className="sessions" aria-labelledby={`${id}title`}>
      <h2 id={`${id}title`}>{t('title')}</h2>
      <div className="sessions__row">
        <p>{count !== undefined && (count > 1 ? t('others', { count: count - 1 }) : t('alone'))}</p>
        <button
          type="button"
          className="button"
          aria-describedby={`${id}note`}
          aria-disabled={busy}
          onClick={busy ? undefined : leave}
        >
          {t('everywhere')}
        </button>
      </div>
      <p id={`${id}note`} className="sessions__note">
        {t('note')}
      </p>
    </section>
  );
}

function useLeaving() {
  const t = useTranslations('sessions');
  const session = useSession();
  const say = useSay();
  const [busy, setBusy] = useState(false);

  async function leave(): Promise<void> {
    setBusy(true);
    try {
      say((await session.signOutEverywhere()) ? t('done') : t('over'));
    } catch (error) {
      console.error(error);
      setBusy(false);
      say(t('failed'));
    }
  }

  return { busy, leave };
}
