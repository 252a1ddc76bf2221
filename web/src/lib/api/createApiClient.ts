import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import type { Config } from '../config.ts';
import type { Session } from '../session/createSession.ts';
import { createCache } from './createCache.ts';
import { refreshOnRefusal } from './refreshOnRefusal.ts';

/**
 * The GraphQL client. Authorizes each request as the member, or with the public key when signed
 * out.
 */
export function createApiClient(config: Config, session: Session): ApolloClient {
  const sign = new SetContextLink(async () => {
    const token = await session.token();
    return { headers: token ? { authorization: token } : { 'x-api-key': config.apiKey } };
  });
  const http = new HttpLink({ uri: config.graphqlUrl });
  return new ApolloClient({
    link: ApolloLink.from([refreshOnRefusal(session), sign, http]),
    cache: createCache(),
  });
}
