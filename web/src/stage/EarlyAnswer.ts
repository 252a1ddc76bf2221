import type { UpcomingBooksQuery, UpcomingBooksQueryVariables } from '../generated/documents.ts';

/** The first page of upcoming books, asked for while the app itself was still on its way. */
export interface EarlyAnswer {
  variables: UpcomingBooksQueryVariables;
  data: UpcomingBooksQuery;
  /** Where the log of events stood then: what happened since is news to this page. */
  cursor: string;
}
