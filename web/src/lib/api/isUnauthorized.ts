import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** Whether the API rejected the caller rather than the request. */
export function isUnauthorized(error: unknown): boolean {
  if (ServerError.is(error)) return error.statusCode === 401;
  return (
    CombinedGraphQLErrors.is(error) &&
    error.errors.some((each) => String(Reflect.get(each, 'errorType')).startsWith('Unauthorized'))
  );
}
