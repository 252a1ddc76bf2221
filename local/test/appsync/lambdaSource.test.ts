import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Json, Resource } from '../../lib/resource.ts';
import { runFunction } from '../lambda/support.ts';
import { makeDirectory, type TestDirectory } from '../template/support.ts';
import { RUNTIME, resource, startTestApi } from './startTestApi.ts';

/** Returns its event and its call count; some payloads request special behaviour. */
const FUNCTION = `
let calls = 0;
export const handler = async (event) => {
  calls += 1;
  const ask = Array.isArray(event) ? event[0].ask : event?.ask;
  if (ask === 'fail') throw Object.assign(new Error('boom'), { name: 'OutOfStock' });
  if (ask === 'sleep') await new Promise((resolve) => setTimeout(resolve, 3_000));
  if (ask === 'short') return [];
  if (ask === 'object') return { one: 1 };
  if (!Array.isArray(event)) return { ...event, calls };
  return event.map((item) => item.id === 'odd'
    ? { data: null, errorMessage: 'no author', errorType: 'Gone' }
    : { data: item.id, size: event.length, calls });
};`;

const SCHEMA = `
type Query { late: Book, one(ask: String): AWSJSON, books(ids: [String!]!, ask: String): [Book] }
type Book { id: String, author: AWSJSON, second: AWSJSON }
`;
const SOURCE = resource('DataSource', {
  Name: 'FUNCTION',
  Type: 'AWS_LAMBDA',
  LambdaConfig: { LambdaFunctionArn: 'arn:aws:lambda:ap-northeast-1:000000000000:function:Fn' },
});

const sending = (request: string, response = 'return ctx.error ? ctx.error : ctx.result;') => `
  import { util } from '@aws-appsync/utils';
  export function request(ctx) { return ${request}; }
  export function response(ctx) { ${response} }`;
const BOOKS = `
  export function request(ctx) {
    return { payload: ctx.args.ids.map((id) => ({ id, ask: ctx.args.ask })) };
  }
  export function response(ctx) { return ctx.result; }`;

let directory: TestDirectory;
let lambda: Awaited<ReturnType<typeof runFunction>>;
beforeAll(async () => {
  directory = makeDirectory();
  lambda = await runFunction(directory.path, FUNCTION, { Timeout: 20 });
});
afterAll(async () => {
  await lambda.stop();
  directory.remove();
});

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

async function start(
  resolvers: Record<string, string>,
  { more = [], milliseconds = 30_000 }: { more?: Resource[]; milliseconds?: number } = {},
) {
  const sources = Object.keys(resolvers).filter((name) => name !== 'Query.books');
  const api = await startTestApi({
    schema: SCHEMA,
    more: [SOURCE, ...more],
    sources: Object.fromEntries(sources.map((name) => [name, 'FUNCTION'])),
    resolvers,
    options: { invokeLambda: lambda.invoke, executionMilliseconds: milliseconds },
  });
  stop = api.stop;
  const one = async (variables = {}) =>
    JSON.parse((await api.ask('query($ask: String) { one(ask: $ask) }', variables)).data.one);
  return { ...api, one };
}

const batched = (field: string, size: number): Resource =>
  resource('Resolver', {
    TypeName: 'Book',
    FieldName: field,
    DataSourceName: 'FUNCTION',
    Runtime: RUNTIME,
    MaxBatchSize: size,
    Code: BATCH,
  });
const BATCH = sending(
  "{ operation: 'BatchInvoke', payload: { id: ctx.source.id, ask: ctx.source.ask ?? null } }",
);

describe('Invoke', () => {
  test('Invoke sends only the payload of the request', async () => {
    const api = await start({
      'Query.one': sending("{ operation: 'Invoke', payload: { n: 1, who: ctx.identity } }"),
    });
    expect(await api.one()).toMatchObject({ n: 1, who: null });
  });

  test('a failed invocation is ctx.error, with the name of the error thrown', async () => {
    const api = await start({
      'Query.one': sending("{ operation: 'Invoke', payload: { ask: 'fail' } }"),
    });
    expect(await api.one()).toEqual({
      message: 'boom',
      type: 'Lambda:Unhandled',
      unhandledErrorType: 'OutOfStock',
    });
  });

  test('an invocation of a missing function is ctx.error', async () => {
    const gone = resource('DataSource', {
      Name: 'GONE',
      Type: 'AWS_LAMBDA',
      LambdaConfig: {
        LambdaFunctionArn: 'arn:aws:lambda:ap-northeast-1:000000000000:function:Gone',
      },
    });
    const api = await startTestApi({
      schema: SCHEMA,
      more: [gone],
      sources: { 'Query.one': 'GONE' },
      resolvers: { 'Query.one': sending("{ operation: 'Invoke', payload: null }") },
      options: { invokeLambda: lambda.invoke },
    });
    stop = api.stop;
    const error = JSON.parse((await api.ask('{ one }')).data.one);
    expect(error).toMatchObject({ type: 'Lambda:ResourceNotFoundException' });
    expect(error.message).toContain('function:Gone');
  });

  test('an Event invocation does not wait; its result is null, and its failure is logged', async () => {
    const api = await start({
      'Query.one': sending(
        "{ operation: 'Invoke', invocationType: 'Event', payload: { ask: ctx.args.ask } }",
        'return { result: ctx.result, error: ctx.error ?? null };',
      ),
    });
    const begun = performance.now();
    expect(await api.one({ ask: 'sleep' })).toEqual({ result: null, error: null });
    expect(performance.now() - begun).toBeLessThan(2_500);
    expect(await api.one({ ask: 'fail' })).toEqual({ result: null, error: null });
    await expect
      .poll(() => api.lines.join())
      .toContain('failed after it was invoked as an Event: boom');
  });

  test.each([
    ["{ operation: 'Call', payload: 1 }", 'the operation is "Call"'],
    ["{ operation: 'Invoke', invocationType: 'DryRun' }", 'the invocationType is "DryRun"'],
    ["{ operation: 'Invoke', payLoad: 1 }", 'the member "payLoad" is unknown'],
    ["'Invoke'", 'an object is expected'],
  ])('an invalid request is rejected: %s', async (request, message) => {
    const api = await start({ 'Query.one': sending(request) });
    const { data, errors } = await api.ask('{ one }');
    expect(data).toEqual({ one: null });
    expect(errors[0]).toMatchObject({ errorType: 'MappingTemplate' });
    expect(errors[0].message).toContain(message);
  });
});

describe('BatchInvoke', () => {
  const query =
    'query($ids: [String!]!, $ask: String) { books(ids: $ids, ask: $ask) { id author } }';
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const authors = async (
    { ask }: Awaited<ReturnType<typeof start>>,
    variables: { [name: string]: Json },
  ) =>
    (await ask(query, variables)).data.books.map(({ author }: { author: string }) =>
      JSON.parse(author),
    );

  test('BatchInvoke sends five elements at once by default and distributes the results', async () => {
    const api = await start({ 'Query.books': BOOKS, 'Book.author': BATCH });
    const found = await authors(api, { ids });
    expect(found.map(({ data }: { data: string }) => data)).toEqual(ids);
    expect(found.map(({ size }: { size: number }) => size)).toEqual([5, 5, 5, 5, 5, 2, 2]);
  });

  test('BatchInvoke sends at most as many elements as the resolver allows', async () => {
    const api = await start({ 'Query.books': BOOKS }, { more: [batched('author', 2_000)] });
    const found = await authors(api, { ids });
    expect(new Set(found.map(({ size }: { size: number }) => size))).toEqual(new Set([7]));
    expect(new Set(found.map(({ calls }: { calls: number }) => calls)).size).toBe(1);
  });

  test('BatchInvoke does not mix fields or requests', async () => {
    const api = await start(
      { 'Query.books': BOOKS },
      { more: [batched('author', 50), batched('second', 50)] },
    );
    const both = 'query($ids: [String!]!) { books(ids: $ids) { author second } }';
    const answers = await Promise.all([
      api.ask(both, { ids: ['a', 'b'] }),
      api.ask(both, { ids: ['c', 'd', 'e'] }),
    ]);
    const sizes = answers.map(({ data }) =>
      data.books.map((book: { author: string; second: string }) => [
        JSON.parse(book.author).size,
        JSON.parse(book.second).size,
      ]),
    );
    expect(sizes).toEqual([Array(2).fill([2, 2]), Array(3).fill([3, 3])]);
  });

  test('BatchInvoke passes on an error that the function reports for one element', async () => {
    const api = await start({
      'Query.books': BOOKS,
      'Book.author': sending(
        "{ operation: 'BatchInvoke', payload: { id: ctx.source.id } }",
        `const { data, errorMessage, errorType } = ctx.result;
         if (errorMessage) util.error(errorMessage, errorType); return data;`,
      ),
    });
    const { data, errors } = await api.ask(query, { ids: ['a', 'odd'] });
    expect(data.books.map(({ author }: { author: string }) => author)).toEqual(['"a"', null]);
    expect(errors).toMatchObject([
      { path: ['books', 1, 'author'], errorType: 'Gone', message: 'no author' },
    ]);
  });

  test('a failed BatchInvoke is ctx.error of each element', async () => {
    const api = await start({ 'Query.books': BOOKS, 'Book.author': BATCH });
    const found = await authors(api, { ids: ['a', 'b'], ask: 'fail' });
    expect(found).toEqual(Array(2).fill(expect.objectContaining({ message: 'boom' })));
  });

  test.each([
    ['short', 'a list of 0 to a batch of 2'],
    ['object', '{"one":1} to a batch of 2'],
  ])(
    'an answer that is not a list of the right length is ctx.error of each element: %s',
    async (ask, message) => {
      const api = await start({ 'Query.books': BOOKS, 'Book.author': BATCH });
      const found = await authors(api, { ids: ['a', 'b'], ask });
      expect(found.map(({ message: seen }: { message: string }) => seen)).toEqual(
        Array(2).fill(expect.stringContaining(message)),
      );
    },
  );
});

describe('request timeout', () => {
  test('a late function becomes ctx.error, and the rest is answered', async () => {
    const api = await start(
      {
        'Query.books': BOOKS,
        'Query.one': sending("{ operation: 'Invoke', payload: { ask: 'sleep' } }"),
      },
      { milliseconds: 300 },
    );
    const begun = performance.now();
    const { data, errors } = await api.ask('{ one books(ids: ["a"]) { id } }');
    expect(performance.now() - begun).toBeLessThan(2_500);
    expect(errors).toBeUndefined();
    expect(data.books).toEqual([{ id: 'a' }]);
    expect(JSON.parse(data.one)).toEqual({
      message: 'Execution timed out.',
      type: 'Lambda:ExecutionTimeoutException',
    });
  });

  test('a resolver below a late one is an error, and existing results are answered', async () => {
    const api = await start(
      {
        'Query.late': sending(
          "{ operation: 'Invoke', payload: { ask: 'sleep' } }",
          "return { id: 'x', author: 'from its parent' };",
        ),
      },
      { milliseconds: 300, more: [batched('second', 5)] },
    );
    const { data, errors } = await api.ask('{ late { id author second } }');
    expect(data.late).toEqual({ id: 'x', author: '"from its parent"', second: null });
    expect(errors).toMatchObject([
      {
        path: ['late', 'second'],
        errorType: 'ExecutionTimeout',
        message: 'Execution timed out.',
      },
    ]);
  });
});
