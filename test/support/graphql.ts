import type { Stack } from '../../scripts/stack.ts';

/** An answer of the API. */
export interface GraphqlAnswer<T> {
  data: T | null;
  errors?: { message: string; errorType?: string; path?: (string | number)[] | null }[];
}

/** Asks the API with plain HTTP: with the API key, or as the member whose token is given. */
export async function ask<T = Record<string, unknown>>(
  stack: Stack,
  query: string,
  variables: object = {},
  token?: string,
): Promise<GraphqlAnswer<T>> {
  const response = await fetch(stack.graphql, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? { 'x-api-key': stack.apiKey } : { authorization: token }),
    },
    body: JSON.stringify({ query, variables }),
  });
  // The caller states the shape of what it asked for.
  return (await response.json()) as GraphqlAnswer<T>;
}

/** Signs a member in and gives the access token. */
export async function signIn(stack: Stack, login: string, password: string): Promise<string> {
  const response = await postCredentials(stack, { login, password });
  if (response.status !== 200) {
    throw new Error(`${login} was not let in: ${response.status} ${await response.text()}`);
  }
  const body = (await response.json()) as { access_token: string };
  return body.access_token;
}

/** `POST /auth/token` as any client would send it. */
export function postCredentials(stack: Stack, credentials: object): Promise<Response> {
  return fetch(`${stack.auth}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  });
}
