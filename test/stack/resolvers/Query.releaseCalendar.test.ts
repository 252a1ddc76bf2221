import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { ask } from '../../../tools/testing/graphql.ts';
import { testStack } from '../../../tools/testing/testStack.ts';
import { openShelf, type Shelf } from '../../support/shelf.ts';

const CALENDAR = `query ($from: AWSDate!, $to: AWSDate!) {
  releaseCalendar(from: $from, to: $to) {
    days { day bookCount firstBooks { title } }
    stretches { release { earliest latest precision text } bookCount firstBooks { title } }
  }
}`;

const LIST = `query ($precision: ReleasePrecision, $earliest: AWSDate, $latest: AWSDate, $after: String) {
  booksByRelease(precision: $precision, earliest: $earliest, latest: $latest, first: 2, after: $after) {
    edges { node { title status } } pageInfo { hasNextPage endCursor }
  }
}`;

interface Calendar {
  releaseCalendar: {
    days: { day: string; bookCount: number; firstBooks: { title: string }[] }[];
    stretches: {
      release: { earliest: string | null; latest: string | null; precision: string; text: string };
      bookCount: number;
      firstBooks: { title: string }[];
    }[];
  };
}

interface List {
  booksByRelease: {
    edges: { node: { title: string; status: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

let shelf: Shelf;

/** Weeks around a February in which no other test has books. */
beforeAll(async () => {
  const database = openStackDatabase(testStack());
  await database.execute(`delete from book where profile = 'test' and release_order like '2088%'`);
  shelf = openShelf(database);
  const onDay = (day: string, more: object) =>
    shelf.add({ earliest: day, latest: day, precision: 'DAY', ...more });
  for (let n = 1; n <= 5; n += 1) await onDay('2088-02-29', { title: `閏${n}` });
  await onDay('2088-02-01', { title: '確認中', status: 'UNCONFIRMED' });
  await onDay('2088-02-10', { title: '中止', status: 'CANCELLED' });
  await onDay('2088-01-31', { title: '前の月' });
  // Sold since the first moment of the 3rd in Japan, and since the last one of the 2nd.
  const sold = {
    status: 'ON_SALE',
    precision: 'MONTH',
    earliest: '2088-01-01',
    latest: '2088-01-31',
  };
  await shelf.add({ ...sold, title: '三日から', onSaleAt: '2088-02-02 15:00:00' });
  await shelf.add({ ...sold, title: '二日から', onSaleAt: '2088-02-02 14:59:59.999999' });
  const vague = (
    precision: string,
    earliest: string | null,
    latest: string | null,
    title: string,
  ) => shelf.add({ precision, earliest, latest, title });
  await vague('MONTH', '2088-02-01', '2088-02-29', '二月');
  await vague('THIRD', '2088-02-01', '2088-02-10', '上旬一');
  await vague('THIRD', '2088-02-01', '2088-02-10', '上旬二');
  await vague('YEAR', '2088-01-01', '2088-12-31', '年');
  await vague('FROM', '2088-02-05', null, '以降');
  await vague('FROM', '2088-01-05', null, '一月以降');
  await vague('UNTIL', null, '2088-02-20', 'まで');
  await vague('MONTH', '2088-03-01', '2088-03-31', '三月');
});

afterAll(() => shelf.clear());

async function calendar(from: string, to: string): Promise<Calendar['releaseCalendar']> {
  const { data, errors } = await ask<Calendar>(testStack(), CALENDAR, { from, to });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.releaseCalendar;
}

async function list(variables: object): Promise<List['booksByRelease']> {
  const { data, errors } = await ask<List>(testStack(), LIST, variables);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.booksByRelease;
}

describe('the calendar of releases', () => {
  it('releaseCalendar counts, for each day, the books announced for it and those first sold on it in Japan', async () => {
    const { days } = await calendar('2088-02-01', '2088-02-29');
    expect(days.map(({ day, bookCount }) => [day, bookCount])).toEqual([
      ['2088-02-01', 1],
      ['2088-02-02', 1],
      ['2088-02-03', 1],
      ['2088-02-29', 5],
    ]);
    expect(days.map(({ firstBooks }) => firstBooks.length)).toEqual([1, 1, 1, 4]);
    expect(days.slice(0, 3).map(({ firstBooks }) => firstBooks[0]?.title)).toEqual([
      '確認中',
      '二日から',
      '三日から',
    ]);
  });

  it('releaseCalendar returns the periods that touch these days, shortest first and open ends last', async () => {
    const { stretches } = await calendar('2088-02-01', '2088-02-29');
    expect(
      stretches.map(({ release, bookCount, firstBooks }) => [
        release.precision,
        release.earliest,
        release.latest,
        bookCount,
        firstBooks.length,
      ]),
    ).toEqual([
      ['THIRD', '2088-02-01', '2088-02-10', 2, 2],
      ['MONTH', '2088-02-01', '2088-02-29', 1, 1],
      ['YEAR', '2088-01-01', '2088-12-31', 1, 1],
      ['FROM', '2088-02-05', null, 1, 1],
      ['UNTIL', null, '2088-02-20', 1, 1],
    ]);
    expect(stretches[0]?.release.text).toBe('未定');
  });

  it('releaseCalendar returns every day when the long texts of all its books are requested and do not fit', async () => {
    const database = openStackDatabase(testStack());
    const long = openShelf(database);
    const days = Array.from({ length: 14 }, (_, index) => `2086-03-${index + 10}`);
    for (const day of [...days, ...days]) {
      await long.add({ earliest: day, latest: day, precision: 'DAY' });
    }
    await long.add({ earliest: '2086-03-01', latest: '2086-03-31', precision: 'MONTH' });
    // As long as the feed allows, in letters of three bytes.
    await database.execute(
      `update book set description = repeat('雪', 10000) where publisher = :publisher`,
      { publisher: long.publisher },
    );
    const { data, errors } = await ask<Calendar>(
      testStack(),
      CALENDAR.replaceAll('title', 'title description'),
      { from: '2086-03-01', to: '2086-03-31' },
    );
    await long.clear();
    expect(errors).toBeUndefined();
    expect(data?.releaseCalendar.days.map(({ day, bookCount }) => [day, bookCount])).toEqual(
      days.map((day) => [day, 2]),
    );
    const told = data?.releaseCalendar.days.map(({ firstBooks }) => firstBooks.length) ?? [];
    expect(told).toEqual(days.map((_, index) => (index < 13 ? 1 : 0)));
    expect(data?.releaseCalendar.stretches.map(({ firstBooks }) => firstBooks.length)).toEqual([1]);
  });

  it('releaseCalendar is empty when there are no books', async () => {
    expect(await calendar('2087-02-01', '2087-02-28')).toEqual({ days: [], stretches: [] });
  });

  it('releaseCalendar rejects more than six weeks', async () => {
    const variables = { from: '2088-02-01', to: '2088-03-14' };
    const { data, errors } = await ask(testStack(), CALENDAR, variables);
    expect(data).toBeNull();
    expect(errors?.[0]).toMatchObject({ errorType: 'InvalidArgument' });
  });
});

describe('the books of one release', () => {
  it('the books of one release come on pages without repeats or gaps', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: List['booksByRelease'] = await list({ earliest: '2088-02-29', after });
      expect(page.edges.length).toBeLessThanOrEqual(2);
      seen.push(...page.edges.map(({ node }) => node.title));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen.sort()).toEqual(['閏1', '閏2', '閏3', '閏4', '閏5']);
  });

  it('the books of one release include those that the shop started to sell that day', async () => {
    const { edges } = await list({ earliest: '2088-02-03' });
    expect(edges).toEqual([{ node: { title: '三日から', status: 'ON_SALE' } }]);
  });

  it.each([
    ['THIRD', '2088-02-01', '2088-02-10', ['上旬一', '上旬二']],
    ['FROM', '2088-02-05', null, ['以降']],
    ['UNTIL', null, '2088-02-20', ['まで']],
    ['MONTH', '2088-01-01', '2088-01-31', []],
  ])(
    'the books of a release of precision %s are those announced for exactly that period',
    async (precision, earliest, latest, titles) => {
      const { edges } = await list({ precision, earliest, latest });
      expect(edges.map(({ node }) => node.title).sort()).toEqual(titles);
    },
  );
});
