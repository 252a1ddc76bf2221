import { createContext, useContext, useState } from 'react';

/** The book that somebody wants to be told of, and has to sign in first. */
export interface AskedBook {
  id: string;
  title: string;
  volume: string | null;
}

/**
 * Asks for login and password over the page as it is; afterwards asks to be told of the book, if any.
 * Ends when the page asks, or is left.
 */
export type OpenSignIn = (asked?: AskedBook) => Promise<void>;

export const SignInContext = createContext<OpenSignIn | null>(null);

/** Opens the sign-in, once at a time, and says whether it is still on its way. */
export function useSignIn() {
  const openSignIn = useContext(SignInContext);
  if (!openSignIn) throw new Error('useSignIn: expected a SignInContext above');
  const [isOpening, setIsOpening] = useState(false);

  function open(asked?: AskedBook): void {
    if (isOpening) return;
    setIsOpening(true);
    openSignIn?.(asked)
      .finally(() => setIsOpening(false))
      .catch(console.error);
  }

  return { open, isOpening };
}
