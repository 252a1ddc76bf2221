import { describe, expect, it } from 'vitest';
import { STANDING_CONSENT_WORDINGS } from '../../../domain/consent/standingConsentWordings.ts';
import type {
  BookSubscription,
  BookSubscriptionConnection,
  StandingSubscription,
  StandingSubscriptionConnection,
} from '../../../resolvers/generated/schema.ts';
import { catchUp } from '../../../services/mail/standing/catchUp.ts';
import { aMinuteLater } from '../../support/aMinuteLater.ts';
import { aWaitingRoom } from './aWaitingRoom.ts';
import { RESOLVERS } from './waiting.ts';

const room = aWaitingRoom();

/** The requests of a signed-in member. */
function member(id: string) {
  const ask = <T>(name: keyof typeof RESOLVERS, args: object, selected?: string[]) =>
    room.ask<T>(RESOLVERS[name], args, id, selected ? { selected } : {});
  return {
    waitsForContributor: (contributorId: string, more: object = {}) =>
      ask<StandingSubscription>('subscribeToContributor', { contributorId, ...more }),
    leavesContributor: (contributorId: string) =>
      ask<StandingSubscription | null>('unsubscribeFromContributor', { contributorId }),
    waitsForSeries: (seriesId: string, more: object = {}) =>
      ask<StandingSubscription>('subscribeToSeries', { seriesId, ...more }),
    leavesSeries: (seriesId: string) =>
      ask<StandingSubscription | null>('unsubscribeFromSeries', { seriesId }),
    waitsForBook: (bookId: string) => ask<BookSubscription>('subscribeToBook', { bookId }),
    leavesBook: (bookId: string) => ask<BookSubscription | null>('unsubscribeFromBook', { bookId }),
    list: (args: object = {}) => ask<StandingSubscriptionConnection>('standingSubscriptions', args),
    books: (args: object = {}) => ask<BookSubscriptionConnection>('subscriptions', args),
  };
}
const hana = member('1');
const taro = member('2');

describe('unsubscribing from a book', () => {
  it('unsubscribing from a book returns its reasons for the last time, and removes all of them', async () => {
    await room.contributor('c-1');
    await room.book('a', ['c-1']);
    await room.book('b', []);
    await hana.waitsForContributor('c-1');
    await hana.waitsForBook('a');
    await hana.waitsForBook('b');
    expect((await hana.leavesBook('a'))?.reasons.map(({ kind, id }) => [kind, id])).toEqual([
      ['BOOK', 'a'],
      ['CONTRIBUTOR', 'c-1'],
    ]);
    expect((await hana.leavesBook('b'))?.reasons.map(({ kind }) => kind)).toEqual(['BOOK']);
    expect(await room.waitsFor('1')).toEqual([]);
    expect(await hana.leavesBook('b')).toBeNull();
  });
});

describe('waiting for a contributor', () => {
  it('waiting for a contributor subscribes to the announced books, by its usual roles', async () => {
    await room.contributor('c-1');
    await room.book('written', ['c-1']);
    await room.book('unsaid', ['c-1 UNSPECIFIED']);
    await room.book('translated', ['c-1 TRANSLATOR']);
    await room.book('sold', ['c-1'], { status: 'ON_SALE' });
    await room.book('cancelled', ['c-1'], { status: 'CANCELLED' });
    expect(await hana.waitsForContributor('c-1')).toEqual({
      kind: 'CONTRIBUTOR',
      id: 'c-1',
      name: '名 c-1',
      roles: ['AUTHOR', 'ORIGINAL', 'ARTIST', 'UNSPECIFIED'],
      since: expect.stringMatching(/Z$/),
    });
    expect(await room.waitsFor('1')).toEqual(['unsaid', 'written']);
    expect(await room.waitsFor('2')).toEqual([]);
  });

  it('waiting for a contributor may name the roles, and others when repeated', async () => {
    await room.contributor('c-1');
    await room.book('both', ['c-1 AUTHOR', 'c-1 EDITOR']);
    await room.book('written', ['c-1 AUTHOR']);
    await room.book('edited', ['c-1 EDITOR']);
    const first = await hana.waitsForContributor('c-1', { roles: ['AUTHOR'] });
    expect(await room.waitsFor('1')).toEqual(['both', 'written']);
    const again = await hana.waitsForContributor('c-1', { roles: ['EDITOR', 'EDITOR'] });
    expect(again).toEqual({ ...first, roles: ['EDITOR'] });
    expect(await room.waitsFor('1')).toEqual(['both', 'edited']);
    expect(await room.open().query('select count(*) as n from standing_consent')).toEqual([
      { n: 1 },
    ]);
  });

  it('waiting for a contributor keeps books subscribed to directly, with the reason', async () => {
    await room.contributor('c-1');
    await room.series('s-1');
    await room.book('a', ['c-1'], { series: 's-1' });
    await room.book('b', ['c-1']);
    await hana.waitsForBook('a');
    await hana.waitsForContributor('c-1');
    await hana.waitsForSeries('s-1');
    const { edges } = await hana.books();
    expect(edges.map(({ node }) => [node.bookId, node.reasons])).toEqual([
      ['b', [{ kind: 'CONTRIBUTOR', id: 'c-1', name: '名 c-1' }]],
      [
        'a',
        [
          { kind: 'BOOK', id: 'a', name: '書名 a' },
          { kind: 'CONTRIBUTOR', id: 'c-1', name: '名 c-1' },
          { kind: 'SERIES', id: 's-1', name: '名 s-1' },
        ],
      ],
    ]);
    expect(await hana.leavesContributor('c-1')).toMatchObject({ id: 'c-1' });
    expect(await room.waitsFor('1')).toEqual(['a']);
    await hana.leavesSeries('s-1');
    expect(await room.waitsFor('1')).toEqual(['a']);
    expect(await room.reasons('1')).toEqual(['a BOOK a']);
    await hana.leavesBook('a');
    expect(await room.waitsFor('1')).toEqual([]);
    expect(await room.reasons('1')).toEqual([]);
  });

  it('waiting for a contributor tells nothing about books not subscribed to before', async () => {
    await room.contributor('c-1');
    expect(await hana.leavesContributor('c-1')).toBeNull();
    expect(await hana.leavesContributor('c-none')).toBeNull();
    await taro.waitsForContributor('c-1');
    expect(await hana.leavesContributor('c-1')).toBeNull();
    expect((await taro.list()).totalCount).toBe(1);
  });

  it('waiting for a contributor keeps the consent with its wording, and its end', async () => {
    await room.contributor('c-1');
    await hana.waitsForContributor('c-1', { wording: 'EN_1' });
    await hana.waitsForContributor('c-1');
    await hana.leavesContributor('c-1');
    await hana.waitsForContributor('c-1');
    const kept = await room.open().query(
      `select wording, withdrawn_by, withdrawn_at is null as stands from standing_consent
       where member_id = '1' order by given_at`,
    );
    expect(kept).toEqual([
      { wording: STANDING_CONSENT_WORDINGS.EN_1, withdrawn_by: 'web', stands: 0 },
      { wording: STANDING_CONSENT_WORDINGS.JA_1, withdrawn_by: null, stands: 1 },
    ]);
  });

  it.each(['c-none', '', 'ｃ', '%', 'c'.repeat(500), "' or 1=1 --"])(
    'waiting for a contributor rejects a target that does not exist: %j',
    async (contributorId) => {
      await room.contributor('c-1');
      await expect(hana.waitsForContributor(contributorId)).rejects.toMatchObject({
        errorType: 'ContributorNotFound',
      });
      await expect(hana.waitsForSeries(contributorId)).rejects.toMatchObject({
        errorType: 'SeriesNotFound',
      });
      const rows = await room.open().query('select count(*) as n from standing_consent');
      expect(rows).toEqual([{ n: 0 }]);
    },
  );

  it('waiting for a contributor rejects an empty list of roles', async () => {
    await room.contributor('c-1');
    await expect(hana.waitsForContributor('c-1', { roles: [] })).rejects.toMatchObject({
      errorType: 'InvalidArgument',
    });
  });
});

describe('a book that a member stops separately', () => {
  it('a stopped book stays away while they wait for its contributor, and comes back when they wait again', async () => {
    await room.contributor('c-1');
    await room.book('a', ['c-1']);
    await room.book('b', ['c-1']);
    await hana.waitsForContributor('c-1');
    expect((await hana.leavesBook('a'))?.reasons).toEqual([
      { kind: 'CONTRIBUTOR', id: 'c-1', name: '名 c-1' },
    ]);
    expect(await room.waitsFor('1')).toEqual(['b']);
    await hana.waitsForContributor('c-1', { roles: ['AUTHOR', 'EDITOR'] });
    expect(await room.waitsFor('1')).toEqual(['b']);
    await hana.leavesContributor('c-1');
    await hana.waitsForContributor('c-1');
    expect(await room.waitsFor('1')).toEqual(['a', 'b']);
  });

  it('a stopped book comes back when the member subscribes to it directly', async () => {
    await room.contributor('c-1');
    await room.book('a', ['c-1']);
    await hana.waitsForContributor('c-1');
    await hana.leavesBook('a');
    await hana.waitsForBook('a');
    expect(await room.waitsFor('1')).toEqual(['a']);
    await hana.leavesBook('a');
    await hana.waitsForBook('a');
    await hana.leavesBook('a');
    expect(await room.waitsFor('1')).toEqual([]);
  });
});

describe('names that operators have joined', () => {
  it('joined names count as one for a member who waits, whichever they chose', async () => {
    await room.contributor('c-1');
    await room.contributor('c-2');
    await room.book('one', ['c-1']);
    await room.book('two', ['c-2']);
    await hana.waitsForContributor('c-1');
    await taro.waitsForContributor('c-2');
    await room.joins('c-2', 'c-1');
    await catchUp(room.open(), aMinuteLater());
    expect(await room.waitsFor('1')).toEqual(['one', 'two']);
    expect(await room.waitsFor('2')).toEqual(['one', 'two']);
    expect((await taro.list()).edges.map(({ node }) => node.id)).toEqual(['c-1']);

    await room.separates('c-2', 'c-1');
    await catchUp(room.open(), aMinuteLater());
    expect(await room.waitsFor('1')).toEqual(['one']);
    expect(await room.waitsFor('2')).toEqual(['two']);
  });

  it('joined names are told once to a member who waits for both, and are ended together', async () => {
    await room.contributor('c-1');
    await room.contributor('c-2');
    await room.book('two', ['c-2 EDITOR']);
    await hana.waitsForContributor('c-1', { roles: ['EDITOR'] });
    await hana.waitsForContributor('c-2', { roles: ['AUTHOR'] });
    await room.joins('c-2', 'c-1');
    await catchUp(room.open(), aMinuteLater());
    expect(await room.waitsFor('1')).toEqual(['two']);
    const { edges, totalCount } = await hana.list();
    expect(totalCount).toBe(1);
    expect(edges[0]?.node.roles?.toSorted()).toEqual(['AUTHOR', 'EDITOR']);
    const again = await hana.waitsForContributor('c-2', { roles: ['EDITOR'] });
    expect(again.roles).toEqual(['EDITOR']);
    expect((await hana.books()).edges[0]?.node.reasons).toEqual([
      { kind: 'CONTRIBUTOR', id: 'c-1', name: '名 c-1' },
    ]);
    await hana.leavesContributor('c-2');
    expect(await room.waitsFor('1')).toEqual([]);
    expect((await hana.list()).totalCount).toBe(0);
  });
});

describe('the list of standing subscriptions', () => {
  it('the list of standing subscriptions is newest first, page by page', async () => {
    for (const id of ['c-1', 'c-2', 'c-3']) {
      await room.contributor(id);
      await hana.waitsForContributor(id);
    }
    await room.series('s-1');
    await hana.waitsForSeries('s-1');
    const ids: string[] = [];
    for (let after: string | null = null; ; ) {
      const { edges, pageInfo, totalCount } = await hana.list({ first: 2, after });
      expect(totalCount).toBe(4);
      ids.push(...edges.map(({ node }) => node.id));
      after = pageInfo.endCursor ?? null;
      if (!pageInfo.hasNextPage) break;
    }
    expect(ids).toEqual(['s-1', 'c-3', 'c-2', 'c-1']);
    expect((await taro.list()).totalCount).toBe(0);
  });

  it('a standing subscription is shown on the page of its contributor or series, to the member alone', async () => {
    await room.contributor('c-1');
    await room.series('s-1');
    await hana.waitsForContributor('c-1');
    await hana.waitsForSeries('s-1');
    const seen = (type: 'Contributor' | 'Series', id: string, by: string) =>
      room.ask<StandingSubscription | null>(RESOLVERS[`of${type}`], {}, by, {
        field: `${type}.subscription`,
        source: { id },
      });
    expect(await seen('Contributor', 'c-1', '1')).toMatchObject({ kind: 'CONTRIBUTOR' });
    expect(await seen('Series', 's-1', '1')).toMatchObject({ kind: 'SERIES', roles: null });
    expect(await seen('Contributor', 'c-1', '2')).toBeNull();
    expect(await seen('Series', 'c-1', '1')).toBeNull();
  });
});

describe('requests that die between two steps', () => {
  const die = (at: number) => async (step: number) => {
    if (step === at) throw new Error('died');
  };
  const dies = (name: keyof typeof RESOLVERS, args: object, at: number) =>
    expect(room.ask(RESOLVERS[name], args, '1', { between: die(at) })).rejects.toThrow('died');

  it.each([3, 4, 5, 6])(
    'starting a wait that dies at %i is completed by the next minute',
    async (at) => {
      await room.contributor('c-1');
      await room.book('a', ['c-1']);
      await dies('subscribeToContributor', { contributorId: 'c-1' }, at);
      await catchUp(room.open(), aMinuteLater());
      expect(await room.waitsFor('1')).toEqual(['a']);
      expect(await catchUp(room.open(), aMinuteLater())).toBe(0);
    },
  );

  it('starting a wait that dies before it was noted starts under the name joined since', async () => {
    await room.contributor('c-1');
    await room.contributor('c-2');
    await room.book('a', ['c-1']);
    await dies('subscribeToContributor', { contributorId: 'c-1' }, 2);
    await room.joins('c-1', 'c-2');
    await hana.waitsForContributor('c-1');
    expect(await room.waitsFor('1')).toEqual(['a']);
    await hana.leavesContributor('c-1');
    expect(await room.waitsFor('1')).toEqual([]);
  });

  it.each([1, 2])('ending a wait that dies at %i is completed by the next minute', async (at) => {
    await room.contributor('c-1');
    await room.book('a', ['c-1']);
    await room.book('b', ['c-1']);
    await hana.waitsForBook('b');
    await hana.waitsForContributor('c-1');
    await dies('unsubscribeFromContributor', { contributorId: 'c-1' }, at);
    expect((await hana.list()).totalCount).toBe(0);
    await catchUp(room.open(), aMinuteLater());
    expect(await room.waitsFor('1')).toEqual(['b']);
    expect(await room.reasons('1')).toEqual(['b BOOK b']);
    expect(await room.open().query('select * from standing_subscription')).toEqual([]);
  });

  it('starting a wait while another tab ends it leaves nothing half done', async () => {
    await room.contributor('c-1');
    await room.book('a', ['c-1']);
    const waitsAfter: boolean[] = [];
    // Each tab in turn comes between any two steps of the other.
    for (const at of [1, 2, 3, 4, 5, 6]) {
      await room
        .ask(RESOLVERS.subscribeToContributor, { contributorId: 'c-1' }, '1', {
          between: async (step) => {
            if (step === at) await hana.leavesContributor('c-1');
          },
        })
        .catch(() => undefined);
      await catchUp(room.open(), aMinuteLater());
      const waits = (await hana.list()).totalCount > 0;
      expect(await room.waitsFor('1')).toEqual(waits ? ['a'] : []);
      waitsAfter.push(waits);
      await hana.leavesContributor('c-1');
    }
    for (const at of [1, 2]) {
      await hana.waitsForContributor('c-1');
      await room.ask(RESOLVERS.unsubscribeFromContributor, { contributorId: 'c-1' }, '1', {
        between: async (step) => {
          if (step === at) await hana.waitsForContributor('c-1');
        },
      });
      await catchUp(room.open(), aMinuteLater());
      // It started again after it had ended.
      expect((await hana.list()).totalCount).toBe(1);
      expect(await room.waitsFor('1')).toEqual(['a']);
    }
    // The first ends came before there was anything to end.
    expect(waitsAfter).toEqual([true, true, false, false, false, false]);
  });
});
