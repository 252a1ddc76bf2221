import { ResolverError } from './errors.ts';

/** What a helper of AppSync throws when it is given something wrong. */
export function helperFault(message: string): ResolverError {
  return new ResolverError(message, 'Code');
}
