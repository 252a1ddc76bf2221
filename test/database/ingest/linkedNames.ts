import type { Database } from '../../../db/database.ts';

/**
 * The contributor parts of a book in their order: the stated name, and the contributor it counts
 * for.
 */
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

/** The position of a book in its series; undefined if it has none. */
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

/**
 * All stored contributors, series and their books, without times: equal texts mean equal contents.
 */
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

/** Joins one name to another as operators do: from now on its statements count for the other. */
export async function joinNames(database: Database, from: string, into: string): Promise<void> {
  await database.execute(
    `update contributor f join contributor i on i.name = :into
     set f.joined_to = i.id where f.name = :from`,
    { from, into },
  );
}
