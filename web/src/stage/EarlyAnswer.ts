import type {
  BookPageQuery,
  BookPageQueryVariables,
  ReleaseCalendarQuery,
  ReleaseCalendarQueryVariables,
  UpcomingBooksQuery,
  UpcomingBooksQueryVariables,
} from '../generated/documents.ts';

/** What an address may ask for while the app itself is still on its way. */
export interface EarlyQuestions {
  UpcomingBooks: { variables: UpcomingBooksQueryVariables; data: UpcomingBooksQuery };
  BookPage: { variables: BookPageQueryVariables; data: BookPageQuery };
  ReleaseCalendar: { variables: ReleaseCalendarQueryVariables; data: ReleaseCalendarQuery };
}

type Answer<Name extends keyof EarlyQuestions> = EarlyQuestions[Name] & {
  /** The name of the operation. */
  name: Name;
  /** Where the log of events stood then: what happened since is news to this page. */
  cursor: string;
};

export type EarlyAnswer = Answer<'UpcomingBooks'> | Answer<'BookPage'> | Answer<'ReleaseCalendar'>;
