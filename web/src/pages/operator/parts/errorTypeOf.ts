import { CombinedGraphQLErrors } from '@apollo/client/errors';

/** What the API calls the failure, as the schema lists it; undefined for what came from elsewhere. */
export function errorTypeOf(error: unknown): string | undefined {
  if (!CombinedGraphQLErrors.is(error)) return undefined;
  const type: unknown = Object(error.errors[0]).errorType;
  return typeof type === 'string' ? type : undefined;
}
