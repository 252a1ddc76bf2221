import { pathWithin } from '../../lib/messages/language.ts';
import { pages } from './pages.ts';

/** The list, which comes with the app itself, or one of the pages that are loaded. */
export type PageName = 'list' | keyof typeof pages;

/** Which page an address shows: of two names that it begins with, the longer one. */
export function nameOfPage(pathname: string): PageName {
  const path = pathWithin(pathname);
  if (path === '/') return 'list';
  // The keys that stand above, and no others.
  const names = Object.keys(pages) as (keyof typeof pages)[];
  const fitting = names.filter((name) => `${path}/`.startsWith(`/${name}/`));
  return fitting.sort((one, other) => other.length - one.length)[0] ?? '*';
}
