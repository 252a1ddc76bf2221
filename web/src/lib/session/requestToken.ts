import { readField } from '../readField.ts';

/** Above the 25 s that the site waits for the service; other tabs wait for this tab's response. */
const PATIENCE_MS = 30_000;

/** The sign-in service's response. */
export type TokenAnswer =
  | { kind: 'granted'; token: string; expiresIn: number }
  | { kind: 'refused' }
  | { kind: 'slowDown'; retryAfter: number };

/** Exchanges a login and password for a token. Throws if the service cannot be reached. */
export async function requestToken(login: string, password: string): Promise<TokenAnswer> {
  return readAnswer(await post('/auth/token', { login, password }));
}

/** Exchanges the refresh cookie for a new token. Throws if the service cannot be reached. */
export async function requestRefresh(): Promise<TokenAnswer> {
  return readAnswer(await post('/auth/refresh', {}));
}

/** Revokes the refresh cookie. */
export async function requestSignOut(): Promise<void> {
  const answer = await post('/auth/sign-out', {});
  if (!answer.ok) throw new Error(`/auth/sign-out: expected 204, got ${answer.status}`);
}

/**
 * Ends all sessions of the cookie's member. Returns false if this session had already ended, in
 * which case the others may continue.
 */
export async function requestSignOutEverywhere(): Promise<boolean> {
  const answer = await post('/auth/sign-out-everywhere', {});
  if (answer.ok) return true;
  if (answer.status === 401) return false;
  throw new Error(`/auth/sign-out-everywhere: expected 204 or 401, got ${answer.status}`);
}

function post(path: string, body: object): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'x-requested-with': 'shinkan' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
}

async function readAnswer(answer: Response): Promise<TokenAnswer> {
  if (answer.ok) {
    const granted: unknown = await answer.json();
    return {
      kind: 'granted',
      token: readField(answer.url, granted, 'access_token', 'string'),
      expiresIn: readField(answer.url, granted, 'expires_in', 'number'),
    };
  }
  if (answer.status === 401) return { kind: 'refused' };
  if (answer.status === 429) {
    const refused: unknown = await answer.json();
    return {
      kind: 'slowDown',
      retryAfter: readField(answer.url, refused, 'retry_after', 'number'),
    };
  }
  throw new Error(`${answer.url}: expected 200, 401 or 429, got ${answer.status}`);
}
