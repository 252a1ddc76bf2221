import { describe, expect, it } from 'vitest';
import { purgeOutbox } from '../../../services/mail/outbox/purgeOutbox.ts';
import { aPrivateOutbox } from './privateOutbox.ts';

const outbox = aPrivateOutbox();
const database = () => outbox.open('shinkan');
const now = new Date('2026-11-26T00:00:00Z');

/** Notes that were settled this many days ago; open ones if null. */
async function notes(state: string, settledDaysAgo: number | null, count: number): Promise<void> {
  await database().execute(
    `insert into mail_outbox (member_id, event_seq, shard, state, created_at, settled_at)
     select concat(:state, :days, '-', w.id), 1, 0, :state, '2026-01-01',
       cast('2026-11-26' as datetime(6)) - interval :days day
     from json_table(:list, '$[*]' columns (id int path '$')) as w`,
    {
      state,
      days: settledDaysAgo,
      list: JSON.stringify(Array.from({ length: count }, (_, n) => n)),
    },
  );
}

const left = () =>
  database().query(
    `select state, datediff('2026-11-26', settled_at) as days, count(*) as n from mail_outbox
     group by state, settled_at order by state, days`,
  );

describe('the retention of settled notes', () => {
  it('settled notes are kept for 90 days, whatever their outcome; open notes stay', async () => {
    for (const state of ['SENT', 'SKIPPED', 'FAILED']) {
      await notes(state, 89, 1);
      await notes(state, 91, 2);
    }
    await outbox.members(1);
    await outbox.subscriptions('b', 1);
    await outbox.goesOnSale('b');
    expect(await outbox.fill()).toBe(1);
    expect(await purgeOutbox(database(), now)).toBe(6);
    expect(await left()).toEqual([
      { state: 'FAILED', days: 89, n: 1 },
      { state: 'PENDING', days: null, n: 1 },
      { state: 'SENT', days: 89, n: 1 },
      { state: 'SKIPPED', days: 89, n: 1 },
    ]);
  });

  it('the purge deletes old notes in batches', async () => {
    await notes('SENT', 100, 6_000);
    expect(await purgeOutbox(database(), now)).toBe(5_000);
    expect(await purgeOutbox(database(), now)).toBe(1_000);
    expect(await purgeOutbox(database(), now)).toBe(0);
  });

  it('a purged note is not told again', async () => {
    await outbox.members(1);
    await outbox.subscriptions('b', 1);
    await outbox.goesOnSale('b');
    await outbox.fill();
    await outbox.send();
    expect(outbox.accepted).toHaveLength(1);
    const later = new Date(Date.now() + 91 * 24 * 60 * 60_000);
    expect(await purgeOutbox(database(), later)).toBe(1);
    await outbox.fill();
    await outbox.send();
    expect(outbox.accepted).toHaveLength(1);
  });
});
