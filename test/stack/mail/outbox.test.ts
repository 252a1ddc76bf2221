import { createHash } from 'node:crypto';
import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '../../../db/database.ts';
import { takeHold } from '../../../db/takeHold.ts';
import { log } from '../../../mail/log.ts';
import { settleSent } from '../../../mail/outbox/settleSent.ts';
import { sendMails } from '../../../mail/sending/sendMails.ts';
import { aPrivateOutbox, settings } from './privateOutbox.ts';

const outbox = aPrivateOutbox();
const recipients = () => outbox.accepted.map((mail) => mail.to).sort();

describe('the outbox', () => {
  beforeEach(() => outbox.members(1, 2));

  it('is filled once, and not for who subscribes after the book went on sale', async () => {
    await outbox.subscriptions('a', 1);
    await outbox.goesOnSale('a');
    expect(await outbox.fill()).toBe(1);
    await outbox.open('shinkan').execute('update mail_cursor set last_seq = 0');
    await outbox.theLogGrowsOlder(1);
    await outbox.subscriptions('a', 2);
    expect(await outbox.fill()).toBe(0);
    // A cursor that was lost does no harm either.
    await outbox.open('shinkan').execute('update mail_cursor set last_seq = 0');
    expect(await outbox.fill()).toBe(0);
    await outbox.send();
    expect(recipients()).toEqual(['m1@reader.example']);
  });

  it('is filled for who subscribes while a sale is written down', async () => {
    await outbox.goesOnSale('a');
    await outbox.subscriptions('a', 1);
    expect(await outbox.fill()).toBe(1);
  });

  it('is filled for who subscribes during a merge of minutes, and not after it', async () => {
    await outbox.happens('a', 'CANCELLED', { runId: 'long' });
    await outbox.theLogGrowsOlder(3);
    await outbox.subscriptions('a', 1);
    await outbox.open('shinkan').execute(
      `insert into ingest_run (id, profile, file_key, state, started_at, finished_at)
       values ('long', 'test', 'test', 'MERGED', utc_timestamp(6) - interval 4 minute,
         utc_timestamp(6))`,
    );
    expect(await outbox.fill()).toBe(1);
    await outbox.open('shinkan').execute('update mail_cursor set last_seq = 0');
    await outbox
      .open('shinkan')
      .execute('update ingest_run set finished_at = finished_at - interval 1 minute');
    await outbox.subscriptions('a', 2);
    expect(await outbox.fill()).toBe(0);
  });

  it('reaches the members of a shop that keeps their ids as numbers', async () => {
    await outbox.subscriptions('a', 1);
    await outbox.goesOnSale('a');
    await outbox.fill();
    const shop = outbox.open('shop');
    const ofNumbers: Database = {
      ...shop,
      query: (sql, values) =>
        shop.query(sql.replace('member_id,', 'cast(member_id as signed) as member_id,'), values),
    };
    await outbox.send({ shop: ofNumbers });
    expect(recipients()).toEqual(['m1@reader.example']);
  });

  it('makes one mail of all that waits for a member', async () => {
    await outbox.subscriptions('a', 1);
    await outbox.subscriptions('b', 1);
    for (const book of ['a', 'b']) await outbox.goesOnSale(book);
    await outbox.fill();
    expect(await outbox.send()).toEqual({ sent: 1, skipped: 0, failed: 0, remaining: 0 });
    const mail = await PostalMime.parse(outbox.accepted[0]?.raw ?? '');
    expect(mail.text).toContain('■ a');
    expect(mail.text).toContain('■ b');
    expect(await outbox.send()).toEqual({ sent: 0, skipped: 0, failed: 0, remaining: 0 });
  });

  it('reads consent just before each mail, book by book', async () => {
    await outbox.subscriptions('a', 1, 2);
    await outbox.subscriptions('b', 1);
    for (const book of ['a', 'b']) await outbox.goesOnSale(book);
    await outbox.fill();
    await outbox.takesBack('a', 1);
    await outbox.takesBack('a', 2);
    expect(await outbox.send()).toMatchObject({ sent: 1, skipped: 1 });
    expect(recipients()).toEqual(['m1@reader.example']);
    const mail = await PostalMime.parse(outbox.accepted[0]?.raw ?? '');
    expect(mail.subject).toBe('『b』が発売になりました');
    expect((await outbox.notes(1)).map((note) => note.state)).toEqual(['SKIPPED', 'SENT']);
  });

  it('reads the database last for consent, and nothing between that and SES', async () => {
    await outbox.subscriptions('a', 1);
    await outbox.goesOnSale('a');
    await outbox.fill();
    const steps: string[] = [];
    const noted = (database: Database): Database => ({
      query: (sql, values) => {
        steps.push(sql.includes('is_wanted') ? 'consent' : 'query');
        return database.query(sql, values);
      },
      execute: (sql, values) => {
        steps.push('execute');
        return database.execute(sql, values);
      },
      transaction: (work) => database.transaction(work),
    });
    outbox.sesAnswers(() => {
      steps.push('SES');
      return { kind: 'SENT', messageId: 'x' };
    });
    await outbox.send({ database: noted(outbox.open('shinkan')) });
    expect(steps[steps.indexOf('SES') - 1]).toBe('consent');
  });

  it('sends nothing to who has stopped all mails, also when all else is wanted', async () => {
    await outbox.subscriptions('a', 1, 2);
    await outbox.goesOnSale('a');
    await outbox.fill();
    await outbox.stopsAllMail(1);
    expect(await outbox.send()).toMatchObject({ sent: 1, skipped: 1 });
    expect(recipients()).toEqual(['m2@reader.example']);
    expect((await outbox.notes(1))[0]).toMatchObject({
      state: 'SKIPPED',
      reason: 'The member has stopped all mails',
    });
  });

  it('leaves out before it sends, so that what is SENDING is what the mail tells', async () => {
    await outbox.subscriptions('a', 1);
    await outbox.subscriptions('b', 1);
    for (const book of ['a', 'b']) await outbox.goesOnSale(book);
    await outbox.fill();
    await outbox.takesBack('a', 1);
    let seen: string[] = [];
    outbox.sesAnswers(async () => {
      seen = (await outbox.notes(1)).map((note) => note.state);
      return { kind: 'SENT', messageId: 'x' };
    });
    await outbox.send();
    expect(seen).toEqual(['SKIPPED', 'SENDING']);
  });

  it('skips who bounced and who left, keeps who the shop does not list, and sends to the rest', async () => {
    await outbox.members(3, 4);
    await outbox.subscriptions('a', 1, 2, 3, 4, 99);
    const shop = outbox.open('shop');
    await shop.execute(`update customers set withdrawn_on = '2020-01-01' where customer_no = 2`);
    await shop.execute(`update customers set mail_address = 'x, y@z' where customer_no = 3`);
    await outbox.open('shinkan').execute(
      `insert into suppression (email_hash, reason, created_at)
       values (:hash, 'bounce', utc_timestamp(6))`,
      { hash: createHash('sha256').update('m4@reader.example').digest('hex') },
    );
    await outbox.goesOnSale('a');
    await outbox.fill();
    expect(await outbox.send()).toEqual({ sent: 1, skipped: 2, failed: 1, remaining: 0 });
    expect(recipients()).toEqual(['m1@reader.example']);
  });
});

describe('when the answer to a claim is lost and the client asks again', () => {
  it('the member gets the mail now, not when the lease is over', async () => {
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

describe('when the database is away after SES has taken a mail', () => {
  it('the member gets it once, for as long as a failover lasts', async () => {
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

describe('when SES does not simply accept', () => {
  beforeEach(async () => {
    await outbox.members(1, 2);
    await outbox.subscriptions('a', 1, 2);
    await outbox.goesOnSale('a');
    await outbox.fill();
  });

  it('a mail that was throttled is tried again with the same key, and the attempt not counted', async () => {
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

  it('a sender that is refused five times in a row stops and leaves the rest to the next run', async () => {
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

  it('a mail whose answer was lost is not sent again before its lease is over', async () => {
    outbox.sesAnswers(() => ({ kind: 'UNKNOWN', reason: 'TimeoutError' }));
    await outbox.send();
    outbox.sesAcceptsAgain();
    outbox.theClockMoves(14);
    expect(await outbox.send()).toEqual({ sent: 0, skipped: 0, failed: 0, remaining: 0 });
    outbox.theClockMoves(2);
    expect(await outbox.send()).toMatchObject({ sent: 2 });
    expect((await outbox.notes(1))[0]).toMatchObject({ state: 'SENT', attempt: 2 });
  });

  it('a second attempt carries the same books, whatever has come since', async () => {
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

  it('a mail without an answer in five attempts is given up and says so', async () => {
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

describe('a mail that cannot be sent', () => {
  const POISONED = 2;
  const healthy = ['m1@reader.example', 'm3@reader.example'];

  beforeEach(async () => {
    await outbox.members(1, POISONED, 3);
    await outbox.subscriptions('a', 1, 3);
    await outbox.subscriptions('poison', POISONED);
    for (const book of ['a', 'poison']) await outbox.goesOnSale(book);
  });

  // One sender takes them in the order of members: the one that fails stands between the others.
  const sendAsOne = () => sendMails(outbox.ports(), settings, { sender: 0, senders: 1 });

  it.each<[string, () => unknown, string]>([
    [
      'its address is none',
      () =>
        outbox
          .open('shop')
          .execute(`update customers set mail_address = 'x, y@z' where customer_no = ${POISONED}`),
      'The shop holds no usable mail address',
    ],
    [
      'SES rejects it for good',
      () =>
        outbox.sesAnswers(({ to }) =>
          to.startsWith('m2@')
            ? { kind: 'REJECTED', reason: 'MessageRejected: Local address contains control' }
            : { kind: 'SENT', messageId: 'x' },
        ),
      'MessageRejected: Local address contains control',
    ],
    [
      'its book cannot be read',
      () =>
        outbox
          .open('shinkan')
          .execute(`update book set contributors = '"nobody"' where id = 'poison'`),
      'The mail cannot be composed: Error: There is no book poison',
    ],
    [
      'its event cannot be read',
      () =>
        outbox
          .open('shinkan')
          .execute(`update book_event set release_change = '{}' where book_id = 'poison'`),
      'The change of event 2 cannot be read',
    ],
    [
      'its book is gone',
      () => outbox.open('shinkan').execute(`delete from book where id = 'poison'`),
      'The mail cannot be composed: Error: There is no book poison',
    ],
  ])(
    'because %s stands as FAILED with its reason, and the others are sent',
    async (_, poison, reason) => {
      await outbox.fill();
      await poison();
      expect(await sendAsOne()).toEqual({ sent: 2, skipped: 0, failed: 1, remaining: 0 });
      expect(recipients()).toEqual(healthy);
      expect(await outbox.notes(POISONED)).toEqual([
        expect.objectContaining({ state: 'FAILED', reason }),
      ]);
    },
  );

  it('because SES never answers for it is given up after the last attempt, and the others are sent', async () => {
    await outbox.fill();
    outbox.sesAnswers(({ to }) =>
      to.startsWith('m2@')
        ? { kind: 'UNKNOWN', reason: 'TimeoutError' }
        : { kind: 'SENT', messageId: 'x' },
    );
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      await sendAsOne();
      outbox.theClockMoves(16);
    }
    expect(recipients()).toEqual(healthy);
    expect(await outbox.notes(POISONED)).toEqual([
      expect.objectContaining({ state: 'FAILED', reason: 'SES gave no answer in 5 attempts' }),
    ]);
  });
});

describe('when the Send event of a mail comes', () => {
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
  ])('%s, a mail without an answer is not sent again', async (_, minutes) => {
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

  it('between the claim and the last look, the claimed mail is not sent', async () => {
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

  it('a mail that was given up counts as sent after all', async () => {
    outbox.sesAnswers(unanswered);
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      await outbox.send();
      outbox.theClockMoves(16);
    }
    await sentEvent(1);
    expect((await outbox.notes(1))[0]).toMatchObject({ state: 'SENT', reason: null });
  });

  it('before the answer, the sender finds its mail settled and says nothing', async () => {
    outbox.sesAnswers(async () => {
      await sentEvent(1);
      return { kind: 'SENT', messageId: 'of the answer' };
    });
    const warned = vi.spyOn(log, 'warn');
    expect(await outbox.send()).toMatchObject({ sent: 1 });
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
  });

  it('what was left out of the mail stays left out', async () => {
    await outbox.subscriptions('b', 1);
    await outbox.goesOnSale('b');
    await outbox.fill();
    await outbox.takesBack('a', 1);
    outbox.sesAnswers(unanswered);
    await outbox.send();
    await sentEvent(1);
    expect((await outbox.notes(1)).map((note) => note.state)).toEqual(['SKIPPED', 'SENT']);
  });

  it('of a mail that the outbox does not know, nothing happens', async () => {
    await outbox.send();
    const before = await outbox.notes(1);
    const operators = { mailKey: 'run-held-1', messageId: 'x' };
    await settleSent(outbox.open('shinkan'), operators, outbox.ports().clock());
    expect(await outbox.notes(1)).toEqual(before);
  });
});

describe('many senders', () => {
  it('that start twice and are killed at random lose no mail, and double one per kill at most', async () => {
    const ids = Array.from({ length: 400 }, (_, index) => index + 1);
    await outbox.members(...ids);
    await outbox.subscriptions('a', ...ids);
    await outbox.goesOnSale('a');
    await outbox.fill();
    let calls = 0;
    let kills = 0;
    const mortal = (database: Database): Database => {
      const mayDie = () => {
        calls += 1;
        if (calls % 97 !== 0) return;
        kills += 1;
        throw new Error('killed');
      };
      return {
        query: async (sql, values) => {
          mayDie();
          return database.query(sql, values);
        },
        execute: async (sql, values) => {
          mayDie();
          return database.execute(sql, values);
        },
        transaction: (work) => database.transaction(work),
      };
    };
    const start = (sender: number) =>
      sendMails(outbox.ports({ database: mortal(outbox.open('shinkan')) }), settings, {
        sender: sender % 8,
        senders: 8,
      }).catch((error: Error) => {
        if (error.message !== 'killed') throw error;
      });
    await Promise.all(Array.from({ length: 16 }, (_, sender) => start(sender)));
    outbox.theClockMoves(16);
    await outbox.send();

    expect(new Set(recipients()).size).toBe(400);
    expect(kills).toBeGreaterThan(0);
    expect(recipients().length - 400).toBeLessThanOrEqual(kills);
    const [open] = await outbox
      .open('shinkan')
      .query(`select count(*) as n from mail_outbox where state <> 'SENT'`);
    expect(open?.n).toBe(0);
  });
});

describe('a book that the shop takes back before its mails are out', () => {
  const stands = (status: string) =>
    outbox.open('shinkan').execute('update book set status = :status', { status });

  beforeEach(async () => {
    await outbox.members(1);
    await outbox.subscriptions('a', 1);
    await outbox.goesOnSale('a');
    await outbox.fill();
    await stands('UPCOMING');
    await outbox.send();
  });

  it('is told when the shop sells it again, without a further event', async () => {
    expect((await outbox.notes(1))[0]).toMatchObject({
      state: 'PENDING',
      attempt: 0,
      mail_key: null,
      reason: 'The shop has taken the book back',
    });
    await stands('ON_SALE');
    expect(await outbox.send()).toMatchObject({ sent: 0 });
    outbox.theClockMoves(361);
    expect(await outbox.send()).toMatchObject({ sent: 1 });
    expect(recipients()).toEqual(['m1@reader.example']);
  });

  it('goes out with what else there is to tell by then', async () => {
    await outbox.subscriptions('b', 1);
    await outbox.goesOnSale('b');
    await outbox.fill();
    await stands('ON_SALE');
    outbox.theClockMoves(361);
    expect(await outbox.send()).toMatchObject({ sent: 1 });
    expect(await outbox.notes(1)).toMatchObject([{ state: 'SENT' }, { state: 'SENT' }]);
  });

  it('is left alone after a month', async () => {
    outbox.theClockMoves(31 * 24 * 60);
    await outbox.send();
    expect((await outbox.notes(1))[0]).toMatchObject({ state: 'SKIPPED' });
  });

  it('is not told again to who may have heard of it already', async () => {
    await stands('ON_SALE');
    outbox.theClockMoves(361);
    outbox.sesAnswers(() => ({ kind: 'UNKNOWN', reason: 'TimeoutError' }));
    await outbox.send();
    outbox.sesAcceptsAgain();
    await stands('UPCOMING');
    outbox.theClockMoves(16);
    await outbox.send();
    expect((await outbox.notes(1))[0]).toMatchObject({ state: 'SKIPPED' });
  });

  it('is not told again to who may have heard of it before an operator put it back', async () => {
    outbox.theClockMoves(361);
    await outbox.open('shinkan').execute('update mail_outbox set may_have_arrived = 1');
    await outbox.send();
    expect((await outbox.notes(1))[0]).toMatchObject({
      state: 'SKIPPED',
      reason: 'The shop has taken the book back',
    });
  });

  it('takes no turn from others and asks no more of the database, however many wait for it', async () => {
    const ids = Array.from({ length: 25 }, (_, index) => index + 100);
    await outbox.members(...ids);
    await outbox.subscriptions('b', ...ids);
    await outbox.goesOnSale('b');
    await outbox.fill();
    await stands('UPCOMING');
    const asked: string[] = [];
    const database = outbox.open('shinkan');
    const noted: Database = {
      ...database,
      query: (sql, values) => {
        asked.push(sql);
        return database.query(sql, values);
      },
      execute: (sql, values) => {
        asked.push(sql);
        return database.execute(sql, values);
      },
    };
    const all = { sender: 0, senders: 1 };
    expect(await sendMails(outbox.ports({ database: noted }), settings, all)).toEqual({
      sent: 0,
      skipped: 0,
      failed: 0,
      remaining: 0,
    });
    expect(asked.filter((sql) => sql.includes('mail_pace'))).toEqual([]);
    expect(asked.length).toBeLessThan(25);
    for (const id of ids) {
      expect(await outbox.notes(id)).toMatchObject([{ state: 'PENDING', attempt: 0 }]);
    }
  });
});

describe('a member whom the shop does not list for a moment', () => {
  beforeEach(async () => {
    await outbox.members(2);
    await outbox.subscriptions('a', 1, 2);
    await outbox.goesOnSale('a');
    await outbox.fill();
    expect(await outbox.send()).toEqual({ sent: 1, skipped: 0, failed: 0, remaining: 0 });
  });

  it('gets the mail when the shop lists them again', async () => {
    expect(await outbox.notes(1)).toMatchObject([
      { state: 'PENDING', attempt: 0, reason: 'The shop does not list the member' },
    ]);
    await outbox.members(1);
    expect(await outbox.send()).toMatchObject({ sent: 0 });
    outbox.theClockMoves(61);
    expect(await outbox.send()).toMatchObject({ sent: 1 });
    expect(recipients()).toEqual(['m1@reader.example', 'm2@reader.example']);
  });

  it('is skipped after two days', async () => {
    outbox.theClockMoves(47 * 60);
    expect(await outbox.send()).toMatchObject({ skipped: 0 });
    outbox.theClockMoves(2 * 60);
    expect(await outbox.send()).toMatchObject({ skipped: 1 });
    expect(await outbox.notes(1)).toMatchObject([
      { state: 'SKIPPED', reason: 'The shop does not list the member' },
    ]);
  });
});

describe('a mail of which much is not told', () => {
  it('is settled by one statement for each reason', async () => {
    const books = Array.from({ length: 30 }, (_, index) => `book${index}`);
    await outbox.members(1);
    for (const book of books) {
      await outbox.subscriptions(book, 1);
      await outbox.goesOnSale(book);
    }
    await outbox.fill();
    for (const book of books.slice(1)) await outbox.takesBack(book, 1);
    const database = outbox.open('shinkan');
    let executed = 0;
    const counted: Database = {
      ...database,
      execute: (sql, values) => {
        if (sql.includes('mail_outbox') && values?.state === 'SKIPPED') executed += 1;
        return database.execute(sql, values);
      },
    };
    expect(await outbox.send({ database: counted })).toMatchObject({ sent: 1 });
    expect(executed).toBe(1);
    const states = (await outbox.notes(1)).map((note) => note.state);
    expect(states).toEqual(['SENT', ...Array.from({ length: 29 }, () => 'SKIPPED')]);
  });
});

describe('books that are too large for one answer of the database', () => {
  const withContributors = (bookId: string, count: number) =>
    outbox
      .open('shinkan')
      .execute('update book set contributors = :contributors where id = :bookId', {
        bookId,
        contributors: JSON.stringify(
          Array.from({ length: count }, () => ({ name: '著'.repeat(100) })),
        ),
      });

  beforeEach(async () => {
    await outbox.members(1, 2, 3);
    for (const [index, book] of ['a', 'b', 'c'].entries()) {
      await outbox.subscriptions(book, index + 1);
      await outbox.goesOnSale(book);
    }
    await outbox.fill();
  });
  const sendAsOne = () => sendMails(outbox.ports(), settings, { sender: 0, senders: 1 });

  it('are read a few at a time', async () => {
    for (const book of ['a', 'b', 'c']) await withContributors(book, 1_300);
    expect(await sendAsOne()).toMatchObject({ sent: 3, failed: 0 });
  });

  it('fail alone when one of them is too large by itself', async () => {
    await withContributors('b', 4_000);
    expect(await sendAsOne()).toMatchObject({ sent: 2, failed: 1 });
    expect(await outbox.notes(2)).toMatchObject([
      { state: 'FAILED', reason: 'The mail cannot be composed: Error: There is no book b' },
    ]);
  });
});

describe('a share of the outbox', () => {
  beforeEach(async () => {
    await outbox.members(1);
    await outbox.subscriptions('a', 1);
    await outbox.goesOnSale('a');
    await outbox.fill();
  });
  const share = { sender: 0, senders: 1 };
  const nothing = { sent: 0, skipped: 0, failed: 0, remaining: 0 };
  const sendAsOne = () => sendMails(outbox.ports(), settings, share);

  it('has one sender at a time; a second one leaves at once', async () => {
    let second: unknown;
    outbox.sesAnswers(async () => {
      outbox.sesAcceptsAgain();
      second = await sendAsOne();
      return { kind: 'SENT', messageId: 'x' };
    });
    expect(await sendAsOne()).toMatchObject({ sent: 1 });
    expect(second).toEqual(nothing);
    await outbox.subscriptions('b', 1);
    await outbox.goesOnSale('b');
    await outbox.fill();
    expect(await sendAsOne()).toMatchObject({ sent: 1 });
  });

  it('is free again when its sender has died', async () => {
    // Its sender has taken it, and never leaves it.
    await takeHold(outbox.ports(), `send/${share.sender}`, 75_000);
    expect(await sendAsOne()).toEqual(nothing);
    outbox.theClockMoves(2);
    expect(await sendAsOne()).toMatchObject({ sent: 1 });
  });

  it("waits with all its attempts while the shop's database is away", async () => {
    const shop = outbox.open('shop');
    const away: Database = { ...shop, query: () => Promise.reject(new Error('away')) };
    for (let time = 1; time <= 6; time += 1) {
      await expect(sendMails(outbox.ports({ shop: away }), settings, share)).rejects.toThrow(
        'away',
      );
    }
    // It goes away between the claim and the mail.
    let asked = 0;
    const leaving: Database = {
      ...shop,
      query: (sql, values) => {
        asked += 1;
        return asked > 1 ? Promise.reject(new Error('away')) : shop.query(sql, values);
      },
    };
    await sendMails(outbox.ports({ shop: leaving }), settings, share);
    outbox.theClockMoves(1);
    expect((await outbox.notes(1))[0]).toMatchObject({ state: 'PENDING', attempt: 0 });
    expect(await sendAsOne()).toMatchObject({ sent: 1 });
  });
});
