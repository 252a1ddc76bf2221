import { Suspense } from 'react';
import { useLocale } from 'use-intl/react';
import { CONSENT_WORDINGS, CURRENT_CONSENT } from '../../../../domain/consent/consentWordings.ts';
import { useSessionState } from '../../lib/session/SessionContext.ts';
import { lazily } from '../../stage/lazily.ts';

const MailsStopped = lazily(() => import('../mail-settings/MailsStopped.tsx'));

/** What a member agrees to by the button, in the very words that are kept. */
export function ConsentWords() {
  const locale = useLocale();
  return <p className="consent-note">{CONSENT_WORDINGS[CURRENT_CONSENT[locale]]}</p>;
}

/** What a member agrees to by the button, and whether mails come at all. */
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
