import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { testStack } from '../../../tools/testing/testStack.ts';
import { eventually } from '../../support/eventually.ts';
import { startReleaseRun } from '../../support/releaseRun.ts';
import { anAnnouncedBook, asIsbn10, someIsbns, theShop } from '../../support/world.ts';

const shop = theShop();

type EventRow = { seq: number; book_id: string; published_at: string | null };

function eventsOf(...books: string[]): Promise<EventRow[]> {
  return openStackDatabase(testStack()).query<EventRow>(
    `select e.seq, e.book_id, e.published_at
     from json_table(:books, '$[*]' columns (id varchar(120) character set ascii path '$')) as w
     join book_event e on e.book_id = w.id collate ascii_bin
     where e.kind = 'ON_SALE' order by e.seq`,
    { books: JSON.stringify(books) },
  );
}

const published = (count: number, ...books: string[]) =>
  eventually(`${count} published events`, async () => {
    const events = await eventsOf(...books);
    const isDone = events.length >= count && events.every((event) => event.published_at !== null);
    return isDone ? events : null;
  });

describe('detecting what the shop starts to sell', () => {
  it('a book is on sale in every form in which a shop may list it, and so is each volume of a set', async () => {
    const [old = '', ten = '', bare = '', cancelled = '', lost = '', set = ''] = someIsbns(6);
    const books = [
      await anAnnouncedBook(old),
      await anAnnouncedBook(ten),
      await anAnnouncedBook(bare),
      await anAnnouncedBook(cancelled, { status: 'CANCELLED' }),
      await anAnnouncedBook(lost, { status: 'UNCONFIRMED' }),
      await anAnnouncedBook(set, { volume: '1' }),
      await anAnnouncedBook(set, { volume: '2' }),
    ];
    await shop.lists(old, '2001-04-01 00:00:00');
    await shop.lists(asIsbn10(ten), '2026-01-01 00:00:00');
    await shop.lists(bare, null);
    for (const isbn of [cancelled, lost, set]) await shop.lists(isbn, '2026-01-01 00:00:00');

    const events = await published(7, ...books);
    expect(events.map((event) => event.book_id).sort()).toEqual([...books].sort());

    const [first] = await openStackDatabase(testStack()).query(
      'select status, on_sale_at, product_url from book where id = :id',
      { id: books[0] ?? '' },
    );
    expect(first?.status).toBe('ON_SALE');
    expect(first?.on_sale_at).toContain('2001-04-01 00:00:00');
    expect(first?.product_url).toBe(`${testStack().shop.url}/products/${old}`);
  });

  it('a book that the shop lists for a later time is not on sale', async () => {
    const [isbn = ''] = someIsbns(1);
    const book = await anAnnouncedBook(isbn);
    await shop.lists(isbn, '2099-01-01 00:00:00');
    await startReleaseRun(testStack());
    expect(await eventsOf(book)).toEqual([]);
  });

  it('a book goes on sale once, even if it is withdrawn and listed again', async () => {
    const [isbn = ''] = someIsbns(1);
    const book = await anAnnouncedBook(isbn);
    await shop.lists(isbn, '2026-01-01 00:00:00');
    await published(1, book);
    await shop.withdraws(isbn);
    await startReleaseRun(testStack());
    await shop.lists(isbn, '2026-02-01 00:00:00');
    await Promise.all([startReleaseRun(testStack()), startReleaseRun(testStack())]);
    await sleep(2_000);
    expect(await eventsOf(book)).toHaveLength(1);
  });
});
