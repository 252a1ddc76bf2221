import { afterEach, expect, test } from 'vitest';
import { startTestApi } from './startTestApi.ts';

const schema = `
  type Query { books(first: Int! = 2): [Book!]!  shelf: Shelf  broken: String }
  interface Titled { title: String! }
  type Film implements Titled { title: String! }
  type Shelf { name: String!  books: [Book]  constructor: String }
  type Book implements Titled { id: ID!  title: String!  pages: Int  on: AWSDate }
`;
const books = [
  { id: 1, title: '雪国の灯', pages: '240', on: '2030-01-02' },
  { id: 'b', title: '海鳴り', pages: null },
];

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

/** An API whose resolvers log each run, with functions to query it with and without graphql-js. */
async function anApi(values: { [field: string]: unknown }, settings = {}) {
  const resolvers = Object.entries(values).map(([field, value]) => [
    `Query.${field}`,
    `import { util } from '@aws-appsync/utils';
     export function request(ctx) { console.log('runs', ctx.args); return {}; }
     export function response() { ${value === 'FAIL' ? "util.error('no', 'Broken')" : ''}; return ${JSON.stringify(value)}; }`,
  ]);
  const api = await startTestApi({ schema, settings, resolvers: Object.fromEntries(resolvers) });
  stop = api.stop;
  return {
    lines: api.lines,
    ask: (fields: string) => api.ask(`{ ${fields} }`),
    /** A directive forces graphql-js to compute the whole answer. */
    askSlowly: (fields: string) => api.ask(`{ ... @include(if: true) { ${fields} } }`),
  };
}

test.each([
  'books { id title pages on }',
  'second: books(first: 1) { __typename n: id id } shelf { name books { ...Some title } }',
  'books { id ... on Titled { ... on Film { title } } }',
  'shelf { __proto__: __typename }',
  '__proto__: shelf { name }',
])('the direct answer equals that of graphql-js: %s', async (fields) => {
  const api = await anApi({ books, shelf: { name: 'x', books: [books[0], null] } });
  const some = fields.includes('...') ? fields.replace('...Some', '... on Book { on }') : fields;
  const answer = await api.ask(some);
  expect(answer.errors).toBeUndefined();
  expect(answer).toEqual(await api.askSlowly(some));
  expect(JSON.stringify(answer)).toBe(JSON.stringify(await api.askSlowly(some)));
});

test.each([
  ['a required value is missing', [{ id: 1 }]],
  ['a value does not fit its type', [{ id: 1, title: 'a', on: 'tomorrow' }]],
  ['a list is none', { id: 1 }],
  ['a required list is null', null],
])(
  'the fallback to graphql-js runs no resolver twice where %s, and answers the same',
  async (_what, value) => {
    const api = await anApi({ books: value, shelf: { name: 'x' } });
    const asked = 'books { id title on } shelf { name }';
    const answer = await api.ask(asked);
    expect(api.lines.filter((line) => line.startsWith('Query.books log: runs'))).toHaveLength(1);
    const slow = await api.askSlowly(asked);
    const messages = ({ errors }: typeof answer) =>
      errors.map((e: { message: string }) => e.message);
    expect(answer.data).toEqual(slow.data);
    expect(messages(answer)).toEqual(messages(slow));
  },
);

test('the fallback keeps the results of other resolvers if one fails, and runs each once', async () => {
  const api = await anApi({ shelf: { name: 'x' }, broken: 'FAIL' });
  const { data, errors } = await api.ask('mine: shelf { name } not: broken');
  expect(data).toEqual({ mine: { name: 'x' }, not: null });
  expect(errors).toMatchObject([{ message: 'no', errorType: 'Broken', path: ['not'] }]);
  expect(api.lines.filter((line) => line.includes('runs'))).toHaveLength(2);
});

test('a field named like a property of every object is null if the value lacks it', async () => {
  const api = await anApi({ shelf: { name: 'x' } });
  const answer = await api.ask('shelf { constructor }');
  expect(answer).toEqual({ data: { shelf: { constructor: null } } });
  expect(answer).toEqual(await api.askSlowly('shelf { constructor }'));
});

test('an invalid argument prevents the resolver from running', async () => {
  const api = await anApi({ books });
  expect((await api.ask('books(first: null) { id }')).errors).toHaveLength(1);
  expect(api.lines).toEqual([]);
});

test.each([
  [3, 0],
  [2, 2],
])(
  'the depth is counted as in graphql-js: a limit of %d causes %d errors',
  async (QueryDepthLimit, errors) => {
    const api = await anApi({ shelf: { name: 'x', books } }, { QueryDepthLimit });
    const asked = 'shelf { books { title } }';
    const answer = await api.ask(asked);
    expect(answer.errors ?? []).toHaveLength(errors);
    expect(answer.data).toEqual((await api.askSlowly(asked)).data);
  },
);
