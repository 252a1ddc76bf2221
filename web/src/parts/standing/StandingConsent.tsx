import { useLocale } from 'use-intl/react';
import {
  CURRENT_STANDING_CONSENT,
  STANDING_CONSENT_WORDINGS,
} from '../../../../domain/consent/standingConsentWordings.ts';

/** The consent given by the button, in exactly the words that are stored. */
export function StandingConsent() {
  const wording = CURRENT_STANDING_CONSENT[useLocale()];
  return <p className="consent-note">{STANDING_CONSENT_WORDINGS[wording]}</p>;
}
