import { Suspense } from 'react';
import { useLocale } from 'use-intl/react';
import { CONSENT_WORDINGS, CURRENT_CONSENT } from '../../../../domain/consent/consentWordings.ts';
import { useSessionState } from '../../lib/session/SessionContext.ts';
import { lazily } from '../../stage/lazily.ts';

const MailsStopped = lazily(() => import('../mail-settings/MailsStopped.tsx'));

/** The consent given by the button, in exactly the words that are stored. */
export function ConsentWords() {
  const locale = useLocale();
  return <p className="consent-note">{CONSENT_WORDINGS[CURRENT_CONSENT[locale]]}</p>;
}

/** The consent, and whether mails are stopped. */
export function ConsentNote() {
  const signedIn = useSessionState() === 'signedIn';
  return (
    <>
      <ConsentWords />
      {signedIn && (
        <Suspense>
          <MailsStopped />
        </Suspense>
      )}
    </>
  );
}
