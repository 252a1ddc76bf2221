import { describe, expect, it } from 'vitest';
import { demoMembers } from '../../tools/shop/members.ts';
import { testStack } from '../../tools/testing/testStack.ts';

const [hanako, taro] = demoMembers;
if (hanako === undefined || taro === undefined) throw new Error('The sample shop has no members');

const address = (path: string) => `${testStack().web}${path}`;
const credentialsOf = ({ login, password }: typeof hanako) => JSON.stringify({ login, password });

/** The refresh cookie of a signed-in member, as a header value. */
async function aSession(): Promise<string> {
  const answer = await fetch(address('/auth/token'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: credentialsOf(hanako as NonNullable<typeof hanako>),
  });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** Sends a request like the web app's, with `change` applied; null removes a header. */
function send(path: string, cookie: string, change: Change = {}): Promise<Response> {
  const all: Record<string, string | null> = {
    'content-type': 'application/json',
    'x-requested-with': 'shinkan',
    origin: new URL(testStack().web).origin,
    'sec-fetch-site': 'same-origin',
    cookie,
    ...change.headers,
  };
  const headers = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== null);
  const method = change.method ?? 'POST';
  const body = path === '/auth/token' ? credentialsOf(taro as NonNullable<typeof taro>) : '{}';
  return fetch(`${address(path)}${change.query ?? ''}`, {
    method,
    headers,
    ...(method === 'GET' ? {} : { body: change.body ?? body }),
  });
}

interface Change {
  method?: string;
  query?: string;
  headers?: Record<string, string | null>;
  body?: string;
}

/** What another site can make a browser send; each kind must be refused on its own. */
const KINDS: { kind: string; status: number; changes: () => Change[] }[] = [
  {
    kind: 'a form, urlencoded',
    status: 415,
    changes: () => [
      {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'login=taro&password=sanshiro-1908',
      },
    ],
  },
  {
    kind: 'a form in parts',
    status: 415,
    changes: () => [
      {
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
        body: '--b\r\ncontent-disposition: form-data; name="login"\r\n\r\ntaro\r\n--b--\r\n',
      },
    ],
  },
  {
    kind: 'JSON in a form of plain text, or without a type',
    status: 415,
    changes: () => [
      { headers: { 'content-type': 'text/plain' } },
      { headers: { 'content-type': 'text/plain; charset=application/json' } },
      { headers: { 'content-type': 'application/jsonp' } },
      { headers: { 'content-type': '' } },
    ],
  },
  {
    kind: 'another Origin',
    status: 403,
    changes: () => {
      const { protocol, host, hostname, port } = new URL(testStack().web);
      return [
        'https://elsewhere.example',
        'null',
        '',
        `https://${host}`,
        `${protocol}//${hostname}`,
        `${protocol}//${hostname}:${Number(port) + 1}`,
        `${protocol}//${host}.elsewhere.example`,
        `${protocol}//${host}, https://elsewhere.example`,
        `${protocol}//${host}/`,
      ].map((origin) => ({ headers: { origin } }));
    },
  },
  {
    kind: 'an Origin under the same domain',
    status: 403,
    changes: () => {
      const { protocol, host } = new URL(testStack().web);
      return [{ headers: { origin: `${protocol}//shop.${host}`, 'sec-fetch-site': null } }];
    },
  },
  {
    kind: 'no Origin, but the word of the browser',
    status: 403,
    changes: () =>
      ['cross-site', 'same-site', 'none', 'nonsense'].map((relation) => ({
        headers: { origin: null, 'sec-fetch-site': relation },
      })),
  },
  {
    kind: 'another method, or one that is said otherwise',
    status: 405,
    changes: () => [
      ...['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'].map((method) => ({ method })),
      { method: 'GET', headers: { 'x-http-method-override': 'POST' } },
      { method: 'GET', query: '?_method=POST' },
    ],
  },
];

const HARMLESS = ['/auth/token', '/auth/refresh', '/auth/sign-out'];
/** If accepted, the last one would end the sessions of other tests. */
const ENDPOINTS = [...HARMLESS, '/auth/sign-out-everywhere'];

describe('bar 06 browser surface: 8 kinds of cross-site requests', () => {
  it('our own request is accepted, so each refusal below is due to its one difference', async () => {
    for (const path of HARMLESS) {
      const { status } = await send(path, await aSession());
      expect(status, path).toBe(path === '/auth/sign-out' ? 204 : 200);
    }
  });

  it.each(KINDS)('the auth endpoints refuse $kind', async ({ status, changes }) => {
    const cookie = await aSession();
    for (const path of ENDPOINTS) {
      for (const change of changes()) {
        const answer = await send(path, cookie, change);
        const name = `${path} ${JSON.stringify(change)}`;
        expect(answer.status, name).toBe(status);
        expect(answer.headers.getSetCookie(), name).toEqual([]);
        expect(answer.headers.get('access-control-allow-origin'), name).toBeNull();
      }
    }
    expect((await send('/auth/refresh', cookie)).status).toBe(200);
  });

  it('endpoints that rely on the cookie alone refuse cross-site requests, with or without Origin', async () => {
    const cookie = await aSession();
    for (const path of ['/auth/refresh', '/auth/sign-out', '/auth/sign-out-everywhere']) {
      for (const headers of [
        { 'x-requested-with': null },
        { 'x-requested-with': 'XMLHttpRequest' },
        { 'x-requested-with': null, origin: null, 'sec-fetch-site': null },
      ]) {
        expect((await send(path, cookie, { headers })).status).toBe(403);
      }
    }
    expect((await send('/auth/refresh', cookie)).status).toBe(200);
  });

  it('a program can sign in with login and password alone', async () => {
    const bare = { 'x-requested-with': null, origin: null, 'sec-fetch-site': null };
    expect((await send('/auth/token', '', { headers: bare })).status).toBe(200);
  });

  it('no other origin is allowed by CORS', async () => {
    for (const path of ENDPOINTS) {
      const answer = await fetch(address(path), {
        method: 'OPTIONS',
        headers: {
          origin: 'https://elsewhere.example',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type,x-requested-with',
        },
      });
      expect(answer.ok).toBe(false);
      const told = [...answer.headers.keys()];
      expect(told.filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
  });
});
