import type { Connection } from 'mysql2/promise';
import { OWN_WORK_ROLES } from '../../../domain/people/contributorRoles.ts';
import { numbersTo } from '../lib/numbersTo.ts';

export const RUN = 'bench-run';
const CONTRIBUTORS = 50_000;
/** One from each tenth of the contributors per member, so that no two are the same. */
const EACH = 10;

/**
 * Fills in this many members who each wait for ten of 50,000 contributors, popular ones far more
 * often; and the rows of a merge that has just created `books` books, each by one or two of them
 * and some by the most popular.
 */
export async function fillWaitingRoom(
  connection: Connection,
  members: number,
  books: number,
): Promise<void> {
  /** The numbers from 0, as `i` of `n`. */
  const count = (most: number) => `with n (i) as (select seq - 1 from ${numbersTo(most)})`;
  await connection.query(
    `insert into contributor (id, name_key, name, joined_to, created_at)
     ${count(CONTRIBUTORS)} select concat('c-', i), concat('c-', i), concat('著者', i), concat('c-', i), '2026-11-01'
     from n`,
  );
  const tenth = CONTRIBUTORS / EACH;
  for (let part = 0; part < EACH; part += 1) {
    // u is spread evenly over 0 to 1: squared, the first of the tenth occur most often.
    await connection.query(
      `insert into standing_subscription
         (member_id, kind, target_id, roles, created_at, consent_source, caught_up_at)
       ${count(members)} select concat('member-', i), 'CONTRIBUTOR',
         concat('c-', ? + floor(${tenth} * pow((i * 7919 + ? * 104729) mod 1000003 / 1000003, 2))),
         '${JSON.stringify(OWN_WORK_ROLES)}', '2026-11-01', 'web', '2026-11-01' from n`,
      [part * tenth, part],
    );
  }
  await connection.query(
    `insert into book (id, profile, record_key, title, contributors, series, release_precision,
       release_text, release_order, status, content_hash, run_id, created_at, updated_at)
     ${count(books)} select concat('book-', i), 'bench', i, concat('書名', i), '[]', '[]', 'UNKNOWN', '',
       '9999999999999999', 'UPCOMING', repeat('0', 64), '${RUN}', '2026-11-26', '2026-11-26' from n`,
  );
  await connection.query(
    `insert into book_contributor (book_id, place, role, stated_id, contributor_id)
     ${count(books)} select book_id, place, role, c, c from (
       select concat('book-', i) as book_id, 0 as place, 'AUTHOR' as role,
         concat('c-', case when i < ${EACH} then i * ${tenth} else i * 12347 mod ${CONTRIBUTORS} end) as c
       from n
       union all
       select concat('book-', i), 1, case when i mod 4 = 1 then 'ARTIST' else 'TRANSLATOR' end,
         concat('c-', i * 31337 mod ${CONTRIBUTORS}) from n where i mod 2 = 1
     ) parts`,
  );
  await connection.query(
    `insert into ingest_stage (run_id, record_no, action, book_id, volume_id, record_key, content_hash,
       target_id, outcome, event_kind, content)
     ${count(books)} select '${RUN}', i + 1, 'UPSERT', concat('book-', i), concat('book-', i), i,
       repeat('0', 64), concat('book-', i), 'CREATED', 'ANNOUNCED', '{}' from n`,
  );
  await connection.query(
    'analyze table contributor, standing_subscription, book, book_contributor, ingest_stage',
  );
}

/** Removes all subscriptions. */
export async function emptySubscriptions(connection: Connection): Promise<void> {
  await connection.query('truncate subscription');
  await connection.query('truncate subscription_reason');
}

/** Writes as many rows as the matching, from a table that holds nothing else. */
export async function keepPlainRows(connection: Connection): Promise<void> {
  await connection.query(
    'create table plain_row as select member_id, book_id, created_at, consent_source from subscription',
  );
}

export async function insertPlainRows(connection: Connection): Promise<void> {
  await connection.query(
    `insert into subscription (member_id, book_id, created_at, consent_source)
     select member_id, book_id, created_at, consent_source from plain_row`,
  );
}
