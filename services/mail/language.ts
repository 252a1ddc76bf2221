/** The languages that a member may choose for mails. Who has chosen none reads Japanese. */
export const LANGUAGES = ['ja', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];
