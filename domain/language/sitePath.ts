import type { Language } from './language.ts';

/** The path under which the site has its pages in each language, without a slash at its end. */
export const SITE_PATH: { [language in Language]: '' | '/en' } = { ja: '', en: '/en' };

/** The language of the page at this path of the site. */
export const languageOfPath = (path: string): Language =>
  path === '/en' || path.startsWith('/en/') ? 'en' : 'ja';
