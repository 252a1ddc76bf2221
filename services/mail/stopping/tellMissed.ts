import type { Database } from '../../../db/database.ts';
import { MAIL_KINDS } from '../news/mailKinds.ts';
import { IS_OF_CONCERN } from '../outbox/isOfConcern.ts';
import { SKIPPED_OF_ALL, SKIPPED_OF_BOOK } from '../outbox/skipReasons.ts';

/** Of whom and of which book. */
export interface BookOfMember {
  memberId: string;
  bookId: string;
}

// Nobody is woken by these: whoever takes a stop back is awake, so they wait for no morning. A note
// that an attempt may have told already stays as it is.
const REOPEN = `
  update mail_outbox o straight_join book_event e on e.seq = o.event_seq
  set o.state = 'PENDING', o.mail_key = null, o.attempt = 0, o.lease_token = null,
      o.lease_until = null, o.reason = null, o.settled_at = null
  where o.member_id = :memberId and o.state = 'SKIPPED' and o.reason = :reason
    and o.settled_at >= :stoppedAt and o.attempt <= 1 and o.may_have_arrived = 0`;

const OF_BOOKS = `
    and exists (select 1 from json_table(:books, '$[*]' columns (
        id varchar(120) character set ascii path '$'
      )) as w where w.id collate ascii_bin = e.book_id)`;

// The fan-out may have come after the stop to an event from before it; a day is far more than it
// takes. What was noted in that time is still there and is not noted again.
const ADD_PASSED = `
  insert into mail_outbox (member_id, event_seq, shard, state, attempt, created_at)
  select s.member_id, e.seq, crc32(s.member_id) mod 16, 'PENDING', 0, :now
  from json_table(:books, '$[*]' columns (
    id varchar(120) character set ascii path '$'
  )) as w
  straight_join subscription s on s.member_id = :memberId and s.book_id = w.id collate ascii_bin
  join book_event e on e.book_id = s.book_id
  left join ingest_run r on r.id = e.run_id
  where e.seq <= :passed
    and e.kind in (${MAIL_KINDS.map((kind) => `'${kind}'`).join(', ')})
    and coalesce(r.finished_at, e.occurred_at) >= :stoppedAt - interval 1 day
    and s.created_at <= coalesce(r.finished_at, e.occurred_at) + interval 10 second
    and ${IS_OF_CONCERN}
  on duplicate key update mail_outbox.event_seq = mail_outbox.event_seq`;

/**
 * How far the fan-out is; it waits until the transaction ends. Asked before the subscription is
 * touched, in the order of the fan-out itself, so that neither waits for the other for ever.
 */
export async function holdFanOut(transaction: Database): Promise<number> {
  const [cursor] = await transaction.query<{ last_seq: number }>(
    'select last_seq from mail_cursor where id = 1 for update',
  );
  if (cursor === undefined) throw new Error('mail_cursor has no row, expected id 1');
  return cursor.last_seq;
}

/**
 * Has a member told what happened to books while they had stopped them: what the senders skipped for
 * that, and what the fan-out has passed, up to the seq `passed`. The subscriptions are there again.
 */
export async function tellMissedOfBooks(
  transaction: Database,
  memberId: string,
  bookIds: string[],
  { stoppedAt, passed }: { stoppedAt: string; passed: number },
  now: Date,
): Promise<void> {
  const of = { memberId, books: JSON.stringify(bookIds), stoppedAt };
  await transaction.execute(`${REOPEN}${OF_BOOKS}`, { ...of, reason: SKIPPED_OF_BOOK });
  await transaction.execute(ADD_PASSED, { ...of, passed, now });
}

/** Has a member told what the senders skipped since all mails were stopped. */
export async function tellMissed(
  transaction: Database,
  memberId: string,
  stoppedAt: string,
): Promise<void> {
  await transaction.execute(REOPEN, { memberId, stoppedAt, reason: SKIPPED_OF_ALL });
}
