import { type ComponentType, lazy } from 'react';
import { languageOfPath } from '../../../domain/language/sitePath.ts';
import { loadAllMessages } from '../lib/messages/loadMessages.ts';
import { lazyPage } from './lazyPage.tsx';
import type { Loadable } from './loadable.ts';
import { withMessages } from './withMessages.tsx';

/** A page that needs all messages but neither Apollo nor the live news. */
export function lazilyWorded<Props extends object = object>({
  load,
  loaded,
}: Loadable<{ default: ComponentType<Props> }>) {
  const loadBoth = () => {
    // Loaded in parallel with the page, which waits for them and reports failures.
    loadAllMessages(languageOfPath(location.pathname)).catch(console.info);
    return load();
  };
  return lazyPage({ load: loadBoth, loaded }, withMessages);
}

/**
 * React's `lazy` for what is not part of the first list: loaded when first shown, and allowed to
 * use Apollo's own hooks, which the first list must avoid.
 */
export function lazily<Props extends object = object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
) {
  return lazy(async () => {
    const [{ default: Inner }, { withApollo }] = await Promise.all([
      load(),
      import('./withApollo.tsx'),
    ]);
    return { default: withApollo(Inner) };
  });
}
