import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../db/database.ts';
import { splitStatements } from '../../../db/splitStatements.ts';
import { root } from '../../../tools/root.ts';
import { aLinkPage } from './linkPage.ts';
import { aPrivateOutbox } from './privateOutbox.ts';

const outbox = aPrivateOutbox();
const shinkan = () => outbox.open('shinkan');
const page = aLinkPage(shinkan);

const ofBook = () => page.link({ memberId: '1', bookId: 'a' });
const ofAll = () => page.link({ memberId: '1', bookId: null });

const GIVEN = '2026-11-01 03:04:05.678901';

async function subscribed(bookId: string): Promise<void> {
  const values = { bookId, at: GIVEN };
  await shinkan().execute(
    `insert into subscription (member_id, book_id, created_at, consent_source)
     values ('1', :bookId, :at, 'web')`,
    values,
  );
  await shinkan().execute(
    `insert into consent (member_id, book_id, given_at, source, wording)
     values ('1', :bookId, :at, 'web', '発売を知らせて')`,
    values,
  );
}

const subscriptions = async () =>
  (
    await shinkan().query(
      `select book_id, created_at from subscription where member_id = '1' order by book_id`,
    )
  ).map((row) => `${row.book_id} ${row.created_at}`);

const consents = () =>
  shinkan().query(
    `select book_id, source, wording, withdrawn_at is not null as is_withdrawn, withdrawn_by
     from consent where member_id = '1' order by book_id, given_at`,
  );

const stopped = async () =>
  (await shinkan().query(`select mail_stopped_at, mail_stopped_by from member_setting`))[0] ?? null;

const told = async () => (await outbox.notes(1)).map((note) => `${note.event_seq} ${note.state}`);

beforeEach(async () => {
  await outbox.members(1);
  await subscribed('a');
  await subscribed('b');
});

describe('an unsubscribe link about one book', () => {
  it('a book link stops it with one click of a mail program, in either encoding, and no other book', async () => {
    const answer = await page.oneClick(ofBook());
    expect(answer.statusCode).toBe(200);
    expect(await subscriptions()).toEqual([`b ${GIVEN}`]);
    expect(await consents()).toMatchObject([
      { book_id: 'a', is_withdrawn: 1, withdrawn_by: 'mail' },
      { book_id: 'b', is_withdrawn: 0, withdrawn_by: null },
    ]);
    const parts = await page.ask({
      token: page.link({ memberId: '1', bookId: 'b' }),
      body: {
        type: 'multipart/form-data; boundary=---FormBoundaryjWmhtjORrn',
        bytes: [
          '-----FormBoundaryjWmhtjORrn',
          'Content-Disposition: form-data; name="List-Unsubscribe"',
          '',
          'One-Click',
          '-----FormBoundaryjWmhtjORrn--',
          '',
        ].join('\r\n'),
      },
    });
    expect(parts.statusCode).toBe(200);
    expect(await subscriptions()).toEqual([]);
    expect(await stopped()).toBeNull();
  });

  it('a book link changes nothing when a mail scanner follows it', async () => {
    for (const method of ['GET', 'HEAD']) {
      for (const token of [ofBook(), ofAll()]) {
        expect((await page.ask({ method, token })).statusCode).toBe(200);
      }
    }
    expect(await subscriptions()).toEqual([`a ${GIVEN}`, `b ${GIVEN}`]);
    expect((await consents()).every((row) => row.is_withdrawn === 0)).toBe(true);
    expect(await stopped()).toBeNull();
  });

  it('the page of a book link shows the book’s title and nothing about the member', async () => {
    await outbox.goesOnSale('a');
    await shinkan().execute(`update book set title = '<i>雪国</i> & "灯"', volume = '下'`);
    const { body } = await page.ask({ method: 'GET', token: ofBook() });
    expect(body).toContain('『&lt;i&gt;雪国&lt;/i&gt; &amp; &quot;灯&quot; 下』');
    expect(body).not.toMatch(/reader\.example|会員|style=|<script/);
    expect(body).toContain('この本のお知らせを止める');
    expect(body).toContain('すべてのお知らせを止める');
  });

  it('pressing a book link twice gives the same answer and keeps the first time', async () => {
    await page.presses(ofBook(), 'stopBook');
    const read = () => shinkan().query(`select withdrawn_at from consent where book_id = 'a'`);
    const first = await read();
    page.theClockMoves(1);
    const again = await page.presses(ofBook(), 'stopBook');
    expect(again.body).toContain('この本のお知らせを止めました');
    expect(await read()).toEqual(first);
  });

  it('undoing a book link restores the subscription as it was', async () => {
    const stopping = await page.presses(ofBook(), 'stopBook');
    expect(stopping.body).toContain('value="undoBook"');
    const back = await page.presses(ofBook(), 'undoBook');
    expect(back.statusCode).toBe(200);
    expect(await subscriptions()).toEqual([`a ${GIVEN}`, `b ${GIVEN}`]);
    expect((await consents()).filter((row) => row.book_id === 'a')).toMatchObject([
      { source: 'web', is_withdrawn: 1, withdrawn_by: 'mail' },
      { source: 'mail', is_withdrawn: 0, wording: '取り消して、この本のお知らせをまた受け取る' },
    ]);
    // Undoing again changes nothing.
    expect((await page.presses(ofBook(), 'undoBook')).statusCode).toBe(200);
    expect(await consents()).toHaveLength(3);
  });

  it('undoing a book link restores nothing a day later, nor what was stopped on the web', async () => {
    await page.presses(ofBook(), 'stopBook');
    page.theClockMoves(25);
    expect((await page.presses(ofBook(), 'stopBook')).body).not.toContain('undoBook');
    expect((await page.presses(ofBook(), 'undoBook')).statusCode).toBe(409);

    await shinkan().execute(`delete from subscription where book_id = 'b'`);
    await shinkan().execute(
      `update consent set withdrawn_at = utc_timestamp(6), withdrawn_by = 'web' where book_id = 'b'`,
    );
    const ofB = page.link({ memberId: '1', bookId: 'b' });
    expect((await page.presses(ofB, 'undoBook')).statusCode).toBe(409);
    expect(await subscriptions()).toEqual([]);
  });

  it('undoing a book link tells, once, what happened between the stop and its undoing', async () => {
    await outbox.goesOnSale('a');
    await page.presses(ofBook(), 'stopBook');
    await outbox.happens('a', 'CANCELLED');
    await outbox.goesOnSale('a');
    await outbox.goesOnSale('b');
    await outbox.fill();
    expect(await told()).toEqual(['4 PENDING']);
    await page.presses(ofBook(), 'undoBook');
    await page.presses(ofBook(), 'undoBook');
    await outbox.fill();
    expect(await told()).toEqual(['1 PENDING', '2 PENDING', '3 PENDING', '4 PENDING']);
    expect(await outbox.send()).toMatchObject({ sent: 1 });
    expect(await outbox.send()).toMatchObject({ sent: 0 });
    expect(outbox.accepted).toHaveLength(1);
  });

  it('undoing a book link tells what the senders dropped meanwhile, and nothing twice', async () => {
    await outbox.goesOnSale('b');
    await outbox.fill();
    expect(await outbox.send()).toMatchObject({ sent: 1 });
    await outbox.goesOnSale('a');
    await outbox.fill();
    await page.presses(ofBook(), 'stopBook');
    expect(await outbox.send()).toMatchObject({ sent: 0, skipped: 1 });
    await page.presses(ofBook(), 'undoBook');
    expect(await told()).toEqual(['1 SENT', '2 PENDING']);
    expect(await outbox.send()).toMatchObject({ sent: 1 });
    expect(outbox.accepted).toHaveLength(2);
  });

  it('undoing a book link ignores what an attempt before the stop may have told', async () => {
    await outbox.goesOnSale('a');
    await outbox.fill();
    await page.presses(ofBook(), 'stopBook');
    await outbox.send();
    await shinkan().execute(`update mail_outbox set may_have_arrived = 1`);
    await page.presses(ofBook(), 'undoBook');
    expect(await told()).toEqual(['1 SKIPPED']);
  });

  it('a book link stops a mail that waits to be sent', async () => {
    await outbox.goesOnSale('a');
    await outbox.fill();
    await page.oneClick(ofBook());
    expect(await outbox.send()).toMatchObject({ sent: 0, skipped: 1 });
    expect(outbox.accepted).toEqual([]);
  });
});

describe('an unsubscribe link about all mails', () => {
  it('an all-mails link stops all mails and keeps the list of books', async () => {
    expect((await page.oneClick(ofAll())).statusCode).toBe(200);
    expect(await stopped()).toMatchObject({ mail_stopped_by: 'mail' });
    expect(await subscriptions()).toHaveLength(2);
    const first = await stopped();
    page.theClockMoves(1);
    expect((await page.oneClick(ofAll())).statusCode).toBe(200);
    expect(await stopped()).toEqual(first);
  });

  it('an all-mails link stops waiting notes, which are sent once mails are resumed', async () => {
    await outbox.goesOnSale('a');
    await outbox.fill();
    await page.oneClick(ofAll());
    expect(await outbox.send()).toMatchObject({ sent: 0, skipped: 1 });
    await page.presses(ofAll(), 'undoAll');
    await outbox.goesOnSale('b');
    await outbox.fill();
    expect(await outbox.send()).toMatchObject({ sent: 1, skipped: 0 });
    expect(await told()).toEqual(['1 SENT', '2 SENT']);
  });

  it('an all-mails link records each stop and how mails were resumed', async () => {
    await page.presses(ofAll(), 'stopAll');
    await page.presses(ofAll(), 'stopAll');
    await page.presses(ofAll(), 'undoAll');
    await page.oneClick(ofAll());
    const kept = await shinkan().query(
      `select stopped_by, resumed_at is not null as is_resumed, resumed_by
       from mail_stop where member_id = '1' order by stopped_at`,
    );
    expect(kept).toEqual([
      { stopped_by: 'mail', is_resumed: 1, resumed_by: 'mail' },
      { stopped_by: 'mail', is_resumed: 0, resumed_by: null },
    ]);
  });

  it('an all-mails link resumes mails when the member undoes it within a day', async () => {
    expect((await page.presses(ofAll(), 'stopAll')).body).toContain('value="undoAll"');
    expect((await page.presses(ofAll(), 'undoAll')).statusCode).toBe(200);
    expect(await stopped()).toEqual({ mail_stopped_at: null, mail_stopped_by: null });
    await page.presses(ofAll(), 'stopAll');
    page.theClockMoves(25);
    expect((await page.presses(ofAll(), 'undoAll')).statusCode).toBe(409);
    expect(await stopped()).toMatchObject({ mail_stopped_by: 'mail' });
  });

  it('undoing an all-mails link does not undo what the member stopped on the web', async () => {
    await shinkan().execute(
      `insert into member_setting values ('1', 'en', utc_timestamp(6), 'web', utc_timestamp(6))`,
    );
    expect((await page.presses(ofAll(), 'stopAll')).body).not.toContain('undoAll');
    expect((await page.presses(ofAll(), 'undoAll')).statusCode).toBe(409);
    expect(await stopped()).toMatchObject({ mail_stopped_by: 'web' });
  });

  it('an all-mails link has no book to stop', async () => {
    for (const action of ['stopBook', 'undoBook']) {
      expect((await page.presses(ofAll(), action)).statusCode).toBe(400);
    }
    expect(await subscriptions()).toHaveLength(2);
  });
});

describe('a subscription from before consent was recorded', () => {
  it('stopping an old subscription records a consent with its own time and source, once, and can be undone', async () => {
    await shinkan().execute(`delete from consent where book_id = 'a'`);
    const migration = readFileSync(join(root, 'db/migrations/018_leaving.sql'), 'utf8');
    for (let times = 0; times < 2; times += 1) {
      for (const statement of splitStatements(migration)) await shinkan().execute(statement);
    }
    expect(await consents()).toMatchObject([
      { book_id: 'a', source: 'web', wording: '発売を知らせて', is_withdrawn: 0 },
      { book_id: 'b' },
    ]);
    await page.presses(ofBook(), 'stopBook');
    await page.presses(ofBook(), 'undoBook');
    expect(await subscriptions()).toEqual([`a ${GIVEN}`, `b ${GIVEN}`]);
  });
});

describe('the language of the page', () => {
  const languageOf = async (language?: string) => {
    const asked = language === undefined ? {} : { language };
    const answer = await page.ask({ method: 'GET', token: ofAll(), ...asked });
    return answer.headers['content-language'];
  };

  it('the page’s language is the browser’s until the member has chosen one', async () => {
    expect(await languageOf()).toBe('ja');
    expect(await languageOf('en-GB,en;q=0.9,ja;q=0.8')).toBe('en');
    await page.presses(ofAll(), 'stopAll', { language: 'en' });
    expect(await languageOf('en')).toBe('en');
    await shinkan().execute(`update member_setting set language = 'en'`);
    expect(await languageOf('ja')).toBe('en');
  });
});

describe('an invalid body', () => {
  it.each([
    ['nothing', undefined, 400],
    ['another form', { type: 'application/x-www-form-urlencoded', bytes: 'action=drop' }, 400],
    ['a wish in JSON', { type: 'application/json', bytes: '{"action":"stopAll"}' }, 400],
    ['a wish as plain text', { type: 'text/plain', bytes: 'action=stopAll' }, 400],
    ['parts without a boundary', { type: 'multipart/form-data', bytes: 'action=stopAll' }, 400],
    ['parts cut short', { type: 'multipart/form-data; boundary=x', bytes: '--x\r\nConte' }, 400],
    [
      'a type in other characters',
      { type: 'multipart/form-data; boundary=\u96ea', bytes: 'x' },
      400,
    ],
    [
      'bytes',
      { type: 'application/x-www-form-urlencoded', bytes: Uint8Array.of(255, 0, 254) },
      400,
    ],
    ['much', { type: 'application/x-www-form-urlencoded', bytes: 'a'.repeat(5000) }, 413],
  ])('a body of kind "%s" is rejected and changes nothing', async (_name, body, status) => {
    const answer = await page.ask({ token: ofAll(), ...(body === undefined ? {} : { body }) });
    expect(answer.statusCode).toBe(status);
    expect(await stopped()).toBeNull();
    expect(await subscriptions()).toHaveLength(2);
  });
});

describe('the page behind unsubscribe links', () => {
  it('the page refuses requests that do not come through the site', async () => {
    const answer = await page.ask({ token: ofAll(), body: { action: 'stopAll' }, origin: 'guess' });
    expect(answer.statusCode).toBe(403);
    expect(await stopped()).toBeNull();
  });

  it('the page accepts links of the previous secret until that is removed', async () => {
    const old = ofBook();
    page.theSecretsAre('a new secret', 'a secret of links');
    expect(ofBook()).not.toBe(old);
    expect((await page.ask({ method: 'GET', token: old })).statusCode).toBe(200);
    expect((await page.ask({ method: 'GET', token: ofBook() })).statusCode).toBe(200);
    page.theSecretsAre('a new secret');
    expect((await page.oneClick(old)).statusCode).toBe(404);
    expect(await subscriptions()).toHaveLength(2);
  });

  it('the page stops mails even if the title cannot be read, and looks it up only afterwards', async () => {
    const asked: string[] = [];
    const untitled: Database = {
      ...shinkan(),
      query: (sql, values) => {
        if (!sql.includes('join book b')) return shinkan().query(sql, values);
        asked.push(sql);
        return Promise.reject(new Error('the table is locked'));
      },
    };
    const body = { 'List-Unsubscribe': 'One-Click' };
    const answer = await page.ask({ token: ofBook(), body }, untitled);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('この本についてのメールは、もうお送りしません');
    expect(await subscriptions()).toEqual([`b ${GIVEN}`]);
    expect(asked).toHaveLength(1);
  });

  it('the page stops mails completely or not at all when a statement fails now and then', async () => {
    const failing = (failures: number): Database => {
      let left = failures;
      return {
        ...shinkan(),
        transaction: (work) =>
          shinkan().transaction((transaction) =>
            work({
              ...transaction,
              execute: (sql, values) => {
                if (!sql.includes('update consent') || left === 0)
                  return transaction.execute(sql, values);
                left -= 1;
                return Promise.reject(new Error('the connection was lost'));
              },
            }),
          ),
      };
    };
    const body = { 'List-Unsubscribe': 'One-Click' };
    await expect(page.ask({ token: ofBook(), body }, failing(4))).rejects.toThrow('was lost');
    expect(await subscriptions()).toHaveLength(2);
    expect((await page.ask({ token: ofBook(), body }, failing(3))).statusCode).toBe(200);
    expect(await subscriptions()).toEqual([`b ${GIVEN}`]);
  });
});
