import type {
  BookPageQuery,
  BookPageQueryVariables,
  ReleaseCalendarQuery,
  ReleaseCalendarQueryVariables,
  UpcomingBooksQuery,
  UpcomingBooksQueryVariables,
} from '../generated/documents.ts';

/** The queries that an address may send while the app is still loading. */
export interface EarlyQuestions {
  UpcomingBooks: { variables: UpcomingBooksQueryVariables; data: UpcomingBooksQuery };
  BookPage: { variables: BookPageQueryVariables; data: BookPageQuery };
  ReleaseCalendar: { variables: ReleaseCalendarQueryVariables; data: ReleaseCalendarQuery };
}

type Answer<Name extends keyof EarlyQuestions> = EarlyQuestions[Name] & {
  /** The operation's name. */
  name: Name;
  /** The event log's position at that time; later events are news to this page. */
  cursor: string;
};

export type EarlyAnswer = Answer<'UpcomingBooks'> | Answer<'BookPage'> | Answer<'ReleaseCalendar'>;
