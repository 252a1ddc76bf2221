import { pages } from '../pages.ts';

/** The first part of the address, in either language; empty for the list. */
const firstPart = () => /^(?:\/en(?=\/|$))?\/?([^/]*)/.exec(location.pathname)?.[1] ?? '';

/** Whether this is the one page that is shown before all else has arrived. */
export const isList = (): boolean => firstPart() === '';

/** Begins to load the page of this address, and what every page but the list waits for. */
export function loadPage(): void {
  const page = pages[nameOfPage(location.pathname)];
  for (const load of [() => import('./makeTools.ts'), () => import('./withApollo.tsx'), page]) {
    // What does not arrive is asked for again where it is used, and missed there.
    load?.().catch(console.info);
  }
}

/** Which page this address shows: of two names that it begins with, the longer one. */
export function nameOfPage(pathname: string): keyof typeof pages {
  const path = `${pathname.replace(/^\/en(?=\/|$)/, '').slice(1)}/`;
  // The keys that stand above, and no others.
  const names = Object.keys(pages) as (keyof typeof pages)[];
  const fitting = names.filter((name) => path.startsWith(`${name}/`));
  return fitting.sort((one, other) => other.length - one.length)[0] ?? '*';
}
