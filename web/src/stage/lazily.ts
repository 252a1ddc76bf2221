import { type ComponentType, lazy } from 'react';
import { languageOf } from '../messages/language.ts';
import { loadAllMessages } from '../messages/loadMessages.ts';
import { withMessages } from './withMessages.tsx';

/** React's `lazy` for what needs all messages, and neither Apollo nor the live news. */
export function lazilyWorded<Props extends object = object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
) {
  return lazy(async () => {
    const [{ default: Inner }] = await Promise.all([
      load(),
      loadAllMessages(languageOf(location.pathname)),
    ]);
    return { default: withMessages(Inner) };
  });
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
