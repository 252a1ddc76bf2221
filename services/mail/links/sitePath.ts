import type { Language } from '../language.ts';

/** Below which path of the site its pages are in this language; nothing at its end. */
export const SITE_PATH: { [language in Language]: '' | '/en' } = { ja: '', en: '/en' };
