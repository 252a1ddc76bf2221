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

describe('errors of resolvers', () => {
  test('resolver errors have path, data, errorInfo and locations, but no extensions', async () => {
    const api = await start({
      resolvers: {
        'Query.book': answering(
          "util.error('gone', 'BookNotFound', { id: 1, title: 'x' }, { why: 1 });",
        ),
      },
    });
    expect(await api.ask('{\n  book { i: id }\n}')).toEqual({
      data: { book: null },
      errors: [
        {
          path: ['book'],
          data: { i: 1 },
          errorType: 'BookNotFound',
          errorInfo: { why: 1 },
          locations: [{ line: 2, column: 3, sourceName: null }],
          message: 'gone',
        },
      ],
    });
  });

  test('appended errors keep the data', async () => {
    const api = await start({
      resolvers: {
        'Query.book': answering(
          "util.appendError('half', 'Partial', { id: 2 }, 'info'); return { id: '1' };",
        ),
      },
    });
    const { data, errors } = await api.ask('{ book { id } }');
    expect(data).toEqual({ book: { id: '1' } });
    expect(errors).toEqual([
      {
        path: ['book'],
        data: { id: 2 },
        errorType: 'Partial',
        errorInfo: 'info',
        locations: [{ line: 1, column: 3, sourceName: null }],
        message: 'half',
      },
    ]);
  });

  test('faults return Runtime Error to the caller and log the place', async () => {
    const api = await start({ resolvers: { 'Query.book': answering('return ctx.result.a.b;') } });
    const { errors } = await api.ask('{ book { id } }');
    expect(errors[0]).toMatchObject({ errorType: 'Code', message: 'Runtime Error' });
    expect(api.lines.join()).toMatch(/Query\.book \(inline\):4:\d+: TypeError: Cannot read/);
  });

  test('util.unauthorized denies the field', async () => {
    const api = await start({ resolvers: { 'Query.book': answering('util.unauthorized();') } });
    expect((await api.ask('{ book { id } }')).errors[0]).toMatchObject({
      errorType: 'Unauthorized',
      message: 'Not Authorized to access book on type Query',
    });
  });

  test('features that are not emulated are named in the error', async () => {
    const api = await start({
      resolvers: { 'Query.book': answering("util.time.nowFormatted('z');") },
    });
    expect((await api.ask('{ book { id } }')).errors[0].message).toBe(
      'util.time with the pattern z is not supported by the local AppSync',
    );
  });
});

describe('invalid values', () => {
  const book = (value: string) =>
    start({ resolvers: { 'Query.books': answering(`return ${value};`) } });

  test('a missing required field makes its parent null, with AppSync’s message', async () => {
    const api = await book('[{ title: "x" }]');
    const { data, errors } = await api.ask('{ books { id } }');
    expect(data).toEqual({ books: null });
    expect(errors[0]).toMatchObject({
      path: ['books', 0, 'id'],
      locations: null,
      message: "Cannot return null for non-nullable type: 'ID' within parent 'Book' (/books[0]/id)",
    });
  });

  test('an invalid date is an error', async () => {
    const api = await book('[{ id: 1, day: "2024-02-30" }]');
    expect((await api.ask('{ books { day } }')).errors[0].message).toContain(
      "Can't serialize value (/books[0]/day)",
    );
  });

  test('a value that is not a list is an error', async () => {
    const api = await book('[{ id: 1, tags: "x" }]');
    expect((await api.ask('{ books { tags } }')).errors[0].message).toBe(
      "Can't resolve value (/books[0]/tags) : type mismatch error, expected type LIST",
    );
  });
});
