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
/** A contributor with a page of their upcoming books. */
export type Contributor = NonNullable<ContributorQuery['contributor']>;
/** A series with a page of its upcoming volumes, lowest first. */
export type Series = NonNullable<SeriesQuery['series']>;
/** A member's standing subscription to a contributor or series. */
export type StandingSubscription = StandingSubscriptionFieldsFragment;
export type StandingSubscriptionPage = NonNullable<
  StandingSubscriptionsQuery['viewer']
>['standingSubscriptions'];
/** Suggested books, contributors and series. */
export type Suggestions = SuggestQuery['suggest'];
export type Viewer = NonNullable<ViewerQuery['viewer']>;
export type BookEventPage = { events: BookEvent[]; endCursor: string; hasNextPage: boolean };

export interface ShinkanClientOptions extends Credentials {
  /** The address of the GraphQL API, `https://…/graphql`. */
  endpoint: string;
  /**
   * The address for live events, `wss://…`; if omitted, derived from `endpoint` as AppSync does.
   */
  realtimeEndpoint?: string;
}

/** A page of a list: its size, 1 to 100, and the cursor before it. */
export interface PageOptions {
  first?: number;
  after?: string;
}

/**
 * Shinkan for another program. Every method throws a `ShinkanError` if the API rejects the request.
 */
export interface ShinkanClient {
  /** Returns one page of upcoming books, soonest first by default. */
  upcomingBooks(
    options?: PageOptions & { filter?: UpcomingBooksFilter; orderBy?: UpcomingBooksOrder },
  ): Promise<BookPage>;
  /** Yields every matching upcoming book, soonest first; fetches pages as needed. */
  everyUpcomingBook(filter?: UpcomingBooksFilter): AsyncGenerator<Book, void, undefined>;
  /** Returns null if no book has this id. */
  book(id: string): Promise<Book | null>;
  booksByIsbn(isbn: string): Promise<Book[]>;
  /**
   * Takes the contributor id from a book; includes a page of their upcoming books. Null if there is
   * none.
   */
  contributor(id: string, options?: PageOptions): Promise<Contributor | null>;
  /**
   * Takes the series id from a book; includes a page of its upcoming volumes. Null if there is
   * none.
   */
  series(id: string, options?: PageOptions): Promise<Series | null>;
  /** Suggests completions of a started search text; `first` of each kind, 1 to 10. */
  suggest(text: string, first?: number): Promise<Suggestions>;
  /**
   * Returns a page of the event log, oldest first, limited to some kinds or to one book if given.
   */
  bookEvents(
    options?: PageOptions & { kinds?: BookEventKind[]; bookId?: string },
  ): Promise<BookEventPage>;
  latestBookEventCursor(): Promise<string>;
  /** Returns the access token's member with a page of their subscriptions; null without a token. */
  viewer(options?: PageOptions): Promise<Viewer | null>;
  /**
   * `wording` names the text beside your button, which is recorded as consent; `JA_1` by default.
   */
  subscribeToBook(bookId: string, wording?: ConsentWording): Promise<BookSubscription>;
  /** Returns null if there was no subscription. */
  unsubscribeFromBook(bookId: string): Promise<BookSubscription | null>;
  /** Returns the member's standing subscriptions; null without an access token. */
  standingSubscriptions(options?: PageOptions): Promise<StandingSubscriptionPage | null>;
  /**
   * Uses the default roles if `roles` is omitted; `wording` as in `subscribeToBook`, with its own
   * texts.
   */
  subscribeToContributor(
    contributorId: string,
    options?: { roles?: ContributorRole[]; wording?: StandingConsentWording },
  ): Promise<StandingSubscription>;
  /** Returns null if there was no standing subscription. */
  unsubscribeFromContributor(contributorId: string): Promise<StandingSubscription | null>;
  subscribeToSeries(
    seriesId: string,
    options?: { wording?: StandingConsentWording },
  ): Promise<StandingSubscription>;
  /** Returns null if there was no standing subscription. */
  unsubscribeFromSeries(seriesId: string): Promise<StandingSubscription | null>;
  /** Changes the member's mail settings; what `input` omits stays as it is. */
  setMailSettings(input: MailSettingsInput): Promise<MailSettings>;
  /** Follows the event log, live and without gaps; see `followBookEvents`. */
  onBookEvents(options: Omit<FollowOptions, 'realtime' | 'request'>): Following;
  /** Sends a document of your own. */
  request: Requester;
  /** Stops everything that follows the log and closes the live connection. */
  close(): void;
}

/** Creates a client. Sends nothing before the first call. */
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
