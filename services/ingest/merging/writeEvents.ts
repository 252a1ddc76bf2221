import type { Database } from '../../../db/database.ts';
import { eachRange } from './eachRange.ts';
import type { MergingRun } from './run.ts';

/**
 * At most this many announcements of one run are pushed to open pages. Those of a first load would
 * delay sales for hours: pages read them from the log, as after a lost connection.
 */
const MOST_PUSHED = 1_000;

/**
 * Appends the rows' events to the log. Takes the block of numbers last, because every other writer
 * of the log waits from here to the commit.
 */
export async function writeEvents(database: Database, run: MergingRun): Promise<void> {
  const [found] = await database.query<{ events: number; announced: number }>(
    `select count(*) as events, count(case when event_kind = 'ANNOUNCED' then 1 end) as announced
     from ingest_stage
     where run_id = :run and event_kind <> 'NONE'`,
    { run: run.id },
  );
  const events = found?.events ?? 0;
  const isPushed = (found?.announced ?? 0) <= MOST_PUSHED ? 1 : 0;
  if (events === 0) return;
  let base = await takeNumbers(database, events);
  // A book that one file announces and cancels is announced first.
  for (const action of ['UPSERT', 'CANCEL']) {
    await eachRange(database, run.id, async (range) => {
      const values = { run: run.id, action, ...range };
      const [here] = await database.query<{ events: number }>(
        `select count(*) as events from ingest_stage
         where run_id = :run and event_kind <> 'NONE' and action = :action
           and record_no between :from and :to`,
        values,
      );
      const count = here?.events ?? 0;
      if (count === 0) return;
      await insertEvents(database, { ...values, base, isPushed, now: run.now });
      base += count;
    });
  }
}

/** Reserves `count` numbers; returns the number before the first. */
async function takeNumbers(database: Database, count: number): Promise<number> {
  await database.execute(
    'update book_event_counter set last_seq = last_seq + :count where id = 1',
    { count },
  );
  const [counter] = await database.query<{ last_seq: number }>(
    'select last_seq from book_event_counter where id = 1',
  );
  if (!counter) throw new Error('book_event_counter has no row; expected the one with id 1');
  return Number(counter.last_seq) - count;
}

async function insertEvents(
  database: Database,
  values: {
    run: string;
    action: string;
    from: number;
    to: number;
    base: number;
    isPushed: 0 | 1;
    now: Date;
  },
): Promise<void> {
  await database.execute(
    `insert into book_event
       (seq, book_id, kind, release_change, occurred_at, event_key, run_id, published_at)
     select :base + row_number() over (order by s.record_no), s.target_id, s.event_kind,
       s.release_change, :now,
       case when s.event_kind = 'ANNOUNCED' then concat(s.event_kind, '/', s.target_id)
         else concat(s.event_kind, '/', s.target_id, '/', s.run_id) end,
       s.run_id,
       case when s.event_kind = 'ANNOUNCED' and :isPushed = 0 then :now end
     from ingest_stage s
     where s.run_id = :run and s.event_kind <> 'NONE' and s.action = :action
       and s.record_no between :from and :to
     on duplicate key update event_key = book_event.event_key`,
    values,
  );
}
