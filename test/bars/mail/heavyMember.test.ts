import { beforeEach, describe, expect, it } from 'vitest';
import { claimMails } from '../../../services/mail/outbox/claimMails.ts';
import { sendMails } from '../../../services/mail/sending/sendMails.ts';
import { aPrivateOutbox, settings } from '../../database/mail/privateOutbox.ts';

const outbox = aPrivateOutbox();
const BOOKS = 2_000;
const LONGEST_TEXT = '予'.repeat(200);
const everyShard = Array.from({ length: 16 }, (_, shard) => shard);

/**
 * Many books have gone on sale, each with the longest possible event, and one member waits for all.
 */
async function aHeavyMember(): Promise<void> {
  await outbox.goesOnSale('a');
  const database = outbox.open('shinkan');
  const side = { earliest: null, latest: null, precision: 'UNKNOWN', text: LONGEST_TEXT };
  const numbers = `json_table(:numbers, '$[*]' columns (n int path '$')) as w`;
  const list = JSON.stringify(Array.from({ length: BOOKS }, (_, index) => index + 2));
  await database.execute(
    `insert into book (id, profile, record_key, title, contributors, series, release_precision,
       release_text, release_order, status, content_hash, run_id, created_at, updated_at)
     select concat('b', w.n), 'test', concat('b', w.n), concat('b', w.n), '[]', '[]', 'UNKNOWN',
       '未定', '9999999999999999', 'ON_SALE', repeat('0', 64), 'test', utc_timestamp(6),
       utc_timestamp(6)
     from ${numbers}`,
    { numbers: list },
  );
  await database.execute(
    `insert into book_event (seq, book_id, kind, release_change, occurred_at, event_key)
     select w.n, concat('b', w.n), 'ON_SALE', :change, utc_timestamp(6), concat('test/', w.n)
     from ${numbers}`,
    { numbers: list, change: JSON.stringify({ from: side, to: side }) },
  );
  await database.execute(
    `insert into subscription (member_id, book_id, created_at, consent_source)
     select '2', id, utc_timestamp(6), 'test' from book where id <> 'a'`,
  );
  await database.execute(
    `insert into consent (member_id, book_id, given_at, source, wording)
     select '2', id, utc_timestamp(6), 'test', '発売を知らせて' from book where id <> 'a'`,
  );
  await outbox.subscriptions('a', 1, 3);
  while ((await outbox.fill()) > 0);
}

describe('a member with two thousand waiting notes', () => {
  beforeEach(async () => {
    await outbox.members(1, 2, 3);
    await aHeavyMember();
  });

  it('claimMails puts a hundred notes of a heavy member into one mail, beside the mails of others', async () => {
    const mails = await claimMails(outbox.ports(), everyShard);
    const claimed = Object.fromEntries(mails.map((mail) => [mail.memberId, mail.notes.length]));
    expect(claimed[2]).toBe(100);
    const again = await claimMails(outbox.ports(), everyShard);
    expect(again.flatMap((mail) => mail.notes)).not.toHaveLength(0);
    const seqs = [...mails, ...again].flatMap((mail) =>
      mail.memberId === '2' ? mail.notes.map((note) => note.seq) : [],
    );
    expect(new Set(seqs).size).toBe(seqs.length);
  });

  it('a heavy member is told of every book in the end, and nobody else loses a mail', async () => {
    const asOne = { sender: 0, senders: 1 };
    let remaining = 1;
    while (remaining > 0) {
      ({ remaining } = await sendMails(outbox.ports(), settings, asOne));
    }
    for (const id of [1, 2, 3]) {
      const notes = await outbox.notes(id);
      expect(new Set(notes.map((note) => note.state))).toEqual(new Set(['SENT']));
      expect(notes).toHaveLength(id === 2 ? BOOKS : 1);
    }
    expect(outbox.accepted).toHaveLength(BOOKS / 100 + 2);
  });

  it('the answer to a claim fits into its limit however many heavy members there are', async () => {
    await outbox.open('shinkan').execute(
      `insert into mail_outbox (member_id, event_seq, shard, state, created_at)
       select concat('9', w.n), o.event_seq, o.shard, 'PENDING', utc_timestamp(6)
       from mail_outbox o, json_table('[1, 2, 3, 4, 5, 6]', '$[*]' columns (n int path '$')) as w
       where o.member_id = '2' and o.event_seq <= 101`,
    );
    await outbox
      .open('shinkan')
      .execute(`delete from mail_outbox where member_id = '2' and event_seq > 101`);
    // Rows of one book are adjacent, so that the first rows include all members.
    await outbox
      .open('shinkan')
      .execute(`update mail_outbox set lease_until = '2020-01-01' + interval event_seq second`);
    const mails = await claimMails(outbox.ports(), everyShard);
    expect(mails.flatMap((mail) => mail.notes).length).toBeLessThanOrEqual(400);
    const claims = [mails];
    for (let mails = await claimMails(outbox.ports(), everyShard); mails.length > 0; ) {
      claims.push(mails);
      mails = await claimMails(outbox.ports(), everyShard);
    }
    expect(claims.flat().flatMap((mail) => mail.notes)).toHaveLength(7 * 100 + 2);
  });
});
