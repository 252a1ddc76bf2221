import { makeBook } from '../lib/books.ts';
import { type Listing, toListing } from './listing.ts';

const rows = Array.from({ length: 21 }, (_, number) => makeBook(number));

/** The list without a database: always the same books. */
export function inMemory(first: number): Listing {
  return toListing(rows, first);
}
