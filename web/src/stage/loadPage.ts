import { languageOf } from '../messages/language.ts';
import { loadAllMessages } from '../messages/loadMessages.ts';
import { pages } from '../pages.ts';

/** The pages that are shown before all else has arrived; those of them that ask the API ask early. */
const LIGHT = ['', 'books', 'sign-in'];

/** The first part of the address, in either language; empty for the list. */
const firstPart = () => /^(?:\/en(?=\/|$))?\/?([^/]*)/.exec(location.pathname)?.[1] ?? '';

/** Whether the page of this address is shown before all else has arrived. */
export const isLight = (): boolean => LIGHT.includes(firstPart());

/** Whether the page of this address has nothing to ask. */
export const asksNothing = (): boolean => firstPart() === 'sign-in';

/** Loads the page of this address, as far as it can be had. */
export async function loadPage(): Promise<void> {
  const name = firstPart();
  const page = name === '' ? null : pages[nameOfPage(location.pathname)];
  await Promise.all([
    page && attempt(page),
    name === 'sign-in' && attempt(() => loadAllMessages(languageOf(location.pathname))),
  ]);
}

/** Begins to load what most other pages wait for. */
export function loadRest(): void {
  attempt(() => import('./makeTools.ts'));
  attempt(() => import('./withApollo.tsx'));
  attempt(() => loadAllMessages(languageOf(location.pathname)));
}

/** What does not arrive is asked for again where it is used, and missed there. */
async function attempt(load: () => Promise<unknown>): Promise<void> {
  await load().catch(console.info);
}

/** Which page this address shows: of two names that it begins with, the longer one. */
export function nameOfPage(pathname: string): keyof typeof pages {
  const path = `${pathname.replace(/^\/en(?=\/|$)/, '').slice(1)}/`;
  // The keys that stand above, and no others.
  const names = Object.keys(pages) as (keyof typeof pages)[];
  const fitting = names.filter((name) => path.startsWith(`${name}/`));
  return fitting.sort((one, other) => other.length - one.length)[0] ?? '*';
}
