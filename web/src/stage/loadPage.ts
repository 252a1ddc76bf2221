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

/** Begins to load the page of this address. */
export function loadPage(): void {
  const name = firstPart();
  if (name === 'sign-in') attempt(() => loadAllMessages(languageOf(location.pathname)));
  const page = Object.entries(pages).find(([known]) => known === name)?.[1];
  if (page) attempt(page);
}

/** Begins to load what most other pages wait for. */
export function loadRest(): void {
  attempt(() => import('./makeTools.ts'));
  attempt(() => import('./withApollo.tsx'));
  attempt(() => loadAllMessages(languageOf(location.pathname)));
}

/** What does not arrive is asked for again where it is used, and missed there. */
function attempt(load: () => Promise<unknown>): void {
  load().catch(console.info);
}
