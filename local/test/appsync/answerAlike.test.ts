import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answering, startTestApi } from './startTestApi.ts';

const SCHEMA = `
  interface Titled { title: String! }
  enum Kind { NEW OLD }
  type Book implements Titled { id: ID!  title: String!  pages: Int  on: AWSDate  kind: Kind  parts: [Book!]  shelf: Shelf }
  type Shelf implements Titled { title: String!  books: [[Book]]  first: Book! }
  type Query { book(value: AWSJSON): Book  books(value: AWSJSON): [Book!]!  shelf(value: AWSJSON): Shelf! }
`;

const LEAVES = {
  Book: ['id', 'title', 'pages', 'on', 'kind', '__typename', 'n: pages', 'id: id'],
  Shelf: ['title', '__typename', 'name: title'],
};
const BELOW = {
  Book: [
    ['parts', 'Book'],
    ['shelf', 'Shelf'],
    ['more: parts', 'Book'],
  ],
  Shelf: [
    ['books', 'Book'],
    ['first', 'Book'],
  ],
} as const;
type Type = keyof typeof LEAVES;

/** Selections of a type: leaves, nested fields, and fragments on this and other types. */
const selection = (type: Type, depth: number): fc.Arbitrary<string> => {
  const leaf = fc.constantFrom(...LEAVES[type]);
  const fragments = fc.constantFrom(
    `... on ${type} { title }`,
    '... on Titled { title }',
    '... on Titled { ... on Book { title } }',
    '... { title }',
  );
  const below = fc
    .constantFrom(...BELOW[type])
    .chain(([field, of]) => selection(of, depth - 1).map((inside) => `${field} ${inside}`));
  const one = depth > 0 ? fc.oneof(leaf, leaf, fragments, below) : fc.oneof(leaf, fragments);
  return fc.array(one, { minLength: 1, maxLength: 4 }).map((all) => `{ ${all.join(' ')} }`);
};

/** Mostly valid values. */
const often = (value: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 12, arbitrary: value }, fc.constantFrom<unknown>(null, undefined, 7, [], 'x'));
const { Book: aBook, Shelf: aShelf } = fc.letrec<{ Book: unknown; Shelf: unknown }>((tie) => ({
  Book: fc.record({
    id: often(fc.constantFrom('a', 1)),
    title: often(fc.string()),
    pages: often(fc.integer()),
    on: often(fc.constant('2030-01-02')),
    kind: often(fc.constantFrom('NEW', 'OLD')),
    parts: often(
      fc.array(fc.oneof({ maxDepth: 2 }, fc.constant(null), tie('Book')), { maxLength: 2 }),
    ),
    shelf: fc.oneof({ maxDepth: 2 }, fc.constant(null), tie('Shelf')),
  }),
  Shelf: fc.record({
    title: often(fc.string()),
    books: often(
      fc.array(
        often(
          fc.array(fc.oneof({ maxDepth: 2 }, fc.constant(null), tie('Book')), { maxLength: 2 }),
        ),
        { maxLength: 2 },
      ),
    ),
    first: fc.oneof({ maxDepth: 2 }, fc.constant(null), tie('Book')),
  }),
}));

const root = (name: string, type: Type, value: fc.Arbitrary<unknown>) =>
  fc.tuple(selection(type, 2), value).map(([fields, given]) => ({ name, fields, given }));
const roots = fc.array(
  fc.oneof(
    root('book', 'Book', often(aBook)),
    root('books', 'Book', often(fc.array(aBook, { maxLength: 3 }))),
    root('shelf', 'Shelf', often(aShelf)),
  ),
  { minLength: 1, maxLength: 3 },
);

test('any query on any values is answered as by graphql-js', async () => {
  const tell = answering('return ctx.args.value;');
  const api = await startTestApi({
    schema: SCHEMA,
    resolvers: { 'Query.book': tell, 'Query.books': tell, 'Query.shelf': tell },
  });
  let direct = 0;
  await fc.assert(
    fc.asyncProperty(roots, async (asked) => {
      const names = asked.map((_, n) => `$v${n}: AWSJSON`).join(' ');
      const fields = asked.map(({ name, fields: of }, n) => `f${n}: ${name}(value: $v${n}) ${of}`);
      const variables = Object.fromEntries(
        asked.map(({ given }, n) => [`v${n}`, JSON.stringify(given ?? null)]),
      );
      const ask = (selected: string) => api.ask(`query (${names}) { ${selected} }`, variables);
      const answer = await ask(fields.join(' '));
      // A directive forces graphql-js to compute the whole answer.
      const expected = await ask(`... @include(if: true) { ${fields.join(' ')} }`);
      expect(JSON.stringify(answer.data)).toBe(JSON.stringify(expected.data));
      const told = ({ errors }: typeof answer) =>
        (errors ?? []).map(({ path, message }: Record<string, unknown>) => ({ path, message }));
      expect(told(answer)).toEqual(told(expected));
      if (!answer.errors) direct += 1;
    }),
    { numRuns: 100 },
  );
  await api.stop();
  expect(direct).toBeGreaterThan(20);
});
