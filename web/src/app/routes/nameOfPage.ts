import { pathWithin } from '../../lib/messages/language.ts';
import { pages } from './pages.ts';

/** The list, which is part of the app itself, or one of the pages loaded on demand. */
export type PageName = 'list' | keyof typeof pages;

/** Returns the page for an address. If two names match its beginning, the longer one wins. */
export function nameOfPage(pathname: string): PageName {
  const path = pathWithin(pathname);
  if (path === '/') return 'list';
  // Exactly the keys above.
  const names = Object.keys(pages) as (keyof typeof pages)[];
  const fitting = names.filter((name) => `${path}/`.startsWith(`/${name}/`));
  return fitting.sort((one, other) => other.length - one.length)[0] ?? '*';
}
