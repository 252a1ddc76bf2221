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

/**
 * These members wait for the author and have book a because of that: by this run’s merge, if any.
 */
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
    // Has had it since before, so hears only of the book’s own events.
    await outbox.subscriptions('a', 3);
    await outbox.happens('a', 'ANNOUNCED', { runId: 'run-1' });
    await outbox.fill();
  });

  it('a new book is told once to each member who waits for its author, and to nobody else', async () => {
    expect(await outbox.send()).toMatchObject({ sent: 2 });
    expect(subjects()).toEqual(['m1@reader.example', 'm2@reader.example']);
    await outbox.fill();
    expect(await outbox.send()).toMatchObject({ sent: 0 });
  });

  it('a new book is told as on sale to all who have it, and no longer as announced', async () => {
    await outbox.goesOnSale('a');
    await outbox.fill();
    expect(await outbox.send()).toMatchObject({ sent: 3 });
    expect(await told(2)).toEqual(['The book is on sale now', 'SENT']);
  });

  it('a new book is not told to a member who ended the wait, even if the other steps never ran', async () => {
    await ask([end], { contributorId: 'c-1' }, '2');
    expect(await outbox.send()).toMatchObject({ sent: 1 });
    expect(await told(2)).toEqual(['The subscription was taken back']);
  });

  it('a new book is told to a member who ended the wait for one of its two authors', async () => {
    await ask([end], { contributorId: 'c-1' }, '1');
    expect(await outbox.send()).toMatchObject({ sent: 2 });
  });

  it('a new book is not told to a member who stops that book, even if the other steps never ran', async () => {
    await ask([withdraw], { bookId: 'a' }, '2');
    expect(await outbox.send()).toMatchObject({ sent: 1 });
    expect(await told(2)).toEqual(['The subscription was taken back']);
  });
});

it('a book credited to an author later is told with its own events, but not as new', async () => {
  await waitFor('c-1', [1], null);
  await outbox.happens('a', 'ANNOUNCED', { runId: 'run-1' });
  await outbox.fill();
  expect(await outbox.notes(1)).toEqual([]);
  await outbox.goesOnSale('a');
  await outbox.fill();
  expect(await outbox.send()).toMatchObject({ sent: 1 });
});
