import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { takeFeedback } from '../../../services/mail/feedback/takeFeedback.ts';
import { aPrivateOutbox } from './privateOutbox.ts';
import { feedbackEvents } from './sampleFeedback.ts';

const outbox = aPrivateOutbox();
const shinkan = () => outbox.open('shinkan');
const take = (event: unknown) =>
  takeFeedback({ database: shinkan(), clock: () => new Date() }, event);
const hash = (address: string) => createHash('sha256').update(address).digest('hex');

/** The suppressed members among 1 to 4, with the reason. */
async function suppressed(): Promise<{ [member: string]: string }> {
  const rows = await shinkan().query('select email_hash, reason from suppression');
  const known = new Map(rows.map((row) => [row.email_hash, String(row.reason)]));
  const members = ['m1', 'm2', 'm3', 'm4'].flatMap((member) => {
    const reason = known.get(hash(`${member}@reader.example`));
    return reason === undefined ? [] : [[member, reason]];
  });
  expect(members).toHaveLength(rows.length);
  return Object.fromEntries(members);
}

describe('bar 22 feedback events', () => {
  beforeEach(() => outbox.members(1, 2, 3, 4));

  it('the samples contain 12 feedback events', () => expect(feedbackEvents).toHaveLength(12));

  it.each(feedbackEvents)('$name', async ({ event, stops }) => {
    await take(event);
    expect(await suppressed()).toEqual(stops);
    // The next mails of all four: none to suppressed members, one to each of the others.
    await outbox.subscriptions('a', 1, 2, 3, 4);
    await outbox.goesOnSale('a');
    await outbox.fill();
    const count = Object.keys(stops).length;
    expect(await outbox.send()).toMatchObject({ sent: 4 - count, skipped: count });
    for (const member of Object.keys(stops)) {
      expect(outbox.accepted.map(({ to }) => to)).not.toContain(`${member}@reader.example`);
    }
  });

  it('feedback events have the same result in any order and however often they are delivered', async () => {
    const all = feedbackEvents.map(({ event }) => event);
    for (const event of all) await take(event);
    const first = await suppressed();
    expect(Object.keys(first).sort()).toEqual(['m1', 'm2', 'm3', 'm4']);
    const kept = await shinkan().query('select * from suppression order by email_hash');
    for (const event of [...all].reverse()) await take(event);
    await Promise.all(all.map(take));
    // The first reason and its time are kept.
    expect(await shinkan().query('select * from suppression order by email_hash')).toEqual(kept);
    await shinkan().execute('delete from suppression');
    for (const event of [...all].reverse()) await take(event);
    expect(Object.keys(await suppressed()).sort()).toEqual(Object.keys(first).sort());
  });

  it('feedback events are delivered again after a database outage', async () => {
    const away = {
      ...shinkan(),
      execute: () => Promise.reject(new Error('DatabaseUnavailableException')),
    };
    const [bounce] = feedbackEvents;
    const taking = takeFeedback({ database: away, clock: () => new Date() }, bounce?.event);
    await expect(taking).rejects.toThrow('DatabaseUnavailableException');
  });
});
