import type { Stack } from '../stack/stack.ts';

/** A response of the API. */
export interface GraphqlAnswer<T> {
  data: T | null;
  errors?: { message: string; errorType?: string; path?: (string | number)[] | null }[];
}

/** The largest body in bytes that a deployed API's web ACL lets pass (docs/deploy.md). */
export const MOST_BYTES = 8_192;
/** The error type with which AppSync reports that the web ACL blocked a request. */
const REFUSED_IN_FRONT = 'WAFForbiddenException';

/**
 * Returns the API's response to `sent`. The web ACL may block a body above 8 KB, which counts as a
 * response: see `isRefusedInFront`. Throws if a smaller one was blocked.
 */
export async function readAnswer<T>(response: Response, sent: string): Promise<GraphqlAnswer<T>> {
  const text = await response.text();
  if (response.status === 403 && (!isJson(text) || text.includes(REFUSED_IN_FRONT))) {
    const bytes = Buffer.byteLength(sent);
    const message = `refused in front of the API: ${bytes} bytes`;
    if (bytes <= MOST_BYTES) throw new Error(`${message}, expected only from ${MOST_BYTES} on`);
    return { data: null, errors: [{ message, errorType: REFUSED_IN_FRONT }] };
  }
  // The caller states the shape of what it selected.
  return JSON.parse(text) as GraphqlAnswer<T>;
}

/** Whether the web ACL blocked a request for its size; never on a local stack. */
export function isRefusedInFront({ errors = [] }: GraphqlAnswer<unknown>): boolean {
  return errors.some(({ errorType }) => errorType === REFUSED_IN_FRONT);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Queries the API with plain HTTP: with the API key, or as the member whose token is given. */
export async function ask<T = Record<string, unknown>>(
  stack: Stack,
  query: string,
  variables: object = {},
  token?: string,
): Promise<GraphqlAnswer<T>> {
  const body = JSON.stringify({ query, variables });
  const response = await fetch(stack.graphql, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? { 'x-api-key': stack.apiKey } : { authorization: token }),
    },
    body,
  });
  return readAnswer(response, body);
}

/** Signs a member in and returns the access token. */
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
