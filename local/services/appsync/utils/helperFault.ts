import { ResolverError } from './errors.ts';

/** The error that AppSync's helpers throw for invalid arguments. */
export function helperFault(message: string): ResolverError {
  return new ResolverError(message, 'Code');
}
