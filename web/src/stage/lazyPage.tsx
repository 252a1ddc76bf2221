import { type ComponentType, lazy, useState } from 'react';
import type { Loadable } from './loadable.ts';

/**
 * React's `lazy` for a page, `wrap`ped in what it needs around it. A page that has been loaded is there
 * at once: `lazy` would show what stands in for it first, and React keeps that for 300 ms.
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
    // The one that it was at first, so that it is never mounted anew.
    const [Page] = useState<ComponentType<Props>>(() => {
      const loaded = page.loaded();
      return loaded ? wrapOnce(loaded) : Later;
    });
    return <Page {...props} />;
  };
}
