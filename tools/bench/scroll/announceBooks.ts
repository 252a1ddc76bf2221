import { openStackDatabase, type Stack } from '../../stack/stack.ts';
import { makeBook } from '../lib/books.ts';

/** Puts so many upcoming books into the catalogue of a stack that has none. */
export async function announceBooks(stack: Stack, count: number): Promise<void> {
  const columns = Object.keys(makeBook(0));
  const fields = columns.map((column) => `${column} varchar(1000) path '$.${column}'`).join(', ');
  const rows = Array.from({ length: count }, (_, number) => makeBook(number));
  await openStackDatabase(stack).execute(
    `insert into book (${columns.join(', ')})
     select ${columns.join(', ')} from json_table(:rows, '$[*]' columns (${fields})) r`,
    { rows: JSON.stringify(rows) },
  );
}
