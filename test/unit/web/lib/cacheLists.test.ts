import { gql } from '@apollo/client';
import { expect, it } from 'vitest';
import { createCache } from '../../../../web/src/lib/api/createCache.ts';

const BOOK = (fields: string) => gql(`query { book(id: "b") { id contributors { ${fields} } } }`);
const bookOf = (...contributors: object[]) => ({
  book: {
    __typename: 'Book',
    id: 'b',
    contributors: contributors.map((one) => ({ __typename: 'BookContributor', ...one })),
  },
});

it('eachOfList combines the fields that different pages query of a contributor', () => {
  const cache = createCache();
  cache.writeQuery({ query: BOOK('name reading'), data: bookOf({ name: '汐', reading: 'シオ' }) });
  cache.writeQuery({ query: BOOK('name role'), data: bookOf({ name: '汐', role: 'AUTHOR' }) });
  const all = BOOK('name reading role');
  expect(cache.readQuery({ query: all })).toEqual(
    bookOf({ name: '汐', reading: 'シオ', role: 'AUTHOR' }),
  );
});

it('eachOfList gives no contributor the fields of another at the same position', () => {
  const cache = createCache();
  const whole = BOOK('name role reading');
  const of = (...people: [name: string, role: string][]) =>
    bookOf(...people.map(([name, role]) => ({ name, role })));
  const both = bookOf(
    { name: '汐', role: 'AUTHOR', reading: 'シオ' },
    { name: '岬', role: 'AUTHOR', reading: 'ミサキ' },
  );
  cache.writeQuery({ query: whole, data: both });
  cache.writeQuery({ query: BOOK('name role'), data: of(['汐', 'AUTHOR'], ['岬', 'AUTHOR']) });
  expect(cache.readQuery({ query: whole })).toEqual(both);
  cache.writeQuery({ query: BOOK('name role'), data: of(['汐', 'AUTHOR'], ['澪', 'AUTHOR']) });
  expect(cache.readQuery({ query: whole })).toBeNull();
  cache.writeQuery({ query: whole, data: both });
  cache.writeQuery({ query: BOOK('name role'), data: of(['汐', 'EDITOR'], ['岬', 'AUTHOR']) });
  expect(cache.readQuery({ query: whole })).toBeNull();
});

it('eachOfList replaces a list of another length', () => {
  const cache = createCache();
  cache.writeQuery({ query: BOOK('name'), data: bookOf({ name: '汐' }) });
  cache.writeQuery({ query: BOOK('name'), data: bookOf({ name: '岬' }, { name: '澪' }) });
  expect(cache.readQuery({ query: BOOK('name') })).toEqual(bookOf({ name: '岬' }, { name: '澪' }));
});
