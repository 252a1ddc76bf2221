import { CombinedGraphQLErrors } from '@apollo/client/errors';

/** Returns the API's error type, as listed in the schema; undefined for errors from elsewhere. */
export function errorTypeOf(error: unknown): string | undefined {
  if (!CombinedGraphQLErrors.is(error)) return undefined;
  const type: unknown = Object(error.errors[0]).errorType;
  return typeof type === 'string' ? type : undefined;
}
