import { useLocale } from 'use-intl/react';
import { CONSENT_WORDINGS } from '../../../../schema/consentWordings.ts';
import { MailsStopped } from '../mail/MailsStopped.tsx';
import { wordingIn } from './wordingIn.ts';

/** What a member agrees to by the button, in the very words that are kept. */
export function ConsentWords() {
  const locale = useLocale();
  return <p className="consent-note">{CONSENT_WORDINGS[wordingIn(locale)]}</p>;
}

/** What a member agrees to by the button, and whether mails come at all. */
export function ConsentNote() {
  return (
    <>
      <ConsentWords />
      <MailsStopped />
    </>
  );
}
