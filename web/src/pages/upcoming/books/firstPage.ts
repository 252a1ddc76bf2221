import type { UpcomingBooksQueryVariables } from '../../../generated/documents.ts';

/** Which books, and in which order. */
export type AskedBooks = Pick<UpcomingBooksQueryVariables, 'filter' | 'orderBy'>;

/** As many as a screen or two show. */
const FIRST = 30;

/** What the first page of a list is asked with. */
export const firstPage = (asked: AskedBooks): UpcomingBooksQueryVariables => ({
  ...asked,
  first: FIRST,
  // What a book was found by is shown beside it.
  ...(asked.filter?.text && { searching: true }),
});
