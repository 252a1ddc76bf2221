import type { ConsentWording } from '../../generated/documents.ts';

/** The words of consent that stand on a page in this language. */
export function wordingIn(locale: string): ConsentWording {
  return locale === 'en' ? 'EN_1' : 'JA_1';
}
