import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { mailsTo, testStack } from '../../../tools/testing/testStack.ts';
import { eventually } from '../../support/eventually.ts';
import { anAnnouncedBook, someIsbns, subscribe, theShop } from '../../support/world.ts';

const shop = theShop();
const database = () => openStackDatabase(testStack());
const hash = (address: string) => createHash('sha256').update(address).digest('hex');

/** Creates a member with this address who waits for both books. */
async function aMemberWaits(address: string, bookIds: string[]): Promise<string> {
  const id = 6_000_000 + Math.floor(Math.random() * 1_000_000);
  await shop.hasMember(id, address);
  for (const bookId of bookIds) await subscribe([id], bookId);
  return String(id);
}

const fates = (memberId: string, count: number) =>
  eventually(`${count} settled mails of member ${memberId}`, async () => {
    const rows = await database().query<{ state: string; reason: string | null }>(
      'select state, reason from mail_outbox where member_id = :memberId order by event_seq',
      { memberId },
    );
    const open = rows.filter(({ state }) => ['PENDING', 'SENDING'].includes(state));
    return rows.length === count && open.length === 0 ? rows : null;
  });

const reasonOf = async (address: string) =>
  (
    await database().query('select reason from suppression where email_hash = :hash', {
      hash: hash(address.toLowerCase()),
    })
  )[0]?.reason;

describe('bar 22 feedback events: from a mail that was sent', () => {
  it.each([
    ['Bounce+Leaving@simulator.amazonses.com', 'bounce'],
    ['complaint+leaving@simulator.amazonses.com', 'complaint'],
  ])('the member at %s gets no second mail', async (address, reason) => {
    const [first = '', second = ''] = someIsbns(2);
    const bookIds = [await anAnnouncedBook(first), await anAnnouncedBook(second)];
    const memberId = await aMemberWaits(address, bookIds);

    await shop.lists(first, null);
    await fates(memberId, 1);
    expect(mailsTo(address)).toHaveLength(1);
    await eventually(`the suppression of ${address}`, async () => reasonOf(address));
    expect(await reasonOf(address)).toBe(reason);

    await shop.lists(second, null);
    expect((await fates(memberId, 2)).map(({ state }) => state)).toEqual(['SENT', 'SKIPPED']);
    expect(mailsTo(address)).toHaveLength(1);
  });
});
