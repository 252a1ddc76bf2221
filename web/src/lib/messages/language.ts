import type { Language } from '../../../../domain/language/language.ts';
import { languageOfPath, SITE_PATH } from '../../../../domain/language/sitePath.ts';
import { lasting } from '../browserMemory.ts';

const KEY = 'language';

/** What the router leaves out of the addresses of a language. */
export const basenameOf = (language: Language): string => SITE_PATH[language] || '/';

/** The path of the same page without its language. */
export const pathWithin = (pathname: string): string =>
  languageOfPath(pathname) === 'en' ? pathname.slice(3) || '/' : pathname;

/** The same page in another language. */
export function addressIn(language: Language, { pathname, search }: Location): string {
  const path = pathWithin(pathname);
  return (language === 'en' && path === '/' ? '/en' : SITE_PATH[language] + path) + search;
}

/**
 * The language to show. An address without a language is turned to the remembered one, so that the
 * address bar always names what is on the page.
 */
export function followRememberedLanguage(): Language {
  const language = languageOfPath(location.pathname);
  if (language === 'ja' && lasting.recall(KEY) === 'en') {
    history.replaceState(history.state, '', addressIn('en', location) + location.hash);
    return 'en';
  }
  return language;
}

/** Remembers the language that a reader chose. */
export const rememberLanguage = (language: Language): void => lasting.keep(KEY, language);
