import { lasting } from '../browserMemory.ts';

export type Language = 'ja' | 'en';

const KEY = 'language';

/** The language that an address stands for: English addresses begin with `/en`. */
export function languageOf(path: string): Language {
  return path === '/en' || path.startsWith('/en/') ? 'en' : 'ja';
}

/** What the router leaves out of the addresses of a language. */
export const basenameOf = (language: Language): string => (language === 'en' ? '/en' : '/');

/** The path of the same page without its language. */
export const pathWithin = (pathname: string): string =>
  languageOf(pathname) === 'en' ? pathname.slice(3) || '/' : pathname;

/** The same page in another language. */
export function addressIn(language: Language, { pathname, search }: Location): string {
  const path = pathWithin(pathname);
  return (language === 'en' ? `/en${path === '/' ? '' : path}` : path) + search;
}

/**
 * The language to show. An address without a language is turned to the remembered one, so that the
 * address bar always names what is on the page.
 */
export function followRememberedLanguage(): Language {
  const language = languageOf(location.pathname);
  if (language === 'ja' && lasting.recall(KEY) === 'en') {
    history.replaceState(history.state, '', addressIn('en', location) + location.hash);
    return 'en';
  }
  return language;
}

/** Remembers the language that a reader chose. */
export const rememberLanguage = (language: Language): void => lasting.keep(KEY, language);
