import { describe, expect, it } from 'vitest';
import type { Database } from '../../../db/database.ts';
import { asIsbn10, someIsbns } from '../../support/world.ts';
import { aPrivateRelease } from './privateRelease.ts';

const release = aPrivateRelease();
const [isbn = '', other = ''] = someIsbns(2);

const toldOf = async (...books: string[]) =>
  (await release.events(...books)).map((event) => event.book_id);

describe('when a book goes on sale', () => {
  it('a book goes on sale even if the shop’s row came late, with a time long past', async () => {
    const book = await release.announces(isbn);
    await release.looks();
    await release.lists(isbn, '2001-04-01 00:00:00');
    expect(await release.looks()).toMatchObject({ onSale: 1, withdrawn: 0 });
    expect(await release.statusOf(book)).toMatchObject({
      status: 'ON_SALE',
      on_sale_at: expect.stringContaining('2001-04-01 00:00:00'),
      product_url: `https://shop.example/${isbn}`,
    });
    expect(await toldOf()).toEqual([book]);
  });

  it('a book goes on sale before its announced date', async () => {
    const book = await release.announces(isbn, { earliest: '2099-12-01' });
    await release.lists(isbn);
    await release.looks();
    expect(await toldOf()).toEqual([book]);
  });

  const forms = [
    ['thirteen', isbn],
    ['ten', asIsbn10(isbn)],
  ] as const;

  it.each(forms)(
    'a book does not go on sale while the shop lists its %s digits for a later time',
    async (_, listed) => {
      const book = await release.announces(isbn);
      await release.lists(listed, '2026-05-01 10:00:00');
      const at = (time: string) => ({ clock: () => new Date(time) });
      expect(await release.looks(at('2026-05-01T09:59:59Z'))).toMatchObject({
        onSale: 0,
        withdrawn: 0,
      });
      expect(await release.statusOf(book)).toMatchObject({ status: 'UPCOMING' });
      await release.looks(at('2026-05-01T10:00:00Z'));
      expect(await toldOf()).toEqual([book]);
    },
  );

  it.each(forms)(
    'a book goes on sale if the shop lists its %s digits without a time',
    async (_, listed) => {
      const book = await release.announces(isbn);
      await release.lists(listed, null);
      await release.looks({ clock: () => new Date('2026-05-01T10:00:00Z') });
      expect(await release.statusOf(book)).toMatchObject({
        on_sale_at: expect.stringContaining('2026-05-01 10:00:00'),
      });
    },
  );

  it('a book goes on sale under its ten digits', async () => {
    const book = await release.announces(isbn);
    await release.lists(asIsbn10(isbn));
    await release.looks();
    expect(await toldOf()).toEqual([book]);
  });

  it('a book listed under both forms goes on sale once', async () => {
    const book = await release.announces(isbn);
    await release.lists(asIsbn10(isbn));
    await release.lists(isbn);
    await release.looks();
    await release.looks();
    expect(await toldOf()).toEqual([book]);
  });

  it.each(['CANCELLED', 'UNCONFIRMED'])('a book goes on sale even if it was %s', async (status) => {
    const book = await release.announces(isbn, { status });
    await release.lists(isbn);
    await release.looks();
    expect(await release.statusOf(book)).toMatchObject({ status: 'ON_SALE' });
    expect(await toldOf()).toEqual([book]);
  });
});

describe('a title that no feed has announced', () => {
  it('an unannounced title creates no event, and is on sale at once when announced later', async () => {
    await release.lists(isbn);
    expect(await release.looks()).toMatchObject({ onSale: 0, withdrawn: 0 });
    expect(await release.events()).toEqual([]);
    const book = await release.announces(isbn);
    await release.looks();
    expect(await toldOf()).toEqual([book]);
  });
});

describe('the volumes under one ISBN', () => {
  it('the volumes under one ISBN all go on sale', async () => {
    const books = [
      await release.announces(isbn, { volume: '1' }),
      await release.announces(isbn, { volume: '2' }),
      await release.announces(isbn, { volume: '3', status: 'CANCELLED' }),
    ];
    await release.lists(isbn);
    expect(await release.looks()).toMatchObject({ onSale: 3, withdrawn: 0 });
    expect(await toldOf()).toEqual(books);
  });

  it.each([1, 40])('volumes that come %i days later are told alone', async (days) => {
    await release.announces(isbn, { volume: '1' });
    await release.lists(isbn);
    await release.looks();
    await release.daysPass(days);
    const second = await release.announces(isbn, { volume: '2' });
    expect(await release.looks()).toMatchObject({ onSale: 1, withdrawn: 0 });
    expect(await toldOf(second)).toEqual([second]);
    expect(await release.events()).toHaveLength(2);
  });

  it('the volumes under one ISBN are all withdrawn with it, and an upcoming one stays upcoming', async () => {
    const first = await release.announces(isbn, { volume: '1' });
    await release.lists(isbn);
    await release.looks();
    await release.withdraws(isbn);
    const second = await release.announces(isbn, { volume: '2' });
    expect(await release.looks()).toMatchObject({ onSale: 0, withdrawn: 1 });
    for (const book of [first, second]) {
      expect(await release.statusOf(book)).toMatchObject({ status: 'UPCOMING' });
    }
    await release.lists(isbn);
    await release.looks();
    expect(await toldOf()).toEqual([first, second]);
  });
});

describe('a book that the shop withdraws', () => {
  const onSale = async () => {
    const book = await release.announces(isbn);
    await release.lists(isbn);
    await release.looks();
    return book;
  };

  it('a withdrawn book is upcoming again, and nobody is told', async () => {
    const book = await onSale();
    await release.withdraws(isbn);
    expect(await release.looks()).toMatchObject({ onSale: 0, withdrawn: 1 });
    expect(await release.statusOf(book)).toEqual({
      status: 'UPCOMING',
      on_sale_at: null,
      product_url: null,
    });
    expect(await release.own().query('select kind from book_event')).toEqual([{ kind: 'ON_SALE' }]);
  });

  it('a book is upcoming again when the shop postpones its sale', async () => {
    const book = await onSale();
    await release.lists(isbn, '2099-01-01 00:00:00');
    await release.looks();
    expect(await release.statusOf(book)).toMatchObject({ status: 'UPCOMING' });
  });

  it('a book is not withdrawn while one of its forms is sold', async () => {
    const book = await onSale();
    await release.lists(asIsbn10(isbn));
    await release.withdraws(isbn);
    expect(await release.looks()).toMatchObject({ onSale: 0, withdrawn: 0 });
    expect(await release.statusOf(book)).toMatchObject({ status: 'ON_SALE' });
  });

  it('a book that sells again is not told again within 30 days', async () => {
    const book = await onSale();
    await release.withdraws(isbn);
    await release.looks();
    await release.daysPass(29);
    await release.lists(isbn);
    await release.looks();
    expect(await release.statusOf(book)).toMatchObject({ status: 'ON_SALE' });
    expect(await toldOf()).toEqual([book]);
  });

  it('a book that sells again after 30 days is told again, once, with another key', async () => {
    const book = await onSale();
    await release.daysPass(20);
    await release.withdraws(isbn);
    await release.looks();
    await release.daysPass(11);
    await release.lists(isbn);
    for (let pass = 0; pass < 3; pass += 1) await release.looks();
    expect((await release.events()).map((event) => event.event_key)).toEqual([
      `ON_SALE:${book}`,
      `ON_SALE:${book}:2`,
    ]);
  });

  it('a book is watched for 30 days, and no longer', async () => {
    const book = await onSale();
    await release.daysPass(31);
    await release.withdraws(isbn);
    expect(await release.looks()).toMatchObject({ onSale: 0, withdrawn: 0 });
    expect(await release.statusOf(book)).toMatchObject({ status: 'ON_SALE' });
    await release.lists(isbn);
    await release.looks();
    expect(await toldOf()).toEqual([book]);
  });

  it('a book is told again on its own, without a volume that has been on sale all the time', async () => {
    const first = await release.announces(isbn, { volume: '1' });
    await release.lists(isbn);
    await release.looks();
    await release.daysPass(40);
    const second = await release.announces(isbn, { volume: '2' });
    await release.looks();
    await release.withdraws(isbn);
    await release.looks();
    await release.daysPass(31);
    await release.lists(isbn);
    await release.looks();
    expect(await toldOf(first)).toHaveLength(1);
    expect(await toldOf(second)).toHaveLength(2);
  });
});

describe('a view that is suddenly empty', () => {
  const sold = async (count: number) => {
    const isbns = someIsbns(count);
    for (const one of isbns) {
      await release.announces(one);
      await release.lists(one);
    }
    await release.looks();
    return isbns;
  };
  const onSale = async () =>
    (await release.own().query("select id from book where status = 'ON_SALE'")).length;

  it('an empty view withdraws nothing: more than half of the books, and at least ten', async () => {
    const isbns = await sold(20);
    await release.withdraws(...isbns.slice(0, 11));
    expect(await release.looks()).toEqual({ onSale: 0, withdrawn: 0, isDoubted: true });
    expect(await onSale()).toBe(20);
  });

  it('a view that lacks half of the books, or nine, withdraws them', async () => {
    const isbns = await sold(20);
    await release.withdraws(...isbns.slice(0, 10));
    expect(await release.looks()).toMatchObject({ onSale: 0, withdrawn: 10 });
    await release.withdraws(...isbns.slice(10, 19));
    expect(await release.looks()).toMatchObject({ onSale: 0, withdrawn: 9 });
    expect(await onSale()).toBe(1);
  });

  it('an empty view withdraws nothing of more books than one answer holds', async () => {
    const isbns = await sold(900);
    await release.withdraws(...isbns.slice(0, 850));
    expect(await release.looks()).toMatchObject({ onSale: 0, withdrawn: 0 });
    await release.lists(isbns[0] ?? '');
    for (const one of isbns.slice(1, 401)) await release.lists(one);
    expect(await release.looks()).toMatchObject({ onSale: 0, withdrawn: 449 });
  });
});

describe('no event is written twice', () => {
  it('concurrent passes write no event twice', async () => {
    const isbns = someIsbns(60);
    for (const one of isbns) {
      await release.announces(one);
      await release.lists(one);
    }
    const counts = await Promise.all(Array.from({ length: 4 }, () => release.looks()));
    expect(counts.reduce((sum, { onSale }) => sum + onSale, 0)).toBe(60);
    expect(new Set(await toldOf()).size).toBe(60);
    expect((await release.events()).map((event) => event.seq)).toEqual(
      Array.from({ length: 60 }, (_, index) => index + 1),
    );
  });

  it('concurrent passes write no event twice for books that sell again after 30 days', async () => {
    const isbns = someIsbns(20);
    for (const one of isbns) {
      await release.announces(one);
      await release.lists(one);
    }
    await release.looks();
    await release.withdraws(...isbns.slice(0, 9));
    await Promise.all([release.looks(), release.looks()]);
    await release.daysPass(31);
    for (const one of isbns) await release.lists(one);
    await Promise.all(Array.from({ length: 4 }, () => release.looks()));
    const keys = (await release.events()).map((event) => event.event_key);
    expect(keys).toHaveLength(29);
    expect(keys.filter((key) => key.endsWith(':2'))).toHaveLength(9);
  });

  it('a pass that died at any of its statements, before or after the answer, leads to no event twice', async () => {
    const books = [await release.announces(isbn), await release.announces(other)].sort();
    await release.lists(isbn);
    await release.lists(other);
    let deaths = 0;
    for (;;) {
      const dying = dyingAt(deaths + 1, release.own());
      const isDead = await release.looks({ database: dying }).then(
        () => false,
        () => true,
      );
      if (!isDead) break;
      deaths += 1;
      await release.looks();
      expect((await toldOf()).sort()).toEqual(books);
      await release.own().execute('delete from book_event');
      await release.own().execute('update book_event_counter set last_seq = 0');
      await release
        .own()
        .execute("update book set status = 'UPCOMING', on_sale_event_at = null, on_sale_at = null");
    }
    expect((await toldOf()).sort()).toEqual(books);
    // Two queries, and a transaction of seven statements: each before and after.
    expect(deaths).toBe(20);
  });
});

/**
 * A database whose caller dies at the n-th step: odd steps are before a statement, even ones after.
 */
function dyingAt(fatal: number, database: Database): Database {
  let step = 0;
  const die = () => {
    step += 1;
    if (step === fatal) throw new Error('killed');
  };
  async function effect<T>(work: () => Promise<T>): Promise<T> {
    die();
    const result = await work();
    die();
    return result;
  }
  const dying = (inner: Database): Database => ({
    query: (sql, values) => effect(() => inner.query(sql, values)),
    execute: (sql, values) => effect(() => inner.execute(sql, values)),
    transaction: (work) => effect(() => inner.transaction((one) => work(dying(one)))),
  });
  return dying(database);
}
