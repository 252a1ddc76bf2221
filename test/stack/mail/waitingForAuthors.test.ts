import { beforeEach, describe, expect, it } from 'vitest';
import * as end from '../../../resolvers/functions/standing/endStanding.ts';
import * as withdraw from '../../../resolvers/functions/subscriptions/withdrawBookConsent.ts';
import { askResolvers } from '../../support/askResolver.ts';
import { aPrivateOutbox } from './privateOutbox.ts';
import { standingSubscriptions } from './standing.ts';

const outbox = aPrivateOutbox();
const ask = askResolvers(() => outbox.api());
const subjects = () => outbox.accepted.map((mail) => mail.to).sort();
const told = async (member: number) =>
  (await outbox.notes(member)).map(({ state, reason }) => reason ?? state);

const standing = standingSubscriptions(() => outbox.open('shinkan'));
const SINCE = '2026-11-01 00:00:00.000000';

/** They wait for this author, and have the book a for that: by the merge of this run, if any. */
async function waitFor(author: string, members: number[], run: string | null): Promise<void> {
  await standing.named('CONTRIBUTOR', author, '灯野一');
  for (const member of members) {
    await standing.waitsFor(member, 'CONTRIBUTOR', author, SINCE);
    await standing.hasBookFor(member, 'a', 'CONTRIBUTOR', author, { since: SINCE, run });
  }
}

beforeEach(() => outbox.members(1, 2, 3));

describe('a new book by an author for whom members wait', () => {
  beforeEach(async () => {
    await waitFor('c-1', [1, 2], 'run-1');
    await waitFor('c-2', [1], 'run-1');
    // Has it since before, and hears of what happens to it alone.
    await outbox.subscriptions('a', 3);
    await outbox.happens('a', 'ANNOUNCED', { runId: 'run-1' });
    await outbox.fill();
  });

  it('is told once to each of them, and to nobody else', async () => {
    expect(await outbox.send()).toMatchObject({ sent: 2 });
    expect(subjects()).toEqual(['m1@reader.example', 'm2@reader.example']);
    await outbox.fill();
    expect(await outbox.send()).toMatchObject({ sent: 0 });
  });

  it('is told as on sale to all who have it, and no more as announced', async () => {
    await outbox.goesOnSale('a');
    await outbox.fill();
    expect(await outbox.send()).toMatchObject({ sent: 3 });
    expect(await told(2)).toEqual(['The book is on sale now', 'SENT']);
  });

  it('is not told to who has ended it, although the other steps never came', async () => {
    await ask([end], { contributorId: 'c-1' }, '2');
    expect(await outbox.send()).toMatchObject({ sent: 1 });
    expect(await told(2)).toEqual(['The subscription was taken back']);
  });

  it('is told to who ended it for one of two authors', async () => {
    await ask([end], { contributorId: 'c-1' }, '1');
    expect(await outbox.send()).toMatchObject({ sent: 2 });
  });

  it('is not told to who stops that book, although the other steps never came', async () => {
    await ask([withdraw], { bookId: 'a' }, '2');
    expect(await outbox.send()).toMatchObject({ sent: 1 });
    expect(await told(2)).toEqual(['The subscription was taken back']);
  });
});

it('of a book that was found to be theirs later, what happens to it is told and not that it is new', async () => {
  await waitFor('c-1', [1], null);
  await outbox.happens('a', 'ANNOUNCED', { runId: 'run-1' });
  await outbox.fill();
  expect(await outbox.notes(1)).toEqual([]);
  await outbox.goesOnSale('a');
  await outbox.fill();
  expect(await outbox.send()).toMatchObject({ sent: 1 });
});
