import type { Database } from '../../../db/database.ts';
import { asId, type Named } from './named.ts';
import { noteNames } from './noteNames.ts';

/** Links books that have no place yet to their series, following joins. */
export async function linkSeriesPlaces(database: Database, named: Named, now: Date): Promise<void> {
  await noteNames(database, 'series', named, now);
  await database.execute(
    `insert into book_series (book_id, stated_id, series_id, volume_number)
     select n.book_id, c.id, c.joined_to, n.number
     from ${named.table} n
     straight_join series c on c.id = ${asId('n.id')}
     on duplicate key update series_id = c.joined_to`,
    named.values,
  );
}
