import { createContext, useState } from 'react';
import { useRequired } from '../../lib/useRequired.ts';
import type { Asked } from './Asked.ts';

/**
 * Opens the sign-in over the current page and then carries out the request, if any. Resolves when
 * the form is shown or the reader has left.
 */
export type OpenSignIn = (asked?: Asked) => Promise<void>;

export const SignInContext = createContext<OpenSignIn | null>(null);

/** Opens the sign-in, once at a time, and reports whether it is still loading. */
export function useSignIn() {
  const openSignIn = useRequired(SignInContext, 'SignInContext');
  const [isOpening, setIsOpening] = useState(false);

  function open(asked?: Asked): void {
    if (isOpening) return;
    setIsOpening(true);
    openSignIn(asked)
      .finally(() => setIsOpening(false))
      .catch(console.error);
  }

  return { open, isOpening };
}
