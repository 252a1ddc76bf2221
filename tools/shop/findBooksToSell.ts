import { EXIT } from '../cli/exitCodes.ts';
import { StopWithMessage } from '../cli/stopWithMessage.ts';
import { openStackDatabase, type Stack } from '../stack/stack.ts';

/** A book of the catalogue that the shop can sell. */
interface SellableBook {
  isbn: string;
  title: string;
}

/** The books with these ISBNs. Stops if one of them is not in the catalogue. */
export async function findByIsbn(stack: Stack, isbns: string[]): Promise<SellableBook[]> {
  const found: SellableBook[] = [];
  for (const isbn of isbns.map(normalise)) {
    const rows = await openStackDatabase(stack).query<{ isbn: string; title: string }>(
      'select isbn, title from book where isbn = :isbn order by id',
      { isbn },
    );
    if (rows.length === 0) {
      throw new StopWithMessage(
        `${isbn}: no announced book has this ISBN, so nothing was changed. このISBNの本は登録されていません。\nTry: npx shinkan sell --next 1`,
        EXIT.refused,
      );
    }
    found.push(...rows);
  }
  return found;
}

/** The next upcoming books that have an ISBN. Stops if there is none. */
export async function findNext(stack: Stack, count: number): Promise<SellableBook[]> {
  const rows = await openStackDatabase(stack).query<{ isbn: string; title: string }>(
    // First what the list of upcoming books shows first, starting today in Japan.
    `select isbn, title from book where status = 'UPCOMING' and isbn is not null
     order by coalesce(release_latest, '9999-12-31') < date(utc_timestamp() + interval 9 hour),
       release_order, id
     limit ${count}`,
  );
  if (rows.length === 0) {
    throw new StopWithMessage('No upcoming book has an ISBN; nothing was changed.', EXIT.refused);
  }
  return rows;
}

function normalise(isbn: string): string {
  const digits = isbn.normalize('NFKC').replace(/[-‐\s]/g, '');
  if (/^97[89]\d{10}$/.test(digits)) return digits;
  throw new StopWithMessage(
    `${isbn}: not an ISBN of 13 digits, so nothing was changed. 13桁のISBNを指定してください。`,
    EXIT.refused,
  );
}
