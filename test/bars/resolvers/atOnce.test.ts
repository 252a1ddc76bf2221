import { beforeEach, describe, expect, it } from 'vitest';
import { catchUp } from '../../../services/mail/standing/catchUp.ts';
import { aWaitingRoom } from '../../database/resolvers/aWaitingRoom.ts';
import { RESOLVERS } from '../../database/resolvers/waiting.ts';
import { inLanes } from '../../support/inLanes.ts';

const room = aWaitingRoom();

type Wish = [name: keyof typeof RESOLVERS, args: object];
const CONTRIBUTOR: Wish = ['subscribeToContributor', { contributorId: 'c-1' }];
const JOINED: Wish = ['subscribeToContributor', { contributorId: 'c-joined' }];
const SERIES: Wish = ['subscribeToSeries', { seriesId: 's-1' }];
const BOOK: Wish = ['subscribeToBook', { bookId: 'a' }];
const NO_CONTRIBUTOR: Wish = ['unsubscribeFromContributor', { contributorId: 'c-1' }];
const NO_BOOK: Wish = ['unsubscribeFromBook', { bookId: 'a' }];
const NOT_HAD: Wish = ['unsubscribeFromContributor', { contributorId: 'c-2' }];

let round = 0;
let members: string[] = [];

beforeEach(async () => {
  // Other members for each test: rows that the previous one deleted stay in the indexes until InnoDB
  // purges them, and inserting the same keys again locks the gaps beside them.
  round += 1;
  members = Array.from({ length: 500 }, (_, n) => String(round * 1_000 + n));
  await room.contributor('c-1');
  await room.contributor('c-joined', 'c-1');
  await room.contributor('c-2');
  await room.series('s-1');
  await room.book('a', ['c-1'], { series: 's-1' });
});

/** Makes all requests, several at once, and returns those that were rejected. */
async function refusedOf(asked: [member: string, ...Wish][]): Promise<string[]> {
  const refused: string[] = [];
  await inLanes(12, asked, async ([member, name, args]) => {
    try {
      await room.ask(RESOLVERS[name], args, member);
    } catch (error) {
      refused.push(`${name}: ${String(error)}`);
    }
  });
  return refused;
}

const eachAsks = (wish: Wish) => refusedOf(members.map((member) => [member, ...wish]));

async function count(what: string): Promise<number> {
  const [row] = await room.open().query<{ n: number }>(`select count(*) as n from ${what}`);
  return Number(row?.n);
}

const TWICE = `(select member_id from consent group by member_id, book_id having count(*) > 1
  union all
  select member_id from standing_consent group by member_id, kind, target_id having count(*) > 1) t`;

describe('concurrent requests of many members', () => {
  it.each([
    ['a contributor', CONTRIBUTOR],
    ['a name that is joined to it', JOINED],
    ['a series', SERIES],
    ['a book', BOOK],
  ])('concurrent subscriptions to %s are never rejected', async (_, wish) => {
    expect(await eachAsks(wish)).toEqual([]);
    expect(await count('subscription')).toBe(members.length);
    expect(await count(TWICE)).toBe(0);
  });

  it.each([
    ['a contributor', CONTRIBUTOR, NO_CONTRIBUTOR],
    ['a book', BOOK, NO_BOOK],
    ['a book that came by its contributor', CONTRIBUTOR, NO_BOOK],
  ])('concurrent requests to end %s are never rejected', async (_, wish, stop) => {
    await eachAsks(wish);
    expect(await eachAsks(stop)).toEqual([]);
    expect(await count('subscription')).toBe(0);
  });
});

describe('concurrent requests of one member, as from several pages', () => {
  it('concurrent requests of one member are hardly ever rejected while the minutely run finishes old ones', async () => {
    await room.open().execute(
      `insert into standing_subscription (member_id, kind, target_id, roles, created_at, consent_source)
       select concat('left-', n.n), 'CONTRIBUTOR', 'c-1', '["AUTHOR"]',
         utc_timestamp(6) - interval 1 hour, 'web'
       from json_table(:numbers, '$[*]' columns (n int path '$')) n`,
      { numbers: JSON.stringify(members) },
    );
    const wishes = [CONTRIBUTOR, SERIES, BOOK, NOT_HAD];
    const asked = members.slice(0, 50).flatMap((member) =>
      Array.from({ length: 6 }, () => wishes)
        .flat()
        .map((wish): [string, ...Wish] => [member, ...wish]),
    );
    const asking = refusedOf(asked);
    expect(await catchUp(room.open(), new Date())).toBe(members.length);
    // Two statements about the same rows of one member may still wait for each other.
    expect((await asking).length).toBeLessThan(asked.length / 200);
    expect(await count(TWICE)).toBe(0);
  });
});
