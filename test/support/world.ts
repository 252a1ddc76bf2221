import { createConnection } from 'mysql2/promise';
import { afterAll, beforeAll } from 'vitest';
import type { Database } from '../../db/database.ts';
import { openStackDatabase, type Stack } from '../../tools/stack/stack.ts';
import { testStack } from '../../tools/testing/testStack.ts';
import { inventIsbn } from './feed.ts';

/** Inserts an announced book directly into the database. Returns its id. */
export async function anAnnouncedBook(
  isbn: string,
  more: { volume?: string; status?: string; title?: string; earliest?: string } = {},
  database: Database = openStackDatabase(testStack()),
): Promise<string> {
  const { volume = '', status = 'UPCOMING', title = `待たれる本 ${isbn}`, earliest = null } = more;
  const id = `test-${isbn}${volume && `-${volume}`}`;
  await database.execute(
    `insert into book (id, profile, record_key, isbn, title, contributors, series, price,
       release_earliest, release_precision, release_text, release_order, status, content_hash, run_id, created_at,
       updated_at)
     values (:id, 'test', :id, :isbn, :title,
       '[{"name":"汐見透子","reading":null,"role":"AUTHOR","roleText":"著"}]', '[]', 1800,
       :earliest, 'UNKNOWN', '未定', '9999999999999999', :status, repeat('0', 64), 'test', utc_timestamp(6),
       utc_timestamp(6))`,
    { id, isbn, title, status, earliest },
  );
  return id;
}

/** Subscribes members to a book, with their consent, directly in the database. */
export async function subscribe(
  memberIds: (string | number)[],
  bookId: string,
  database: Database = openStackDatabase(testStack()),
): Promise<void> {
  const members = `json_table(:ids, '$[*]' columns (id varchar(64) character set ascii path '$'))`;
  const values = { ids: JSON.stringify(memberIds.map(String)), bookId };
  await database.execute(
    `insert into subscription (member_id, book_id, created_at, consent_source)
     select w.id, :bookId, utc_timestamp(6), 'test' from ${members} as w`,
    values,
  );
  await database.execute(
    `insert into consent (member_id, book_id, given_at, source, wording)
     select w.id, :bookId, utc_timestamp(6), 'test', '発売を知らせて' from ${members} as w`,
    values,
  );
}

/** The ISBN-10 of an ISBN-13, by the weights of ISO 2108. */
export function asIsbn10(isbn13: string): string {
  const body = isbn13.slice(3, 12);
  const sum = [...body].reduce((total, digit, place) => total + Number(digit) * (place + 1), 0);
  return body + (sum % 11 === 10 ? 'X' : String(sum % 11));
}

/** Distinct ISBNs that nobody else uses. */
export function someIsbns(count: number): string[] {
  const isbns = new Set<string>();
  while (isbns.size < count) isbns.add(inventIsbn());
  return [...isbns];
}

/**
 * The shop’s own database, as written by the shop’s application, for the tests of one file; of the
 * shared stack unless another is given.
 */
export function theShop(stack: () => Stack = testStack) {
  let connection: Awaited<ReturnType<typeof createConnection>> | undefined;
  beforeAll(async () => {
    const { socketPath, user, database } = stack().shop;
    connection = await createConnection({ socketPath, user, database, timezone: 'Z' });
  });
  afterAll(() => connection?.end());
  const run = async (sql: string, values: (string | number | null)[] = []) => {
    if (connection === undefined) throw new Error('The shop is not open yet');
    await connection.query(sql, values);
  };
  return {
    lists: (isbn: string, since: string | null) =>
      run(
        `insert into products (isbn13, sale_flag, sale_start, page_url) values (?, 1, ?, ?)
         on duplicate key update sale_flag = 1, sale_start = values(sale_start)`,
        [isbn, since, `${stack().shop.url}/products/${isbn}`],
      ),
    withdraws: (isbn: string) => run('update products set sale_flag = 0 where isbn13 = ?', [isbn]),
    /** Removes the table behind the view of products; members can still be read. */
    losesItsProducts: () => run('rename table products to products_elsewhere'),
    findsItsProducts: () => run('rename table products_elsewhere to products'),
    hasMember: (id: number, email: string) =>
      run(
        `insert into customers (customer_no, login_name, password, mail_address, nickname)
         values (?, ?, '{noop}none', ?, ?)`,
        [id, `test-${id}`, email, `会員${id}`],
      ),
  };
}
