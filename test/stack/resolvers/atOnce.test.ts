import { beforeEach, describe, expect, it } from 'vitest';
import { catchUp } from '../../../mail/standing/catchUp.ts';
import { inLanes } from '../../support/inLanes.ts';
import { aWaitingRoom } from './aWaitingRoom.ts';
import { RESOLVERS } from './waiting.ts';

const room = aWaitingRoom();

type Wish = [name: keyof typeof RESOLVERS, args: object];
const CONTRIBUTOR: Wish = ['subscribeToContributor', { contributorId: 'c-1' }];
const SERIES: Wish = ['subscribeToSeries', { seriesId: 's-1' }];
const BOOK: Wish = ['subscribeToBook', { bookId: 'a' }];
const NOT_HAD: Wish = ['unsubscribeFromContributor', { contributorId: 'c-2' }];

beforeEach(async () => {
  await room.contributor('c-1');
  await room.contributor('c-2');
  await room.series('s-1');
  await room.book('a', ['c-1'], { series: 's-1' });
});

/** Asks for all of it, so many at once, and gives what was refused. */
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

const members = Array.from({ length: 500 }, (_, n) => String(n));

describe('when many ask at once', () => {
  it.each([
    ['a contributor', CONTRIBUTOR],
    ['a series', SERIES],
    ['a book', BOOK],
  ])('for %s, nobody is refused', async (_, wish) => {
    expect(await refusedOf(members.map((member) => [member, ...wish]))).toEqual([]);
    const rows = await room.open().query('select count(*) as n from subscription');
    expect(rows).toEqual([{ n: members.length }]);
  });

  it('is refused nothing who asks for several things, from several pages, again and again', async () => {
    const wishes = [CONTRIBUTOR, SERIES, BOOK, NOT_HAD];
    const asked = members
      .slice(0, 50)
      .flatMap((member) =>
        Array.from({ length: 24 }, (_, n): [string, ...Wish] => [
          member,
          ...(wishes[n % wishes.length] ?? BOOK),
        ]),
      );
    const asking = refusedOf(asked);
    // What each minute's run does meanwhile.
    let isDone = false;
    void asking.then(() => {
      isDone = true;
    });
    while (!isDone) await catchUp(room.open(), new Date());
    expect(await asking).toEqual([]);
    const twice = await room.open().query(
      `select member_id from consent group by member_id, book_id having count(*) > 1
       union all select member_id from standing_consent group by member_id, kind, target_id having count(*) > 1`,
    );
    expect(twice).toEqual([]);
  });
});
