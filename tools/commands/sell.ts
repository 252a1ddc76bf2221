import { parseArgs } from 'node:util';
import { runCommand, StopWithMessage } from '../cli/stopWithMessage.ts';
import { sellBooks } from '../shop/sellBooks.ts';
import { openStackDatabase, readStack, type Stack } from '../stack/stack.ts';

const USAGE = 'npm run sell -- ISBN… | --next N  [--dir PATH]';

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { next: { type: 'string' }, dir: { type: 'string', default: '.local' } },
  });
  if ((values.next === undefined) === (positionals.length === 0))
    throw new StopWithMessage(USAGE, 2);
  const stack = readStack(values.dir);
  const books =
    values.next === undefined
      ? await findByIsbn(stack, positionals.map(normalise))
      : await findNext(stack, readCount(values.next));

  const isbns = [...new Set(books.map((book) => book.isbn))];
  const begun = await sellBooks(stack, isbns);
  for (const book of books) console.log(`${book.isbn}  ${book.title}`);
  console.log(
    begun === 0
      ? 'The shop sold these already; nothing was changed. すでに発売中です。'
      : `The sample shop now sells ${begun}. Open pages and mails follow at the next look at the shop.`,
  );
  return 0;
});

interface UpcomingBook {
  isbn: string;
  title: string;
}

async function findByIsbn(stack: Stack, isbns: string[]): Promise<UpcomingBook[]> {
  const found: UpcomingBook[] = [];
  for (const isbn of isbns) {
    const rows = await openStackDatabase(stack).query<{ isbn: string; title: string }>(
      'select isbn, title from book where isbn = :isbn order by id',
      { isbn },
    );
    if (rows.length === 0) {
      throw new StopWithMessage(
        `${isbn}: no announced book has this ISBN, so nothing was changed. このISBNの本は登録されていません。\nTry: npm run sell -- --next 1`,
        2,
      );
    }
    found.push(...rows);
  }
  return found;
}

async function findNext(stack: Stack, count: number): Promise<UpcomingBook[]> {
  const rows = await openStackDatabase(stack).query<{ isbn: string; title: string }>(
    // First what the list of upcoming books shows first, which begins today in Japan.
    `select isbn, title from book where status = 'UPCOMING' and isbn is not null
     order by coalesce(release_latest, '9999-12-31') < date(utc_timestamp() + interval 9 hour),
       release_order, id
     limit ${count}`,
  );
  if (rows.length === 0)
    throw new StopWithMessage('No upcoming book has an ISBN; nothing was changed.', 2);
  return rows;
}

function readCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 1000) return count;
  throw new StopWithMessage(`--next ${text}: expected a whole number from 1 to 1000.`, 2);
}

function normalise(isbn: string): string {
  const digits = isbn.normalize('NFKC').replace(/[-‐\s]/g, '');
  if (/^97[89]\d{10}$/.test(digits)) return digits;
  throw new StopWithMessage(
    `${isbn}: not an ISBN of 13 digits, so nothing was changed. 13桁のISBNを指定してください。`,
    2,
  );
}
