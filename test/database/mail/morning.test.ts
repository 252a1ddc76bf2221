import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ReleaseChange } from '../../../services/mail/reading/releaseChange.ts';
import { theDay, theMonth } from '../../support/mailedBook.ts';
import { aPrivateOutbox } from './privateOutbox.ts';

const outbox = aPrivateOutbox();

const day = (number: number) => theDay(`2027-03-${number}`);
const move = (from: number, to: number): ReleaseChange => ({ from: day(from), to: day(to) });

async function mails() {
  const sent = await Promise.all(outbox.accepted.map(({ raw }) => PostalMime.parse(raw)));
  return sent.map(({ subject, text }) => ({ subject, text }));
}

async function states(member: number) {
  return (await outbox.notes(member)).map(({ state, reason }) => [state, reason]);
}

describe('mails to a member who waits for a book', () => {
  beforeEach(async () => {
    await outbox.members(1);
    await outbox.subscriptions('a', 1);
  });

  it.each(['RESCHEDULED', 'CANCELLED', 'REVIVED'] as const)(
    'a member hears in the morning, not at night, that a book is %s',
    async (kind) => {
      await outbox.happens('a', kind, kind === 'RESCHEDULED' ? { change: move(14, 20) } : {});
      expect(await outbox.fill(outbox.opensIn(60))).toBe(1);
      expect(await outbox.send()).toMatchObject({ sent: 0, remaining: 0 });
      outbox.theClockMoves(61);
      expect(await outbox.send()).toMatchObject({ sent: 1 });
      expect(await outbox.send()).toMatchObject({ sent: 0 });
    },
  );

  it('a member hears at once that a book moved when it is morning', async () => {
    await outbox.happens('a', 'RESCHEDULED', { change: move(14, 20) });
    await outbox.fill(outbox.opensIn(-60));
    expect(await outbox.send()).toMatchObject({ sent: 1 });
  });

  it('a member hears at once that a book is on sale, and of no move after that', async () => {
    await outbox.happens('a', 'RESCHEDULED', { change: move(14, 20) });
    await outbox.fill(outbox.opensIn(60));
    await outbox.goesOnSale('a');
    await outbox.fill(outbox.opensIn(60));
    expect(await outbox.send()).toMatchObject({ sent: 1 });
    outbox.theClockMoves(61);
    expect(await outbox.send()).toMatchObject({ sent: 0, skipped: 1 });
    expect(await mails()).toMatchObject([{ subject: '『a』が発売になりました' }]);
    expect(await states(1)).toEqual([
      ['SKIPPED', 'The book is on sale now'],
      ['SENT', null],
    ]);
  });

  it('a member does not hear of a cancellation that was reversed before the morning', async () => {
    await outbox.happens('a', 'CANCELLED');
    await outbox.happens('a', 'REVIVED');
    await outbox.fill(outbox.opensIn(60));
    outbox.theClockMoves(61);
    expect(await outbox.send()).toMatchObject({ sent: 0, skipped: 1 });
    expect((await states(1)).map(([state]) => state)).toEqual(['SKIPPED', 'SKIPPED']);
  });

  it('a member hears of three moves as one', async () => {
    for (const [from, to] of [
      [14, 16],
      [16, 18],
      [18, 20],
    ] as const) {
      await outbox.happens('a', 'RESCHEDULED', { change: move(from, to) });
    }
    await outbox.fill(outbox.opensIn(60));
    outbox.theClockMoves(61);
    expect(await outbox.send()).toMatchObject({ sent: 1 });
    const [mail] = await mails();
    expect(mail?.text).toContain('2027年3月14日');
    expect(mail?.text).toContain('2027年3月20日');
    expect(mail?.text).not.toContain('3月16日');
    expect((await states(1)).map(([state]) => state)).toEqual(['SENT', 'SENT', 'SENT']);
  });

  it('a member who waits for a book is not told that it is announced', async () => {
    await outbox.happens('a', 'ANNOUNCED');
    expect(await outbox.fill()).toBe(0);
  });

  it('a member does not hear of a move below the threshold that the run recorded', async () => {
    await outbox.open('shinkan').execute(
      `insert into ingest_run (id, profile, file_key, state, started_at, tell_moves_from_days)
       values ('a-run', 'test', 'a-file', 'MERGED', utc_timestamp(6), 7)
       on duplicate key update state = state`,
    );
    await outbox.happens('a', 'RESCHEDULED', { change: move(14, 20), runId: 'a-run' });
    await outbox.fill();
    expect(await outbox.send()).toMatchObject({ sent: 0, skipped: 1 });
    expect(await states(1)).toEqual([
      ['SKIPPED', 'The date is fewer than 7 days from where it was'],
    ]);
  });

  it('a member gets all of the morning’s news in one mail', async () => {
    await outbox.subscriptions('b', 1);
    await outbox.subscriptions('c', 1);
    await outbox.happens('a', 'RESCHEDULED', {
      change: { from: day(14), to: theMonth('2027-04-01', '2027-04-30') },
    });
    await outbox.happens('b', 'CANCELLED');
    await outbox.goesOnSale('c');
    await outbox.fill();
    expect(await outbox.send()).toMatchObject({ sent: 1 });
    const [mail] = await mails();
    for (const title of ['■ a', '■ b', '■ c']) expect(mail?.text).toContain(title);
  });
});
