import type { Database, Row } from '../../../db/database.ts';
import { IS_UPCOMING } from '../../../db/sql/upcoming.ts';
import { VERSION } from '../stage/version.ts';
import { indexStoredBooks } from './indexStoredBooks.ts';
import { linkStoredBooks } from './linkStoredBooks.ts';
import { STORED_COLUMNS, type StoredBook, type StoredRow, toStoredBook } from './storedBook.ts';
import { tellWaiting } from './tellWaiting.ts';

/** What books are given that were merged before there was such a thing. */
const PARTS: ((database: Database, books: StoredBook[]) => Promise<void>)[] = [
  indexStoredBooks,
  linkStoredBooks,
  tellWaiting,
];

/** Their texts stay well below the 1 MiB that an answer of the Data API may have. */
const BOOKS_IN_A_STEP = 200;

interface State extends Row {
  version: number;
  last_id: string;
  is_done: boolean;
}

/**
 * Gives books from before what each new one is given when it is merged: those that are upcoming, and
 * those that may come back from being on sale. Begins steps for so many seconds, at least one, and goes
 * on there the next time; when all are done it is one look. Gives how many it did.
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

/** One step by itself: whoever is killed has lost the step that was under way, and no other. */
async function backfillStep(database: Database): Promise<number> {
  // Merges change the same books. It comes before the first read, which fixes what the step sees of them.
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
