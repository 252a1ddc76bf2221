import type { Database, Row } from '../../../db/database.ts';
import { IS_UPCOMING } from '../../../db/sql/upcoming.ts';
import { VERSION } from '../stage/version.ts';
import { indexStoredBooks } from './indexStoredBooks.ts';
import { linkStoredBooks } from './linkStoredBooks.ts';
import { STORED_COLUMNS, type StoredBook, type StoredRow, toStoredBook } from './storedBook.ts';
import { tellWaiting } from './tellWaiting.ts';

/** Each part adds data that books merged by earlier versions lack. */
const PARTS: ((database: Database, books: StoredBook[]) => Promise<void>)[] = [
  indexStoredBooks,
  linkStoredBooks,
  tellWaiting,
];

/** Their texts stay well below the 1 MiB limit of a Data API answer. */
const BOOKS_IN_A_STEP = 200;

interface State extends Row {
  version: number;
  last_id: string;
  is_done: boolean;
}

/**
 * Adds to existing books what each new one gets when it is merged: to upcoming books, and to those
 * that may return from being on sale. Starts steps for this many seconds, at least one, and
 * continues there the next time; when all are done it costs one query. Returns the number of books
 * processed.
 */
export async function backfillBooks(database: Database, forSeconds = 300): Promise<number> {
  const end = performance.now() + forSeconds * 1000;
  let done = 0;
  do {
    if (isDone(await readState(database))) break;
    const books = await database.transaction((transaction) => backfillStep(transaction));
    if (books === 0) break;
    done += books;
  } while (performance.now() < end);
  return done;
}

/** Runs one step in its own transaction: a crash loses only the current step. */
async function backfillStep(database: Database): Promise<number> {
  // Merges change the same books. Must come before the first read, which fixes the step's snapshot.
  await database.query('select id from ingest_merge_lock where id = 1 for update');
  const state = await readState(database);
  if (isDone(state)) return 0;
  const books = await readBooks(database, state?.version === VERSION ? state.last_id : '');
  if (books.length > 0) for (const give of PARTS) await give(database, books);
  await database.execute(
    `update book_backfill set version = :version, last_id = :last, is_done = :isDone where id = 1`,
    {
      version: VERSION,
      last: books.at(-1)?.id ?? '',
      isDone: books.length < BOOKS_IN_A_STEP,
    },
  );
  return books.length;
}

async function readState(database: Database): Promise<State | undefined> {
  const [state] = await database.query<State>(
    'select version, last_id, is_done from book_backfill where id = 1',
  );
  return state;
}

const isDone = (state: State | undefined) => state?.version === VERSION && Boolean(state.is_done);

async function readBooks(database: Database, after: string): Promise<StoredBook[]> {
  const rows = await database.query<StoredRow>(
    `select ${STORED_COLUMNS} from book b
     where b.id > :after and (${IS_UPCOMING}
       or (b.status = 'ON_SALE' and b.on_sale_at > utc_timestamp(6) - interval 60 day))
     order by b.id limit ${BOOKS_IN_A_STEP}`,
    { after },
  );
  return rows.map(toStoredBook);
}
