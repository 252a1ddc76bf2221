import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLambdaAuthorizer } from '../../services/appsync/callers/lambdaAuthorizer.ts';
import { startTestApi } from './startTestApi.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const never = () => new Promise<never>(() => undefined);

test('a request times out after 30 seconds', async () => {
  const asked = Promise.withResolvers<void>();
  const api = await startTestApi({
    schema: 'type Query { text: String }',
    sources: { 'Query.text': 'DATABASE' },
    resolvers: {
      'Query.text': `import { createMySQLStatement } from '@aws-appsync/utils/rds';
        export function request() { return createMySQLStatement('select 1'); }
        export function response(ctx) { return ctx.error.message; }`,
    },
    options: {
      executeStatement: () => {
        asked.resolve();
        return never();
      },
    },
  });
  let answer: unknown;
  const done = api.ask('{ text }').then((body) => {
    answer = body;
  });
  await asked.promise;
  await vi.advanceTimersByTimeAsync(29_999);
  await new Promise(setImmediate);
  expect(answer).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1);
  await done;
  expect(answer).toEqual({ data: { text: 'Execution timed out.' } });
  vi.useRealTimers();
  await api.stop();
});

test('a Lambda authorizer times out after ten seconds', async () => {
  const config = { functionArn: 'arn', ttlSeconds: 0, tokenPattern: null };
  const ask = createLambdaAuthorizer(config, 'api', never);
  let refusal: unknown;
  ask('token', { headers: {}, queryString: '', variables: {} }).catch((error: Error) => {
    refusal = error.message;
  });
  await vi.advanceTimersByTimeAsync(9_999);
  expect(refusal).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1);
  expect(refusal).toBe('the authorizer did not answer within 10000 ms');
});
