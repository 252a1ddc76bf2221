import { type ComponentType, lazy } from 'react';
import { languageOfPath } from '../../../domain/language/sitePath.ts';
import { loadAllMessages } from '../lib/messages/loadMessages.ts';
import { lazyPage } from './lazyPage.tsx';
import type { Loadable } from './loadable.ts';
import { withMessages } from './withMessages.tsx';

/** A page that needs all messages, and neither Apollo nor the live news. */
export function lazilyWorded<Props extends object = object>({
  load,
  loaded,
}: Loadable<{ default: ComponentType<Props> }>) {
  const loadBoth = () => {
    // Beside the page, which waits for them; what goes wrong is told there.
    loadAllMessages(languageOfPath(location.pathname)).catch(console.info);
    return load();
  };
  return lazyPage({ load: loadBoth, loaded }, withMessages);
}

/**
 * React's `lazy` for what is not part of the first list: loaded when it is first shown, and free to
 * use Apollo's own hooks, which the first list must do without.
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
