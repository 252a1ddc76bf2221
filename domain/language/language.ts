/** The languages of the site, its mails and its notices; Japanese is the default. */
export const LANGUAGES = ['ja', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];
