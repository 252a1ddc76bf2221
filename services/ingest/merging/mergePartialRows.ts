import type { Database } from '../../../db/database.ts';
import { IS_UPCOMING } from '../../../db/sql/upcoming.ts';
import { describeRejection } from '../row/rejection.ts';
import { contentOf, rawRowOf } from '../stage/content.ts';
import { eachRange, type Range } from './eachRange.ts';
import { noteTime } from './noteTime.ts';
import type { MergingRun } from './run.ts';

const PRICE = contentOf('s', 'price');
const PRICE_WITH_TAX = contentOf('s', 'price_with_tax');
const SET_PRICE = contentOf('s', 'set_price');
const TAX_RATE = contentOf('s', 'tax_rate');
const LATER_TIME = `coalesce(
  greatest(s.source_updated_at, b.source_updated_at), s.source_updated_at, b.source_updated_at)`;
const LINE = contentOf('s', 'line');

/**
 * Cancels books and revises prices. Rejects a row about an unknown book; ignores the cancellation
 * of a book on sale, because it can be bought.
 */
export async function mergePartialRows(database: Database, run: MergingRun): Promise<void> {
  if (!run.hasPartialRows) return;
  // All rows are judged before any is applied: a file may revise the price of a book and then
  // cancel it.
  await eachRange(database, run.id, async (range) => {
    await judgeCancellations(database, run, range);
    await judgePrices(database, run, range);
  });
  await eachRange(database, run.id, async (range) => {
    await cancelBooks(database, run, range);
    await revisePrices(database, run, range);
    await noteTime(database, run, range, "s.action in ('CANCEL', 'PRICE')");
    await rejectUnknown(database, run, range);
  });
}

async function judgeCancellations(
  database: Database,
  run: MergingRun,
  range: Range,
): Promise<void> {
  await database.execute(
    `update ingest_stage s
     left join book b on b.id = s.target_id
     set s.outcome = case
         when b.id is null then 'REJECTED'
         when b.source_updated_at > s.source_updated_at then 'UNCHANGED'
         when ${IS_UPCOMING} then 'CHANGED'
         else 'UNCHANGED' end,
       s.event_kind = case
         when ${IS_UPCOMING}
           and not coalesce(b.source_updated_at > s.source_updated_at, false)
           then 'CANCELLED' else 'NONE' end
     where s.run_id = :run and s.record_no between :from and :to
       and s.outcome = 'OPEN' and s.action = 'CANCEL'`,
    { run: run.id, ...range },
  );
}

async function cancelBooks(database: Database, run: MergingRun, range: Range): Promise<void> {
  await database.execute(
    `update book b
     join ingest_stage s on s.target_id = b.id
     set b.status = 'CANCELLED', b.row_hash = null,
       b.source_updated_at = ${LATER_TIME},
       b.run_id = s.run_id, b.updated_at = :now
     where s.run_id = :run and s.record_no between :from and :to
       and s.action = 'CANCEL' and s.outcome = 'CHANGED' and b.status <> 'ON_SALE'`,
    { run: run.id, now: run.now, ...range },
  );
}

async function judgePrices(database: Database, run: MergingRun, range: Range): Promise<void> {
  await database.execute(
    `update ingest_stage s
     left join book b on b.id = s.target_id
     set s.outcome = case
       when b.id is null then 'REJECTED'
       when b.source_updated_at > s.source_updated_at then 'UNCHANGED'
       when not (b.price <=> ${PRICE})
         or b.price_with_tax <> ${PRICE_WITH_TAX} or b.set_price <> ${SET_PRICE}
         or b.tax_rate <> ${TAX_RATE}
         or (b.price_with_tax is null and ${PRICE_WITH_TAX} is not null)
         or (b.set_price is null and ${SET_PRICE} is not null)
         or (b.tax_rate is null and ${TAX_RATE} is not null) then 'CHANGED'
       else 'UNCHANGED' end
     where s.run_id = :run and s.record_no between :from and :to
       and s.outcome = 'OPEN' and s.action = 'PRICE'`,
    { run: run.id, ...range },
  );
}

/** A price with tax that was stated for the old price is no longer valid. */
async function revisePrices(database: Database, run: MergingRun, range: Range): Promise<void> {
  await database.execute(
    `update book b
     join ingest_stage s on s.target_id = b.id
     set b.price_with_tax = case
         when b.price <=> ${PRICE} then coalesce(${PRICE_WITH_TAX}, b.price_with_tax)
         else ${PRICE_WITH_TAX} end,
       b.set_price = coalesce(${SET_PRICE}, b.set_price),
       b.tax_rate = coalesce(${TAX_RATE}, b.tax_rate), b.row_hash = null,
       b.source_updated_at = ${LATER_TIME},
       b.run_id = s.run_id, b.updated_at = :now
     where s.run_id = :run and s.record_no between :from and :to
       and s.action = 'PRICE' and s.outcome = 'CHANGED'`,
    { run: run.id, now: run.now, ...range },
  );
  // Separate from the statement above, which compares with the old price: the two engines may
  // assign the columns of a join in different orders.
  await database.execute(
    `update book b
     join ingest_stage s on s.target_id = b.id
     set b.price = ${PRICE}
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
     select s.run_id, s.record_no, ${LINE}, ${contentOf('s', 'byte_offset')}, null,
       'unknown-record', replace(replace(:words, '{line}', ${LINE}), '{record}', s.record_key),
       ${rawRowOf('s')}
     from ingest_stage s
     where s.run_id = :run and s.record_no between :from and :to
       and s.action in ('CANCEL', 'PRICE') and s.outcome = 'REJECTED'`,
    { run: run.id, words, ...range },
  );
}
