import { type ComponentType, lazy, useState } from 'react';
import type { Loadable } from './loadable.ts';

/**
 * React's `lazy` for a page, `wrap`ped in its providers. A loaded page renders at once: `lazy`
 * would first show the fallback, which React keeps for 300 ms.
 */
export function lazyPage<Props extends object = object>(
  page: Loadable<{ default: ComponentType<Props> }>,
  wrap: (Inner: ComponentType<Props>) => ComponentType<Props> = (Inner) => Inner,
): ComponentType<Props> {
  let wrapped: ComponentType<Props> | undefined;
  const wrapOnce = ({ default: Inner }: { default: ComponentType<Props> }) => {
    wrapped ??= wrap(Inner);
    return wrapped;
  };
  const Later = lazy(async () => ({ default: wrapOnce(await page.load()) }));

  // biome-ignore lint/correctness/noComponentHookFactories: made once for each page, outside of any component
  return function LazyPage(props: Props) {
    // Fixed at the first render, so that the page is never remounted.
    const [Page] = useState<ComponentType<Props>>(() => {
      const loaded = page.loaded();
      return loaded ? wrapOnce(loaded) : Later;
    });
    return <Page {...props} />;
  };
}
