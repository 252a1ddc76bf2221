import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../db/database.ts';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { ask, signIn } from '../../../tools/testing/graphql.ts';
import { canReach, testStack } from '../../../tools/testing/testStack.ts';
import { openShelf } from '../../support/shelf.ts';
import { membersOfTheShop, type ShopMember } from '../auth/aMemberOfTheShop.ts';

const MAILS = `query ($first: Int, $after: String) { viewer { mails(first: $first, after: $after) {
  edges { cursor node { id state at noteCount notes {
    kind bookId title waitingSince change { to { text } }
  } } }
  pageInfo { hasNextPage endCursor }
} } }`;

interface Mail {
  id: string;
  state: string;
  at: string | null;
  noteCount: number;
  notes: { kind: string; bookId: string; title: string; waitingSince: string | null }[];
}

interface Mails {
  viewer: {
    mails: {
      edges: { cursor: string; node: Mail }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  };
}

/** Mails of the last days: old ones are not kept. */
const LATE = new Date(Date.now() - 6 * 86_400_000);
const EARLY = new Date(Date.now() - 7 * 86_400_000);

/** In the database's format. */
const settledOn = (moment: Date) => moment.toISOString().replace('T', ' ').replace('Z', '');

/** A row of the outbox: the outcome of one note to the member. */
interface Note {
  seq: string;
  mail?: string;
  state?: string;
  reason?: string;
  /** In the format of `settledOn`; null if it is still to be sent. */
  settledAt?: string | null;
}

describe.skipIf(!canReach('database') || !canReach('shop'))('the mails of a member', () => {
  const aMember = membersOfTheShop();
  const told = new Set<string>();
  let database: Database;
  beforeAll(() => {
    database = openStackDatabase(testStack());
  });
  // Operators, and their tests, see the mails of all members.
  afterAll(async () => {
    for (const id of told) {
      await database.execute('delete from mail_outbox where member_id = :id', { id });
    }
  });

  async function page(token: string, args: object = {}) {
    const { data, errors } = await ask<Mails>(testStack(), MAILS, args, token);
    if (errors || data === null) throw new Error(JSON.stringify(errors));
    return data.viewer.mails;
  }

  // Far in the future, so that no sender of the stack takes it.
  async function note({ id }: ShopMember, { seq, mail, state, reason, settledAt }: Note) {
    told.add(id);
    await database.execute(
      `insert into mail_outbox (member_id, event_seq, shard, state, mail_key, attempt, reason,
         lease_until, created_at, settled_at)
       values (:id, :seq, 0, :state, :mail, 1, :reason, '2999-01-01', utc_timestamp(6), :settledAt)`,
      {
        id,
        seq,
        state: state ?? 'SENT',
        mail: mail ?? null,
        reason: reason ?? null,
        settledAt: settledAt ?? null,
      },
    );
  }

  const tokenOf = ({ login, password }: ShopMember) => signIn(testStack(), login, password);

  async function aBookThatHappened(title: string, kind = 'ON_SALE') {
    const shelf = openShelf(database);
    const bookId = await shelf.add({ title });
    return { bookId, title, seq: await shelf.happen(bookId, kind) };
  }

  it('Viewer.mails returns the newest first, with the reasons for each book, page by page', async () => {
    const member = await aMember();
    const token = await tokenOf(member);
    const books = [
      await aBookThatHappened('一冊目'),
      await aBookThatHappened('二冊目', 'CANCELLED'),
      await aBookThatHappened('三冊目'),
      await aBookThatHappened('四冊目'),
    ];
    const [one, two, three, four] = books.map(({ seq }) => seq);
    for (const { bookId } of books) {
      const asking = 'mutation ($id: ID!) { subscribeToBook(bookId: $id) { since } }';
      await ask(testStack(), asking, { id: bookId }, token);
    }
    const [early, late] = [randomUUID(), randomUUID()];
    await note(member, { seq: one ?? '', mail: late, settledAt: settledOn(LATE) });
    await note(member, { seq: two ?? '', mail: late, settledAt: settledOn(LATE) });
    await note(member, { seq: three ?? '', mail: early, settledAt: settledOn(EARLY) });
    await note(member, { seq: four ?? '', state: 'PENDING' });

    const all = (await page(token)).edges.map(({ node }) => node);
    expect(all.map(({ state, at, noteCount }) => [state, at, noteCount])).toEqual([
      ['TO_BE_SENT', null, 1],
      ['SENT', LATE.toISOString(), 2],
      ['SENT', EARLY.toISOString(), 1],
    ]);
    expect(all[1]?.notes.map(({ kind, title }) => [kind, title])).toEqual([
      ['ON_SALE', '一冊目'],
      ['CANCELLED', '二冊目'],
    ]);
    for (const { notes } of all) {
      for (const { waitingSince } of notes) expect(waitingSince).toMatch(/Z$/);
    }

    const paged: string[] = [];
    let after: string | null = null;
    do {
      const { edges, pageInfo } = await page(token, { first: 1, after });
      paged.push(...edges.map(({ node }) => node.id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(paged).toEqual(all.map(({ id }) => id));
  });

  it('Viewer.mails says why something was not sent', async () => {
    const member = await aMember();
    const token = await tokenOf(member);
    const mail = randomUUID();
    const why = [
      ['SKIPPED', 'The member has stopped all mails', 'MAILS_STOPPED'],
      ['SKIPPED', 'The subscription was taken back', 'UNSUBSCRIBED'],
      ['SKIPPED', 'The book is on sale now', 'OVERTAKEN'],
      ['SKIPPED', 'The address is suppressed', 'NO_ADDRESS'],
      ['FAILED', 'SES gave no answer in 5 attempts', 'FAILED'],
    ];
    for (const [state = '', reason = ''] of why) {
      const { seq } = await aBookThatHappened('届かない本', 'RESCHEDULED');
      // All at one moment, as when a mail is written: each reason is listed on its own.
      await note(member, { seq, mail, state, reason, settledAt: settledOn(LATE) });
    }
    const { edges } = await page(token);
    expect(edges.map(({ node }) => node.state).sort()).toEqual(
      why.map(([, , fate]) => fate).sort(),
    );
    const halves = [await page(token, { first: 3 })];
    halves.push(await page(token, { first: 3, after: halves[0]?.pageInfo.endCursor }));
    expect(halves.flatMap((half) => half.edges)).toEqual(edges);
  });

  it('Viewer.mails shows a mail to no other member, by no cursor, and to nobody without a token', async () => {
    const [mine, theirs] = [await aMember(), await aMember()];
    const { seq, title } = await aBookThatHappened('ひとりの本');
    await note(theirs, { seq, mail: randomUUID(), settledAt: settledOn(LATE) });
    const [token, other] = [await tokenOf(mine), await tokenOf(theirs)];
    const seen = await page(other);
    expect(JSON.stringify(seen)).toContain(title);
    expect(JSON.stringify(seen)).not.toContain('@');
    for (const after of [null, seen.pageInfo.endCursor, '99991231235959999999~to-come.1']) {
      expect((await page(token, { after })).edges).toEqual([]);
    }
    const stranger = await ask(testStack(), MAILS);
    expect(JSON.stringify(stranger.data)).not.toContain(title);
    expect(stranger.data?.viewer ?? null).toBeNull();
  });

  it('Viewer.mails lists at most ten notes per mail, with their total', async () => {
    const member = await aMember();
    const shelf = openShelf(database);
    const bookId = await shelf.add({ title: '何度も動いた本' });
    const events = Array.from({ length: 12 }, () => ({ bookId, kind: 'RESCHEDULED' }));
    const mail = randomUUID();
    for (const { seq } of await shelf.happenMany(events)) {
      await note(member, { seq, mail, settledAt: settledOn(LATE) });
    }
    const [only] = (await page(await tokenOf(member))).edges;
    expect([only?.node.noteCount, only?.node.notes.length]).toEqual([12, 10]);
  });
});
