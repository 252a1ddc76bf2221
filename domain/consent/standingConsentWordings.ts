import type { Language } from '../language/language.ts';

/**
 * The wording that a member agrees to by subscribing to a contributor or a series; the rules of
 * `consentWordings.ts` apply. The descriptions of the schema's enum `StandingConsentWording` repeat
 * it.
 */
export const STANDING_CONSENT_WORDINGS = {
  JA_1: '「新刊を知らせて」を押した著者・シリーズの新刊の案内と、その本の発売・発売日の変更・発売中止とその取り消しを、会員登録のメールアドレスにお知らせします。いつでもやめられます。',
  EN_1: 'For each author or series for which you press “Tell me of new books”, we mail the address of your membership when a new book is announced, and when it goes on sale, moves, is cancelled or is planned again. You can stop at any time.',
} as const;

/** The current wording on pages in each language. */
export const CURRENT_STANDING_CONSENT = { ja: 'JA_1', en: 'EN_1' } as const satisfies {
  [language in Language]: keyof typeof STANDING_CONSENT_WORDINGS;
};
