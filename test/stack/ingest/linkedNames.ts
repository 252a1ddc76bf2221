import type { Database } from '../../../db/database.ts';

/** The parts in a book as they are linked, in their order: who is stated, and for whom they stand. */
export function partsOf(database: Database, book: string) {
  return database.query<{ role: string; stated: string; name: string; reading: string | null }>(
    `select bc.role, n.name as stated, c.name, c.reading
     from book_contributor bc
     join contributor n on n.id = bc.stated_id
     join contributor c on c.id = bc.contributor_id
     where bc.book_id = :book order by bc.place, bc.role`,
    { book },
  );
}

/** The place of a book in its series; undefined when it has none. */
export async function placeOf(database: Database, book: string) {
  const [place] = await database.query<{
    id: string;
    name: string;
    reading: string | null;
    volume_number: string | null;
  }>(
    `select s.id, s.name, s.reading, bs.volume_number
     from book_series bs join series s on s.id = bs.series_id where bs.book_id = :book`,
    { book },
  );
  return place;
}

/** All that is kept of contributors, series and their books, but when: equal texts are the same. */
export async function allNames(database: Database): Promise<string> {
  const tables = [
    'select id, name_key, name, reading, joined_to from contributor order by id',
    'select * from book_contributor order by book_id, place, role',
    'select id, name_key, name, reading, joined_to from series order by id',
    'select * from book_series order by book_id',
  ];
  const kept = [];
  for (const table of tables) kept.push(await database.query(table));
  return JSON.stringify(kept);
}

/** Joins one name to another as operators do: what it states counts for the other from now on. */
export async function joinNames(database: Database, from: string, into: string): Promise<void> {
  await database.execute(
    `update contributor f join contributor i on i.name = :into
     set f.joined_to = i.id where f.name = :from`,
    { from, into },
  );
}
