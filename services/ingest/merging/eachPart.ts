import type { Database, Value } from '../../../db/database.ts';
import type { Range } from './eachRange.ts';

/**
 * Rows of so many members are written by one statement, or those of one book: well below the Data API's 45
 * seconds.
 */
const MEMBERS_AT_ONCE = 50_000;

/**
 * Calls `work` for one part of the range after the other, each with so many members as one statement
 * handles, or with the one book that alone has more. `counts` is SQL that gives for rows between `:from`
 * and `:to` their `record_no` and how many `members` each has; a row may come more than once.
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
