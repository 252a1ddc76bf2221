import { createContext, useState } from 'react';
import { useRequired } from '../../lib/useRequired.ts';
import type { Asked } from './Asked.ts';

/**
 * Asks for login and password over the page as it is; afterwards carries out what was asked for, if
 * anything. Ends when the page asks, or is left.
 */
export type OpenSignIn = (asked?: Asked) => Promise<void>;

export const SignInContext = createContext<OpenSignIn | null>(null);

/** Opens the sign-in, once at a time, and says whether it is still on its way. */
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
