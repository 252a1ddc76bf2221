import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { mailsTo, testStack } from '../../../tools/testing/testStack.ts';
import { eventually } from '../../support/eventually.ts';
import { startReleaseRun } from '../../support/releaseRun.ts';
import { withFaults } from '../../support/stackFaults.ts';
import { anAnnouncedBook, someIsbns, subscribe, theShop } from '../../support/world.ts';

const shop = theShop();
let nextMember = 5_000_000 + Math.floor(Math.random() * 1_000_000);

async function members(count: number, addressOf = addressOfMember): Promise<string[]> {
  const ids = Array.from({ length: count }, () => String(nextMember++));
  for (const id of ids) await shop.hasMember(Number(id), addressOf(id));
  return ids;
}

const addressOfMember = (id: string) => `member-${id}@reader.example`;

type Row = { state: string; reason: string | null; mail_key: string; ses_message_id: string };

function outboxOf(memberId: string): Promise<Row[]> {
  return openStackDatabase(testStack()).query<Row>(
    `select state, reason, mail_key, ses_message_id from mail_outbox
     where member_id = :memberId order by event_seq`,
    { memberId },
  );
}

const settled = (memberId: string, count = 1) =>
  eventually(`${count} settled notes of member ${memberId}`, async () => {
    const rows = await outboxOf(memberId);
    const isDone =
      rows.length === count && rows.every((row) => !['PENDING', 'SENDING'].includes(row.state));
    return isDone ? rows : null;
  });

describe('mails to a member who waits', () => {
  it('a member gets one mail that lists both books, and the outbox records them as sent', async () => {
    const [one = '', two = ''] = someIsbns(2);
    const [member = ''] = await members(1);
    await subscribe([member], await anAnnouncedBook(one, { title: `題①髙 ${one}` }));
    await subscribe([member], await anAnnouncedBook(two, { title: `題②♥ ${two}` }));
    await Promise.all([shop.lists(one, null), shop.lists(two, null)]);

    const rows = await settled(member, 2);
    const mails = mailsTo(addressOfMember(member));
    expect(mails.flatMap((mail) => mail.text.match(/題[①②]\S+ \d+/g)).sort()).toEqual(
      [`題①髙 ${one}`, `題②♥ ${two}`].sort(),
    );
    for (const row of rows) {
      const mail = mails.find((sent) => sent.tags.mail_key === row.mail_key);
      expect(row.state).toBe('SENT');
      expect(mail?.messageId).toContain(row.ses_message_id);
      expect(mail?.html).toContain('1,980円(税込)');
    }
  });

  it('a member hears nothing after ending the subscription', async () => {
    const [isbn = ''] = someIsbns(1);
    const [member = ''] = await members(1);
    await subscribe([member], await anAnnouncedBook(isbn));
    const database = openStackDatabase(testStack());
    await database.execute('delete from subscription where member_id = :member', { member });
    await shop.lists(isbn, null);
    await eventually('the book on sale', () =>
      database.query(`select 1 from book where isbn = :isbn and status = 'ON_SALE'`, { isbn }),
    );
    await pause(3_000);
    expect(mailsTo(addressOfMember(member))).toEqual([]);
  });

  it('a member with a suppressed or invalid address hears nothing; others do', async () => {
    const [isbn = ''] = someIsbns(1);
    const [well = '', suppressed = ''] = await members(2);
    const [broken = ''] = await members(1, () => 'not an address, x@reader.example');
    await openStackDatabase(testStack()).execute(
      `insert into suppression (email_hash, reason, created_at) values (:hash, 'bounce', utc_timestamp(6))`,
      { hash: createHash('sha256').update(addressOfMember(suppressed)).digest('hex') },
    );
    await subscribe([well, suppressed, broken], await anAnnouncedBook(isbn));
    await shop.lists(isbn, null);
    expect((await settled(well))[0]?.state).toBe('SENT');
    expect((await settled(suppressed))[0]?.state).toBe('SKIPPED');
    expect((await settled(broken))[0]?.state).toBe('FAILED');
    expect(mailsTo(addressOfMember(well))).toHaveLength(1);
    expect(mailsTo(addressOfMember(suppressed))).toEqual([]);
  });
});

describe('an SES answer that is lost after SES took the mail', () => {
  it('the Send event settles a mail whose answer was lost, and the member gets it once', async () => {
    const [isbn = ''] = someIsbns(1);
    const [member = ''] = await members(1);
    await subscribe([member], await anAnnouncedBook(isbn));
    const lost = [{ operation: 'SendRawEmail', fault: 'answerLost', share: 1 }];
    const [row] = await withFaults(testStack().endpoints.ses, lost, async () => {
      await shop.lists(isbn, null);
      return settled(member);
    });
    const mails = mailsTo(addressOfMember(member));
    expect(mails.map((mail) => mail.messageId)).toEqual([row?.ses_message_id]);
    expect(row).toMatchObject({ state: 'SENT', reason: null, mail_key: mails[0]?.tags.mail_key });
  });
});

describe('many senders at once', () => {
  it('150 members get one mail each from five concurrent runs of the workflow and its schedule', async () => {
    const [isbn = ''] = someIsbns(1);
    const waiting = await members(150);
    await subscribe(waiting, await anAnnouncedBook(isbn));
    await shop.lists(isbn, null);
    await Promise.all(Array.from({ length: 5 }, () => startReleaseRun(testStack())));
    for (const member of waiting) expect((await settled(member))[0]?.state).toBe('SENT');
    const counts = waiting.map((member) => mailsTo(addressOfMember(member)).length);
    expect(counts).toEqual(waiting.map(() => 1));
  });
});
