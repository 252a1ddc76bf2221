/** The languages of the site, its mails and its notices; Japanese where nobody has chosen one. */
export const LANGUAGES = ['ja', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];
