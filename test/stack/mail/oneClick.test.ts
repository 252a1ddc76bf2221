import { describe, expect, it } from 'vitest';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { mailsTo, type SentMail, testStack } from '../../../tools/testing/testStack.ts';
import { eventually } from '../../support/eventually.ts';
import { anAnnouncedBook, someIsbns, subscribe, theShop } from '../../support/world.ts';

const shop = theShop();
const database = () => openStackDatabase(testStack());

/** Creates a member who waits for these books; returns id and address. */
async function aMemberWaits(...bookIds: string[]) {
  const id = String(7_000_000 + Math.floor(Math.random() * 1_000_000));
  const address = `leaving-${id}@reader.example`;
  await shop.hasMember(Number(id), address);
  for (const bookId of bookIds) await subscribe([id], bookId);
  return { id, address };
}

const theMailTo = async (address: string): Promise<SentMail> => {
  const [mail] = await eventually(`a mail to ${address}`, () => mailsTo(address));
  if (mail === undefined) throw new Error('no mail');
  return mail;
};

const theLastFateOf = (memberId: string, count: number) =>
  eventually(`${count} settled mails of member ${memberId}`, async () => {
    const rows = await database().query<{ state: string; reason: string | null }>(
      `select state, reason from mail_outbox where member_id = :memberId
         and state not in ('PENDING', 'SENDING') order by event_seq`,
      { memberId },
    );
    return rows.length === count ? rows.at(-1) : null;
  });

describe('unsubscribing from a delivered mail', () => {
  it('the header of a delivered mail stops all mails, as a mail program uses it (RFC 8058)', async () => {
    const [first = '', second = ''] = someIsbns(2);
    const books = [await anAnnouncedBook(first), await anAnnouncedBook(second)];
    const { id, address } = await aMemberWaits(...books);
    await shop.lists(first, null);
    const { headers } = await theMailTo(address);
    expect(String(headers['list-unsubscribe-post'])).toBe('List-Unsubscribe=One-Click');
    const [, link = ''] = /^<(.+)>$/.exec(String(headers['list-unsubscribe'])) ?? [];
    expect(link).toMatch(`${testStack().web}/mail/unsubscribe/`);

    const body = new FormData();
    body.set('List-Unsubscribe', 'One-Click');
    const answer = await fetch(link, { method: 'POST', body, redirect: 'error' });
    expect(answer.status).toBe(200);
    await shop.lists(second, null);
    expect(await theLastFateOf(id, 2)).toMatchObject({ state: 'SKIPPED' });
    expect(mailsTo(address)).toHaveLength(1);
  });

  it('the link beside a book in a delivered mail stops that book and no other', async () => {
    const [first = '', second = ''] = someIsbns(2);
    const books = [await anAnnouncedBook(first), await anAnnouncedBook(second)];
    const { id, address } = await aMemberWaits(...books);
    await shop.lists(first, null);
    const { text } = await theMailTo(address);
    const links = [...text.matchAll(/https?:\S+\/mail\/unsubscribe\/\S+/g)].map(([link]) => link);
    const pages = await Promise.all(links.map(async (link) => (await fetch(link)).text()));
    const ofBook = links[pages.findIndex((page) => page.includes(first))];
    expect(ofBook).toBeDefined();
    const body = new URLSearchParams({ action: 'stopBook' });
    expect((await fetch(ofBook ?? '', { method: 'POST', body })).status).toBe(200);
    const left = await database().query('select book_id from subscription where member_id = :id', {
      id,
    });
    expect(left).toEqual([{ book_id: books[1] }]);
    await shop.lists(second, null);
    expect(await theLastFateOf(id, 2)).toMatchObject({ state: 'SENT' });
  });
});
