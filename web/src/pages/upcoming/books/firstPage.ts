import type { UpcomingBooksQueryVariables } from '../../../generated/documents.ts';

/** The filter and order of a query. */
export type AskedBooks = Pick<UpcomingBooksQueryVariables, 'filter' | 'orderBy'>;

/** One or two screens. */
const FIRST = 30;

/** The variables of a list's first page. */
export const firstPage = (asked: AskedBooks): UpcomingBooksQueryVariables => ({
  ...asked,
  first: FIRST,
  // A search shows where each book matched.
  ...(asked.filter?.text && { searching: true }),
});
