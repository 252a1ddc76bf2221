import type { StandingConsentWording } from '../../generated/documents.ts';

/** The words of consent that stand on a page in this language. */
export function standingWordingIn(locale: string): StandingConsentWording {
  return locale === 'en' ? 'EN_1' : 'JA_1';
}
