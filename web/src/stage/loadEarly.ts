import { pages } from '../pages.ts';

/** Begins to load what every page but the first list needs, and the page of this address. */
export function loadEarly(): void {
  const [, first = ''] = /^(?:\/en)?\/([^/]*)/.exec(location.pathname) ?? [];
  const page = Object.entries(pages).find(([name]) => name === first)?.[1];
  for (const load of [() => import('./makeTools.ts'), () => import('./withApollo.tsx'), page]) {
    // What does not arrive is asked for again where it is used, and missed there.
    load?.().catch(console.info);
  }
}
