import type { Database } from '../../../db/database.ts';
import { UNSENT } from '../../../db/sql/unsentReasons.ts';
import { IS_OF_CONCERN, VISIBLE_AT } from '../outbox/isOfConcern.ts';
import { SHARD } from '../outbox/shards.ts';

/** A member and a book. */
export interface BookOfMember {
  memberId: string;
  bookId: string;
}

// These do not wait for the morning: someone who undoes a stop is awake. A note that an attempt may
// have sent already stays as it is.
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

// The fan-out may reach an event only after the stop that followed it; a day is far more than it
// takes. Notes from that time still exist and are not added again.
const ADD_PASSED = `
  insert into mail_outbox (member_id, event_seq, shard, state, attempt, created_at)
  select s.member_id, e.seq, ${SHARD}, 'PENDING', 0, :now
  from json_table(:books, '$[*]' columns (
    id varchar(120) character set ascii path '$'
  )) as w
  straight_join subscription s on s.member_id = :memberId and s.book_id = w.id collate ascii_bin
  join book_event e on e.book_id = s.book_id
  left join ingest_run r on r.id = e.run_id
  where e.seq <= :passed
    and ${VISIBLE_AT} >= :stoppedAt - interval 1 day
    and ${IS_OF_CONCERN}
  on duplicate key update mail_outbox.event_seq = mail_outbox.event_seq`;

/**
 * Schedules the mails about books that a member missed while these were stopped: what the senders
 * skipped because of the stop, and what the fan-out has passed, up to the seq `passed`. The
 * subscriptions must exist again.
 */
export async function tellMissedOfBooks(
  transaction: Database,
  memberId: string,
  bookIds: string[],
  { stoppedAt, passed }: { stoppedAt: string; passed: number },
  now: Date,
): Promise<void> {
  const of = { memberId, books: JSON.stringify(bookIds), stoppedAt };
  await transaction.execute(`${REOPEN}${OF_BOOKS}`, { ...of, reason: UNSENT.takenBack });
  await transaction.execute(ADD_PASSED, { ...of, passed, now });
}

/** Schedules what the senders skipped since all mails were stopped. */
export async function tellMissed(
  transaction: Database,
  memberId: string,
  stoppedAt: string,
): Promise<void> {
  await transaction.execute(REOPEN, { memberId, stoppedAt, reason: UNSENT.stoppedAll });
}
