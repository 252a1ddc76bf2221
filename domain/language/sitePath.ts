import type { Language } from './language.ts';

/** The path prefix of the site's pages in each language, without a trailing slash. */
export const SITE_PATH: { [language in Language]: '' | '/en' } = { ja: '', en: '/en' };

/** Returns the language of the page at this path of the site. */
export const languageOfPath = (path: string): Language =>
  path === '/en' || path.startsWith('/en/') ? 'en' : 'ja';
