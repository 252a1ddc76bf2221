import type {
  UpcomingBooksFilter,
  UpcomingBooksQueryVariables,
} from '../../generated/documents.ts';

/** What the first page of a filter's books is asked with. */
export const firstPage = (filter: UpcomingBooksFilter): UpcomingBooksQueryVariables => ({
  filter,
  first: 30,
});
