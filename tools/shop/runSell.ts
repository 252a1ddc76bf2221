import { say } from '../cli/output.ts';
import { readStack } from '../stack/stack.ts';
import { findByIsbn, findNext } from './findBooksToSell.ts';
import { sellBooks } from './sellBooks.ts';

/** Lets the sample shop start selling these books, or the next ones of the list. */
export async function runSell(isbns: string[], dir: string, next?: number): Promise<void> {
  const stack = readStack(dir);
  const books = next === undefined ? await findByIsbn(stack, isbns) : await findNext(stack, next);
  const begun = await sellBooks(stack, [...new Set(books.map((book) => book.isbn))]);
  for (const book of books) console.log(`${book.isbn}  ${book.title}`);
  say(
    begun === 0
      ? 'The shop sold these already; nothing was changed. すでに発売中です。'
      : `The sample shop now sells ${begun}. Open pages and mails follow at the next look at the shop.`,
  );
}
