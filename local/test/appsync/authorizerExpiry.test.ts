import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLambdaAuthorizer } from '../../services/appsync/callers/lambdaAuthorizer.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-26T00:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const REQUEST = { headers: {}, queryString: '{ a }', variables: {} };

/** An authorizer whose function reports how often it was called. */
function counting(ttlSeconds: number, answer: object = {}) {
  let calls = 0;
  const config = { functionArn: 'arn', ttlSeconds, tokenPattern: null };
  const ask = createLambdaAuthorizer(config, 'api', async () => {
    calls += 1;
    return { isAuthorized: true, resolverContext: { calls }, ...answer };
  });
  return async (secondsLater: number) => {
    vi.setSystemTime(new Date('2026-11-26T00:00:00Z').getTime() + secondsLater * 1000);
    return (await ask('token', REQUEST)).resolverContext.calls;
  };
}

test('an authorizer’s decision is cached until it expires, then requested again', async () => {
  const callsAt = counting(60);
  expect([await callsAt(0), await callsAt(59), await callsAt(60), await callsAt(119)]).toEqual([
    1, 1, 2, 2,
  ]);
});

test('the TTL returned by the function overrides that of the API', async () => {
  const callsAt = counting(60, { ttlOverride: 5 });
  expect([await callsAt(0), await callsAt(4), await callsAt(5)]).toEqual([1, 1, 2]);
});

test('a rejection is cached like a permission', async () => {
  const callsAt = counting(60, { isAuthorized: false });
  expect([await callsAt(0), await callsAt(59), await callsAt(60)]).toEqual([1, 1, 2]);
});
