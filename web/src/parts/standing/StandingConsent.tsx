import { useLocale } from 'use-intl/react';
import { STANDING_CONSENT_WORDINGS } from '../../../../domain/consent/standingConsentWordings.ts';
import { standingWordingIn } from './standingWordingIn.ts';

/** What a member agrees to by the button, in the very words that are kept. */
export function StandingConsent() {
  const wording = standingWordingIn(useLocale());
  return <p className="consent-note">{STANDING_CONSENT_WORDINGS[wording]}</p>;
}
