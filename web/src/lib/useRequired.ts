import { type Context, useContext } from 'react';

/** Returns the value of a context without a default. Throws outside its provider. */
export function useRequired<T extends object>(context: Context<T | null>, name: string): T {
  const value = useContext(context);
  if (!value) throw new Error(`expected a ${name} above`);
  return value;
}
