import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../db/database.ts';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { ask, signIn } from '../../../tools/testing/graphql.ts';
import { canReach, testStack } from '../../../tools/testing/testStack.ts';
import { openShelf } from '../../support/shelf.ts';
import { membersOfTheShop } from '../auth/aMemberOfTheShop.ts';
import { post, signsIn } from '../auth/aSession.ts';

const WAITED = `query ($first: Int, $after: String, $orderBy: BookSubscriptionOrder) {
  viewer { subscriptions(first: $first, after: $after, orderBy: $orderBy) {
    totalCount onSale cancelled
    edges { node { book { title } } }
    pageInfo { hasNextPage endCursor }
  } }
}`;

interface Waited {
  viewer: {
    subscriptions: {
      totalCount: number;
      onSale: number;
      cancelled: number;
      edges: { node: { book: { title: string } } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  };
}

describe.skipIf(!canReach('database') || !canReach('shop'))('the subscriptions of a member', () => {
  const aMember = membersOfTheShop();
  let database: Database;
  let token: string;

  beforeAll(async () => {
    database = openStackDatabase(testStack());
    const { login, password } = await aMember();
    token = await signIn(testStack(), login, password);
    const shelf = openShelf(database);
    const books = [
      { title: 'さくら', earliest: '2099-03-01', latest: '2099-03-01' },
      { title: 'アヤメ', earliest: null, latest: null },
      { title: 'うめ', earliest: '2099-01-01', latest: '2099-01-31' },
      { title: 'きく', status: 'CANCELLED' },
      { title: 'ふじ', status: 'ON_SALE' },
      { title: 'ばら', status: 'ON_SALE' },
    ];
    for (const book of books) {
      const id = await shelf.add(book);
      if (book.status === 'ON_SALE') {
        const day = book.title === 'ふじ' ? '2026-11-01' : '2026-11-02';
        await database.execute('update book set on_sale_at = :day where id = :id', { id, day });
      }
      const asking = 'mutation ($id: ID!) { subscribeToBook(bookId: $id) { since } }';
      await ask(testStack(), asking, { id }, token);
    }
  });

  async function page(args: object) {
    const { data, errors } = await ask<Waited>(testStack(), WAITED, args, token);
    if (errors || data === null) throw new Error(JSON.stringify(errors));
    return data.viewer.subscriptions;
  }

  it.each([
    ['NEWEST', ['ばら', 'ふじ', 'きく', 'うめ', 'アヤメ', 'さくら']],
    ['RELEASE', ['うめ', 'さくら', 'アヤメ', 'ばら', 'ふじ', 'きく']],
    ['TITLE', ['アヤメ', 'うめ', 'きく', 'さくら', 'ばら', 'ふじ']],
  ])('Viewer.subscriptions is ordered by %s, also page by page', async (orderBy, expected) => {
    const titles = (some: Waited['viewer']['subscriptions']) =>
      some.edges.map(({ node }) => node.book.title);
    expect(titles(await page({ orderBy }))).toEqual(expected);
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const part = await page({ orderBy, first: 2, after });
      paged.push(...titles(part));
      after = part.pageInfo.hasNextPage ? part.pageInfo.endCursor : null;
    } while (after !== null);
    expect(paged).toEqual(expected);
  });

  it('Viewer.subscriptions is counted', async () => {
    expect(await page({ first: 1, orderBy: 'RELEASE' })).toMatchObject({
      totalCount: 6,
      onSale: 2,
      cancelled: 1,
    });
  });

  it('Viewer.subscriptions is empty without subscriptions', async () => {
    const { login, password } = await aMember();
    const own = await signIn(testStack(), login, password);
    for (const orderBy of ['NEWEST', 'RELEASE', 'TITLE']) {
      const { data } = await ask<Waited>(testStack(), WAITED, { orderBy }, own);
      expect(data?.viewer.subscriptions).toEqual({
        totalCount: 0,
        onSale: 0,
        cancelled: 0,
        edges: [],
        pageInfo: { hasNextPage: false, endCursor: null },
      });
    }
  });
});

describe.skipIf(!canReach('shop'))('the number of a member’s sessions', () => {
  const aMember = membersOfTheShop();

  it('Viewer’s session count covers their own sessions, and is one after signing out everywhere and in again', async () => {
    const { login, password } = await aMember();
    const sessions = async (token: string) => {
      const { data } = await ask<{ viewer: { sessionCount: number } }>(
        testStack(),
        '{ viewer { sessionCount } }',
        {},
        token,
      );
      return data?.viewer.sessionCount;
    };
    const here = await signsIn(login, password);
    expect(await sessions(here.accessToken)).toBe(1);
    await signsIn(login, password);
    expect(await sessions(here.accessToken)).toBe(2);
    expect((await post('/auth/sign-out-everywhere', {}, here.cookie)).status).toBe(204);
    const again = await signsIn(login, password);
    expect(await sessions(again.accessToken)).toBe(1);
  });
});
