import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** Whether the API refused who asks, rather than what was asked. */
export function isUnauthorized(error: unknown): boolean {
  if (ServerError.is(error)) return error.statusCode === 401;
  return (
    CombinedGraphQLErrors.is(error) &&
    error.errors.some((each) => String(Reflect.get(each, 'errorType')).startsWith('Unauthorized'))
  );
}
