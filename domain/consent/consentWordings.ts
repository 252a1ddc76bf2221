import type { Language } from '../language/language.ts';

/**
 * The words to which a member agrees by a subscription, as they stand beside the button. What was
 * agreed to is kept by these words, so a change of meaning is a new entry with a new number. The
 * schema's enum `ConsentWording` says the same in its descriptions.
 */
export const CONSENT_WORDINGS = {
  JA_1: '「発売を知らせて」を押した本の発売・発売日の変更・発売中止とその取り消しを、会員登録のメールアドレスにお知らせします。いつでもやめられます。',
  EN_1: 'For each book on which you press “Tell me when it’s out”, we mail the address of your membership when it goes on sale, moves, is cancelled or is planned again. You can stop at any time.',
} as const;

/** The wording that stands on pages in each language. */
export const CURRENT_CONSENT = { ja: 'JA_1', en: 'EN_1' } as const satisfies {
  [language in Language]: keyof typeof CONSENT_WORDINGS;
};
