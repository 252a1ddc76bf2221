import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../db/database.ts';
import { takeHold } from '../../../db/takeHold.ts';
import { sendMails } from '../../../services/mail/sending/sendMails.ts';
import { aPrivateOutbox, settings } from './privateOutbox.ts';

const outbox = aPrivateOutbox();
const recipients = () => outbox.accepted.map((mail) => mail.to).sort();

describe('a book that the shop withdraws before its mails are sent', () => {
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

  it('a withdrawn book is told when the shop sells it again, without a further event', async () => {
    expect((await outbox.notes(1))[0]).toMatchObject({
      state: 'PENDING',
      attempt: 0,
      mail_key: null,
      reason: 'The shop has withdrawn the book',
    });
    await stands('ON_SALE');
    expect(await outbox.send()).toMatchObject({ sent: 0 });
    outbox.theClockMoves(361);
    expect(await outbox.send()).toMatchObject({ sent: 1 });
    expect(recipients()).toEqual(['m1@reader.example']);
  });

  it('a withdrawn book that returns shares a mail with the other waiting news', async () => {
    await outbox.subscriptions('b', 1);
    await outbox.goesOnSale('b');
    await outbox.fill();
    await stands('ON_SALE');
    outbox.theClockMoves(361);
    expect(await outbox.send()).toMatchObject({ sent: 1 });
    expect(await outbox.notes(1)).toMatchObject([{ state: 'SENT' }, { state: 'SENT' }]);
  });

  it('a withdrawn book is given up after a month', async () => {
    outbox.theClockMoves(31 * 24 * 60);
    await outbox.send();
    expect((await outbox.notes(1))[0]).toMatchObject({ state: 'SKIPPED' });
  });

  it('a withdrawn book is not told again to a member who may have heard of it', async () => {
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

  it('a withdrawn book is not told again to a member who may have heard before an operator requeued it', async () => {
    outbox.theClockMoves(361);
    await outbox.open('shinkan').execute('update mail_outbox set may_have_arrived = 1');
    await outbox.send();
    expect((await outbox.notes(1))[0]).toMatchObject({
      state: 'SKIPPED',
      reason: 'The shop has withdrawn the book',
    });
  });

  it('waiting notes of withdrawn books take no sender’s turn and cost no queries, however many there are', async () => {
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

  it('an unlisted member gets the mail when the shop lists them again', async () => {
    expect(await outbox.notes(1)).toMatchObject([
      { state: 'PENDING', attempt: 0, reason: 'The shop does not list the member' },
    ]);
    await outbox.members(1);
    expect(await outbox.send()).toMatchObject({ sent: 0 });
    outbox.theClockMoves(61);
    expect(await outbox.send()).toMatchObject({ sent: 1 });
    expect(recipients()).toEqual(['m1@reader.example', 'm2@reader.example']);
  });

  it('an unlisted member is skipped after two days', async () => {
    outbox.theClockMoves(47 * 60);
    expect(await outbox.send()).toMatchObject({ skipped: 0 });
    outbox.theClockMoves(2 * 60);
    expect(await outbox.send()).toMatchObject({ skipped: 1 });
    expect(await outbox.notes(1)).toMatchObject([
      { state: 'SKIPPED', reason: 'The shop does not list the member' },
    ]);
  });
});

describe('a mail from which many notes are dropped', () => {
  it('dropped notes are settled by one statement per reason', async () => {
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

describe('books too large for one answer of the database', () => {
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

  it('sendMails reads large books a few at a time', async () => {
    for (const book of ['a', 'b', 'c']) await withContributors(book, 1_300);
    expect(await sendAsOne()).toMatchObject({ sent: 3, failed: 0 });
  });

  it('sendMails fails only the mail with a book that is too large on its own', async () => {
    await withContributors('b', 4_000);
    expect(await sendAsOne()).toMatchObject({ sent: 2, failed: 1 });
    expect(await outbox.notes(2)).toMatchObject([
      { state: 'FAILED', reason: 'The mail cannot be composed: Error: Book b not found' },
    ]);
  });
});

describe('a shard of the outbox', () => {
  beforeEach(async () => {
    await outbox.members(1);
    await outbox.subscriptions('a', 1);
    await outbox.goesOnSale('a');
    await outbox.fill();
  });
  const share = { sender: 0, senders: 1 };
  const nothing = { sent: 0, skipped: 0, failed: 0, remaining: 0 };
  const sendAsOne = () => sendMails(outbox.ports(), settings, share);

  it('a shard has one sender at a time; a second one leaves at once', async () => {
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

  it('a shard is free again after its sender has died', async () => {
    // Its sender has taken the shard and never releases it.
    await takeHold(outbox.ports(), `send/${share.sender}`, 75_000);
    expect(await sendAsOne()).toEqual(nothing);
    outbox.theClockMoves(2);
    expect(await sendAsOne()).toMatchObject({ sent: 1 });
  });

  it('a shard keeps all its attempts while the shop’s database is away', async () => {
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
