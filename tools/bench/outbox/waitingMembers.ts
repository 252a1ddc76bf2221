import type { Connection } from 'mysql2/promise';
import { numbersTo } from '../lib/numbersTo.ts';

const BOOK = 'bench-book';

/**
 * Subscribes this many members to one book that has just gone on sale: its event is the only one.
 */
export async function fillSubscriptions(connection: Connection, members: number): Promise<void> {
  await connection.query(
    `insert into subscription (member_id, book_id, created_at, consent_source)
     select concat('member-', seq * 7919 % 1000003), ?, '2026-11-01', 'web'
     from ${numbersTo(members)}`,
    [BOOK],
  );
  await connection.query(
    `insert into book_event (seq, book_id, kind, occurred_at, event_key)
     values (1, ?, 'ON_SALE', '2026-11-26', 'ON_SALE:bench')`,
    [BOOK],
  );
  await connection.query(
    `insert into consent (member_id, book_id, given_at, source, wording)
     select member_id, book_id, created_at, consent_source, '発売を知らせて' from subscription`,
  );
  await connection.query('analyze table subscription, book_event');
}

/** Removes all notes. */
export async function emptyOutbox(connection: Connection): Promise<void> {
  await connection.query('truncate mail_outbox');
  await rewindCursor(connection);
}

/** Makes the log be read again from its beginning; the notes stay. */
export async function rewindCursor(connection: Connection): Promise<void> {
  await connection.query('update mail_cursor set last_seq = 0');
}

/** The minimal fan-out: its one indispensable statement. */
export async function insertBare(connection: Connection): Promise<void> {
  await connection.query(
    `insert into mail_outbox (member_id, event_seq, shard, state, attempt, created_at)
     select member_id, 1, crc32(member_id) mod 16, 'PENDING', 0, '2026-11-26'
     from subscription where book_id = ?`,
    [BOOK],
  );
}
