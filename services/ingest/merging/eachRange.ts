import type { Database } from '../../../db/database.ts';

/** Rows per statement: 20,000 stay well below the Data API's 45 seconds. */
const SIZE = 20_000;

/** Record numbers, both ends inclusive. */
export interface Range {
  from: number;
  to: number;
}

/** Calls `work` for consecutive ranges of staged rows; known rows are not staged. */
export async function eachRange(
  database: Database,
  runId: string,
  work: (range: Range) => Promise<unknown>,
  size = SIZE,
): Promise<void> {
  for (let from = 1; ; ) {
    const [row] = await database.query<{ last: number | null }>(
      `select max(record_no) as last from (
         select record_no from ingest_stage where run_id = :run and record_no >= :from
         order by record_no limit ${size}
       ) some`,
      { run: runId, from },
    );
    const last = row?.last ?? null;
    if (last === null) return;
    await work({ from, to: last });
    from = last + 1;
  }
}
