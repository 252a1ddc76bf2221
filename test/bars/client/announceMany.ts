import type { Database } from '../../../db/database.ts';

/** Announces this many books, written directly into the database. Returns their ISBNs. */
export async function announceMany(database: Database, count: number): Promise<string[]> {
  const isbns = Array.from({ length: count }, (_, index) => String(9_784_100_000_000 + index));
  for (let at = 0; at < count; at += 1_000) {
    await database.execute(
      `insert into book (id, profile, record_key, isbn, title, contributors, series, price,
         release_precision, release_text, release_order, status, content_hash, run_id, created_at,
         updated_at)
       select concat('test-', n.isbn), 'test', n.isbn, n.isbn, concat('待たれる本 ', n.isbn), '[]',
         '[]', 1800, 'UNKNOWN', '未定', '9999999999999999', 'UPCOMING', repeat('0', 64), 'test',
         utc_timestamp(6), utc_timestamp(6)
       from json_table(:isbns, '$[*]' columns (
         isbn varchar(13) path '$'
       )) as n`,
      { isbns: JSON.stringify(isbns.slice(at, at + 1_000)) },
    );
  }
  return isbns;
}
