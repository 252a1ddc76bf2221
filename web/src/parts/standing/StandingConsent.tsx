import { useLocale } from 'use-intl/react';
import {
  CURRENT_STANDING_CONSENT,
  STANDING_CONSENT_WORDINGS,
} from '../../../../domain/consent/standingConsentWordings.ts';

/** What a member agrees to by the button, in the very words that are kept. */
export function StandingConsent() {
  const wording = CURRENT_STANDING_CONSENT[useLocale()];
  return <p className="consent-note">{STANDING_CONSENT_WORDINGS[wording]}</p>;
}
