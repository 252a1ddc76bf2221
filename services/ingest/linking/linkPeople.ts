import type { Database } from '../../../db/database.ts';
import { asId, type Named } from './named.ts';
import { noteNames } from './noteNames.ts';

/** Links books that have no links yet to their contributors, following joins. */
export async function linkPeople(database: Database, named: Named, now: Date): Promise<void> {
  await noteNames(database, 'contributor', named, now);
  await database.execute(
    `insert into book_contributor (book_id, place, role, stated_id, contributor_id)
     select n.book_id, n.place - 1, n.role, c.id, c.joined_to
     from ${named.table} n
     straight_join contributor c on c.id = ${asId('n.id')}
     on duplicate key update contributor_id = c.joined_to`,
    named.values,
  );
}
