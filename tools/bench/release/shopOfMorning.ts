import { createConnection } from 'mysql2/promise';
import { openStackDatabase, type Stack } from '../../stack/stack.ts';

/** A title of a morning: announced here, not sold by the shop yet. */
export interface Title {
  bookId: string;
  isbn: string;
  title: string;
}

/** How many of a morning's titles each member waits for. */
export const TITLES_A_MEMBER = 3;

/** Adds members to the shop: number 1 has the customer number 20001, and so on. */
export async function addMembers(stack: Stack, count: number): Promise<void> {
  await withShop(stack, (run) =>
    run(
      `insert into customers (customer_no, login_name, password, mail_address, nickname)
       select 20000 + m.n, concat('morning', m.n), '{noop}none',
         concat('morning', m.n, '@reader.example'), concat('会員', m.n)
       from json_table(?, '$[*]' columns (n int path '$')) as m`,
      [JSON.stringify(Array.from({ length: count }, (_, index) => index + 1))],
    ),
  );
}

/** The address of each member who waits for some of these titles, with the titles. */
export type Waiting = Map<string, Title[]>;

/**
 * Subscribes every member to a few of the titles, to the first ones more often than to the last.
 */
export async function subscribeMembers(
  stack: Stack,
  members: number,
  titles: Title[],
): Promise<Waiting> {
  const waiting: Waiting = new Map();
  const rows: { member: string; book: string }[] = [];
  for (let member = 1; member <= members; member += 1) {
    const own = new Set<Title>();
    for (let n = 0; own.size < Math.min(TITLES_A_MEMBER, titles.length); n += 1) {
      // Squares cluster at the beginning; steps of different primes spread the rest.
      const share = ((member * 7919 + n * 104_729) % 10_007) / 10_007;
      const title = titles[Math.floor(share * share * titles.length)];
      if (title !== undefined) own.add(title);
    }
    waiting.set(`morning${member}@reader.example`, [...own]);
    for (const { bookId } of own) rows.push({ member: String(20_000 + member), book: bookId });
  }
  const database = openStackDatabase(stack);
  for (let at = 0; at < rows.length; at += 2_000) {
    await database.execute(
      `insert into subscription (member_id, book_id, created_at, consent_source)
       select w.member, w.book, utc_timestamp(6), 'web'
       from json_table(:rows, '$[*]' columns (
         member varchar(64) path '$.member', book varchar(120) path '$.book'
       )) as w`,
      { rows: JSON.stringify(rows.slice(at, at + 2_000)) },
    );
    await database.execute(
      `insert into consent (member_id, book_id, given_at, source, wording)
       select w.member, w.book, utc_timestamp(6), 'web', '発売を知らせて'
       from json_table(:rows, '$[*]' columns (
         member varchar(64) path '$.member', book varchar(120) path '$.book'
       )) as w`,
      { rows: JSON.stringify(rows.slice(at, at + 2_000)) },
    );
  }
  return waiting;
}

/** Makes the shop sell these titles at one moment; returns it in milliseconds since 1970. */
export async function sell(stack: Stack, titles: Title[]): Promise<number> {
  await withShop(stack, (run) =>
    run(
      `insert into products (isbn13, sale_flag, sale_start, page_url)
       select s.isbn, 1, utc_timestamp(), concat(?, '/products/', s.isbn)
       from json_table(?, '$[*]' columns (isbn char(13) path '$')) as s`,
      [stack.shop.url, JSON.stringify(titles.map(({ isbn }) => isbn))],
    ),
  );
  return Date.now();
}

async function withShop(
  { shop: { socketPath, user, database } }: Stack,
  work: (run: (sql: string, values: string[]) => Promise<unknown>) => Promise<unknown>,
): Promise<void> {
  const connection = await createConnection({ socketPath, user, database, timezone: 'Z' });
  try {
    await work((sql, values) => connection.query(sql, values));
  } finally {
    await connection.end();
  }
}
