import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '../../../db/database.ts';
import { log } from '../../../services/lib/log.ts';
import { settleSent } from '../../../services/mail/outbox/settleSent.ts';
import { aPrivateOutbox } from './privateOutbox.ts';

const outbox = aPrivateOutbox();
const recipients = () => outbox.accepted.map((mail) => mail.to).sort();

describe('a claim whose answer is lost and repeated by the client', () => {
  it('a mail whose claim is repeated is sent now, not after the lease', async () => {
    await outbox.members(1);
    await outbox.subscriptions('a', 1);
    await outbox.goesOnSale('a');
    await outbox.fill();
    const database = outbox.open('shinkan');
    const losing: Database = {
      ...database,
      execute: async (sql, values) => {
        const count = await database.execute(sql, values);
        return sql.includes("set mail_outbox.state = 'SENDING'")
          ? database.execute(sql, values)
          : count;
      },
    };
    expect(await outbox.send({ database: losing })).toMatchObject({ sent: 1 });
    expect(recipients()).toEqual(['m1@reader.example']);
  });
});

describe('a database outage after SES has taken a mail', () => {
  it('a mail taken by SES during a failover reaches the member once', async () => {
    await outbox.members(1);
    await outbox.subscriptions('a', 1);
    await outbox.goesOnSale('a');
    await outbox.fill();
    const database = outbox.open('shinkan');
    let away = 4;
    const failing: Database = {
      ...database,
      execute: (sql, values) => {
        if (values?.messageId === undefined || away === 0) return database.execute(sql, values);
        away -= 1;
        return Promise.reject(new Error('DatabaseUnavailableException'));
      },
    };
    expect(await outbox.send({ database: failing })).toMatchObject({ sent: 1 });
    expect(away).toBe(0);
    outbox.theClockMoves(16);
    expect(await outbox.send()).toMatchObject({ sent: 0 });
    expect(recipients()).toEqual(['m1@reader.example']);
  });
});

describe('SES answers other than plain acceptance', () => {
  beforeEach(async () => {
    await outbox.members(1, 2);
    await outbox.subscriptions('a', 1, 2);
    await outbox.goesOnSale('a');
    await outbox.fill();
  });

  it('a throttled mail is retried with the same key, and the attempt is not counted', async () => {
    outbox.sesAnswers(() => ({ kind: 'POSTPONED', reason: 'Throttling' }));
    const counts = await outbox.send();
    expect(counts).toMatchObject({ sent: 0, failed: 0 });
    const [before] = await outbox.notes(1);
    expect(before).toMatchObject({ state: 'PENDING', attempt: 0, reason: 'Throttling' });
    outbox.sesAcceptsAgain();
    outbox.theClockMoves(1);
    expect(await outbox.send()).toMatchObject({ sent: 2 });
    const [after] = await outbox.notes(1);
    expect(after).toMatchObject({ state: 'SENT', mail_key: before?.mail_key, reason: null });
  });

  it('a sender that is rejected five times in a row stops and leaves the rest to the next run', async () => {
    await outbox.members(...Array.from({ length: 100 }, (_, index) => index + 100));
    await outbox.subscriptions('b', ...Array.from({ length: 100 }, (_, index) => index + 100));
    await outbox.goesOnSale('b');
    await outbox.fill();
    let asked = 0;
    outbox.sesAnswers(() => {
      asked += 1;
      return { kind: 'POSTPONED', reason: 'Throttling' };
    });
    expect(await outbox.send()).toMatchObject({ sent: 0, failed: 0, remaining: 0 });
    expect(asked).toBeLessThanOrEqual(20);
    outbox.sesAcceptsAgain();
    outbox.theClockMoves(1);
    expect(await outbox.send()).toMatchObject({ sent: 102 });
  });

  it('a mail whose answer was lost is not sent again before its lease ends', async () => {
    outbox.sesAnswers(() => ({ kind: 'UNKNOWN', reason: 'TimeoutError' }));
    await outbox.send();
    outbox.sesAcceptsAgain();
    outbox.theClockMoves(14);
    expect(await outbox.send()).toEqual({ sent: 0, skipped: 0, failed: 0, remaining: 0 });
    outbox.theClockMoves(2);
    expect(await outbox.send()).toMatchObject({ sent: 2 });
    expect((await outbox.notes(1))[0]).toMatchObject({ state: 'SENT', attempt: 2 });
  });

  it('a second attempt carries the same books, whatever has arrived since', async () => {
    outbox.sesAnswers(() => ({ kind: 'UNKNOWN', reason: 'TimeoutError' }));
    await outbox.send();
    outbox.sesAcceptsAgain();
    await outbox.subscriptions('b', 1);
    await outbox.goesOnSale('b');
    await outbox.fill();
    outbox.theClockMoves(16);
    await outbox.send();
    const own = outbox.accepted.filter((mail) => mail.to === 'm1@reader.example');
    const subjects = await Promise.all(
      own.map(async ({ raw }) => (await PostalMime.parse(raw)).subject),
    );
    expect(subjects.sort()).toEqual(['『a』が発売になりました', '『b』が発売になりました']);
    const [first, second] = await outbox.notes(1);
    expect(first?.mail_key).not.toBe(second?.mail_key);
  });

  it('a mail without an answer in five attempts is given up and recorded as such', async () => {
    outbox.sesAnswers(() => ({ kind: 'UNKNOWN', reason: 'TimeoutError' }));
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      await outbox.send();
      outbox.theClockMoves(16);
    }
    expect((await outbox.notes(1))[0]).toMatchObject({
      state: 'FAILED',
      attempt: 5,
      reason: 'SES gave no answer in 5 attempts',
    });
  });

  it('a mail that SES rejects is settled, and the next one is sent', async () => {
    outbox.sesAnswers((mail) =>
      mail.to.startsWith('m1@')
        ? { kind: 'REJECTED', reason: 'MessageRejected: no' }
        : { kind: 'SENT', messageId: 'x' },
    );
    expect(await outbox.send()).toMatchObject({ sent: 1, failed: 1 });
    expect((await outbox.notes(1))[0]).toMatchObject({ reason: 'MessageRejected: no' });
  });
});

describe('the time at which a mail’s Send event comes', () => {
  const sentEvent = async (id: number) => {
    const [note] = await outbox.notes(id);
    const mail = { mailKey: note?.mail_key ?? '', messageId: 'of the event' };
    await settleSent(outbox.open('shinkan'), mail, outbox.ports().clock());
  };
  const unanswered = () => ({ kind: 'UNKNOWN', reason: 'TimeoutError' }) as const;

  beforeEach(async () => {
    await outbox.members(1);
    await outbox.subscriptions('a', 1);
    await outbox.goesOnSale('a');
    await outbox.fill();
  });

  it.each([
    ['within the lease', 1],
    ['after the lease, before the next attempt', 16],
  ])('%s, a Send event keeps an unanswered mail from being sent again', async (_, minutes) => {
    outbox.sesAnswers(unanswered);
    await outbox.send();
    outbox.theClockMoves(minutes);
    await sentEvent(1);
    outbox.sesAcceptsAgain();
    outbox.theClockMoves(16);
    await outbox.send();
    expect(recipients()).toEqual([]);
    expect((await outbox.notes(1))[0]).toMatchObject({ state: 'SENT', attempt: 1 });
  });

  it('a Send event between the claim and the last check keeps the claimed mail from being sent', async () => {
    outbox.sesAnswers(unanswered);
    await outbox.send();
    outbox.sesAcceptsAgain();
    outbox.theClockMoves(16);
    const database = outbox.open('shinkan');
    const overtaken: Database = {
      ...database,
      query: async (sql, values) => {
        if (sql.includes('is_wanted')) await sentEvent(1);
        return database.query(sql, values);
      },
    };
    expect(await outbox.send({ database: overtaken })).toMatchObject({ sent: 0 });
    expect(recipients()).toEqual([]);
  });

  it('a Send event marks a mail that was given up as sent', async () => {
    outbox.sesAnswers(unanswered);
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      await outbox.send();
      outbox.theClockMoves(16);
    }
    await sentEvent(1);
    expect((await outbox.notes(1))[0]).toMatchObject({ state: 'SENT', reason: null });
  });

  it('a sender whose mail was settled before the answer finds that and logs nothing', async () => {
    outbox.sesAnswers(async () => {
      await sentEvent(1);
      return { kind: 'SENT', messageId: 'of the answer' };
    });
    const warned = vi.spyOn(log, 'warn');
    expect(await outbox.send()).toMatchObject({ sent: 1 });
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
  });

  it('a Send event leaves notes dropped from the mail as they are', async () => {
    await outbox.subscriptions('b', 1);
    await outbox.goesOnSale('b');
    await outbox.fill();
    await outbox.takesBack('a', 1);
    outbox.sesAnswers(unanswered);
    await outbox.send();
    await sentEvent(1);
    expect((await outbox.notes(1)).map((note) => note.state)).toEqual(['SKIPPED', 'SENT']);
  });

  it('a Send event of an unknown mail changes nothing', async () => {
    await outbox.send();
    const before = await outbox.notes(1);
    const operators = { mailKey: 'run-held-1', messageId: 'x' };
    await settleSent(outbox.open('shinkan'), operators, outbox.ports().clock());
    expect(await outbox.notes(1)).toEqual(before);
  });
});
