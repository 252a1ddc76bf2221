import type { Database } from '../../db/database.ts';
import { describeRejection } from '../row/rejection.ts';
import { eachRange } from './eachRange.ts';
import { hasPartialRows } from './resolveTargets.ts';
import type { MergingRun } from './run.ts';

type Range = { from: number; to: number };

/**
 * Cancels books and revises prices. A row about a book that nobody knows is rejected; the
 * cancellation of a book on sale changes nothing, for it can be bought.
 */
export async function mergePartialRows(database: Database, run: MergingRun): Promise<void> {
  if (!(await hasPartialRows(database, run.id))) return;
  await eachRange(run.records, async (range) => {
    await cancelBooks(database, run, range);
    await revisePrices(database, run, range);
    await rejectUnknown(database, run, range);
  });
}

async function cancelBooks(database: Database, run: MergingRun, range: Range): Promise<void> {
  await database.execute(
    `update ingest_stage s
     left join book b on b.id = s.target_id
     set s.outcome = case
         when b.id is null then 'REJECTED'
         when b.source_updated_at > s.source_updated_at then 'UNCHANGED'
         when b.status in ('UPCOMING', 'UNCONFIRMED') then 'CHANGED'
         else 'UNCHANGED' end,
       s.event_kind = case
         when b.status in ('UPCOMING', 'UNCONFIRMED')
           and not coalesce(b.source_updated_at > s.source_updated_at, false)
           then 'CANCELLED' end
     where s.run_id = :run and s.record_no between :from and :to
       and s.outcome is null and s.action = 'CANCEL'`,
    { run: run.id, ...range },
  );
  await database.execute(
    `update book b
     join ingest_stage s on s.target_id = b.id
     set b.status = 'CANCELLED',
       b.source_updated_at = coalesce(s.source_updated_at, b.source_updated_at),
       b.run_id = s.run_id, b.updated_at = :now
     where s.run_id = :run and s.record_no between :from and :to
       and s.action = 'CANCEL' and s.outcome = 'CHANGED' and b.status <> 'ON_SALE'`,
    { run: run.id, now: run.now, ...range },
  );
}

/** A price with tax that was stated for the old price no longer holds. */
async function revisePrices(database: Database, run: MergingRun, range: Range): Promise<void> {
  await database.execute(
    `update ingest_stage s
     left join book b on b.id = s.target_id
     set s.outcome = case
       when b.id is null then 'REJECTED'
       when b.source_updated_at > s.source_updated_at then 'UNCHANGED'
       when not (b.price <=> s.price)
         or b.price_with_tax <> s.price_with_tax or b.set_price <> s.set_price
         or b.tax_rate <> s.tax_rate
         or (b.price_with_tax is null and s.price_with_tax is not null)
         or (b.set_price is null and s.set_price is not null)
         or (b.tax_rate is null and s.tax_rate is not null) then 'CHANGED'
       else 'UNCHANGED' end
     where s.run_id = :run and s.record_no between :from and :to
       and s.outcome is null and s.action = 'PRICE'`,
    { run: run.id, ...range },
  );
  await database.execute(
    `update book b
     join ingest_stage s on s.target_id = b.id
     set b.price_with_tax = case
         when b.price <=> s.price then coalesce(s.price_with_tax, b.price_with_tax)
         else s.price_with_tax end,
       b.set_price = coalesce(s.set_price, b.set_price),
       b.tax_rate = coalesce(s.tax_rate, b.tax_rate),
       b.source_updated_at = coalesce(s.source_updated_at, b.source_updated_at),
       b.run_id = s.run_id, b.updated_at = :now
     where s.run_id = :run and s.record_no between :from and :to
       and s.action = 'PRICE' and s.outcome = 'CHANGED'`,
    { run: run.id, now: run.now, ...range },
  );
  // Apart from the statement above, which compares with the old price: the two engines need not
  // assign the columns of a join in one order.
  await database.execute(
    `update book b
     join ingest_stage s on s.target_id = b.id
     set b.price = s.price
     where s.run_id = :run and s.record_no between :from and :to
       and s.action = 'PRICE' and s.outcome = 'CHANGED'`,
    { run: run.id, ...range },
  );
}

async function rejectUnknown(database: Database, run: MergingRun, range: Range): Promise<void> {
  const words = describeRejection('{line}', null, 'unknown-record', '{record}').reason;
  await database.execute(
    `insert into ingest_reject
       (run_id, record_no, line, byte_offset, column_name, reason_code, reason, raw_row)
     select s.run_id, s.record_no, s.line, s.byte_offset, null, 'unknown-record',
       replace(replace(:words, '{line}', s.line), '{record}', s.record_key),
       coalesce(s.raw_row, '')
     from ingest_stage s
     where s.run_id = :run and s.record_no between :from and :to
       and s.action in ('CANCEL', 'PRICE') and s.outcome = 'REJECTED'`,
    { run: run.id, words, ...range },
  );
}
