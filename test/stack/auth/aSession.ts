import { RealtimeConnection } from '../../../tools/conformance/realtimeConnection.ts';
import { testStack } from '../../../tools/testing/testStack.ts';

/** A session on the shared stack: what a browser holds after a sign-in. */
export interface OpenSession {
  accessToken: string;
  cookie: string;
}

/** Signs in as a browser does. */
export function signsIn(login: string, password: string): Promise<OpenSession> {
  return open(post('/auth/token', { login, password }));
}

/** Renews the tokens of a session with its cookie. */
export function renews(session: OpenSession): Promise<OpenSession> {
  return open(post('/auth/refresh', {}, session.cookie));
}

/** `POST` as the site’s own page sends it, to the stack’s site or to another origin. */
export function post(
  path: string,
  body: object,
  cookie = '',
  origin = testStack().web,
): Promise<Response> {
  return fetch(`${origin}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-requested-with': 'shinkan',
      ...(cookie === '' ? {} : { cookie }),
    },
    body: JSON.stringify(body),
  });
}

/** Subscribes to every event over a separate WebSocket, with this token or anonymously. */
export async function listens(accessToken: string | null): Promise<RealtimeConnection> {
  const { realtime, graphql, apiKey } = testStack();
  const connection = await RealtimeConnection.open(realtime, 'protocol', {
    host: new URL(graphql).host,
    ...(accessToken === null ? { 'x-api-key': apiKey } : { Authorization: accessToken }),
  });
  await connection.acknowledged();
  const { type } = await connection.subscribe('all', 'subscription { onBookEvent { seq } }');
  if (type !== 'start_ack') throw new Error(`The subscription was answered with ${type}`);
  return connection;
}

/** The session returned by a sign-in or a renewal. Throws if it was rejected. */
export async function open(answering: Promise<Response>): Promise<OpenSession> {
  const answer = await answering;
  if (answer.status !== 200) throw new Error(`${answer.url} answered ${answer.status}`);
  const { access_token: accessToken } = (await answer.json()) as { access_token: string };
  return { accessToken, cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}
