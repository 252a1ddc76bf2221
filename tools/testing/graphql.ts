import type { Stack } from '../stack/stack.ts';

/** An answer of the API. */
export interface GraphqlAnswer<T> {
  data: T | null;
  errors?: { message: string; errorType?: string; path?: (string | number)[] | null }[];
}

/** The most bytes that the web ACL in front of a deployed API lets pass (docs/deploy.md). */
export const MOST_BYTES = 8_192;
/** The type of the error by which AppSync passes on that the web ACL has refused a request. */
const REFUSED_IN_FRONT = 'WAFForbiddenException';

/**
 * What the API answered to `sent`. A body above 8 KB may be refused in front of it, which is an answer
 * too: see `isRefusedInFront`. Throws where a smaller one was.
 */
export async function readAnswer<T>(response: Response, sent: string): Promise<GraphqlAnswer<T>> {
  const text = await response.text();
  if (response.status === 403 && (!isJson(text) || text.includes(REFUSED_IN_FRONT))) {
    const bytes = Buffer.byteLength(sent);
    const message = `refused in front of the API: ${bytes} bytes`;
    if (bytes <= MOST_BYTES) throw new Error(`${message}, expected only from ${MOST_BYTES} on`);
    return { data: null, errors: [{ message, errorType: REFUSED_IN_FRONT }] };
  }
  // The caller states the shape of what it asked for.
  return JSON.parse(text) as GraphqlAnswer<T>;
}

/** Whether a request was so long that it did not come to the API; never on a local stack. */
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

/** Asks the API with plain HTTP: with the API key, or as the member whose token is given. */
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
