import { afterEach, describe, expect, test } from 'vitest';
import { BoundedCache } from '../../lib/boundedCache.ts';
import { answering, RUNTIME, resource, startTestApi, type TestApi } from './startTestApi.ts';

const SCHEMA =
  'type Query { text: String, list: [Int], book: Book, books: [Book] } type Book { n: Int, m: Int }';

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

async function start(api: Partial<TestApi>) {
  const running = await startTestApi({ schema: SCHEMA, ...api });
  stop = running.stop;
  return running;
}

const pipelineOf = (count: number) => [
  ...Array.from({ length: count }, (_, n) =>
    resource(
      'FunctionConfiguration',
      {
        Name: `f${n}`,
        DataSourceName: 'NONE',
        Runtime: RUNTIME,
        Code: answering('return ctx.prev.result + 1;'),
      },
      `arn:aws:appsync:r:0:apis/api/functions/f${n}`,
    ),
  ),
  resource('Resolver', {
    TypeName: 'Query',
    FieldName: 'text',
    Kind: 'PIPELINE',
    Runtime: RUNTIME,
    PipelineConfig: { Functions: Array.from({ length: count }, (_, n) => `f${n}`) },
    Code: 'export function request() { return 0; } export function response(ctx) { return ctx.result; }',
  }),
];

describe('limits of an API, checked at its start', () => {
  test('a pipeline has at most ten functions', async () => {
    const api = await start({ more: pipelineOf(10) });
    expect((await api.ask('{ text }')).data).toEqual({ text: '10' });
    await expect(start({ more: pipelineOf(11) })).rejects.toThrow(
      'Query.text: a pipeline has at most 10 functions, not 11',
    );
  });

  test('a schema has at most one megabyte', async () => {
    const description = `"${'新刊'.repeat(170_000)}"`;
    await expect(start({ schema: `${description} ${SCHEMA}` })).rejects.toThrow(
      /the schema has 1020\d+ bytes, AppSync takes 1000000/,
    );
  });

  test.each([
    ['QueryDepthLimit', 76, 75],
    ['ResolverCountLimit', 10_001, 10_000],
    ['QueryDepthLimit', -1, 75],
  ])('%s cannot be %i', async (name, value, most) => {
    await expect(start({ settings: { [name]: value } })).rejects.toThrow(
      `${name} is ${value}, expected 0 to ${most}`,
    );
  });

  test('an authorizer’s TTL is at most an hour', async () => {
    const LambdaAuthorizerConfig = { AuthorizerUri: 'arn:f', AuthorizerResultTtlInSeconds: 3_601 };
    await expect(
      start({ settings: { AuthenticationType: 'AWS_LAMBDA', LambdaAuthorizerConfig } }),
    ).rejects.toThrow('AuthorizerResultTtlInSeconds is 3601, expected 0 to 3600');
  });
});

describe('limits of a request', () => {
  test('a handler returns at most five megabytes', async () => {
    const doubled = (times: number) => `let s = 'x'; ${'s = s + s; '.repeat(times)} return s;`;
    const api = await start({ resolvers: { 'Query.text': answering(doubled(22)) } });
    expect((await api.ask('{ text }')).data.text).toHaveLength(2 ** 22);
    await api.stop();
    const larger = await start({ resolvers: { 'Query.text': answering(doubled(23)) } });
    const { data, errors } = await larger.ask('{ text }');
    expect(data).toEqual({ text: null });
    expect(errors).toHaveLength(1);
  });

  test('ten thousand resolvers run if the API sets no limit', async () => {
    const api = await start({
      resolvers: {
        'Query.books': answering(`return [${'{},'.repeat(10_000)}];`),
        'Book.n': answering('return 1;'),
      },
    });
    const { data, errors } = await api.ask('{ books { n } }');
    // The list's own resolver counts as well.
    expect([0, 9_998, 9_999].map((at) => data.books[at].n)).toEqual([1, 1, null]);
    expect(errors).toMatchObject([
      { path: ['books', 9_999, 'n'], errorType: 'ResolverExecutionLimitReached' },
    ]);
  });

  test('a database timeout is ctx.error', async () => {
    const api = await start({
      sources: { 'Query.text': 'DATABASE' },
      resolvers: {
        'Query.text': `
          import { createMySQLStatement } from '@aws-appsync/utils/rds';
          export function request() { return createMySQLStatement('select sleep(60)'); }
          export function response(ctx) { return ctx.error.type + ' ' + ctx.error.message; }`,
      },
      options: { executeStatement: () => new Promise(() => undefined), executionMilliseconds: 200 },
    });
    expect(await api.ask('{ text }')).toEqual({
      data: { text: 'RDSHttp:ExecutionTimeoutException Execution timed out.' },
    });
  });

  test('a body that is too large is rejected', async () => {
    const api = await start({});
    const { status, body } = await api.post(
      `{"query":"{ text }","pad":"${'x'.repeat(5_000_000)}"}`,
      {
        'content-type': 'application/json',
        'x-api-key': 'da2-test',
      },
    );
    expect(status).toBe(413);
    expect(body.errors[0].errorType).toBe('RequestEntityTooLarge');
  });
});

describe('BoundedCache', () => {
  test('the cache is bounded and keeps the most recently used entries', () => {
    const cache = new BoundedCache<number>(2);
    cache.set('a', 1);
    cache.set('b', 2);
    expect(cache.get('a')).toBe(1);
    cache.set('c', 3);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3]);
  });

  test('entries may have weights, and one that is too heavy alone evicts nothing', () => {
    const cache = new BoundedCache<number>(5, (key) => key.length);
    cache.set('aa', 1);
    cache.set('bbb', 2);
    cache.set('bbb', 3);
    cache.set('cccccc', 4);
    expect(['aa', 'bbb', 'cccccc'].map((key) => cache.get(key))).toEqual([1, 3, undefined]);
    cache.set('dd', 5);
    expect(['aa', 'bbb', 'dd'].map((key) => cache.get(key))).toEqual([undefined, 3, 5]);
  });

  test('the cached form of a document depends on the variables of @include and @skip', async () => {
    const api = await start({
      resolvers: { 'Query.book': answering('return { n: ctx.info.selectionSetList.length };') },
    });
    const query =
      'query($all: Boolean!) { book { n ...F } } fragment F on Book { m @include(if: $all) }';
    const seen = [];
    for (const all of [true, false, true]) seen.push((await api.ask(query, { all })).data.book.n);
    expect(seen).toEqual([2, 1, 2]);
    expect((await api.ask('{ book { n } }')).data.book.n).toBe(1);
    expect((await api.ask('{ book { n } }')).data.book.n).toBe(1);
  });
});
