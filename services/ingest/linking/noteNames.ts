import type { Database } from '../../../db/database.ts';
import { asId, type Named } from './named.ts';

/**
 * Inserts contributors or series with new names, and fills in missing readings. The first run with
 * a name or a reading determines its wording; of several in one run the smallest by its characters,
 * so that the order of rows does not matter. Works row by row: grouping such wide rows took longer.
 *
 * Does not write unchanged rows, which would block new standing subscriptions to them until the
 * merge ends.
 */
export async function noteNames(
  database: Database,
  table: 'contributor' | 'series',
  named: Named,
  now: Date,
): Promise<void> {
  await database.execute(
    `insert into ${table} (id, name_key, name, reading, joined_to, created_at, reading_at)
     select n.id, n.name_key, n.name, n.reading, n.id, :now,
       case when n.reading is not null then :now end
     from ${named.table} n
     left join ${table} known on known.id = ${asId('n.id')}
     where known.id is null or known.created_at = :now
       or n.reading is not null and (known.reading is null or known.reading_at = :now)
     on duplicate key update
       name = case when ${table}.created_at = values(created_at)
         and values(name) collate utf8mb4_bin < ${table}.name then values(name)
         else ${table}.name end,
       reading = case when ${table}.reading is null then values(reading)
         when ${table}.reading_at = values(reading_at)
         and values(reading) collate utf8mb4_bin < ${table}.reading then values(reading)
         else ${table}.reading end,
       reading_at = coalesce(${table}.reading_at, values(reading_at))`,
    { ...named.values, now },
  );
}
