import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { ask } from '../../../tools/testing/graphql.ts';
import { testStack } from '../../../tools/testing/testStack.ts';
import { openShelf, type Shelf } from '../../support/shelf.ts';
import { aName, putInto } from './linkBook.ts';

const SERIES = `query ($id: ID!, $first: Int, $after: String) {
  series(id: $id) {
    id name reading aliases
    upcomingBooks(first: $first, after: $after) {
      edges { node { title seriesPlace { number series { id name } } } }
      pageInfo { hasNextPage endCursor }
    }
    subscription { id }
  }
}`;

interface Answer {
  series: {
    id: string;
    upcomingBooks: {
      edges: { node: { title: string; seriesPlace: object | null } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
}

let shelf: Shelf;
const database = () => openStackDatabase(testStack());

beforeAll(() => {
  shelf = openShelf(database());
});
afterAll(() => shelf.clear());

async function series(variables: object) {
  const { data, errors } = await ask<Answer>(testStack(), SERIES, variables);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.series;
}

async function aVolume(name: string, number: number | null, day: string, status = 'UPCOMING') {
  const title = number === null ? `番外 ${day}` : `第${number}巻`;
  const id = await shelf.add({ title, status, earliest: day, latest: day });
  await putInto(database(), id, name, number);
}

describe('the field series', () => {
  it('series has the next volume first and unnumbered ones last, page by page', async () => {
    const { name, id } = aName('s', '星図の庭師');
    await aVolume(name, null, '2099-01-01');
    await aVolume(name, 12, '2099-02-01');
    await aVolume(name, 9, '2099-06-01');
    await aVolume(name, 9.5, '2099-05-01');
    await aVolume(name, null, '2099-01-02');
    await aVolume(name, 8, '2099-01-01', 'ON_SALE');

    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await series({ id, first: 2, after });
      seen.push(...(page?.upcomingBooks.edges.map(({ node }) => node.title) ?? []));
      after = page?.upcomingBooks.pageInfo.hasNextPage
        ? page.upcomingBooks.pageInfo.endCursor
        : null;
    } while (after !== null);
    expect(seen).toEqual(['第9巻', '第9.5巻', '第12巻', '番外 2099-01-01', '番外 2099-01-02']);

    const first = await series({ id, first: 1 });
    expect(first).toMatchObject({ id, name, reading: null, aliases: [], subscription: null });
    expect(first?.upcomingBooks.edges[0]?.node.seriesPlace).toEqual({
      number: 9,
      series: { id, name },
    });
  });

  it.each(['s-00000000000000000000', '', '灯', 'x'.repeat(4000)])(
    'series returns null for the id %j',
    async (id) => {
      expect(await series({ id })).toBeNull();
    },
  );

  it.each([{ after: '2099010120990101~a' }, { after: `${'9'.repeat(25)}~` }])(
    'series rejects the page %j, which belongs to another list',
    async (page) => {
      const { name, id } = aName('s', '頁');
      await aVolume(name, 1, '2099-05-01');
      const { errors } = await ask(testStack(), SERIES, { id, ...page });
      expect(errors?.map((error) => error.errorType)).toEqual(['InvalidCursor']);
    },
  );

  it('a standalone book has no place in a series', async () => {
    const id = await shelf.add({ title: '独りの本' });
    const { data } = await ask(
      testStack(),
      '{ book(id: "$id") { seriesPlace { number } contributors { name } } }'.replace('$id', id),
    );
    expect(data).toEqual({ book: { seriesPlace: null, contributors: [] } });
  });
});
