import { expect, onTestFinished, test } from 'vitest';
import { answering, startTestApi } from './startTestApi.ts';

const SCHEMA = `
type Query { book: Book, books: [Book] }
type Book { id: ID, next: Book, must: Author! }
type Author { name: String! }`;

async function start(QueryDepthLimit: number) {
  const api = await startTestApi({
    schema: SCHEMA,
    settings: { QueryDepthLimit },
    resolvers: {
      'Query.book': answering("return { id: '1', must: { name: 'n' }, next: { id: '2' } };"),
      'Query.books': answering("return [{ id: '1', next: { id: '2' } }];"),
    },
  });
  onTestFinished(() => api.stop());
  return api;
}

test('a field that is too deep and may not be null takes its parents away, and nothing else', async () => {
  const api = await start(2);
  const { data, errors } = await api.ask('{ book { id must { name } } other: book { id } }');
  expect(data).toEqual({ book: null, other: { id: '1' } });
  expect(errors).toMatchObject([
    { errorType: 'QueryDepthLimitReached', path: ['book', 'must', 'name'] },
  ]);
});

test('an element of a list is no level', async () => {
  const api = await start(2);
  expect(await api.ask('{ books { id } }')).toEqual({ data: { books: [{ id: '1' }] } });
  const { data, errors } = await api.ask('{ books { id next { id } } }');
  expect(data).toEqual({ books: [{ id: '1', next: { id: null } }] });
  expect(errors).toMatchObject([
    { errorType: 'QueryDepthLimitReached', path: ['books', 0, 'next', 'id'] },
  ]);
});

test('0 bounds nothing', async () => {
  const api = await start(0);
  const { data, errors } = await api.ask('{ book { next { next { next { id } } } } }');
  expect([data, errors]).toEqual([{ book: { next: { next: null } } }, undefined]);
});
