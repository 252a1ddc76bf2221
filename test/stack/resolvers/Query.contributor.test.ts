import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { ask } from '../../../tools/testing/graphql.ts';
import { testStack } from '../../../tools/testing/testStack.ts';
import { openShelf, type Shelf } from '../../support/shelf.ts';
import { aName, linkTo } from './linkBook.ts';

const CONTRIBUTOR = `query ($id: ID!, $first: Int, $after: String) {
  contributor(id: $id) {
    id name reading aliases
    upcomingBooks(first: $first, after: $after) {
      edges { node { title contributors { name contributor { id name } } } }
      pageInfo { hasNextPage endCursor }
    }
    subscription { id }
  }
}`;

interface Answer {
  contributor: {
    id: string;
    name: string;
    reading: string | null;
    aliases: string[];
    upcomingBooks: {
      edges: { node: { title: string; contributors: object[] } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
    subscription: object | null;
  } | null;
}

let shelf: Shelf;
const database = () => openStackDatabase(testStack());

beforeAll(() => {
  shelf = openShelf(database());
});
afterAll(() => shelf.clear());

async function contributor(variables: object) {
  const { data, errors } = await ask<Answer>(testStack(), CONTRIBUTOR, variables);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.contributor;
}

async function aBookBy(title: string, day: string, names: string[], status = 'UPCOMING') {
  const contributors = names.map((name) => ({ name, role: 'AUTHOR' }));
  const id = await shelf.add({ title, status, earliest: day, latest: day, contributors });
  await linkTo(
    database(),
    id,
    names.map((name) => ({ name, roles: ['AUTHOR', 'EDITOR'] })),
  );
  return id;
}

const titlesOf = (found: Answer['contributor']) =>
  found?.upcomingBooks.edges.map(({ node }) => node.title);

describe('the field contributor', () => {
  it('contributor has its upcoming books, soonest first, each once, page by page', async () => {
    const { name, id } = aName('c', '灯野');
    for (const day of ['2099-03-03', '2099-03-01', '2099-03-02']) {
      await aBookBy(day, day, [name, '連れ']);
    }
    await aBookBy('unconfirmed', '2099-03-04', [name], 'UNCONFIRMED');
    await aBookBy('on sale', '2099-03-05', [name], 'ON_SALE');
    await aBookBy('cancelled', '2099-03-06', [name], 'CANCELLED');

    const page = await contributor({ id, first: 3 });
    expect(page).toMatchObject({ id, name, reading: null, aliases: [], subscription: null });
    expect(titlesOf(page)).toEqual(['2099-03-01', '2099-03-02', '2099-03-03']);
    expect(page?.upcomingBooks.edges[0]?.node.contributors).toEqual([
      { name, contributor: { id, name } },
      { name: '連れ', contributor: { id: expect.any(String), name: '連れ' } },
    ]);
    const { pageInfo } = page?.upcomingBooks ?? {};
    expect(pageInfo?.hasNextPage).toBe(true);
    const next = await contributor({ id, first: 3, after: pageInfo?.endCursor });
    expect(titlesOf(next)).toEqual(['unconfirmed']);
    expect(next?.upcomingBooks.pageInfo.hasNextPage).toBe(false);
  });

  it('contributor finds a contributor by the id of a joined name, which is listed as an alias', async () => {
    const pen = aName('c', '筆名');
    const real = aName('c', '本名');
    await aBookBy('pen', '2099-04-01', [pen.name]);
    await aBookBy('real', '2099-04-02', [real.name]);
    for (const change of [
      'update contributor set joined_to = :into where id = :from',
      'update book_contributor set contributor_id = :into where contributor_id = :from',
    ]) {
      await database().execute(change, { from: pen.id, into: real.id });
    }
    const found = await contributor({ id: pen.id });
    expect(found).toMatchObject({ id: real.id, name: real.name, aliases: [pen.name] });
    expect(titlesOf(found)).toEqual(['pen', 'real']);
    expect(found?.upcomingBooks.edges[0]?.node.contributors).toEqual([
      { name: pen.name, contributor: { id: real.id, name: real.name } },
    ]);
  });

  it.each(['c-00000000000000000000', '', ' ', '灯', "' or 1=1 --", 'x'.repeat(4000), '\ud800'])(
    'contributor returns null for the id %j',
    async (id) => {
      expect(await contributor({ id })).toBeNull();
    },
  );

  it.each([
    [{ first: 0 }, 'InvalidArgument'],
    [{ first: 101 }, 'InvalidArgument'],
    [{ after: 'x' }, 'InvalidCursor'],
  ])('contributor rejects the page %j', async (page, errorType) => {
    const { name, id } = aName('c', '頁野');
    await aBookBy('page', '2099-05-01', [name]);
    const { errors } = await ask(testStack(), CONTRIBUTOR, { id, ...page });
    expect(errors?.map((error) => error.errorType)).toEqual([errorType]);
  });
});
