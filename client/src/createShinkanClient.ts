import { authorizationFor, type Credentials } from './authorization.ts';
import { createRequester, type Requester } from './createRequester.ts';
import {
  BookDocument,
  type BookEventKind,
  BookEventsDocument,
  type BookFieldsFragment,
  type BookSubscriptionFieldsFragment,
  BooksByIsbnDocument,
  type ConsentWording,
  ContributorDocument,
  type ContributorQuery,
  LatestBookEventCursorDocument,
  type MailSettingsFieldsFragment,
  type MailSettingsInput,
  SeriesDocument,
  type SeriesQuery,
  SetMailSettingsDocument,
  SubscribeToBookDocument,
  UnsubscribeFromBookDocument,
  UpcomingBooksDocument,
  type UpcomingBooksFilter,
  type UpcomingBooksOrder,
  type UpcomingBooksQuery,
  ViewerDocument,
  type ViewerQuery,
} from './generated/documents.ts';
import { type BookEvent, type Following, type FollowOptions, followBookEvents } from './live.ts';
import { createRealtime } from './realtime/createRealtime.ts';
import { realtimeEndpointOf } from './realtimeEndpointOf.ts';

export type Book = BookFieldsFragment;
export type BookSubscription = BookSubscriptionFieldsFragment;
export type MailSettings = MailSettingsFieldsFragment;
export type BookPage = UpcomingBooksQuery['upcomingBooks'];
/** Someone who had a part in books, with a page of those that are to come. */
export type Contributor = NonNullable<ContributorQuery['contributor']>;
/** A series with a page of the volumes that are to come, the lowest first. */
export type Series = NonNullable<SeriesQuery['series']>;
export type Viewer = NonNullable<ViewerQuery['viewer']>;
export type BookEventPage = { events: BookEvent[]; endCursor: string; hasNextPage: boolean };

export interface ShinkanClientOptions extends Credentials {
  /** The address of the GraphQL API, `https://…/graphql`. */
  endpoint: string;
  /** The address for live events, `wss://…`; derived from `endpoint` as AppSync does when left out. */
  realtimeEndpoint?: string;
}

/** Which page of a list: how many, 1 to 100, and behind which cursor. */
export interface PageOptions {
  first?: number;
  after?: string;
}

/** Shinkan for another program. Every method throws a `ShinkanError` for what the API refuses. */
export interface ShinkanClient {
  /** One page of upcoming books, soonest first unless another order is asked for. */
  upcomingBooks(
    options?: PageOptions & { filter?: UpcomingBooksFilter; orderBy?: UpcomingBooksOrder },
  ): Promise<BookPage>;
  /** Every upcoming book that fits, soonest first; pages are fetched as they are needed. */
  everyUpcomingBook(filter?: UpcomingBooksFilter): AsyncGenerator<Book, void, undefined>;
  /** Null when no book has this id. */
  book(id: string): Promise<Book | null>;
  booksByIsbn(isbn: string): Promise<Book[]>;
  /** By the id at a book's contributor, with a page of their upcoming books; null when there is none. */
  contributor(id: string, options?: PageOptions): Promise<Contributor | null>;
  /** By the id at a book's place in it, with a page of its upcoming volumes; null when there is none. */
  series(id: string, options?: PageOptions): Promise<Series | null>;
  /** A stretch of the log, oldest first, of some kinds or of one book alone where they are given. */
  bookEvents(
    options?: PageOptions & { kinds?: BookEventKind[]; bookId?: string },
  ): Promise<BookEventPage>;
  latestBookEventCursor(): Promise<string>;
  /** The member whose access token it is, with a page of their subscriptions; null without. */
  viewer(options?: PageOptions): Promise<Viewer | null>;
  /** `wording` names the words beside your button, which are recorded as consent; `JA_1` when left out. */
  subscribeToBook(bookId: string, wording?: ConsentWording): Promise<BookSubscription>;
  /** Null when there was no subscription. */
  unsubscribeFromBook(bookId: string): Promise<BookSubscription | null>;
  /** How the member is mailed from now on; what `input` leaves out stays as it is. */
  setMailSettings(input: MailSettingsInput): Promise<MailSettings>;
  /** Follows what happens to books, live and without gaps; see `followBookEvents`. */
  onBookEvents(options: Omit<FollowOptions, 'realtime' | 'request'>): Following;
  /** For a document of one's own. */
  request: Requester;
  /** Ends everything that follows, and closes the live connection. */
  close(): void;
}

/** Opens a client. Nothing is sent before the first call. */
export function createShinkanClient(options: ShinkanClientOptions): ShinkanClient {
  const authorization = authorizationFor(options);
  const request = createRequester({ endpoint: options.endpoint, authorization });
  const url = options.realtimeEndpoint ?? realtimeEndpointOf(options.endpoint);
  const realtime = createRealtime({ url, authorization });
  const followings = new Set<Following>();

  const upcomingBooks: ShinkanClient['upcomingBooks'] = async (asked = {}) =>
    (await request(UpcomingBooksDocument, asked)).upcomingBooks;

  return {
    async *everyUpcomingBook(filter = {}) {
      let after: string | null = null;
      do {
        const page: BookPage = await upcomingBooks({
          filter,
          first: 100,
          ...(after === null ? {} : { after }),
        });
        for (const { node } of page.edges) yield node;
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
    },
    upcomingBooks,
    book: async (id) => (await request(BookDocument, { id })).book,
    booksByIsbn: async (isbn) => (await request(BooksByIsbnDocument, { isbn })).booksByIsbn,
    contributor: async (id, asked = {}) =>
      (await request(ContributorDocument, { id, ...asked })).contributor,
    series: async (id, asked = {}) => (await request(SeriesDocument, { id, ...asked })).series,
    bookEvents: async (asked = {}) => (await request(BookEventsDocument, asked)).bookEvents,
    latestBookEventCursor: async () =>
      (await request(LatestBookEventCursorDocument, {})).latestBookEventCursor,
    viewer: async (asked = {}) => (await request(ViewerDocument, asked)).viewer,
    subscribeToBook: async (bookId, wording = 'JA_1') =>
      (await request(SubscribeToBookDocument, { bookId, wording })).subscribeToBook,
    unsubscribeFromBook: async (bookId) =>
      (await request(UnsubscribeFromBookDocument, { bookId })).unsubscribeFromBook,
    setMailSettings: async (input) =>
      (await request(SetMailSettingsDocument, { input })).setMailSettings,
    onBookEvents(asked) {
      const { cursor, stop } = followBookEvents({ ...asked, realtime, request });
      const following: Following = {
        cursor,
        stop() {
          followings.delete(following);
          stop();
        },
      };
      followings.add(following);
      return following;
    },
    request,
    close() {
      for (const following of [...followings]) following.stop();
      realtime.close();
    },
  };
}
