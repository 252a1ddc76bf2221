import type { Database } from '../../../db/database.ts';
import { type MailWindow, nextOpening } from '../news/mailWindow.ts';
import { holdFanOut } from './holdFanOut.ts';
import { IS_OF_CONCERN } from './isOfConcern.ts';
import { SHARD } from './shards.ts';

export interface FillPorts {
  database: Database;
  clock: () => Date;
  window: MailWindow;
}

// Both limit one transaction, which the Data API ends after 45 s: an ordinary day has a few hundred
// events, and writing 200,000 notes took 6 s.
const EVENTS_PER_STEP = 10_000;
const NOTES_PER_STEP = 100_000;

const NEXT_END = `
  select max(seq) as last_seq, (select max(seq) from book_event) as log_end
  from (
    select seq, sum(waiting) over (order by seq) - waiting as noted
    from (
      select e.seq, (select count(*) from subscription s where s.book_id = e.book_id) as waiting
      from book_event e where e.seq > :after order by e.seq limit ${EVENTS_PER_STEP}
    ) as next
  ) as counted
  where noted < ${NOTES_PER_STEP}`;

// Date changes wait for the morning mail: only sales are due at once. Every value has the type of
// its column, so the only rows that `ignore` can skip are notes that exist already.
const ADD = `
  insert ignore into mail_outbox (member_id, event_seq, shard, state, attempt, lease_until, created_at)
  select s.member_id, e.seq, ${SHARD}, 'PENDING', 0,
    case when e.kind = 'ON_SALE' then null else :opening end, :now
  from book_event e
  left join ingest_run r on r.id = e.run_id
  join subscription s on s.book_id = e.book_id
  where e.seq > :after and e.seq <= :end
    and ${IS_OF_CONCERN}`;

const ADVANCE = `update mail_cursor set last_seq = :end where id = 1`;

/**
 * Reads the log from the cursor on and adds a note for each subscriber; returns the number of new
 * notes. Sales are due at once, everything else when the mail window is open. The cursor moves in
 * the transaction that writes the notes, so each event is processed once, even if someone
 * subscribes later.
 */
export async function addToOutbox(ports: FillPorts): Promise<number> {
  let added = 0;
  for (;;) {
    const step = await addStep(ports);
    added += step.added;
    if (step.isLast) return added;
  }
}

async function addStep({
  database,
  clock,
  window,
}: FillPorts): Promise<{ added: number; isLast: boolean }> {
  return database.transaction(async (transaction) => {
    const after = await holdFanOut(transaction);
    const [next] = await transaction.query<NextEnd>(NEXT_END, { after });
    const end = next?.last_seq ?? null;
    if (end === null) return { added: 0, isLast: true };
    const now = clock();
    const opening = nextOpening(window, now);
    const added = await transaction.execute(ADD, { after, end, opening, now });
    await transaction.execute(ADVANCE, { end });
    return { added, isLast: end === next?.log_end };
  });
}

/** Null if the log has no more events. */
type NextEnd = { last_seq: number | null; log_end: number | null };
