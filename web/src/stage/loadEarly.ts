import { pages } from '../pages.ts';

/** Begins to load the page of this address, where it is not the list. */
export function loadPage(): void {
  const [, first = ''] = /^(?:\/en)?\/([^/]*)/.exec(location.pathname) ?? [];
  const page = Object.entries(pages).find(([name]) => name === first)?.[1];
  // What does not arrive is asked for again where it is used, and missed there.
  page?.().catch(console.info);
}

/** Begins to load what a page needs that has no early answer to show. */
export function loadRest(): void {
  for (const load of [() => import('./makeTools.ts'), () => import('./withApollo.tsx')]) {
    load().catch(console.info);
  }
}
