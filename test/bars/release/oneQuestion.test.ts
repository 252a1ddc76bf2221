import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../db/database.ts';
import { numbersTo } from '../../../tools/bench/lib/numbersTo.ts';
import { aPrivateRelease } from '../../database/release/privateRelease.ts';
import { examine } from '../../support/examine.ts';
import { asIsbn10 } from '../../support/world.ts';

const release = aPrivateRelease();
const CATALOGUE = 20_000;

/** ISBNs by number, ignoring the check digit: the shop’s catalogue has the first 20,000. */
const isbnOf = (number: number) => `978${String(number).padStart(9, '0')}0`;

beforeEach(async () => {
  await release.root().query('use shop');
  await release.root().query(
    `insert into products (isbn13, sale_flag, sale_start, page_url)
     select concat('978', lpad(seq, 9, '0'), '0'), 1, '2026-01-01', 'https://shop.example/'
     from ${numbersTo(CATALOGUE)}`,
  );
});

/** Inserts books with these numbers directly into the table. */
async function books(from: number, to: number, status: 'UPCOMING' | 'ON_SALE'): Promise<void> {
  await release.root().query(
    `insert into shinkan.book (id, profile, record_key, isbn, title, contributors, series,
       release_precision, release_text, release_order, status, content_hash, run_id, created_at,
       updated_at, on_sale_event_at)
     select concat('many-', seq), 'test', seq, concat('978', lpad(seq, 9, '0'), '0'), '本', '[]', '[]',
       'UNKNOWN', '', '9999999999999999', ?, repeat('0', 64), 'test', utc_timestamp(6),
       utc_timestamp(6), case when ? = 'ON_SALE' then utc_timestamp(6) end
     from ${numbersTo(to)} where seq >= ${from}`,
    [status, status],
  );
}

function counting(database: Database): { database: Database; statements: string[] } {
  const statements: string[] = [];
  return {
    statements,
    database: {
      ...database,
      query: (sql, values) => {
        statements.push(sql);
        return database.query(sql, values);
      },
    },
  };
}

describe('one pass over the shop', () => {
  it('a pass runs one statement on the shop for 20,000 upcoming titles and 6,000 on sale', async () => {
    await books(CATALOGUE - 5_999, CATALOGUE, 'ON_SALE');
    await books(CATALOGUE + 1, 2 * CATALOGUE, 'UPCOMING');
    const own = counting(release.own());
    await release.looks({ database: own.database });
    expect(release.asked).toHaveLength(1);
    // The watched titles, and the upcoming ones in answers of at most 1 MiB.
    expect(own.statements).toHaveLength(3);
  });

  it('a pass finds what is new and what is withdrawn by that one statement', async () => {
    await books(CATALOGUE - 5_999, CATALOGUE, 'ON_SALE');
    await books(CATALOGUE + 1, 2 * CATALOGUE, 'UPCOMING');
    await release.lists(isbnOf(CATALOGUE + 7));
    await release.lists(asIsbn10(isbnOf(CATALOGUE + 8)));
    await release.withdraws(isbnOf(CATALOGUE), isbnOf(CATALOGUE - 1), isbnOf(CATALOGUE - 2));
    expect(await release.looks()).toMatchObject({ onSale: 2, withdrawn: 3 });
    expect(release.asked).toHaveLength(1);
  });

  it('a pass runs a second statement for more than 50,000 titles, and misses nothing between them', async () => {
    await books(CATALOGUE + 1, CATALOGUE + 51_000, 'UPCOMING');
    for (const number of [1, 49_999, 50_000, 50_001, 51_000]) {
      await release.lists(isbnOf(CATALOGUE + number));
    }
    expect(await release.looks()).toMatchObject({ onSale: 5, withdrawn: 0 });
    expect(release.asked).toHaveLength(2);
  });

  it('a pass finds more than one answer holds', async () => {
    await books(CATALOGUE - 1_999, CATALOGUE + 100, 'UPCOMING');
    expect(await release.looks()).toMatchObject({ onSale: 2_000, withdrawn: 0 });
    expect(await release.events()).toHaveLength(2_000);
  });
});

describe('the index used by the statement on the shop, by the column’s charset', () => {
  it.each([
    ['utf8mb4', 'utf8mb4_0900_ai_ci'],
    ['utf8mb4', 'utf8mb4_general_ci'],
    ['utf8mb4', 'utf8mb4_unicode_ci'],
    ['utf8mb4', 'utf8mb4_bin'],
    ['utf8mb3', 'utf8mb3_general_ci'],
    ['latin1', 'latin1_swedish_ci'],
    ['sjis', 'sjis_japanese_ci'],
    ['cp932', 'cp932_bin'],
    ['ascii', 'ascii_bin'],
  ])(
    'with the shop’s column in %s %s, the statement reads by index no more than it needs',
    async (charset, collation) => {
      const root = release.root();
      await root.query(
        `alter table products
       modify isbn13 varchar(13) character set ${charset} collate ${collation} not null`,
      );
      await books(CATALOGUE - 49, CATALOGUE, 'ON_SALE');
      await books(CATALOGUE + 1, CATALOGUE + 50, 'UPCOMING');
      await release.lists(isbnOf(CATALOGUE + 7));
      await release.withdraws(isbnOf(CATALOGUE));
      expect(await release.looks()).toMatchObject({ onSale: 1, withdrawn: 1 });

      const [asked] = release.asked;
      const { plan, read } = await examine(root, asked?.sql ?? '', asked?.values ?? {});
      const shops = plan.filter(({ table }) => table === 'p');
      expect(shops.map(({ key }) => key)).toEqual(['products_isbn', 'products_isbn']);
      expect(shops.map(({ type }) => type)).toEqual(['eq_ref', 'eq_ref']);
      // 100 titles, each read once from the list and looked up in two forms.
      expect(read).toBeLessThanOrEqual(1 + 100 * 3);
    },
  );
});
