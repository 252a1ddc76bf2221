import type { Language } from '../language/language.ts';

/**
 * The wording that a member agrees to by subscribing, as shown beside the button. Stored consents
 * refer to it, so a change of meaning is a new entry with a new number. The descriptions of the
 * schema's enum `ConsentWording` repeat it.
 */
export const CONSENT_WORDINGS = {
  JA_1: '「発売を知らせて」を押した本の発売・発売日の変更・発売中止とその取り消しを、会員登録のメールアドレスにお知らせします。いつでもやめられます。',
  EN_1: 'For each book on which you press “Tell me when it’s out”, we mail the address of your membership when it goes on sale, moves, is cancelled or is planned again. You can stop at any time.',
} as const;

/** The current wording on pages in each language. */
export const CURRENT_CONSENT = { ja: 'JA_1', en: 'EN_1' } as const satisfies {
  [language in Language]: keyof typeof CONSENT_WORDINGS;
};
