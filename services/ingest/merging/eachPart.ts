import type { Database, Value } from '../../../db/database.ts';
import type { Range } from './eachRange.ts';

/**
 * Each statement writes at most this many members' rows, or one book's: well below the Data API's
 * 45 seconds.
 */
const MEMBERS_AT_ONCE = 50_000;

/**
 * Calls `work` for consecutive parts of the range, each with as many members as one statement
 * handles, or with a single book that has more. `counts` is SQL that returns, for rows between
 * `:from` and `:to`, their `record_no` and number of `members`; a row may appear more than once.
 */
export async function eachPart(
  database: Database,
  { counts, values, range }: { counts: string; values: { [name: string]: Value }; range: Range },
  work: (part: Range) => Promise<unknown>,
  atOnce = MEMBERS_AT_ONCE,
): Promise<void> {
  for (let { from } = range; from <= range.to; ) {
    const [found] = await database.query<{ next: number | null }>(
      `select min(record_no) as next from (
         select record_no, sum(members) over (order by record_no) as so_far,
           row_number() over (order by record_no) as place
         from (select record_no, sum(members) as members from (${counts}) counts
           group by record_no) books
       ) summed where so_far > :atOnce and place > 1`,
      { ...values, from, to: range.to, atOnce },
    );
    const next = found?.next ?? null;
    const to = next === null ? range.to : Number(next) - 1;
    await work({ from, to });
    from = to + 1;
  }
}
