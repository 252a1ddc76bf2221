import type { Language } from '../../../../domain/language/language.ts';
import { languageOfPath, SITE_PATH } from '../../../../domain/language/sitePath.ts';
import { lasting } from '../browserMemory.ts';

const KEY = 'language';

/** The language's path prefix, which the router leaves out of addresses. */
export const basenameOf = (language: Language): string => SITE_PATH[language] || '/';

/** Returns the path of a page without its language prefix. */
export const pathWithin = (pathname: string): string =>
  languageOfPath(pathname) === 'en' ? pathname.slice(3) || '/' : pathname;

/** Returns the address of the same page in another language. */
export function addressIn(language: Language, { pathname, search }: Location): string {
  const path = pathWithin(pathname);
  return (language === 'en' && path === '/' ? '/en' : SITE_PATH[language] + path) + search;
}

/**
 * Returns the language to show. Rewrites an address without a language to the remembered one, so
 * that the address bar always matches the page.
 */
export function followRememberedLanguage(): Language {
  const language = languageOfPath(location.pathname);
  if (language === 'ja' && lasting.recall(KEY) === 'en') {
    history.replaceState(history.state, '', addressIn('en', location) + location.hash);
    return 'en';
  }
  return language;
}

/** Remembers the language that the reader chose. */
export const rememberLanguage = (language: Language): void => lasting.keep(KEY, language);
