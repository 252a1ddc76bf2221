import { createContext, useContext } from 'react';

/** The book that somebody wants to be told of, and has to sign in first. */
export interface AskedBook {
  id: string;
  title: string;
  volume: string | null;
}

/** Asks for login and password over the page as it is; afterwards asks to be told of the book, if any. */
export type OpenSignIn = (asked?: AskedBook) => void;

export const SignInContext = createContext<OpenSignIn | null>(null);

export function useSignIn(): OpenSignIn {
  const open = useContext(SignInContext);
  if (!open) throw new Error('useSignIn: expected a SignInContext above');
  return open;
}
