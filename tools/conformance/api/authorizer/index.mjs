/**
 * Decides by the order in the token, `<order> <anything that makes it unique>`, and passes its own
 * input on to resolvers. Only `remembered` leaves the time to live to the API.
 */
export async function handler({ authorizationToken, requestContext }) {
  const [order, expected] = authorizationToken.split(' ');
  const { operationName = 'none', queryString = 'none' } = requestContext;
  const resolverContext = { operationName, queryString, asked: crypto.randomUUID() };
  const allowed = { isAuthorized: true, resolverContext, ttlOverride: 0 };
  switch (order) {
    case 'allow':
      return allowed;
    case 'remembered':
      return { isAuthorized: true, resolverContext };
    case 'minute':
      return { ...allowed, ttlOverride: 60 };
    case 'field':
      return { ...allowed, deniedFields: ['Query.secret'] };
    case 'nested':
      return { ...allowed, resolverContext: { nested: { deep: true } } };
    case 'connection':
      return { ...allowed, isAuthorized: operationName === expected };
    case 'fail':
      throw new Error('the authorizer was told to fail');
    default:
      return { isAuthorized: false, ttlOverride: 0 };
  }
}
