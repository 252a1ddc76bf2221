import { createHash } from 'node:crypto';
import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../db/database.ts';
import { type ClaimedMail, claimMails } from '../../../services/mail/outbox/claimMails.ts';
import { sendMails } from '../../../services/mail/sending/sendMails.ts';
import { aPrivateOutbox, settings } from './privateOutbox.ts';

const outbox = aPrivateOutbox();
const recipients = () => outbox.accepted.map((mail) => mail.to).sort();

describe('filling and sending the outbox', () => {
  beforeEach(() => outbox.members(1, 2));

  it('the outbox is filled once, and not for members who subscribe after the book went on sale', async () => {
    await outbox.subscriptions('a', 1);
    await outbox.goesOnSale('a');
    expect(await outbox.fill()).toBe(1);
    await outbox.open('shinkan').execute('update mail_cursor set last_seq = 0');
    await outbox.theLogGrowsOlder(1);
    await outbox.subscriptions('a', 2);
    expect(await outbox.fill()).toBe(0);
    // Losing the cursor does no harm either.
    await outbox.open('shinkan').execute('update mail_cursor set last_seq = 0');
    expect(await outbox.fill()).toBe(0);
    await outbox.send();
    expect(recipients()).toEqual(['m1@reader.example']);
  });

  it('the outbox is filled for a member who subscribes while a sale is being written', async () => {
    await outbox.goesOnSale('a');
    await outbox.subscriptions('a', 1);
    expect(await outbox.fill()).toBe(1);
  });

  it('the outbox is filled for a member who subscribes during a merge of several minutes, not after it', async () => {
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

  it('the outbox reaches the members of a shop that stores their ids as numbers', async () => {
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

  it('the outbox puts everything that waits for a member into one mail', async () => {
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

  it('sendMails reads consent just before each mail, book by book', async () => {
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

  it('sendMails reads consent last, with no other call between that and SES', async () => {
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

  it('sendMails sends nothing to a member who has stopped all mails, even if everything else is wanted', async () => {
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

  it('sendMails drops unwanted notes before sending, so the notes that are SENDING are those in the mail', async () => {
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

  it('sendMails skips suppressed and departed members, keeps notes of unlisted ones, and sends to the rest', async () => {
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

describe('a mail that cannot be sent', () => {
  const POISONED = 2;
  const healthy = ['m1@reader.example', 'm3@reader.example'];

  beforeEach(async () => {
    await outbox.members(1, POISONED, 3);
    await outbox.subscriptions('a', 1, 3);
    await outbox.subscriptions('poison', POISONED);
    for (const book of ['a', 'poison']) await outbox.goesOnSale(book);
  });

  // One sender takes them in the order of members, so the failing one comes between the others.
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
      'The mail cannot be composed: Error: Book poison not found',
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
      'The mail cannot be composed: Error: Book poison not found',
    ],
  ])(
    'a mail that fails because %s is settled as FAILED with its reason, and the others are sent',
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

  it('a mail that SES never answers is given up after the last attempt, and the others are sent', async () => {
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

describe('many concurrent senders', () => {
  it.each([
    ['new', async () => {}],
    [
      'retried',
      async () => {
        outbox.sesAnswers(() => ({ kind: 'UNKNOWN', reason: 'TimeoutError' }));
        await outbox.send();
        outbox.theClockMoves(16);
      },
    ],
  ])(
    'claimMails skips a %s mail that another sender claims after both have found it',
    async (_, prepare) => {
      await outbox.members(1);
      await outbox.subscriptions('a', 1);
      await outbox.goesOnSale('a');
      await outbox.fill();
      await prepare();
      const everyShard = Array.from({ length: 16 }, (_, shard) => shard);
      let first: ClaimedMail[] = [];
      const own = outbox.open('shinkan');
      const overtaken: Database = {
        ...own,
        execute: async (sql, values) => {
          first = await claimMails(outbox.ports(), everyShard);
          return own.execute(sql, values);
        },
      };
      expect(await claimMails(outbox.ports({ database: overtaken }), everyShard)).toEqual([]);
      expect(first.map(({ memberId }) => memberId)).toEqual(['1']);
    },
  );

  it('senders that start twice and are killed at random lose no mail and duplicate at most one per kill', async () => {
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
