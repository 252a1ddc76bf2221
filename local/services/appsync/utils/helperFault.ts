import { ResolverError } from './errors.ts';

/** What a helper of AppSync throws when it is given something wrong. */
export function helperFault(message: string): ResolverError {
  return new ResolverError(message, 'Code');
}

/** An object that is neither null nor a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
