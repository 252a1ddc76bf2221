import type { Database } from '../../db/database.ts';
import { UPCOMING } from '../../db/sql/upcoming.ts';
import { MOST_WATCHED, WATCHED_SINCE } from './watch.ts';

// A Data API response ends at 1 MiB; 15,000 ISBNs are half of that.
const ISBNS_PER_ANSWER = 15_000;

const NOT_ON_SALE = [...UPCOMING, "'CANCELLED'"]
  .map(
    (status) => `(
      select distinct isbn from book
      where status = ${status} and isbn > :after order by isbn limit ${ISBNS_PER_ANSWER}
    )`,
  )
  .join(' union ');

const OPEN = `
  select isbn from (${NOT_ON_SALE}) as books order by isbn limit ${ISBNS_PER_ANSWER}`;

const WATCHED = `
  select isbn from book
  where status = 'ON_SALE' and on_sale_event_at > ${WATCHED_SINCE} and isbn is not null
  order by on_sale_event_at desc limit ${MOST_WATCHED}`;

/** The ISBNs of all books that are not on sale here, in groups, each once. */
export async function* readOpenTitles(database: Database): AsyncGenerator<string[]> {
  let after = '';
  for (;;) {
    const rows = await database.query<{ isbn: string }>(OPEN, { after });
    if (rows.length > 0) yield rows.map((row) => row.isbn);
    const last = rows.at(-1);
    if (last === undefined || rows.length < ISBNS_PER_ANSWER) return;
    after = last.isbn;
  }
}

/** The ISBNs of the books that went on sale lately, each once. */
export async function readWatchedTitles(database: Database): Promise<string[]> {
  const rows = await database.query<{ isbn: string }>(WATCHED);
  return [...new Set(rows.map((row) => row.isbn))];
}
