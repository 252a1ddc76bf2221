import { type ChangedBooks, noteRecount } from '../../../db/catalogue/noteRecount.ts';
import type { Database } from '../../../db/database.ts';
import { CATALOGUE } from '../../../db/sql/catalogue.ts';
import { CATALOGUE_KINDS } from '../../../domain/waiting/kinds.ts';
import { listPeople } from '../book/listPeople.ts';
import { placeInSeries } from '../book/placeInSeries.ts';
import { linkPeople } from '../linking/linkPeople.ts';
import { linkSeriesPlaces } from '../linking/linkSeriesPlaces.ts';
import { asId, PEOPLE_COLUMNS, SERIES_COLUMNS } from '../linking/named.ts';
import type { StoredBook } from './storedBook.ts';

/** Links books to their contributors and series according to their current content. */
export async function linkStoredBooks(database: Database, books: StoredBook[]): Promise<void> {
  const now = new Date();
  const values = {
    rows: JSON.stringify(
      books.map((book) => [book.id, listPeople(book.contributors), placeInSeries(book)]),
    ),
  };
  const all: ChangedBooks = {
    from: `json_table(:rows, '$[*]' columns (book_id varchar(120) path '$[0]')) n`,
    where: 'true',
    bookId: asId('n.book_id'),
    values,
  };
  await noteRecount(database, all);
  for (const kind of CATALOGUE_KINDS) {
    await database.execute(
      `delete l from ${all.from}
       straight_join ${CATALOGUE[kind].links} l on l.book_id = ${all.bookId}`,
      values,
    );
  }
  const people = `(
    select n.* from json_table(:rows, '$[*]' columns (
      book_id varchar(120) path '$[0]', nested path '$[1][*]' columns (${PEOPLE_COLUMNS}))) n
    where n.id is not null)`;
  await linkPeople(database, { table: people, values }, now);
  const places = `(
    select n.* from json_table(:rows, '$[*]' columns (
      book_id varchar(120) path '$[0]', nested path '$[2]' columns (${SERIES_COLUMNS}))) n
    where n.id is not null)`;
  await linkSeriesPlaces(database, { table: places, values }, now);
  await noteRecount(database, all);
}
