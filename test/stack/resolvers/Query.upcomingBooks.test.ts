import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { ask, signIn } from '../../../tools/testing/graphql.ts';
import { testStack } from '../../../tools/testing/testStack.ts';
import { openShelf, type Shelf } from '../../support/shelf.ts';

const LIST = `query (
  $filter: UpcomingBooksFilter, $orderBy: UpcomingBooksOrder, $first: Int, $after: String
) {
  upcomingBooks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    edges { cursor node { id title subscribed } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface List {
  upcomingBooks: {
    edges: { cursor: string; node: { id: string; title: string; subscribed: boolean | null } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

let shelf: Shelf;
const shelves: Shelf[] = [];

function aShelf(): Shelf {
  const opened = openShelf(openStackDatabase(testStack()));
  shelves.push(opened);
  return opened;
}

beforeAll(() => {
  shelf = aShelf();
});
afterAll(async () => {
  for (const opened of shelves) await opened.clear();
});

async function list(variables: object, token?: string): Promise<List['upcomingBooks']> {
  const { data, errors } = await ask<List>(testStack(), LIST, variables, token);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.upcomingBooks;
}

const titles = async (filter: object, token?: string) =>
  (await list({ filter: { publisher: shelf.publisher, ...filter } }, token)).edges.map(
    ({ node }) => node.title,
  );

describe('upcoming books', () => {
  it('upcomingBooks returns books by date, on pages without repeats or gaps', async () => {
    const many = aShelf();
    const days = ['2099-01-02', '2099-01-01', '2099-01-02', '2099-01-03', '2099-01-02'];
    for (const day of days) {
      for (const status of ['UPCOMING', 'UNCONFIRMED']) {
        await many.add({ earliest: day, latest: day, title: day, status });
      }
    }
    await many.add({ earliest: null, latest: null, title: 'someday' });
    await many.add({ title: 'cancelled', status: 'CANCELLED' });
    await many.add({ title: 'on sale', status: 'ON_SALE' });

    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: List['upcomingBooks'] = await list({
        filter: { publisher: many.publisher },
        first: 3,
        after,
      });
      expect(page.edges.length).toBeLessThanOrEqual(3);
      seen.push(...page.edges.map(({ node }) => `${node.title} ${node.id}`));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(11);
    expect(new Set(seen).size).toBe(11);
    // The titles are their dates, and "someday" sorts after any digit.
    expect(seen).toEqual([...seen].sort());
  });

  it('upcomingBooks finds books by the days on which they may be released', async () => {
    const on = aShelf();
    await on.add({ earliest: '2099-03-10', latest: '2099-03-10', title: 'day' });
    await on.add({ earliest: '2099-03-01', latest: '2099-03-31', title: 'month' });
    await on.add({ earliest: '2099-03-20', latest: null, title: 'from' });
    await on.add({ earliest: null, latest: '2099-03-05', title: 'until' });
    await on.add({ earliest: null, latest: null, title: 'unknown' });
    const between = (from: string, to: string) =>
      titles({ publisher: on.publisher, from, to }).then((found) => found.sort());
    expect(await between('2099-03-10', '2099-03-10')).toEqual(['day', 'month', 'unknown']);
    expect(await between('2099-03-01', '2099-03-05')).toEqual(['month', 'unknown', 'until']);
    expect(await between('2099-04-01', '2099-04-30')).toEqual(['from', 'unknown']);
    expect(await between('2099-02-01', '2099-02-28')).toEqual(['unknown', 'until']);
  });

  it('upcomingBooks finds books by words in title and names, ignoring surrounding text', async () => {
    const words = aShelf();
    const contributors = [
      { name: '汐見 透子', role: 'AUTHOR', reading: 'シオミ トウコ' },
      { name: 'Ｊ・スミス', role: 'TRANSLATOR', reading: null },
    ];
    await words.add({ title: '灯台守のＡＢＣ', contributors });
    await words.add({ title: '100%の_朝' });
    const found = (text: string) => titles({ publisher: words.publisher, text });
    expect(await found('灯台')).toEqual(['灯台守のＡＢＣ']);
    expect(await found('abc しおみ')).toEqual(['灯台守のＡＢＣ']);
    expect(await found('汐見　透子　灯')).toEqual(['灯台守のＡＢＣ']);
    expect(await found('汐見 朝')).toEqual([]);
    expect(await found('スミス 透子')).toEqual(['灯台守のＡＢＣ']);
    for (const around of ['role', 'AUTHOR', 'null', '"', '[', ',']) {
      expect(await found(around), around).toEqual([]);
    }
    expect(await found('100%')).toEqual(['100%の_朝']);
    expect(await found('%')).toEqual([]);
    expect(await found('トウダイ')).toEqual([]);
  });

  it('upcomingBooks finds books by label, form and price with tax', async () => {
    const on = aShelf();
    await on.add({ title: '文庫', label: 'あかつき文庫', form: '文庫', price: 700 });
    await on.add({ title: '単行本', label: 'アカツキ文庫', form: '四六判', price: 1999 });
    await on.add({ title: '税込', priceWithTax: 2200, price: 2100 });
    await on.add({ title: '未定', price: null });
    const found = (filter: object) => titles({ publisher: on.publisher, ...filter });
    expect(await found({ label: 'あかつき文庫' })).toEqual(['文庫']);
    expect(await found({ form: '四六判' })).toEqual(['単行本']);
    expect(await found({ form: '四六判', label: 'あかつき文庫' })).toEqual([]);
    // 1,999 yen are 2,198.9 with tax, and the shop prints 2,198.
    expect(await found({ priceTo: 2198 }).then((all) => all.sort())).toEqual(['単行本', '文庫']);
    expect(await found({ priceFrom: 2199 })).toEqual(['税込']);
    expect(await found({ priceFrom: 770, priceTo: 770 })).toEqual(['文庫']);
    expect(await found({ priceFrom: 0 }).then((all) => all.length)).toBe(3);
  });

  it('upcomingBooks returns the newest first on request, on pages without repeats or gaps', async () => {
    const many = aShelf();
    const days = ['2031-01-02', '2031-01-01', '2031-01-02', '2031-01-03'];
    for (const day of days) {
      for (const status of ['UPCOMING', 'UNCONFIRMED']) {
        await many.add({ announced: `${day} 00:00:00.123456`, title: day, status });
      }
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: List['upcomingBooks'] = await list({
        filter: { publisher: many.publisher },
        orderBy: 'ANNOUNCED',
        first: 3,
        after,
      });
      seen.push(...page.edges.map(({ node }) => `${node.title} ${node.id}`));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(seen).size).toBe(8);
    expect(seen).toEqual([...seen].sort().reverse());
  });

  it('upcomingBooks rejects a cursor of another order', async () => {
    for (const [orderBy, other] of [
      ['RELEASE', 'ANNOUNCED'],
      ['ANNOUNCED', 'RELEASE'],
    ]) {
      const { pageInfo } = await list({ orderBy, first: 1 });
      const after = pageInfo.endCursor;
      const { errors } = await ask(testStack(), LIST, { orderBy: other, first: 1, after });
      expect(errors).toMatchObject([{ errorType: 'InvalidCursor' }]);
    }
  });

  it.each(["'", '"', '\\', '`', ';', "' or '1'='1", ':me', '\u0000', '💡', '%_!'])(
    'upcomingBooks is not disturbed by %j in a filter',
    async (evil) => {
      for (const name of ['text', 'publisher', 'label', 'form']) {
        const filter = { [name]: evil };
        const { data, errors } = await ask<List>(testStack(), LIST, { filter });
        expect(errors).toBeUndefined();
        expect(data?.upcomingBooks.edges).toEqual([]);
      }
      const lookUp =
        'query ($x: String!, $id: ID!) { booksByIsbn(isbn: $x) { id } book(id: $id) { id } }';
      const { data, errors } = await ask(testStack(), lookUp, { x: evil, id: evil });
      expect(errors).toBeUndefined();
      expect(data).toEqual({ booksByIsbn: [], book: null });
    },
  );

  it('upcomingBooks tells a member which books they are subscribed to, and nobody else', async () => {
    const [member, other] = testStack().members;
    if (!member || !other) throw new Error('the stack has fewer than two members');
    const token = await signIn(testStack(), member.login, member.password);
    const otherToken = await signIn(testStack(), other.login, other.password);
    const mine = aShelf();
    const bookId = await mine.add({ title: 'wanted' });
    await mine.add({ title: 'not wanted' });
    const subscribe =
      'mutation ($bookId: ID!) { subscribeToBook(bookId: $bookId) { since book { subscribed } } }';
    const first = await ask(testStack(), subscribe, { bookId }, token);
    expect(first.data).toMatchObject({ subscribeToBook: { book: { subscribed: true } } });
    expect((await ask(testStack(), subscribe, { bookId }, token)).data).toEqual(first.data);

    const filter = { publisher: mine.publisher };
    const marks = async (as?: string) =>
      Object.fromEntries(
        (await list({ filter }, as)).edges.map(({ node }) => [node.title, node.subscribed]),
      );
    expect(await marks(token)).toEqual({ wanted: true, 'not wanted': false });
    expect(await marks(otherToken)).toEqual({ wanted: false, 'not wanted': false });
    expect(await marks()).toEqual({ wanted: null, 'not wanted': null });

    const wanted = { publisher: mine.publisher, subscribed: true };
    expect(await titles(wanted, token)).toEqual(['wanted']);
    expect(await titles(wanted, otherToken)).toEqual([]);
    expect(await titles(wanted)).toEqual([]);

    const viewer =
      '{ viewer { id displayName isOperator subscriptions(first: 1) { totalCount edges { node { bookId book { title: label heading: title } } } } } }';
    const seen = await ask(testStack(), viewer, {}, token);
    expect(seen.errors).toBeUndefined();
    expect(seen.data).toMatchObject({
      viewer: {
        isOperator: false,
        subscriptions: { edges: [{ node: { bookId, book: { title: null, heading: 'wanted' } } }] },
      },
    });

    const take =
      'mutation ($bookId: ID!) { unsubscribeFromBook(bookId: $bookId) { bookId book { subscribed } } }';
    expect((await ask(testStack(), take, { bookId }, otherToken)).data).toEqual({
      unsubscribeFromBook: null,
    });
    expect((await ask(testStack(), take, { bookId }, token)).data).toEqual({
      unsubscribeFromBook: { bookId, book: { subscribed: false } },
    });
    expect(await marks(token)).toEqual({ wanted: false, 'not wanted': false });
  });

  it('upcomingBooks works under any aliases in the query', async () => {
    const named = aShelf();
    const id = await named.add({ title: '灯台' });
    const { data, errors } = await ask(
      testStack(),
      `query ($id: ID!) { book(id: $id) { ...F } }
       fragment F on Book { id: title subtitle: price heading: publisher }`,
      { id },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ book: { id: '灯台', subtitle: 1500, heading: named.publisher } });
  });

  it('subscribeToBook rejects a book that does not exist', async () => {
    const { login, password } = testStack().operator;
    const token = await signIn(testStack(), login, password);
    const { data, errors } = await ask(
      testStack(),
      'mutation { subscribeToBook(bookId: "本") { bookId } }',
      {},
      token,
    );
    expect(data).toBeNull();
    expect(errors?.[0]).toMatchObject({ errorType: 'BookNotFound' });
  });
});

describe('ingest runs', () => {
  const RUNS = '{ ingestRuns(first: 1) { runs { id state records created startedAt } endCursor } }';

  it('ingest runs are visible to operators, and the page says when it is the last', async () => {
    const { login, password } = testStack().operator;
    const token = await signIn(testStack(), login, password);
    const { data, errors } = await ask(testStack(), RUNS, {}, token);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ ingestRuns: { runs: expect.any(Array) } });
  });

  it('ingest runs are not visible to other members', async () => {
    const [member] = testStack().members;
    if (!member) throw new Error('the stack has no members');
    const token = await signIn(testStack(), member.login, member.password);
    const { data, errors } = await ask(testStack(), RUNS, {}, token);
    expect(data).toBeNull();
    expect(errors?.[0]).toMatchObject({ errorType: 'NotAnOperator' });
  });
});
