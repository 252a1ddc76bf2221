import { type Context, useContext } from 'react';

/** The value of a context that has no default. Throws outside of the context. */
export function useRequired<T extends object>(context: Context<T | null>, name: string): T {
  const value = useContext(context);
  if (!value) throw new Error(`expected a ${name} above`);
  return value;
}
