import { pages } from '../pages.ts';

/** The first part of the address, in either language; empty for the list. */
const firstPart = () => /^(?:\/en(?=\/|$))?\/?([^/]*)/.exec(location.pathname)?.[1] ?? '';

/** Whether this is the one page that is shown before all else has arrived. */
export const isList = (): boolean => firstPart() === '';

/** Begins to load the page of this address, and what every page but the list waits for. */
export function loadPage(): void {
  const page = Object.entries(pages).find(([name]) => name === firstPart())?.[1];
  for (const load of [() => import('./makeTools.ts'), () => import('./withApollo.tsx'), page]) {
    // What does not arrive is asked for again where it is used, and missed there.
    load?.().catch(console.info);
  }
}
