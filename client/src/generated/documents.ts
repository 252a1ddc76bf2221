/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What happened to a book. */
export type BookEventKind =
  | 'ANNOUNCED'
  | 'CANCELLED'
  /**
   * The shop has begun to sell it. A book that was withdrawn and is sold again 30 days or more after
   * this event has a second one.
   */
  | 'ON_SALE'
  /** Its release date changed. */
  | 'RESCHEDULED'
  /** It was cancelled and has been announced again. */
  | 'REVIVED';

/** A book's status. */
export type BookStatus =
  /** The publisher has cancelled it. */
  | 'CANCELLED'
  /** The shop sells it. */
  | 'ON_SALE'
  /** It has disappeared from the feed without being cancelled. */
  | 'UNCONFIRMED'
  /**
   * Announced. The shop does not sell it yet, whatever its date says. A book that the shop withdraws
   * within 30 days of its `ON_SALE` event becomes upcoming again, without an event.
   */
  | 'UPCOMING';

/** What operators can join. */
export type CatalogueKind =
  | 'CONTRIBUTOR'
  | 'SERIES';

/**
 * The consent wording of a subscription, in the language shown beside the button. A wording whose
 * meaning changes gets a new number.
 */
export type ConsentWording =
  /** For each book on which you press “Tell me when it’s out”, we mail the address of your membership when it goes on sale, moves, is cancelled or is planned again. You can stop at any time. */
  | 'EN_1'
  /** 「発売を知らせて」を押した本の発売・発売日の変更・発売中止とその取り消しを、会員登録のメールアドレスにお知らせします。いつでもやめられます。 */
  | 'JA_1';

/** A contributor's role. `UNSPECIFIED` if the feed did not say. */
export type ContributorRole =
  | 'ARTIST'
  | 'AUTHOR'
  | 'EDITOR'
  | 'ILLUSTRATOR'
  | 'MUSIC'
  | 'ORIGINAL'
  | 'OTHER'
  | 'PHOTOGRAPHER'
  | 'SUPERVISOR'
  | 'TRANSLATOR'
  | 'UNSPECIFIED';

export type IngestDecisionKind =
  | 'APPROVE'
  | 'DISCARD';

export type IngestDecisionState =
  /** Nothing was changed and the run is still held; the decision may be repeated. */
  | 'FAILED'
  | 'UNDER_WAY';

/** The state of an ingest run. */
export type IngestRunState =
  /** An operator discarded it, or it was only a preview; nothing changed. */
  | 'DISCARDED'
  /** Something looks wrong; an operator must decide. */
  | 'HELD'
  | 'MERGED'
  /** The file could not be read at all; nothing changed. */
  | 'REFUSED'
  /** All rows have been read; nothing is merged yet. */
  | 'STAGED'
  /** Its rows are being read. */
  | 'STAGING';

/** A language of mails. */
export type MailLanguage =
  | 'EN'
  | 'JA';

/** Changes to a member's mail settings. Fields that are omitted or null stay as they are. */
export type MailSettingsInput = {
  language?: MailLanguage | null | undefined;
  /** True stops all mails; false resumes them. */
  stopped?: boolean | null | undefined;
};

/** The state of a mail to a member, those needing most attention first. */
export type OutgoingMailState =
  /** It failed for good, for the given reason; an operator may retry it. */
  | 'FAILED'
  /** A sender is working on it. */
  | 'SENDING'
  /** SES has accepted it. */
  | 'SENT'
  /** Not sent for a legitimate reason, such as an ended subscription. */
  | 'SKIPPED'
  /**
   * Nobody knows whether it was sent: its sender died or SES gave no response. It is retried when its
   * lease ends, unless SES reports it as sent before. Normally there are none.
   */
  | 'UNCERTAIN'
  /** Certainly unsent and postponed until its next attempt. */
  | 'WAITING';

/**
 * How exactly a release date is known. A name ending in `_AROUND` means that the source called the
 * date approximate (頃).
 */
export type ReleasePrecision =
  | 'DAY'
  | 'DAY_AROUND'
  /** A day or later; `latest` is null. */
  | 'FROM'
  | 'HALF_MONTH'
  | 'HALF_YEAR'
  | 'MONTH'
  | 'MONTH_AROUND'
  | 'QUARTER'
  | 'RANGE'
  | 'SEASON'
  | 'SEASON_AROUND'
  /** A third of a month: 上旬, 中旬, 下旬. */
  | 'THIRD'
  | 'THIRD_AROUND'
  /** Not announced; both ends are null. */
  | 'UNKNOWN'
  /** A day or earlier; `earliest` is null. */
  | 'UNTIL'
  | 'WEEK'
  | 'YEAR'
  | 'YEAR_AROUND';

/**
 * The consent wording of a standing subscription, in the language shown beside the button. A wording
 * whose meaning changes gets a new number.
 */
export type StandingConsentWording =
  /** For each author or series for which you press “Tell me of new books”, we mail the address of your membership when a new book is announced, and when it goes on sale, moves, is cancelled or is planned again. You can stop at any time. */
  | 'EN_1'
  /** 「新刊を知らせて」を押した著者・シリーズの新刊の案内と、その本の発売・発売日の変更・発売中止とその取り消しを、会員登録のメールアドレスにお知らせします。いつでもやめられます。 */
  | 'JA_1';

/** The file to ingest and how to read it. */
export type StartIngestRunInput = {
  /**
   * Only preview: the run ends as `DISCARDED` with a preview. A file whose very bytes were merged
   * before ends as `MERGED` with `repeatOf` and no preview, because it would change nothing.
   */
  dryRun?: boolean | null | undefined;
  /** Such as `utf-8`, at most 32 ASCII characters; the profile's own if empty. */
  encoding?: string | null | undefined;
  /** The key of the object in the feed bucket, 1 to 255 characters. */
  key: string;
  /** The feed profile, such as `shinkan`: 1 to 32 ASCII letters, digits and signs. */
  profile: string;
};

/** What a member asked for. */
export type SubscriptionReasonKind =
  | 'BOOK'
  | 'CONTRIBUTOR'
  | 'SERIES';

/** Which upcoming books to list. All given conditions must hold. */
export type UpcomingBooksFilter = {
  /** Books of exactly this form, such as `文庫`. */
  form?: string | null | undefined;
  /** Books that may be released on or after this day (a day in Japan). */
  from?: string | null | undefined;
  /** Books of exactly this label. */
  label?: string | null | undefined;
  /** Books that cost at least this many yen (`priceWithTax`); books without a price are excluded. */
  priceFrom?: number | null | undefined;
  /** Books that cost at most this many yen (`priceWithTax`); books without a price are excluded. */
  priceTo?: number | null | undefined;
  /** Books of exactly this publisher. */
  publisher?: string | null | undefined;
  /** If true, only books that the caller has subscribed to; an empty list if nobody is signed in. */
  subscribed?: boolean | null | undefined;
  /**
   * Books that contain each of these words in their title, subtitle, reading, volume, contributors,
   * series or publisher, or have it as ISBN: at most eight words separated by spaces and 200
   * characters in total. Letter case, kana, width, old forms of kanji and punctuation are ignored.
   * Cursors of a list with a text are valid only for lists with a text.
   */
  text?: string | null | undefined;
  /** Books that may be released on or before this day (a day in Japan). */
  to?: string | null | undefined;
};

/** The order in which upcoming books are listed. */
export type UpcomingBooksOrder =
  /** By announcement, newest first. */
  | 'ANNOUNCED'
  /** By earliest possible release day, soonest first. */
  | 'RELEASE';

export type ReleaseFieldsFragment = { earliest: string | null, latest: string | null, precision: ReleasePrecision, text: string };

export type BookFieldsFragment = { id: string, isbn: string | null, title: string, subtitle: string | null, titleReading: string | null, volume: string | null, edition: string | null, publisher: string | null, seller: string | null, label: string | null, price: number | null, priceWithTax: number | null, setPrice: number | null, form: string | null, pages: string | null, description: string | null, coverUrl: string | null, status: BookStatus, onSaleAt: string | null, productUrl: string | null, subscribed: boolean | null, contributors: Array<{ name: string, reading: string | null, role: ContributorRole, roleText: string | null, contributor: { id: string, name: string } | null }>, series: Array<{ name: string, number: string | null }>, seriesPlace: { number: number | null, series: { id: string, name: string } } | null, release: { earliest: string | null, latest: string | null, precision: ReleasePrecision, text: string } };

export type BookPageFieldsFragment = { edges: Array<{ cursor: string, node: { id: string, isbn: string | null, title: string, subtitle: string | null, titleReading: string | null, volume: string | null, edition: string | null, publisher: string | null, seller: string | null, label: string | null, price: number | null, priceWithTax: number | null, setPrice: number | null, form: string | null, pages: string | null, description: string | null, coverUrl: string | null, status: BookStatus, onSaleAt: string | null, productUrl: string | null, subscribed: boolean | null, contributors: Array<{ name: string, reading: string | null, role: ContributorRole, roleText: string | null, contributor: { id: string, name: string } | null }>, series: Array<{ name: string, number: string | null }>, seriesPlace: { number: number | null, series: { id: string, name: string } } | null, release: { earliest: string | null, latest: string | null, precision: ReleasePrecision, text: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } };

export type UpcomingBooksQueryVariables = Exact<{
  filter?: UpcomingBooksFilter | null | undefined;
  orderBy?: UpcomingBooksOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type UpcomingBooksQuery = { upcomingBooks: { edges: Array<{ cursor: string, node: { id: string, isbn: string | null, title: string, subtitle: string | null, titleReading: string | null, volume: string | null, edition: string | null, publisher: string | null, seller: string | null, label: string | null, price: number | null, priceWithTax: number | null, setPrice: number | null, form: string | null, pages: string | null, description: string | null, coverUrl: string | null, status: BookStatus, onSaleAt: string | null, productUrl: string | null, subscribed: boolean | null, contributors: Array<{ name: string, reading: string | null, role: ContributorRole, roleText: string | null, contributor: { id: string, name: string } | null }>, series: Array<{ name: string, number: string | null }>, seriesPlace: { number: number | null, series: { id: string, name: string } } | null, release: { earliest: string | null, latest: string | null, precision: ReleasePrecision, text: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type BookQueryVariables = Exact<{
  id: string;
}>;


export type BookQuery = { book: { id: string, isbn: string | null, title: string, subtitle: string | null, titleReading: string | null, volume: string | null, edition: string | null, publisher: string | null, seller: string | null, label: string | null, price: number | null, priceWithTax: number | null, setPrice: number | null, form: string | null, pages: string | null, description: string | null, coverUrl: string | null, status: BookStatus, onSaleAt: string | null, productUrl: string | null, subscribed: boolean | null, contributors: Array<{ name: string, reading: string | null, role: ContributorRole, roleText: string | null, contributor: { id: string, name: string } | null }>, series: Array<{ name: string, number: string | null }>, seriesPlace: { number: number | null, series: { id: string, name: string } } | null, release: { earliest: string | null, latest: string | null, precision: ReleasePrecision, text: string } } | null };

export type BooksByIsbnQueryVariables = Exact<{
  isbn: string;
}>;


export type BooksByIsbnQuery = { booksByIsbn: Array<{ id: string, isbn: string | null, title: string, subtitle: string | null, titleReading: string | null, volume: string | null, edition: string | null, publisher: string | null, seller: string | null, label: string | null, price: number | null, priceWithTax: number | null, setPrice: number | null, form: string | null, pages: string | null, description: string | null, coverUrl: string | null, status: BookStatus, onSaleAt: string | null, productUrl: string | null, subscribed: boolean | null, contributors: Array<{ name: string, reading: string | null, role: ContributorRole, roleText: string | null, contributor: { id: string, name: string } | null }>, series: Array<{ name: string, number: string | null }>, seriesPlace: { number: number | null, series: { id: string, name: string } } | null, release: { earliest: string | null, latest: string | null, precision: ReleasePrecision, text: string } }> };

export type BookEventFieldsFragment = { seq: string, kind: BookEventKind, bookId: string, occurredAt: string, change: { from: { earliest: string | null, latest: string | null, precision: ReleasePrecision, text: string }, to: { earliest: string | null, latest: string | null, precision: ReleasePrecision, text: string } } | null, book: { id: string, isbn: string | null, title: string, subtitle: string | null, titleReading: string | null, volume: string | null, edition: string | null, publisher: string | null, seller: string | null, label: string | null, price: number | null, priceWithTax: number | null, setPrice: number | null, form: string | null, pages: string | null, description: string | null, coverUrl: string | null, status: BookStatus, onSaleAt: string | null, productUrl: string | null, subscribed: boolean | null, contributors: Array<{ name: string, reading: string | null, role: ContributorRole, roleText: string | null, contributor: { id: string, name: string } | null }>, series: Array<{ name: string, number: string | null }>, seriesPlace: { number: number | null, series: { id: string, name: string } } | null, release: { earliest: string | null, latest: string | null, precision: ReleasePrecision, text: string } } };

export type BookEventsQueryVariables = Exact<{
  after?: string | null | undefined;
  first?: number | null | undefined;
  kinds?: Array<BookEventKind> | BookEventKind | null | undefined;
  bookId?: string | null | undefined;
}>;


export type BookEventsQuery = { bookEvents: { endCursor: string, hasNextPage: boolean, events: Array<{ seq: string, kind: BookEventKind, bookId: string, occurredAt: string, change: { from: { earliest: string | null, latest: string | null, precision: ReleasePrecision, text: string }, to: { earliest: string | null, latest: string | null, precision: ReleasePrecision, text: string } } | null, book: { id: string, isbn: string | null, title: string, subtitle: string | null, titleReading: string | null, volume: string | null, edition: string | null, publisher: string | null, seller: string | null, label: string | null, price: number | null, priceWithTax: number | null, setPrice: number | null, form: string | null, pages: string | null, description: string | null, coverUrl: string | null, status: BookStatus, onSaleAt: string | null, productUrl: string | null, subscribed: boolean | null, contributors: Array<{ name: string, reading: string | null, role: ContributorRole, roleText: string | null, contributor: { id: string, name: string } | null }>, series: Array<{ name: string, number: string | null }>, seriesPlace: { number: number | null, series: { id: string, name: string } } | null, release: { earliest: string | null, latest: string | null, precision: ReleasePrecision, text: string } } }> } };

export type LatestBookEventCursorQueryVariables = Exact<{ [key: string]: never; }>;


export type LatestBookEventCursorQuery = { latestBookEventCursor: string };

export type OnBookEventSubscriptionVariables = Exact<{
  bookId?: string | null | undefined;
  kind?: BookEventKind | null | undefined;
}>;


export type OnBookEventSubscription = { onBookEvent: { seq: string, kind: BookEventKind, bookId: string, occurredAt: string, change: { from: { earliest: string | null, latest: string | null, precision: ReleasePrecision, text: string }, to: { earliest: string | null, latest: string | null, precision: ReleasePrecision, text: string } } | null, book: { id: string, isbn: string | null, title: string, subtitle: string | null, titleReading: string | null, volume: string | null, edition: string | null, publisher: string | null, seller: string | null, label: string | null, price: number | null, priceWithTax: number | null, setPrice: number | null, form: string | null, pages: string | null, description: string | null, coverUrl: string | null, status: BookStatus, onSaleAt: string | null, productUrl: string | null, subscribed: boolean | null, contributors: Array<{ name: string, reading: string | null, role: ContributorRole, roleText: string | null, contributor: { id: string, name: string } | null }>, series: Array<{ name: string, number: string | null }>, seriesPlace: { number: number | null, series: { id: string, name: string } } | null, release: { earliest: string | null, latest: string | null, precision: ReleasePrecision, text: string } } } | null };

export type ContributorQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ContributorQuery = { contributor: { id: string, name: string, reading: string | null, aliases: Array<string>, upcomingBooks: { edges: Array<{ cursor: string, node: { id: string, isbn: string | null, title: string, subtitle: string | null, titleReading: string | null, volume: string | null, edition: string | null, publisher: string | null, seller: string | null, label: string | null, price: number | null, priceWithTax: number | null, setPrice: number | null, form: string | null, pages: string | null, description: string | null, coverUrl: string | null, status: BookStatus, onSaleAt: string | null, productUrl: string | null, subscribed: boolean | null, contributors: Array<{ name: string, reading: string | null, role: ContributorRole, roleText: string | null, contributor: { id: string, name: string } | null }>, series: Array<{ name: string, number: string | null }>, seriesPlace: { number: number | null, series: { id: string, name: string } } | null, release: { earliest: string | null, latest: string | null, precision: ReleasePrecision, text: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type SeriesQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SeriesQuery = { series: { id: string, name: string, reading: string | null, aliases: Array<string>, upcomingBooks: { edges: Array<{ cursor: string, node: { id: string, isbn: string | null, title: string, subtitle: string | null, titleReading: string | null, volume: string | null, edition: string | null, publisher: string | null, seller: string | null, label: string | null, price: number | null, priceWithTax: number | null, setPrice: number | null, form: string | null, pages: string | null, description: string | null, coverUrl: string | null, status: BookStatus, onSaleAt: string | null, productUrl: string | null, subscribed: boolean | null, contributors: Array<{ name: string, reading: string | null, role: ContributorRole, roleText: string | null, contributor: { id: string, name: string } | null }>, series: Array<{ name: string, number: string | null }>, seriesPlace: { number: number | null, series: { id: string, name: string } } | null, release: { earliest: string | null, latest: string | null, precision: ReleasePrecision, text: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type CatalogueJoinFieldsFragment = { id: string, kind: CatalogueKind, fromId: string, fromName: string, intoId: string, intoName: string, joinedBy: string, joinedAt: string, separatedBy: string | null, separatedAt: string | null };

export type CatalogueJoinsQueryVariables = Exact<{
  kind: CatalogueKind;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CatalogueJoinsQuery = { catalogueJoins: { endCursor: string | null, joins: Array<{ id: string, kind: CatalogueKind, fromId: string, fromName: string, intoId: string, intoName: string, joinedBy: string, joinedAt: string, separatedBy: string | null, separatedAt: string | null }> } };

export type JoinInCatalogueMutationVariables = Exact<{
  kind: CatalogueKind;
  from: string;
  into: string;
}>;


export type JoinInCatalogueMutation = { joinInCatalogue: { id: string, kind: CatalogueKind, fromId: string, fromName: string, intoId: string, intoName: string, joinedBy: string, joinedAt: string, separatedBy: string | null, separatedAt: string | null } };

export type SeparateInCatalogueMutationVariables = Exact<{
  id: string;
}>;


export type SeparateInCatalogueMutation = { separateInCatalogue: { id: string, kind: CatalogueKind, fromId: string, fromName: string, intoId: string, intoName: string, joinedBy: string, joinedAt: string, separatedBy: string | null, separatedAt: string | null } };

export type IngestRunFieldsFragment = { id: string, profile: string, fileName: string, state: IngestRunState, startedAt: string, finishedAt: string | null, records: number, created: number, changed: number, unchanged: number, held: number, rejected: number, reason: string | null, reasonCode: string | null, byteCount: number, contentHash: string | null, baseDate: string | null, repeatOf: string | null, approvedBy: string | null, approvedAt: string | null, discardedBy: string | null, discardedAt: string | null, progress: { rowsRead: number, bytesRead: number, bytesTotal: number | null } };

export type IngestDecisionFieldsFragment = { kind: IngestDecisionKind, state: IngestDecisionState, by: string, at: string, reason: string | null };

export type IngestRunsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type IngestRunsQuery = { ingestRuns: { endCursor: string | null, runs: Array<{ id: string, profile: string, fileName: string, state: IngestRunState, startedAt: string, finishedAt: string | null, records: number, created: number, changed: number, unchanged: number, held: number, rejected: number, reason: string | null, reasonCode: string | null, byteCount: number, contentHash: string | null, baseDate: string | null, repeatOf: string | null, approvedBy: string | null, approvedAt: string | null, discardedBy: string | null, discardedAt: string | null, progress: { rowsRead: number, bytesRead: number, bytesTotal: number | null } }> } };

export type IngestRunQueryVariables = Exact<{
  id: string;
}>;


export type IngestRunQuery = { ingestRun: { id: string, profile: string, fileName: string, state: IngestRunState, startedAt: string, finishedAt: string | null, records: number, created: number, changed: number, unchanged: number, held: number, rejected: number, reason: string | null, reasonCode: string | null, byteCount: number, contentHash: string | null, baseDate: string | null, repeatOf: string | null, approvedBy: string | null, approvedAt: string | null, discardedBy: string | null, discardedAt: string | null, decision: { kind: IngestDecisionKind, state: IngestDecisionState, by: string, at: string, reason: string | null } | null, notes: { header: string | null, unknownColumns: Array<string>, encodingDoubt: string | null, mendings: Array<{ kind: string, count: number, examples: Array<{ line: number, column: string, seen: string, became: string }> }>, unknownRoles: Array<{ word: string, count: number }> } | null, preview: { records: number, created: number, changed: number, unchanged: number, held: number, rejected: number, unconfirmed: number, events: Array<{ kind: BookEventKind, count: number, subscriptions: number, examples: Array<{ bookId: string, title: string | null, change: { from: { earliest: string | null, latest: string | null, precision: ReleasePrecision, text: string }, to: { earliest: string | null, latest: string | null, precision: ReleasePrecision, text: string } } | null }> }> } | null, progress: { rowsRead: number, bytesRead: number, bytesTotal: number | null } } | null };

export type IngestRejectsQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type IngestRejectsQuery = { ingestRun: { rejects: { endCursor: string | null, rejects: Array<{ record: number, line: number, byteOffset: number, column: string | null, reasonCode: string, reason: string, raw: string }> } } | null };

export type CreateIngestUploadMutationVariables = Exact<{
  fileName: string;
}>;


export type CreateIngestUploadMutation = { createIngestUpload: { key: string, url: string, expiresAt: string } };

export type StartIngestRunMutationVariables = Exact<{
  input: StartIngestRunInput;
}>;


export type StartIngestRunMutation = { startIngestRun: { id: string, profile: string, fileName: string, state: IngestRunState, startedAt: string, finishedAt: string | null, records: number, created: number, changed: number, unchanged: number, held: number, rejected: number, reason: string | null, reasonCode: string | null, byteCount: number, contentHash: string | null, baseDate: string | null, repeatOf: string | null, approvedBy: string | null, approvedAt: string | null, discardedBy: string | null, discardedAt: string | null, progress: { rowsRead: number, bytesRead: number, bytesTotal: number | null } } };

export type ApproveIngestRunMutationVariables = Exact<{
  id: string;
}>;


export type ApproveIngestRunMutation = { approveIngestRun: { id: string, profile: string, fileName: string, state: IngestRunState, startedAt: string, finishedAt: string | null, records: number, created: number, changed: number, unchanged: number, held: number, rejected: number, reason: string | null, reasonCode: string | null, byteCount: number, contentHash: string | null, baseDate: string | null, repeatOf: string | null, approvedBy: string | null, approvedAt: string | null, discardedBy: string | null, discardedAt: string | null, decision: { kind: IngestDecisionKind, state: IngestDecisionState, by: string, at: string, reason: string | null } | null, progress: { rowsRead: number, bytesRead: number, bytesTotal: number | null } } };

export type DiscardIngestRunMutationVariables = Exact<{
  id: string;
}>;


export type DiscardIngestRunMutation = { discardIngestRun: { id: string, profile: string, fileName: string, state: IngestRunState, startedAt: string, finishedAt: string | null, records: number, created: number, changed: number, unchanged: number, held: number, rejected: number, reason: string | null, reasonCode: string | null, byteCount: number, contentHash: string | null, baseDate: string | null, repeatOf: string | null, approvedBy: string | null, approvedAt: string | null, discardedBy: string | null, discardedAt: string | null, decision: { kind: IngestDecisionKind, state: IngestDecisionState, by: string, at: string, reason: string | null } | null, progress: { rowsRead: number, bytesRead: number, bytesTotal: number | null } } };

export type OutgoingMailFieldsFragment = { id: string, state: OutgoingMailState, attempts: number, mayHaveArrived: boolean, createdAt: string, settledAt: string | null, nextAttemptAt: string | null, reason: string | null, messageId: string | null, retriedBy: string | null, retriedAt: string | null, noteCount: number };

export type OutgoingMailsQueryVariables = Exact<{
  state?: OutgoingMailState | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OutgoingMailsQuery = { outgoingMails: { endCursor: string | null, mails: Array<{ id: string, state: OutgoingMailState, attempts: number, mayHaveArrived: boolean, createdAt: string, settledAt: string | null, nextAttemptAt: string | null, reason: string | null, messageId: string | null, retriedBy: string | null, retriedAt: string | null, noteCount: number }> } };

export type OutgoingMailQueryVariables = Exact<{
  id: string;
}>;


export type OutgoingMailQuery = { outgoingMail: { id: string, state: OutgoingMailState, attempts: number, mayHaveArrived: boolean, createdAt: string, settledAt: string | null, nextAttemptAt: string | null, reason: string | null, messageId: string | null, retriedBy: string | null, retriedAt: string | null, noteCount: number, notes: Array<{ seq: string, kind: BookEventKind, bookId: string, state: OutgoingMailState, reason: string | null }> } | null };

export type OutgoingMailCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type OutgoingMailCountsQuery = { outgoingMailCounts: { waiting: number, due: number, oldestDueAt: string | null, sending: number, uncertain: number, failed: number, sentLastDay: number, skippedLastDay: number } };

export type RetryOutgoingMailMutationVariables = Exact<{
  id: string;
  mayHaveArrived?: boolean | null | undefined;
}>;


export type RetryOutgoingMailMutation = { retryOutgoingMail: { id: string, state: OutgoingMailState, attempts: number, mayHaveArrived: boolean, createdAt: string, settledAt: string | null, nextAttemptAt: string | null, reason: string | null, messageId: string | null, retriedBy: string | null, retriedAt: string | null, noteCount: number } };

export type BookSubscriptionFieldsFragment = { bookId: string, since: string, reasons: Array<{ kind: SubscriptionReasonKind, id: string, name: string }>, book: { id: string, isbn: string | null, title: string, subtitle: string | null, titleReading: string | null, volume: string | null, edition: string | null, publisher: string | null, seller: string | null, label: string | null, price: number | null, priceWithTax: number | null, setPrice: number | null, form: string | null, pages: string | null, description: string | null, coverUrl: string | null, status: BookStatus, onSaleAt: string | null, productUrl: string | null, subscribed: boolean | null, contributors: Array<{ name: string, reading: string | null, role: ContributorRole, roleText: string | null, contributor: { id: string, name: string } | null }>, series: Array<{ name: string, number: string | null }>, seriesPlace: { number: number | null, series: { id: string, name: string } } | null, release: { earliest: string | null, latest: string | null, precision: ReleasePrecision, text: string } } };

export type StandingSubscriptionFieldsFragment = { kind: CatalogueKind, id: string, name: string, roles: Array<ContributorRole> | null, since: string };

export type MailSettingsFieldsFragment = { language: MailLanguage, stoppedAt: string | null };

export type ViewerQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ViewerQuery = { viewer: { id: string, displayName: string, isOperator: boolean, mail: { language: MailLanguage, stoppedAt: string | null }, subscriptions: { totalCount: number, edges: Array<{ cursor: string, node: { bookId: string, since: string, reasons: Array<{ kind: SubscriptionReasonKind, id: string, name: string }>, book: { id: string, isbn: string | null, title: string, subtitle: string | null, titleReading: string | null, volume: string | null, edition: string | null, publisher: string | null, seller: string | null, label: string | null, price: number | null, priceWithTax: number | null, setPrice: number | null, form: string | null, pages: string | null, description: string | null, coverUrl: string | null, status: BookStatus, onSaleAt: string | null, productUrl: string | null, subscribed: boolean | null, contributors: Array<{ name: string, reading: string | null, role: ContributorRole, roleText: string | null, contributor: { id: string, name: string } | null }>, series: Array<{ name: string, number: string | null }>, seriesPlace: { number: number | null, series: { id: string, name: string } } | null, release: { earliest: string | null, latest: string | null, precision: ReleasePrecision, text: string } } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type SubscribeToBookMutationVariables = Exact<{
  bookId: string;
  wording?: ConsentWording | null | undefined;
}>;


export type SubscribeToBookMutation = { subscribeToBook: { bookId: string, since: string, reasons: Array<{ kind: SubscriptionReasonKind, id: string, name: string }>, book: { id: string, isbn: string | null, title: string, subtitle: string | null, titleReading: string | null, volume: string | null, edition: string | null, publisher: string | null, seller: string | null, label: string | null, price: number | null, priceWithTax: number | null, setPrice: number | null, form: string | null, pages: string | null, description: string | null, coverUrl: string | null, status: BookStatus, onSaleAt: string | null, productUrl: string | null, subscribed: boolean | null, contributors: Array<{ name: string, reading: string | null, role: ContributorRole, roleText: string | null, contributor: { id: string, name: string } | null }>, series: Array<{ name: string, number: string | null }>, seriesPlace: { number: number | null, series: { id: string, name: string } } | null, release: { earliest: string | null, latest: string | null, precision: ReleasePrecision, text: string } } } };

export type UnsubscribeFromBookMutationVariables = Exact<{
  bookId: string;
}>;


export type UnsubscribeFromBookMutation = { unsubscribeFromBook: { bookId: string, since: string, reasons: Array<{ kind: SubscriptionReasonKind, id: string, name: string }>, book: { id: string, isbn: string | null, title: string, subtitle: string | null, titleReading: string | null, volume: string | null, edition: string | null, publisher: string | null, seller: string | null, label: string | null, price: number | null, priceWithTax: number | null, setPrice: number | null, form: string | null, pages: string | null, description: string | null, coverUrl: string | null, status: BookStatus, onSaleAt: string | null, productUrl: string | null, subscribed: boolean | null, contributors: Array<{ name: string, reading: string | null, role: ContributorRole, roleText: string | null, contributor: { id: string, name: string } | null }>, series: Array<{ name: string, number: string | null }>, seriesPlace: { number: number | null, series: { id: string, name: string } } | null, release: { earliest: string | null, latest: string | null, precision: ReleasePrecision, text: string } } } | null };

export type StandingSubscriptionsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type StandingSubscriptionsQuery = { viewer: { standingSubscriptions: { totalCount: number, edges: Array<{ cursor: string, node: { kind: CatalogueKind, id: string, name: string, roles: Array<ContributorRole> | null, since: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type SubscribeToContributorMutationVariables = Exact<{
  contributorId: string;
  roles?: Array<ContributorRole> | ContributorRole | null | undefined;
  wording?: StandingConsentWording | null | undefined;
}>;


export type SubscribeToContributorMutation = { subscribeToContributor: { kind: CatalogueKind, id: string, name: string, roles: Array<ContributorRole> | null, since: string } };

export type UnsubscribeFromContributorMutationVariables = Exact<{
  contributorId: string;
}>;


export type UnsubscribeFromContributorMutation = { unsubscribeFromContributor: { kind: CatalogueKind, id: string, name: string, roles: Array<ContributorRole> | null, since: string } | null };

export type SubscribeToSeriesMutationVariables = Exact<{
  seriesId: string;
  wording?: StandingConsentWording | null | undefined;
}>;


export type SubscribeToSeriesMutation = { subscribeToSeries: { kind: CatalogueKind, id: string, name: string, roles: Array<ContributorRole> | null, since: string } };

export type UnsubscribeFromSeriesMutationVariables = Exact<{
  seriesId: string;
}>;


export type UnsubscribeFromSeriesMutation = { unsubscribeFromSeries: { kind: CatalogueKind, id: string, name: string, roles: Array<ContributorRole> | null, since: string } | null };

export type SetMailSettingsMutationVariables = Exact<{
  input: MailSettingsInput;
}>;


export type SetMailSettingsMutation = { setMailSettings: { language: MailLanguage, stoppedAt: string | null } };

export type SuggestQueryVariables = Exact<{
  text: string;
  first?: number | null | undefined;
}>;


export type SuggestQuery = { suggest: { books: Array<{ id: string, isbn: string | null, title: string, subtitle: string | null, titleReading: string | null, volume: string | null, edition: string | null, publisher: string | null, seller: string | null, label: string | null, price: number | null, priceWithTax: number | null, setPrice: number | null, form: string | null, pages: string | null, description: string | null, coverUrl: string | null, status: BookStatus, onSaleAt: string | null, productUrl: string | null, subscribed: boolean | null, contributors: Array<{ name: string, reading: string | null, role: ContributorRole, roleText: string | null, contributor: { id: string, name: string } | null }>, series: Array<{ name: string, number: string | null }>, seriesPlace: { number: number | null, series: { id: string, name: string } } | null, release: { earliest: string | null, latest: string | null, precision: ReleasePrecision, text: string } }>, contributors: Array<{ upcomingCount: number, contributor: { id: string, name: string, reading: string | null, aliases: Array<string> } }>, series: Array<{ upcomingCount: number, series: { id: string, name: string, reading: string | null, aliases: Array<string> } }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ReleaseFieldsFragmentDoc = new TypedDocumentString(`
    fragment ReleaseFields on Release {
  earliest
  latest
  precision
  text
}
    `, {"fragmentName":"ReleaseFields"}) as unknown as TypedDocumentString<ReleaseFieldsFragment, unknown>;
export const BookFieldsFragmentDoc = new TypedDocumentString(`
    fragment BookFields on Book {
  id
  isbn
  title
  subtitle
  titleReading
  volume
  edition
  contributors {
    name
    reading
    role
    roleText
    contributor {
      id
      name
    }
  }
  publisher
  seller
  label
  series {
    name
    number
  }
  seriesPlace {
    number
    series {
      id
      name
    }
  }
  price
  priceWithTax
  setPrice
  form
  pages
  description
  coverUrl
  release {
    ...ReleaseFields
  }
  status
  onSaleAt
  productUrl
  subscribed
}
    fragment ReleaseFields on Release {
  earliest
  latest
  precision
  text
}`, {"fragmentName":"BookFields"}) as unknown as TypedDocumentString<BookFieldsFragment, unknown>;
export const BookPageFieldsFragmentDoc = new TypedDocumentString(`
    fragment BookPageFields on BookConnection {
  edges {
    cursor
    node {
      ...BookFields
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
    fragment ReleaseFields on Release {
  earliest
  latest
  precision
  text
}
fragment BookFields on Book {
  id
  isbn
  title
  subtitle
  titleReading
  volume
  edition
  contributors {
    name
    reading
    role
    roleText
    contributor {
      id
      name
    }
  }
  publisher
  seller
  label
  series {
    name
    number
  }
  seriesPlace {
    number
    series {
      id
      name
    }
  }
  price
  priceWithTax
  setPrice
  form
  pages
  description
  coverUrl
  release {
    ...ReleaseFields
  }
  status
  onSaleAt
  productUrl
  subscribed
}`, {"fragmentName":"BookPageFields"}) as unknown as TypedDocumentString<BookPageFieldsFragment, unknown>;
export const BookEventFieldsFragmentDoc = new TypedDocumentString(`
    fragment BookEventFields on BookEvent {
  seq
  kind
  bookId
  occurredAt
  change {
    from {
      ...ReleaseFields
    }
    to {
      ...ReleaseFields
    }
  }
  book {
    ...BookFields
  }
}
    fragment ReleaseFields on Release {
  earliest
  latest
  precision
  text
}
fragment BookFields on Book {
  id
  isbn
  title
  subtitle
  titleReading
  volume
  edition
  contributors {
    name
    reading
    role
    roleText
    contributor {
      id
      name
    }
  }
  publisher
  seller
  label
  series {
    name
    number
  }
  seriesPlace {
    number
    series {
      id
      name
    }
  }
  price
  priceWithTax
  setPrice
  form
  pages
  description
  coverUrl
  release {
    ...ReleaseFields
  }
  status
  onSaleAt
  productUrl
  subscribed
}`, {"fragmentName":"BookEventFields"}) as unknown as TypedDocumentString<BookEventFieldsFragment, unknown>;
export const CatalogueJoinFieldsFragmentDoc = new TypedDocumentString(`
    fragment CatalogueJoinFields on CatalogueJoin {
  id
  kind
  fromId
  fromName
  intoId
  intoName
  joinedBy
  joinedAt
  separatedBy
  separatedAt
}
    `, {"fragmentName":"CatalogueJoinFields"}) as unknown as TypedDocumentString<CatalogueJoinFieldsFragment, unknown>;
export const IngestRunFieldsFragmentDoc = new TypedDocumentString(`
    fragment IngestRunFields on IngestRun {
  id
  profile
  fileName
  state
  startedAt
  finishedAt
  records
  created
  changed
  unchanged
  held
  rejected
  reason
  reasonCode
  byteCount
  contentHash
  baseDate
  repeatOf
  approvedBy
  approvedAt
  discardedBy
  discardedAt
  progress {
    rowsRead
    bytesRead
    bytesTotal
  }
}
    `, {"fragmentName":"IngestRunFields"}) as unknown as TypedDocumentString<IngestRunFieldsFragment, unknown>;
export const IngestDecisionFieldsFragmentDoc = new TypedDocumentString(`
    fragment IngestDecisionFields on IngestDecision {
  kind
  state
  by
  at
  reason
}
    `, {"fragmentName":"IngestDecisionFields"}) as unknown as TypedDocumentString<IngestDecisionFieldsFragment, unknown>;
export const OutgoingMailFieldsFragmentDoc = new TypedDocumentString(`
    fragment OutgoingMailFields on OutgoingMail {
  id
  state
  attempts
  mayHaveArrived
  createdAt
  settledAt
  nextAttemptAt
  reason
  messageId
  retriedBy
  retriedAt
  noteCount
}
    `, {"fragmentName":"OutgoingMailFields"}) as unknown as TypedDocumentString<OutgoingMailFieldsFragment, unknown>;
export const BookSubscriptionFieldsFragmentDoc = new TypedDocumentString(`
    fragment BookSubscriptionFields on BookSubscription {
  bookId
  since
  reasons {
    kind
    id
    name
  }
  book {
    ...BookFields
  }
}
    fragment ReleaseFields on Release {
  earliest
  latest
  precision
  text
}
fragment BookFields on Book {
  id
  isbn
  title
  subtitle
  titleReading
  volume
  edition
  contributors {
    name
    reading
    role
    roleText
    contributor {
      id
      name
    }
  }
  publisher
  seller
  label
  series {
    name
    number
  }
  seriesPlace {
    number
    series {
      id
      name
    }
  }
  price
  priceWithTax
  setPrice
  form
  pages
  description
  coverUrl
  release {
    ...ReleaseFields
  }
  status
  onSaleAt
  productUrl
  subscribed
}`, {"fragmentName":"BookSubscriptionFields"}) as unknown as TypedDocumentString<BookSubscriptionFieldsFragment, unknown>;
export const StandingSubscriptionFieldsFragmentDoc = new TypedDocumentString(`
    fragment StandingSubscriptionFields on StandingSubscription {
  kind
  id
  name
  roles
  since
}
    `, {"fragmentName":"StandingSubscriptionFields"}) as unknown as TypedDocumentString<StandingSubscriptionFieldsFragment, unknown>;
export const MailSettingsFieldsFragmentDoc = new TypedDocumentString(`
    fragment MailSettingsFields on MailSettings {
  language
  stoppedAt
}
    `, {"fragmentName":"MailSettingsFields"}) as unknown as TypedDocumentString<MailSettingsFieldsFragment, unknown>;
export const UpcomingBooksDocument = new TypedDocumentString(`
    query UpcomingBooks($filter: UpcomingBooksFilter, $orderBy: UpcomingBooksOrder, $first: Int, $after: String) {
  upcomingBooks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    ...BookPageFields
  }
}
    fragment ReleaseFields on Release {
  earliest
  latest
  precision
  text
}
fragment BookFields on Book {
  id
  isbn
  title
  subtitle
  titleReading
  volume
  edition
  contributors {
    name
    reading
    role
    roleText
    contributor {
      id
      name
    }
  }
  publisher
  seller
  label
  series {
    name
    number
  }
  seriesPlace {
    number
    series {
      id
      name
    }
  }
  price
  priceWithTax
  setPrice
  form
  pages
  description
  coverUrl
  release {
    ...ReleaseFields
  }
  status
  onSaleAt
  productUrl
  subscribed
}
fragment BookPageFields on BookConnection {
  edges {
    cursor
    node {
      ...BookFields
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`) as unknown as TypedDocumentString<UpcomingBooksQuery, UpcomingBooksQueryVariables>;
export const BookDocument = new TypedDocumentString(`
    query Book($id: ID!) {
  book(id: $id) {
    ...BookFields
  }
}
    fragment ReleaseFields on Release {
  earliest
  latest
  precision
  text
}
fragment BookFields on Book {
  id
  isbn
  title
  subtitle
  titleReading
  volume
  edition
  contributors {
    name
    reading
    role
    roleText
    contributor {
      id
      name
    }
  }
  publisher
  seller
  label
  series {
    name
    number
  }
  seriesPlace {
    number
    series {
      id
      name
    }
  }
  price
  priceWithTax
  setPrice
  form
  pages
  description
  coverUrl
  release {
    ...ReleaseFields
  }
  status
  onSaleAt
  productUrl
  subscribed
}`) as unknown as TypedDocumentString<BookQuery, BookQueryVariables>;
export const BooksByIsbnDocument = new TypedDocumentString(`
    query BooksByIsbn($isbn: String!) {
  booksByIsbn(isbn: $isbn) {
    ...BookFields
  }
}
    fragment ReleaseFields on Release {
  earliest
  latest
  precision
  text
}
fragment BookFields on Book {
  id
  isbn
  title
  subtitle
  titleReading
  volume
  edition
  contributors {
    name
    reading
    role
    roleText
    contributor {
      id
      name
    }
  }
  publisher
  seller
  label
  series {
    name
    number
  }
  seriesPlace {
    number
    series {
      id
      name
    }
  }
  price
  priceWithTax
  setPrice
  form
  pages
  description
  coverUrl
  release {
    ...ReleaseFields
  }
  status
  onSaleAt
  productUrl
  subscribed
}`) as unknown as TypedDocumentString<BooksByIsbnQuery, BooksByIsbnQueryVariables>;
export const BookEventsDocument = new TypedDocumentString(`
    query BookEvents($after: String, $first: Int, $kinds: [BookEventKind!], $bookId: ID) {
  bookEvents(after: $after, first: $first, kinds: $kinds, bookId: $bookId) {
    events {
      ...BookEventFields
    }
    endCursor
    hasNextPage
  }
}
    fragment ReleaseFields on Release {
  earliest
  latest
  precision
  text
}
fragment BookFields on Book {
  id
  isbn
  title
  subtitle
  titleReading
  volume
  edition
  contributors {
    name
    reading
    role
    roleText
    contributor {
      id
      name
    }
  }
  publisher
  seller
  label
  series {
    name
    number
  }
  seriesPlace {
    number
    series {
      id
      name
    }
  }
  price
  priceWithTax
  setPrice
  form
  pages
  description
  coverUrl
  release {
    ...ReleaseFields
  }
  status
  onSaleAt
  productUrl
  subscribed
}
fragment BookEventFields on BookEvent {
  seq
  kind
  bookId
  occurredAt
  change {
    from {
      ...ReleaseFields
    }
    to {
      ...ReleaseFields
    }
  }
  book {
    ...BookFields
  }
}`) as unknown as TypedDocumentString<BookEventsQuery, BookEventsQueryVariables>;
export const LatestBookEventCursorDocument = new TypedDocumentString(`
    query LatestBookEventCursor {
  latestBookEventCursor
}
    `) as unknown as TypedDocumentString<LatestBookEventCursorQuery, LatestBookEventCursorQueryVariables>;
export const OnBookEventDocument = new TypedDocumentString(`
    subscription OnBookEvent($bookId: ID, $kind: BookEventKind) {
  onBookEvent(bookId: $bookId, kind: $kind) {
    ...BookEventFields
  }
}
    fragment ReleaseFields on Release {
  earliest
  latest
  precision
  text
}
fragment BookFields on Book {
  id
  isbn
  title
  subtitle
  titleReading
  volume
  edition
  contributors {
    name
    reading
    role
    roleText
    contributor {
      id
      name
    }
  }
  publisher
  seller
  label
  series {
    name
    number
  }
  seriesPlace {
    number
    series {
      id
      name
    }
  }
  price
  priceWithTax
  setPrice
  form
  pages
  description
  coverUrl
  release {
    ...ReleaseFields
  }
  status
  onSaleAt
  productUrl
  subscribed
}
fragment BookEventFields on BookEvent {
  seq
  kind
  bookId
  occurredAt
  change {
    from {
      ...ReleaseFields
    }
    to {
      ...ReleaseFields
    }
  }
  book {
    ...BookFields
  }
}`) as unknown as TypedDocumentString<OnBookEventSubscription, OnBookEventSubscriptionVariables>;
export const ContributorDocument = new TypedDocumentString(`
    query Contributor($id: ID!, $first: Int, $after: String) {
  contributor(id: $id) {
    id
    name
    reading
    aliases
    upcomingBooks(first: $first, after: $after) {
      ...BookPageFields
    }
  }
}
    fragment ReleaseFields on Release {
  earliest
  latest
  precision
  text
}
fragment BookFields on Book {
  id
  isbn
  title
  subtitle
  titleReading
  volume
  edition
  contributors {
    name
    reading
    role
    roleText
    contributor {
      id
      name
    }
  }
  publisher
  seller
  label
  series {
    name
    number
  }
  seriesPlace {
    number
    series {
      id
      name
    }
  }
  price
  priceWithTax
  setPrice
  form
  pages
  description
  coverUrl
  release {
    ...ReleaseFields
  }
  status
  onSaleAt
  productUrl
  subscribed
}
fragment BookPageFields on BookConnection {
  edges {
    cursor
    node {
      ...BookFields
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`) as unknown as TypedDocumentString<ContributorQuery, ContributorQueryVariables>;
export const SeriesDocument = new TypedDocumentString(`
    query Series($id: ID!, $first: Int, $after: String) {
  series(id: $id) {
    id
    name
    reading
    aliases
    upcomingBooks(first: $first, after: $after) {
      ...BookPageFields
    }
  }
}
    fragment ReleaseFields on Release {
  earliest
  latest
  precision
  text
}
fragment BookFields on Book {
  id
  isbn
  title
  subtitle
  titleReading
  volume
  edition
  contributors {
    name
    reading
    role
    roleText
    contributor {
      id
      name
    }
  }
  publisher
  seller
  label
  series {
    name
    number
  }
  seriesPlace {
    number
    series {
      id
      name
    }
  }
  price
  priceWithTax
  setPrice
  form
  pages
  description
  coverUrl
  release {
    ...ReleaseFields
  }
  status
  onSaleAt
  productUrl
  subscribed
}
fragment BookPageFields on BookConnection {
  edges {
    cursor
    node {
      ...BookFields
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`) as unknown as TypedDocumentString<SeriesQuery, SeriesQueryVariables>;
export const CatalogueJoinsDocument = new TypedDocumentString(`
    query CatalogueJoins($kind: CatalogueKind!, $first: Int, $after: String) {
  catalogueJoins(kind: $kind, first: $first, after: $after) {
    joins {
      ...CatalogueJoinFields
    }
    endCursor
  }
}
    fragment CatalogueJoinFields on CatalogueJoin {
  id
  kind
  fromId
  fromName
  intoId
  intoName
  joinedBy
  joinedAt
  separatedBy
  separatedAt
}`) as unknown as TypedDocumentString<CatalogueJoinsQuery, CatalogueJoinsQueryVariables>;
export const JoinInCatalogueDocument = new TypedDocumentString(`
    mutation JoinInCatalogue($kind: CatalogueKind!, $from: ID!, $into: ID!) {
  joinInCatalogue(kind: $kind, from: $from, into: $into) {
    ...CatalogueJoinFields
  }
}
    fragment CatalogueJoinFields on CatalogueJoin {
  id
  kind
  fromId
  fromName
  intoId
  intoName
  joinedBy
  joinedAt
  separatedBy
  separatedAt
}`) as unknown as TypedDocumentString<JoinInCatalogueMutation, JoinInCatalogueMutationVariables>;
export const SeparateInCatalogueDocument = new TypedDocumentString(`
    mutation SeparateInCatalogue($id: ID!) {
  separateInCatalogue(id: $id) {
    ...CatalogueJoinFields
  }
}
    fragment CatalogueJoinFields on CatalogueJoin {
  id
  kind
  fromId
  fromName
  intoId
  intoName
  joinedBy
  joinedAt
  separatedBy
  separatedAt
}`) as unknown as TypedDocumentString<SeparateInCatalogueMutation, SeparateInCatalogueMutationVariables>;
export const IngestRunsDocument = new TypedDocumentString(`
    query IngestRuns($first: Int, $after: String) {
  ingestRuns(first: $first, after: $after) {
    runs {
      ...IngestRunFields
    }
    endCursor
  }
}
    fragment IngestRunFields on IngestRun {
  id
  profile
  fileName
  state
  startedAt
  finishedAt
  records
  created
  changed
  unchanged
  held
  rejected
  reason
  reasonCode
  byteCount
  contentHash
  baseDate
  repeatOf
  approvedBy
  approvedAt
  discardedBy
  discardedAt
  progress {
    rowsRead
    bytesRead
    bytesTotal
  }
}`) as unknown as TypedDocumentString<IngestRunsQuery, IngestRunsQueryVariables>;
export const IngestRunDocument = new TypedDocumentString(`
    query IngestRun($id: ID!) {
  ingestRun(id: $id) {
    ...IngestRunFields
    decision {
      ...IngestDecisionFields
    }
    notes {
      header
      unknownColumns
      mendings {
        kind
        count
        examples {
          line
          column
          seen
          became
        }
      }
      unknownRoles {
        word
        count
      }
      encodingDoubt
    }
    preview {
      records
      created
      changed
      unchanged
      held
      rejected
      unconfirmed
      events {
        kind
        count
        subscriptions
        examples {
          bookId
          title
          change {
            from {
              ...ReleaseFields
            }
            to {
              ...ReleaseFields
            }
          }
        }
      }
    }
  }
}
    fragment ReleaseFields on Release {
  earliest
  latest
  precision
  text
}
fragment IngestRunFields on IngestRun {
  id
  profile
  fileName
  state
  startedAt
  finishedAt
  records
  created
  changed
  unchanged
  held
  rejected
  reason
  reasonCode
  byteCount
  contentHash
  baseDate
  repeatOf
  approvedBy
  approvedAt
  discardedBy
  discardedAt
  progress {
    rowsRead
    bytesRead
    bytesTotal
  }
}
fragment IngestDecisionFields on IngestDecision {
  kind
  state
  by
  at
  reason
}`) as unknown as TypedDocumentString<IngestRunQuery, IngestRunQueryVariables>;
export const IngestRejectsDocument = new TypedDocumentString(`
    query IngestRejects($id: ID!, $first: Int, $after: String) {
  ingestRun(id: $id) {
    rejects(first: $first, after: $after) {
      rejects {
        record
        line
        byteOffset
        column
        reasonCode
        reason
        raw
      }
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<IngestRejectsQuery, IngestRejectsQueryVariables>;
export const CreateIngestUploadDocument = new TypedDocumentString(`
    mutation CreateIngestUpload($fileName: String!) {
  createIngestUpload(fileName: $fileName) {
    key
    url
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<CreateIngestUploadMutation, CreateIngestUploadMutationVariables>;
export const StartIngestRunDocument = new TypedDocumentString(`
    mutation StartIngestRun($input: StartIngestRunInput!) {
  startIngestRun(input: $input) {
    ...IngestRunFields
  }
}
    fragment IngestRunFields on IngestRun {
  id
  profile
  fileName
  state
  startedAt
  finishedAt
  records
  created
  changed
  unchanged
  held
  rejected
  reason
  reasonCode
  byteCount
  contentHash
  baseDate
  repeatOf
  approvedBy
  approvedAt
  discardedBy
  discardedAt
  progress {
    rowsRead
    bytesRead
    bytesTotal
  }
}`) as unknown as TypedDocumentString<StartIngestRunMutation, StartIngestRunMutationVariables>;
export const ApproveIngestRunDocument = new TypedDocumentString(`
    mutation ApproveIngestRun($id: ID!) {
  approveIngestRun(id: $id) {
    ...IngestRunFields
    decision {
      ...IngestDecisionFields
    }
  }
}
    fragment IngestRunFields on IngestRun {
  id
  profile
  fileName
  state
  startedAt
  finishedAt
  records
  created
  changed
  unchanged
  held
  rejected
  reason
  reasonCode
  byteCount
  contentHash
  baseDate
  repeatOf
  approvedBy
  approvedAt
  discardedBy
  discardedAt
  progress {
    rowsRead
    bytesRead
    bytesTotal
  }
}
fragment IngestDecisionFields on IngestDecision {
  kind
  state
  by
  at
  reason
}`) as unknown as TypedDocumentString<ApproveIngestRunMutation, ApproveIngestRunMutationVariables>;
export const DiscardIngestRunDocument = new TypedDocumentString(`
    mutation DiscardIngestRun($id: ID!) {
  discardIngestRun(id: $id) {
    ...IngestRunFields
    decision {
      ...IngestDecisionFields
    }
  }
}
    fragment IngestRunFields on IngestRun {
  id
  profile
  fileName
  state
  startedAt
  finishedAt
  records
  created
  changed
  unchanged
  held
  rejected
  reason
  reasonCode
  byteCount
  contentHash
  baseDate
  repeatOf
  approvedBy
  approvedAt
  discardedBy
  discardedAt
  progress {
    rowsRead
    bytesRead
    bytesTotal
  }
}
fragment IngestDecisionFields on IngestDecision {
  kind
  state
  by
  at
  reason
}`) as unknown as TypedDocumentString<DiscardIngestRunMutation, DiscardIngestRunMutationVariables>;
export const OutgoingMailsDocument = new TypedDocumentString(`
    query OutgoingMails($state: OutgoingMailState, $first: Int, $after: String) {
  outgoingMails(state: $state, first: $first, after: $after) {
    mails {
      ...OutgoingMailFields
    }
    endCursor
  }
}
    fragment OutgoingMailFields on OutgoingMail {
  id
  state
  attempts
  mayHaveArrived
  createdAt
  settledAt
  nextAttemptAt
  reason
  messageId
  retriedBy
  retriedAt
  noteCount
}`) as unknown as TypedDocumentString<OutgoingMailsQuery, OutgoingMailsQueryVariables>;
export const OutgoingMailDocument = new TypedDocumentString(`
    query OutgoingMail($id: ID!) {
  outgoingMail(id: $id) {
    ...OutgoingMailFields
    notes {
      seq
      kind
      bookId
      state
      reason
    }
  }
}
    fragment OutgoingMailFields on OutgoingMail {
  id
  state
  attempts
  mayHaveArrived
  createdAt
  settledAt
  nextAttemptAt
  reason
  messageId
  retriedBy
  retriedAt
  noteCount
}`) as unknown as TypedDocumentString<OutgoingMailQuery, OutgoingMailQueryVariables>;
export const OutgoingMailCountsDocument = new TypedDocumentString(`
    query OutgoingMailCounts {
  outgoingMailCounts {
    waiting
    due
    oldestDueAt
    sending
    uncertain
    failed
    sentLastDay
    skippedLastDay
  }
}
    `) as unknown as TypedDocumentString<OutgoingMailCountsQuery, OutgoingMailCountsQueryVariables>;
export const RetryOutgoingMailDocument = new TypedDocumentString(`
    mutation RetryOutgoingMail($id: ID!, $mayHaveArrived: Boolean) {
  retryOutgoingMail(id: $id, mayHaveArrived: $mayHaveArrived) {
    ...OutgoingMailFields
  }
}
    fragment OutgoingMailFields on OutgoingMail {
  id
  state
  attempts
  mayHaveArrived
  createdAt
  settledAt
  nextAttemptAt
  reason
  messageId
  retriedBy
  retriedAt
  noteCount
}`) as unknown as TypedDocumentString<RetryOutgoingMailMutation, RetryOutgoingMailMutationVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer($first: Int, $after: String) {
  viewer {
    id
    displayName
    isOperator
    mail {
      ...MailSettingsFields
    }
    subscriptions(first: $first, after: $after) {
      edges {
        cursor
        node {
          ...BookSubscriptionFields
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
}
    fragment ReleaseFields on Release {
  earliest
  latest
  precision
  text
}
fragment BookFields on Book {
  id
  isbn
  title
  subtitle
  titleReading
  volume
  edition
  contributors {
    name
    reading
    role
    roleText
    contributor {
      id
      name
    }
  }
  publisher
  seller
  label
  series {
    name
    number
  }
  seriesPlace {
    number
    series {
      id
      name
    }
  }
  price
  priceWithTax
  setPrice
  form
  pages
  description
  coverUrl
  release {
    ...ReleaseFields
  }
  status
  onSaleAt
  productUrl
  subscribed
}
fragment BookSubscriptionFields on BookSubscription {
  bookId
  since
  reasons {
    kind
    id
    name
  }
  book {
    ...BookFields
  }
}
fragment MailSettingsFields on MailSettings {
  language
  stoppedAt
}`) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const SubscribeToBookDocument = new TypedDocumentString(`
    mutation SubscribeToBook($bookId: ID!, $wording: ConsentWording) {
  subscribeToBook(bookId: $bookId, wording: $wording) {
    ...BookSubscriptionFields
  }
}
    fragment ReleaseFields on Release {
  earliest
  latest
  precision
  text
}
fragment BookFields on Book {
  id
  isbn
  title
  subtitle
  titleReading
  volume
  edition
  contributors {
    name
    reading
    role
    roleText
    contributor {
      id
      name
    }
  }
  publisher
  seller
  label
  series {
    name
    number
  }
  seriesPlace {
    number
    series {
      id
      name
    }
  }
  price
  priceWithTax
  setPrice
  form
  pages
  description
  coverUrl
  release {
    ...ReleaseFields
  }
  status
  onSaleAt
  productUrl
  subscribed
}
fragment BookSubscriptionFields on BookSubscription {
  bookId
  since
  reasons {
    kind
    id
    name
  }
  book {
    ...BookFields
  }
}`) as unknown as TypedDocumentString<SubscribeToBookMutation, SubscribeToBookMutationVariables>;
export const UnsubscribeFromBookDocument = new TypedDocumentString(`
    mutation UnsubscribeFromBook($bookId: ID!) {
  unsubscribeFromBook(bookId: $bookId) {
    ...BookSubscriptionFields
  }
}
    fragment ReleaseFields on Release {
  earliest
  latest
  precision
  text
}
fragment BookFields on Book {
  id
  isbn
  title
  subtitle
  titleReading
  volume
  edition
  contributors {
    name
    reading
    role
    roleText
    contributor {
      id
      name
    }
  }
  publisher
  seller
  label
  series {
    name
    number
  }
  seriesPlace {
    number
    series {
      id
      name
    }
  }
  price
  priceWithTax
  setPrice
  form
  pages
  description
  coverUrl
  release {
    ...ReleaseFields
  }
  status
  onSaleAt
  productUrl
  subscribed
}
fragment BookSubscriptionFields on BookSubscription {
  bookId
  since
  reasons {
    kind
    id
    name
  }
  book {
    ...BookFields
  }
}`) as unknown as TypedDocumentString<UnsubscribeFromBookMutation, UnsubscribeFromBookMutationVariables>;
export const StandingSubscriptionsDocument = new TypedDocumentString(`
    query StandingSubscriptions($first: Int, $after: String) {
  viewer {
    standingSubscriptions(first: $first, after: $after) {
      edges {
        cursor
        node {
          ...StandingSubscriptionFields
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
}
    fragment StandingSubscriptionFields on StandingSubscription {
  kind
  id
  name
  roles
  since
}`) as unknown as TypedDocumentString<StandingSubscriptionsQuery, StandingSubscriptionsQueryVariables>;
export const SubscribeToContributorDocument = new TypedDocumentString(`
    mutation SubscribeToContributor($contributorId: ID!, $roles: [ContributorRole!], $wording: StandingConsentWording) {
  subscribeToContributor(
    contributorId: $contributorId
    roles: $roles
    wording: $wording
  ) {
    ...StandingSubscriptionFields
  }
}
    fragment StandingSubscriptionFields on StandingSubscription {
  kind
  id
  name
  roles
  since
}`) as unknown as TypedDocumentString<SubscribeToContributorMutation, SubscribeToContributorMutationVariables>;
export const UnsubscribeFromContributorDocument = new TypedDocumentString(`
    mutation UnsubscribeFromContributor($contributorId: ID!) {
  unsubscribeFromContributor(contributorId: $contributorId) {
    ...StandingSubscriptionFields
  }
}
    fragment StandingSubscriptionFields on StandingSubscription {
  kind
  id
  name
  roles
  since
}`) as unknown as TypedDocumentString<UnsubscribeFromContributorMutation, UnsubscribeFromContributorMutationVariables>;
export const SubscribeToSeriesDocument = new TypedDocumentString(`
    mutation SubscribeToSeries($seriesId: ID!, $wording: StandingConsentWording) {
  subscribeToSeries(seriesId: $seriesId, wording: $wording) {
    ...StandingSubscriptionFields
  }
}
    fragment StandingSubscriptionFields on StandingSubscription {
  kind
  id
  name
  roles
  since
}`) as unknown as TypedDocumentString<SubscribeToSeriesMutation, SubscribeToSeriesMutationVariables>;
export const UnsubscribeFromSeriesDocument = new TypedDocumentString(`
    mutation UnsubscribeFromSeries($seriesId: ID!) {
  unsubscribeFromSeries(seriesId: $seriesId) {
    ...StandingSubscriptionFields
  }
}
    fragment StandingSubscriptionFields on StandingSubscription {
  kind
  id
  name
  roles
  since
}`) as unknown as TypedDocumentString<UnsubscribeFromSeriesMutation, UnsubscribeFromSeriesMutationVariables>;
export const SetMailSettingsDocument = new TypedDocumentString(`
    mutation SetMailSettings($input: MailSettingsInput!) {
  setMailSettings(input: $input) {
    ...MailSettingsFields
  }
}
    fragment MailSettingsFields on MailSettings {
  language
  stoppedAt
}`) as unknown as TypedDocumentString<SetMailSettingsMutation, SetMailSettingsMutationVariables>;
export const SuggestDocument = new TypedDocumentString(`
    query Suggest($text: String!, $first: Int) {
  suggest(text: $text, first: $first) {
    books {
      ...BookFields
    }
    contributors {
      contributor {
        id
        name
        reading
        aliases
      }
      upcomingCount
    }
    series {
      series {
        id
        name
        reading
        aliases
      }
      upcomingCount
    }
  }
}
    fragment ReleaseFields on Release {
  earliest
  latest
  precision
  text
}
fragment BookFields on Book {
  id
  isbn
  title
  subtitle
  titleReading
  volume
  edition
  contributors {
    name
    reading
    role
    roleText
    contributor {
      id
      name
    }
  }
  publisher
  seller
  label
  series {
    name
    number
  }
  seriesPlace {
    number
    series {
      id
      name
    }
  }
  price
  priceWithTax
  setPrice
  form
  pages
  description
  coverUrl
  release {
    ...ReleaseFields
  }
  status
  onSaleAt
  productUrl
  subscribed
}`) as unknown as TypedDocumentString<SuggestQuery, SuggestQueryVariables>;