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
  type ContributorRole,
  LatestBookEventCursorDocument,
  type MailSettingsFieldsFragment,
  type MailSettingsInput,
  SeriesDocument,
  type SeriesQuery,
  SetMailSettingsDocument,
  type StandingConsentWording,
  type StandingSubscriptionFieldsFragment,
  StandingSubscriptionsDocument,
  type StandingSubscriptionsQuery,
  SubscribeToBookDocument,
  SubscribeToContributorDocument,
  SubscribeToSeriesDocument,
  SuggestDocument,
  type SuggestQuery,
  UnsubscribeFromBookDocument,
  UnsubscribeFromContributorDocument,
  UnsubscribeFromSeriesDocument,
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
/** A member's wish to be told of each new book by a contributor, or of a series. */
export type StandingSubscription = StandingSubscriptionFieldsFragment;
export type StandingSubscriptionPage = NonNullable<
  StandingSubscriptionsQuery['viewer']
>['standingSubscriptions'];
/** Books, contributors and series that may be meant. */
export type Suggestions = SuggestQuery['suggest'];
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
  /** What a reader may mean who has begun to type; `first` of each kind, 1 to 10. */
  suggest(text: string, first?: number): Promise<Suggestions>;
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
  /** The contributors and series that the member waits for; null without an access token. */
  standingSubscriptions(options?: PageOptions): Promise<StandingSubscriptionPage | null>;
  /** In the usual roles when `roles` is left out; `wording` as with `subscribeToBook`, of its own words. */
  subscribeToContributor(
    contributorId: string,
    options?: { roles?: ContributorRole[]; wording?: StandingConsentWording },
  ): Promise<StandingSubscription>;
  /** Null when the member did not wait for them. */
  unsubscribeFromContributor(contributorId: string): Promise<StandingSubscription | null>;
  subscribeToSeries(
    seriesId: string,
    options?: { wording?: StandingConsentWording },
  ): Promise<StandingSubscription>;
  /** Null when the member did not wait for it. */
  unsubscribeFromSeries(seriesId: string): Promise<StandingSubscription | null>;
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
    suggest: async (text, first = 5) => (await request(SuggestDocument, { text, first })).suggest,
    bookEvents: async (asked = {}) => (await request(BookEventsDocument, asked)).bookEvents,
    latestBookEventCursor: async () =>
      (await request(LatestBookEventCursorDocument, {})).latestBookEventCursor,
    viewer: async (asked = {}) => (await request(ViewerDocument, asked)).viewer,
    subscribeToBook: async (bookId, wording = 'JA_1') =>
      (await request(SubscribeToBookDocument, { bookId, wording })).subscribeToBook,
    unsubscribeFromBook: async (bookId) =>
      (await request(UnsubscribeFromBookDocument, { bookId })).unsubscribeFromBook,
    standingSubscriptions: async (asked = {}) =>
      (await request(StandingSubscriptionsDocument, asked)).viewer?.standingSubscriptions ?? null,
    subscribeToContributor: async (contributorId, { roles, wording = 'JA_1' } = {}) =>
      (
        await request(SubscribeToContributorDocument, {
          contributorId,
          wording,
          ...(roles && { roles }),
        })
      ).subscribeToContributor,
    unsubscribeFromContributor: async (contributorId) =>
      (await request(UnsubscribeFromContributorDocument, { contributorId }))
        .unsubscribeFromContributor,
    subscribeToSeries: async (seriesId, { wording = 'JA_1' } = {}) =>
      (await request(SubscribeToSeriesDocument, { seriesId, wording })).subscribeToSeries,
    unsubscribeFromSeries: async (seriesId) =>
      (await request(UnsubscribeFromSeriesDocument, { seriesId })).unsubscribeFromSeries,
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
