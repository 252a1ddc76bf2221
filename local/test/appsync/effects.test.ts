import { describe, expect, test } from 'vitest';
import { extensions, util } from '../../services/appsync/utils/index.ts';
import {
  type Invocation,
  runInvocation,
  startInvocation,
} from '../../services/appsync/utils/invocation.ts';
import { API_KEY, answering, startTestApi } from './startTestApi.ts';

function run(handler: () => void, shared: Partial<Invocation> = {}): Invocation {
  const invocation = startInvocation(shared);
  runInvocation(invocation, handler);
  return invocation;
}
const filter = { filterGroup: [{ filters: [{ fieldName: 'a', operator: 'eq', value: 1 }] }] };

describe('subscription filters', () => {
  test('the last filter of each kind applies', () => {
    const { subscriptionFilter, invalidationFilter } = run(() => {
      extensions.setSubscriptionFilter({ filterGroup: [] });
      extensions.setSubscriptionFilter(filter);
      extensions.setSubscriptionInvalidationFilter({ filterGroup: [] });
    });
    expect(subscriptionFilter).toEqual(filter);
    expect(invalidationFilter).toEqual({ filterGroup: [] });
  });

  test.each(['setSubscriptionFilter', 'setSubscriptionInvalidationFilter'] as const)(
    '%s names the value passed instead of a filter',
    (name) => {
      expect(() => extensions[name]({ a: 1 } as never)).toThrow(
        `extensions.${name} expects { filterGroup: [...] }, not {"a":1}`,
      );
    },
  );
});

describe('invalidations', () => {
  const invalidate = (payload: object) =>
    extensions.invalidateSubscriptions({ subscriptionField: 'onBookEvent', payload } as never);

  test('equal invalidations count once', () => {
    const { invalidations } = run(() => {
      for (const id of ['a', 'b', 'a', 'b']) invalidate({ id });
    });
    expect(invalidations).toEqual([
      { subscriptionField: 'onBookEvent', payload: { id: 'a' } },
      { subscriptionField: 'onBookEvent', payload: { id: 'b' } },
    ]);
  });

  test('a sixth invalidation in a request is an error of its field', () => {
    const invalidations: Invocation['invalidations'] = [];
    for (const id of [1, 2, 3, 4, 5]) run(() => invalidate({ id }), { invalidations });
    expect(() => run(() => invalidate({ id: 5 }), { invalidations })).not.toThrow();
    expect(() => run(() => invalidate({ id: 6 }), { invalidations })).toThrow(
      'takes at most 5 distinct invalidations in one request',
    );
    expect(invalidations).toHaveLength(5);
  });

  test('an invalidation without a payload is rejected', () => {
    expect(() =>
      extensions.invalidateSubscriptions({ subscriptionField: 'onBookEvent' } as never),
    ).toThrow('expects { subscriptionField, payload }, not {"subscriptionField":"onBookEvent"}');
  });
});

test('evictFromApiCache is rejected by name', () => {
  expect(() => extensions.evictFromApiCache('Query', 'book', {})).toThrow(
    'extensions.evictFromApiCache is not supported by the local AppSync',
  );
});

describe('response headers', () => {
  const { addResponseHeader, addResponseHeaders, copyHeaders } = util.http;

  test('header values other than text are written as JSON; the last value of a name applies', () => {
    const { responseHeaders } = run(() => {
      addResponseHeader('count', 6);
      addResponseHeader('Count', 7);
      addResponseHeaders({ text: 'a', object: { field: 'b' } });
    });
    expect(responseHeaders).toEqual({ count: '7', text: 'a', object: '{"field":"b"}' });
  });

  test.each<[name: string, value: unknown, reason: string]>([
    ['', 'x', 'has no name'],
    ['Content-Type', 'x', 'is restricted'],
    ['access-control-allow-origin', '*', 'is restricted'],
    ['X-Amz-Date', 'x', 'is restricted'],
    ['x-amzn-requestid', 'x', 'is restricted'],
    ['empty', null, 'has no value'],
    ['long', 'x'.repeat(4_096), 'over 4096 characters'],
    ['x title', 'x', 'what HTTP cannot carry'],
    ['Trailer', 'x', 'what HTTP cannot carry'],
    ['x-title', '雪国の灯', 'what HTTP cannot carry'],
    ['x-title', 'a\r\nset-cookie: b', 'what HTTP cannot carry'],
  ])('the header %s is omitted and reported as an error', (name, value, reason) => {
    const { responseHeaders, appendedErrors } = run(() => addResponseHeader(name, value));
    expect(responseHeaders).toEqual({});
    expect(appendedErrors).toEqual([
      expect.objectContaining({
        errorType: 'ResponseHeaderError',
        message: expect.stringContaining(reason),
      }),
    ]);
  });

  test('headers reach the client, and omitted ones appear in the errors of the answer', async () => {
    const api = await startTestApi({
      schema: 'type Query { a: String }',
      resolvers: {
        'Query.a': answering(
          "util.http.addResponseHeader('x-pages', 3); util.http.addResponseHeader('Vary', 'x'); return 'a';",
        ),
      },
    });
    const headers = { 'content-type': 'application/json', 'x-api-key': API_KEY };
    const answer = await api.post(JSON.stringify({ query: '{ a }' }), headers);
    await api.stop();
    expect(answer.headers.get('x-pages')).toBe('3');
    expect(answer.body).toMatchObject({
      data: { a: 'a' },
      errors: [{ errorType: 'ResponseHeaderError', path: ['a'] }],
    });
  });

  test('headers are counted over all fields of a request', async () => {
    const add = `util.http.addResponseHeader('x-' + ctx.info.fieldName, ctx.args.text); return 'a';`;
    const api = await startTestApi({
      schema: 'type Query { a(text: String): String  b(text: String): String }',
      resolvers: { 'Query.a': answering(add), 'Query.b': answering(add) },
    });
    const headers = { 'content-type': 'application/json', 'x-api-key': API_KEY };
    const text = 'x'.repeat(3_000);
    const query = `{ a(text: "${text}") b(text: "${text}") }`;
    const answer = await api.post(JSON.stringify({ query }), headers);
    await api.stop();
    expect(answer.headers.get('x-a')).toBe(text);
    expect(answer.headers.has('x-b')).toBe(false);
    expect(answer.body.errors).toMatchObject([{ errorType: 'ResponseHeaderError', path: ['b'] }]);
  });

  test('copyHeaders omits hop-by-hop headers', () => {
    expect(copyHeaders({ Host: 'a', 'Content-Length': '1', TE: 'x', 'x-own': '1' })).toEqual({
      'x-own': '1',
    });
  });
});
