import { describe, expect, it } from 'vitest';
import { demoMembers } from '../../tools/shop/members.ts';
import { testStack } from '../../tools/testing/testStack.ts';
import { linkTo } from '../support/links.ts';
import { withFaults } from '../support/stackFaults.ts';

const [hanako] = demoMembers;
if (hanako === undefined) throw new Error('The sample shop has no members');
const { login, password } = hanako;

const NO_STORE = 'no-store';
const REVALIDATED = 'no-cache';
const AN_HOUR = 'public, max-age=3600';
const MINUTES = 'public, max-age=300';
const FOR_GOOD = 'max-age=31536000, immutable';

/** What every response carries; the tenth header, `Cache-Control`, differs by path. */
const EVERYWHERE = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-permitted-cross-domain-policies': 'none',
};

interface Asked {
  path: string;
  init?: RequestInit;
  status: number;
  kept: string;
}

const json = (body: string, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', 'x-requested-with': 'shinkan', ...headers },
  body,
});
const credentials = JSON.stringify({ login, password });

const PAGES: Asked[] = [
  ...['/', '/index.html', '/books/isbn-9784999990009', '/my', '/sign-in', '/en', '/no/such/page'],
  ...['/theme.js', '/favicon.svg', '/config.json', '/sw.js', '/offline.html', '/robots.txt'],
  ...['/manifest.webmanifest', '/icon.png'],
].map((path) => ({ path, status: 200, kept: REVALIDATED }));

/** No book has this id; to a browser it is a page like any other. */
const UNKNOWN: Asked[] = ['/books/no-such-book', '/en/books/no/such'].map((path) => ({
  path,
  status: 404,
  kept: REVALIDATED,
}));

const FAILURES: Asked[] = ['/assets/no-such-file.js', '/no-such-file.txt', '/%ff.js'].map(
  (path) => ({ path, status: 404, kept: NO_STORE }),
);

const ISSUER: Asked[] = [
  { path: '/.well-known/openid-configuration', status: 200, kept: AN_HOUR },
  { path: '/.well-known/jwks.json', status: 200, kept: AN_HOUR },
  { path: '/.well-known/no-such-document', status: 403, kept: NO_STORE },
];

const SIGN_IN: Asked[] = [
  { path: '/auth/token', init: json(credentials), status: 200 },
  { path: '/auth/sign-out', init: json('{}'), status: 204 },
  { path: '/auth/token', init: json('no JSON'), status: 400 },
  { path: '/auth/token', init: json(JSON.stringify({ login, password: 'guess' })), status: 401 },
  { path: '/auth/refresh', init: json('{}'), status: 401 },
  { path: '/auth/sign-out-everywhere', init: json('{}'), status: 401 },
  { path: '/auth/refresh', init: json('{}', { origin: 'https://else.example' }), status: 403 },
  { path: '/auth/no-such-endpoint', init: json('{}'), status: 404 },
  { path: '/auth/token', status: 405 },
  { path: '/auth/token', init: { method: 'OPTIONS' }, status: 405 },
  { path: '/auth/token', init: json('x'.repeat(5000)), status: 413 },
  {
    path: '/auth/token',
    init: { method: 'POST', headers: { 'content-type': 'text/plain' }, body: credentials },
    status: 415,
  },
].map((asked) => ({ ...asked, kept: NO_STORE }));

const form = (body: string): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body,
});

/** What pages of other sites may load. */
const EMBED: Asked[] = [
  { path: '/embed/shinkan-release-notice.js', status: 200, kept: MINUTES },
  { path: '/embed/config.json', status: 200, kept: MINUTES },
  { path: '/embed/no-such-file.js', status: 404, kept: NO_STORE },
  { path: '/embed/no-such-page', status: 404, kept: NO_STORE },
];

function mailPages(): Asked[] {
  const link = new URL(linkTo({ memberId: '880002', bookId: 'isbn-9784999990009' })).pathname;
  return [
    { path: link, status: 200, kept: NO_STORE },
    { path: link, init: { method: 'HEAD' }, status: 200, kept: NO_STORE },
    { path: link, init: form('action=stopBook'), status: 200, kept: NO_STORE },
    { path: link, init: form('action=nonsense'), status: 400, kept: NO_STORE },
    { path: `${link}x`, status: 404, kept: NO_STORE },
    { path: link, init: { method: 'PUT' }, status: 405, kept: NO_STORE },
    { path: link, init: form('x'.repeat(5000)), status: 413, kept: NO_STORE },
    { path: '/mail/style.css', status: 200, kept: AN_HOUR },
  ];
}

async function ask({ path, init }: Pick<Asked, 'path' | 'init'>): Promise<Response> {
  return fetch(`${testStack().web}${path}`, { redirect: 'manual', ...init });
}

/** The faults in a response's headers; empty if none. */
function faultsOf({ headers }: Response, path: string, kept: string): string[] {
  const isMail = path.startsWith('/mail/');
  const isEmbed = path.startsWith('/embed/');
  const policy = headers.get('content-security-policy') ?? '';
  const permissions = headers.get('permissions-policy') ?? '';
  const wanted = {
    ...EVERYWHERE,
    ...(isEmbed && { 'cross-origin-resource-policy': 'cross-origin' }),
    'referrer-policy': isMail || isEmbed ? 'no-referrer' : 'strict-origin-when-cross-origin',
    'cache-control': kept,
  };
  return [
    ...Object.entries(wanted)
      .filter(([name, value]) => headers.get(name) !== value)
      .map(([name, value]) => `${name}: expected ${value}, got ${headers.get(name)}`),
    ...["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"]
      .concat(isMail || isEmbed ? ["trusted-types 'none'"] : ["script-src 'self'", 'wss?://'])
      .concat(isEmbed ? ["form-action 'none'"] : ["style-src 'self'", "form-action 'self'"])
      .concat("require-trusted-types-for 'script'")
      .filter((part) => !new RegExp(`(^|; |\\s)${part}`).test(policy))
      .map((part) => `content-security-policy: expected ${part}, got ${policy}`),
    ...['unsafe', '*', 'data:', 'blob:']
      .filter((part) => policy.includes(part))
      .map((part) => `content-security-policy: ${part} in ${policy}`),
    ...((isMail || isEmbed) && policy.includes('script-src')
      ? [`expected no script-src, got ${policy}`]
      : []),
    ...['camera=()', 'geolocation=()', 'microphone=()', 'payment=()', 'usb=()']
      .filter((part) => !permissions.includes(part))
      .map((part) => `permissions-policy: expected ${part}, got ${permissions}`),
    ...['server', 'x-powered-by', 'access-control-allow-origin', 'access-control-allow-credentials']
      .filter((name) => headers.has(name))
      .map((name) => `${name}: ${headers.get(name)}`),
  ];
}

async function expectHeaders(asked: Asked, answer: Response): Promise<void> {
  const name = `${asked.init?.method ?? 'GET'} ${asked.path}`;
  expect(answer.status, `${name}: ${await answer.clone().text()}`).toBe(asked.status);
  expect(faultsOf(answer, asked.path, asked.kept), `${name} ${asked.status}`).toEqual([]);
}

describe('bar 06 browser surface: 10 headers', () => {
  it.each(PAGES)('the security headers are on the page or file $path', async (asked) => {
    await expectHeaders(asked, await ask(asked));
  });

  it('the security headers are on every hashed file, which is cached for a year', async () => {
    const page = await (await ask({ path: '/' })).text();
    const files = new Set([...page.matchAll(/\/assets\/[^"\s]+/g)].map(([path]) => path));
    expect(files.size).toBeGreaterThan(1);
    for (const path of files) {
      const asked = { path, status: 200, kept: FOR_GOOD };
      await expectHeaders(asked, await ask(asked));
    }
  });

  it('the security headers are on a 304 response', async () => {
    const etag = (await ask({ path: '/' })).headers.get('etag') ?? '';
    const asked = { path: '/', init: { headers: { 'if-none-match': etag } } };
    await expectHeaders({ ...asked, status: 304, kept: REVALIDATED }, await ask(asked));
  });

  it.each([...UNKNOWN, ...FAILURES, ...ISSUER])(
    'the security headers are on $path, answered with $status',
    async (asked) => {
      await expectHeaders(asked, await ask(asked));
    },
  );

  it('the security headers are on a response to an unsupported method', async () => {
    const asked = { path: '/', init: { method: 'POST' }, status: 403, kept: NO_STORE };
    await expectHeaders(asked, await ask(asked));
  });

  it.each(SIGN_IN)('the security headers are on $path, answered with $status', async (asked) => {
    await expectHeaders(asked, await ask(asked));
  });

  it('the security headers are on a throttled sign-in', async () => {
    const body = JSON.stringify({ login: 'nobody-of-the-headers', password: 'guess' });
    const asked = { path: '/auth/token', init: json(body), status: 429, kept: NO_STORE };
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask(asked)));
    const slow = answers.find(({ status }) => status === 429);
    await expectHeaders(asked, slow ?? Response.error());
  });

  it('the security headers are on a sign-in that is unavailable', async () => {
    const asked = { path: '/auth/token', init: json(credentials), status: 503, kept: NO_STORE };
    const fault = [{ operation: 'Sign', fault: 'KMSInternalException', share: 1 }];
    const answer = await withFaults(testStack().endpoints.kms, fault, () => ask(asked));
    await expectHeaders(asked, answer);
  });

  it.each(EMBED)('the security headers for other sites are on $path', async (asked) => {
    await expectHeaders(asked, await ask(asked));
  });

  it('files for other sites, and only those, are readable by every origin without cookies', async () => {
    const init = { headers: { origin: 'https://shop.example' } };
    for (const { path } of [...EMBED, ...PAGES, ...ISSUER, ...FAILURES]) {
      const { headers } = await ask({ path, init });
      const isEmbed = path.startsWith('/embed/');
      expect(headers.get('access-control-allow-origin'), path).toBe(isEmbed ? '*' : null);
      expect(headers.has('access-control-allow-credentials'), path).toBe(false);
      const resource = headers.get('cross-origin-resource-policy');
      expect(resource, path).toBe(isEmbed ? 'cross-origin' : 'same-origin');
    }
    for (const method of ['OPTIONS', 'POST']) {
      const refused = await ask({ path: '/embed/config.json', init: { ...init, method } });
      expect(refused.status, method).toBe(403);
    }
  });

  it('the security headers are on unsubscribe pages', async () => {
    for (const asked of mailPages()) await expectHeaders(asked, await ask(asked));
  });

  it('the security headers are on an unsubscribe page that cannot be shown', async () => {
    const path = new URL(linkTo({ memberId: '880002', bookId: 'isbn-9784999990009' })).pathname;
    const fault = [{ fault: 'AccessDeniedException', share: 1 }];
    const answer = await withFaults(testStack().endpoints.rdsData, fault, () => ask({ path }));
    await expectHeaders({ path, status: 503, kept: NO_STORE }, answer);
  });
});
