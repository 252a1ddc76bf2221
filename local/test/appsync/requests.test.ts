import { afterEach, describe, expect, test } from 'vitest';
import { answering, startTestApi, type TestApi } from './startTestApi.ts';

const SCHEMA = `
type Query { book: Book, books: [Book!], text(id: ID!): String, must: String!, enumeration: Color }
type Mutation { add: String }
type Book { id: ID!, title: String, next: Book, day: AWSDate, tags: [String] }
type Subscription { onAdd: String @aws_subscribe(mutations: ["add"]) }
enum Color { RED }
`;

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

async function start(api: Omit<TestApi, 'schema'> = {}) {
  const running = await startTestApi({ schema: SCHEMA, ...api });
  stop = running.stop;
  return running;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const KEY = { 'x-api-key': 'da2-test' };

describe('requests', () => {
  test.each([
    ['{ book { nope } }', "FieldUndefined: Field 'nope' in type 'Book' is undefined @ 'book/nope'"],
    ['{ book { id(x: 1) } }', "UnknownArgument: Unknown field argument x @ 'book/id'"],
    ['{ text }', "MissingFieldArgument: Missing field argument id @ 'text'"],
    [
      '{ book }',
      "SubSelectionRequired: Sub selection required for type Book of field book @ 'book'",
    ],
    [
      '{ text(id: "1") { a } }',
      "SubSelectionNotAllowed: Sub selection not allowed on leaf type String of field text @ 'text'",
    ],
    ['{ text(id: $id) }', "UndefinedVariable: Undefined variable id @ 'text'"],
  ])('requests that do not match the schema return 200: %s', async (query, message) => {
    const api = await start();
    const { status, body } = await api.post(JSON.stringify({ query }), { ...JSON_TYPE, ...KEY });
    expect(status).toBe(200);
    expect(body.data).toBeNull();
    expect(body.errors.map((error: { message: string }) => error.message)).toContain(
      `Validation error of type ${message}`,
    );
    expect(body.errors[0].path).toBeNull();
  });

  test('requests with a syntax error return 200', async () => {
    const api = await start();
    const { status, body } = await api.post(JSON.stringify({ query: '{ book {' }), {
      ...JSON_TYPE,
      ...KEY,
    });
    expect([status, body.data]).toEqual([200, null]);
    expect(body.errors[0].message).toContain('Invalid Syntax');
  });

  test('requests that lack a required variable are not run', async () => {
    const api = await start();
    const { errors } = await api.ask('query($id: ID!) { text(id: $id) }');
    expect(errors[0].message).toBe("Variable 'id' has coerced Null value for NonNull type 'ID!'");
  });

  test.each([
    [
      '{"query":"{ book { id } }"}',
      { 'content-type': 'text/plain' },
      'MalformedHttpRequestException',
      'content type',
    ],
    ['', JSON_TYPE, 'MalformedHttpRequestException', 'Request body is empty.'],
    ['{}', JSON_TYPE, 'MalformedHttpRequestException', 'Unable to parse GraphQL query.'],
    ['[]', JSON_TYPE, 'MalformedHttpRequestException', 'Unable to parse GraphQL query.'],
    ['{"query', JSON_TYPE, 'MalformedHttpRequestException', 'Unable to parse GraphQL query.'],
    [
      '{"query":"query a { book { id } } query b { book { id } }"}',
      JSON_TYPE,
      'BadRequestException',
      'Missing operation name.',
    ],
  ])('requests that AppSync cannot read return 400: %s', async (body, headers, type, message) => {
    const api = await start();
    const answer = await api.post(body, { ...headers, ...KEY });
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0]).toMatchObject({ errorType: type });
    expect(answer.body.errors[0].message).toContain(message);
  });

  test('requests with several operations run the one that is named', async () => {
    const api = await start({ resolvers: { 'Query.book': answering("return { id: '1' };") } });
    const query = 'query a { book { id } } query b { book { title } }';
    const { body } = await api.post(JSON.stringify({ query, operationName: 'b' }), {
      ...JSON_TYPE,
      ...KEY,
    });
    expect(body).toEqual({ data: { book: { title: null } } });
  });

  test('requests for a subscription are not supported over HTTP', async () => {
    const api = await start();
    const { status, body } = await api.post('{"query":"subscription { onAdd }"}', {
      ...JSON_TYPE,
      ...KEY,
    });
    expect([status, body.errors[0].errorType]).toEqual([200, 'OperationNotSupported']);
  });

  test('requests may come from a browser on any page', async () => {
    const api = await start();
    const preflight = await fetch(api.url, {
      method: 'OPTIONS',
      headers: {
        origin: 'http://shop.example',
        'access-control-request-headers': 'x-api-key,content-type',
      },
    });
    expect(preflight.status).toBe(200);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-headers')).toBe('x-api-key,content-type');
    const { headers } = await api.post('{"query":"{ book { id } }"}', { ...JSON_TYPE, ...KEY });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect((await fetch(api.url)).status).toBe(405);
  });
});

describe('limits', () => {
  test('only a field deeper than the limit is rejected; leaves count', async () => {
    const api = await start({
      settings: { QueryDepthLimit: 2 },
      resolvers: { 'Query.book': answering("return { id: '1', next: { id: '2', title: 't' } };") },
    });
    const { data, errors } = await api.ask('{ book { id next { title } } }');
    expect(data).toEqual({ book: { id: '1', next: { title: null } } });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({
      errorType: 'QueryDepthLimitReached',
      path: ['book', 'next', 'title'],
    });
  });

  test('resolvers beyond the limit are rejected, the others answer', async () => {
    const api = await start({
      settings: { ResolverCountLimit: 2 },
      resolvers: { 'Query.book': answering("return { id: '1' };") },
    });
    const { data, errors } = await api.ask('{ a: book { id } b: book { id } c: book { id } }');
    expect(data).toEqual({ a: { id: '1' }, b: { id: '1' }, c: null });
    expect(errors[0]).toMatchObject({ errorType: 'ResolverExecutionLimitReached', path: ['c'] });
  });

  test('introspection can be disabled; __typename still works', async () => {
    const api = await start({
      settings: { IntrospectionConfig: 'DISABLED' },
      resolvers: { 'Query.book': answering("return { id: '1' };") },
    });
    const { errors } = await api.ask('{ __schema { types { name } } }');
    expect(errors[0].message).toBe(
      "Validation error of type FieldUndefined: Field 'types' in type '__Schema' is undefined @ '__schema/types'",
    );
    expect((await api.ask('{ __typename book { __typename } }')).data).toEqual({
      __typename: 'Query',
      book: { __typename: 'Book' },
    });
  });
});
