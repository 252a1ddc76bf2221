import { createReadStream } from 'node:fs';
import type { Connection } from 'mysql2/promise';
import { COLUMNS } from './makeRow.ts';

/*
 * What one would write with a direct connection and a trusted file: LOAD DATA into a table of
 * texts, then one statement that turns them into books. It checks nothing, reads only plain dates,
 * and writes no events.
 */

const TEXTS = COLUMNS.map((_, index) => `c${index}`);

const MAKE_BOOKS = `
  insert into peer_book (id, profile, record_key, isbn, title, subtitle, title_reading, volume,
    contributors, publisher, label, series, price, price_with_tax, form, pages, description,
    release_earliest, release_latest, release_precision, release_text, release_order, status,
    content_hash, source_updated_at, run_id, created_at, updated_at)
  select concat('isbn-', c6), 'shinkan', c1, c6, c2, nullif(c8, ''), c7, c9, json_array(c3), c4,
    nullif(c12, ''), json_array(c10), c13, c14, c15, c16, c17,
    coalesce(str_to_date(c5, '%Y/%m/%d'), str_to_date(c5, '%Y年%m月')),
    str_to_date(c5, '%Y/%m/%d'), 'DAY', c5, left(replace(c5, '/', ''), 8), 'UPCOMING',
    sha2(concat_ws('|', ${TEXTS.join(', ')}), 256),
    str_to_date(left(c18, 19), '%Y-%m-%dT%H:%i:%s'), 'r', utc_timestamp(6), utc_timestamp(6)
  from peer_feed`;

const UPDATED = ['title', 'contributors', 'publisher', 'price', 'price_with_tax', 'description'];
const DATED = ['release_earliest', 'release_latest', 'release_text', 'release_order'];
const UPSERT = [...UPDATED, ...DATED, 'content_hash', 'source_updated_at', 'updated_at']
  .map((name) => `${name} = values(${name})`)
  .join(', ');

/**
 * Creates the tables that `loadBooks` fills: one of texts, and one like `book` with all of its
 * keys.
 */
export async function prepareLoading(connection: Connection): Promise<void> {
  // This makes vague dates warnings, not errors.
  await connection.query("set session sql_mode = ''");
  const columns = TEXTS.map((name) => `${name} ${name === 'c17' ? 'text' : 'varchar(500)'}`);
  await connection.query(
    `create table peer_feed (no int not null auto_increment primary key, ${columns.join(', ')})`,
  );
  await connection.query('create table peer_book like book');
}

/** Loads a file and writes all its rows into `peer_book`. Returns the resulting number of books. */
export async function loadBooks(connection: Connection, file: string): Promise<number> {
  await connection.query('truncate peer_feed');
  await connection.query({
    sql: `load data local infile 'feed' into table peer_feed character set cp932
      fields terminated by ',' optionally enclosed by '"' escaped by ''
      lines terminated by '\r\n' ignore 1 lines (${TEXTS.join(', ')})`,
    infileStreamFactory: () => createReadStream(file),
  });
  await connection.query(`${MAKE_BOOKS} on duplicate key update ${UPSERT}`);
  const [rows] = await connection.query('select count(*) as total from peer_book');
  return Number((rows as { total: number }[])[0]?.total);
}
