import { randomUUID } from 'node:crypto';
import type { Database } from '../../../db/database.ts';
import { foldName, nameId } from '../../../services/ingest/book/foldName.ts';
import { linkPeople } from '../../../services/ingest/linking/linkPeople.ts';
import { linkSeriesPlaces } from '../../../services/ingest/linking/linkSeriesPlaces.ts';
import { PEOPLE_COLUMNS, SERIES_COLUMNS } from '../../../services/ingest/linking/named.ts';

/** A name that no other test has, with its id. */
export function aName(kind: 'c' | 's', beginning: string): { name: string; id: string } {
  const name = `${beginning}${randomUUID().slice(0, 8)}`;
  return { name, id: nameId(kind, foldName(name)) };
}

/** Links a book to contributors as the ingest does, in this order. */
export async function linkTo(
  database: Database,
  book: string,
  people: { name: string; reading?: string; roles?: string[] }[],
): Promise<void> {
  const rows = people.map(({ name, reading = null, roles = ['AUTHOR'] }) => {
    const key = foldName(name);
    return [nameId('c', key), key, name, reading, roles];
  });
  const table = `(select :book as book_id, p.* from json_table(:people, '$[*]' columns (${PEOPLE_COLUMNS})) p)`;
  const named = { table, values: { book, people: JSON.stringify(rows) } };
  await linkPeople(database, named, new Date());
}

/** Puts a book into a series as the ingest does. */
export async function putInto(
  database: Database,
  book: string,
  name: string,
  number: number | null,
): Promise<void> {
  const key = foldName(name);
  const place = JSON.stringify([nameId('s', key), key, name, null, number]);
  const table = `(select :book as book_id, p.* from json_table(:place, '$' columns (${SERIES_COLUMNS})) p)`;
  await linkSeriesPlaces(database, { table, values: { book, place } }, new Date());
}
