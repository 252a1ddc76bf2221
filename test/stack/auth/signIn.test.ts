import { createRemoteJWKSet, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { demoMembers, demoOperator } from '../../../tools/shop/members.ts';
import { ask, postCredentials, signIn } from '../../../tools/testing/graphql.ts';
import { testStack } from '../../../tools/testing/testStack.ts';

const [hanako] = demoMembers;
if (hanako === undefined) throw new Error('The sample shop has no members');

describe('signing in', () => {
  it('signing in gives a member of the shop a token that the API accepts', async () => {
    const stack = testStack();
    const token = await signIn(stack, hanako.login, hanako.password);
    const answer = await ask(stack, '{ viewer { id displayName isOperator } }', {}, token);
    expect(answer).toEqual({
      data: { viewer: { id: String(hanako.id), displayName: hanako.name, isOperator: false } },
    });
  });

  it('signing in gives a token that anyone can verify from the published documents', async () => {
    const stack = testStack();
    const token = await signIn(stack, demoOperator.login, demoOperator.password);
    const discovery = await fetch(`${stack.web}/.well-known/openid-configuration`);
    const { issuer, jwks_uri } = (await discovery.json()) as { issuer: string; jwks_uri: string };
    const { payload, protectedHeader } = await jwtVerify(
      token,
      createRemoteJWKSet(new URL(jwks_uri)),
      { issuer, algorithms: ['RS256'] },
    );
    expect(protectedHeader.typ).toBe('JWT');
    expect(payload.sub).toBe(String(demoOperator.id));
    expect(payload.operator).toBe(true);
    expect(Number(payload.exp) - Number(payload.iat)).toBe(600);
  });

  it('signing in answers an unknown login and a wrong password identically', async () => {
    const stack = testStack();
    const wrong = await postCredentials(stack, { login: 'taro', password: 'not-his' });
    const unknown = await postCredentials(stack, { login: 'nobody-here', password: 'not-his' });
    expect(wrong.status).toBe(401);
    expect(unknown.status).toBe(401);
    expect(await unknown.text()).toBe(await wrong.text());
    const names = (response: Response) => [...response.headers.keys()].filter((n) => n !== 'date');
    expect(names(unknown)).toEqual(names(wrong));
  });

  it.each([
    ['no body', ''],
    ['no JSON', 'login=hanako'],
    ['no password', '{"login":"hanako"}'],
    ['a password that is no text', '{"login":"hanako","password":{"$ne":""}}'],
    ['a password of 2,000 bytes', JSON.stringify({ login: 'hanako', password: 'x'.repeat(2000) })],
  ])('signing in rejects a request with %s and states what it expects', async (_, body) => {
    const response = await fetch(`${testStack().auth}/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: 'invalid_request',
      error_description: 'Expected JSON: {"login": "…", "password": "…"}.',
    });
  });

  it('signing in is throttled after ten failures, and others can still sign in', async () => {
    const stack = testStack();
    const login = `guessed-${Date.now()}`;
    const guess = () => postCredentials(stack, { login, password: 'guess' });
    const tries = [await guess(), ...(await Promise.all(Array.from({ length: 11 }, guess)))];
    const statuses = tries.map((response) => response.status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
    const [slow = new Response('{}')] = tries.filter((response) => response.status === 429);
    const { retry_after } = (await slow.json()) as { retry_after: number };
    expect(retry_after).toBeGreaterThan(800);
    expect(retry_after).toBeLessThanOrEqual(900);
    expect(slow.headers.get('retry-after')).toBe(String(retry_after));
    await signIn(stack, hanako.login, hanako.password);
  });
});

describe('a session', () => {
  const post = (path: string, cookie: string) =>
    fetch(`${testStack().web}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-requested-with': 'shinkan', cookie },
      body: '{}',
    });
  const readCookie = (response: Response) =>
    response.headers.getSetCookie()[0]?.split(';')[0] ?? '';

  it('a session goes on with the refresh cookie, which changes with each use', async () => {
    const first = await postCredentials(testStack(), hanako);
    const setCookie = first.headers.getSetCookie()[0] ?? '';
    expect(setCookie).toMatch(/^__Host-rt=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict; /);
    const refreshed = await post('/auth/refresh', readCookie(first));
    expect(refreshed.status).toBe(200);
    expect(readCookie(refreshed)).not.toBe(readCookie(first));
  });

  it('a session ends with sign-out', async () => {
    const cookie = readCookie(await postCredentials(testStack(), hanako));
    expect((await post('/auth/sign-out', cookie)).status).toBe(204);
    expect((await post('/auth/refresh', cookie)).status).toBe(401);
  });

  it('a session is not refreshed for a page of another site', async () => {
    const cookie = readCookie(await postCredentials(testStack(), hanako));
    const foreign = await fetch(`${testStack().web}/auth/refresh`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-requested-with': 'shinkan',
        origin: 'https://elsewhere.example',
        cookie,
      },
      body: '{}',
    });
    expect(foreign.status).toBe(403);
  });
});
