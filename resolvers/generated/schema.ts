export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /**
   * The scalars and directives that AppSync adds to every schema, for tools that read the schema outside
   * AppSync. AppSync refuses a schema that declares them, so this file is never deployed.
   */
  AWSDate: { input: string; output: string; }
  AWSDateTime: { input: string; output: string; }
  AWSURL: { input: string; output: string; }
};

/** A book, or one volume of a set, as the feed announced it. */
export type Book = {
  /** When the book entered the catalogue. */
  announcedAt: Scalars['AWSDateTime']['output'];
  contributors: Array<BookContributor>;
  /** An https address of the cover image. */
  coverUrl?: Maybe<Scalars['AWSURL']['output']>;
  description?: Maybe<Scalars['String']['output']>;
  /** The edition in the feed's wording, such as `新装版`. */
  edition?: Maybe<Scalars['String']['output']>;
  /** Size and binding in the feed's wording, such as `四六判` or `19cm`. */
  form?: Maybe<Scalars['String']['output']>;
  /** Stable and safe in a URL. */
  id: Scalars['ID']['output'];
  /** Thirteen digits; null for a book without ISBN. */
  isbn?: Maybe<Scalars['String']['output']>;
  label?: Maybe<Scalars['String']['output']>;
  /** When its sale began; null while the shop does not sell it. */
  onSaleAt?: Maybe<Scalars['AWSDateTime']['output']>;
  pages?: Maybe<Scalars['String']['output']>;
  /** Price before tax in yen. */
  price?: Maybe<Scalars['Int']['output']>;
  /** Price with consumption tax in yen; derived from `price` when the feed does not state it. */
  priceWithTax?: Maybe<Scalars['Int']['output']>;
  /** The shop's page for the book; null before it is on sale. */
  productUrl?: Maybe<Scalars['AWSURL']['output']>;
  publisher?: Maybe<Scalars['String']['output']>;
  release: Release;
  /** The distributor, if it is not the publisher. */
  seller?: Maybe<Scalars['String']['output']>;
  series: Array<SeriesStatement>;
  /** The series of which the book was recognized as a volume; null if none was recognized. */
  seriesPlace?: Maybe<SeriesPlace>;
  /** Price of the whole set before tax in yen, if it is sold only as a set. */
  setPrice?: Maybe<Scalars['Int']['output']>;
  status: BookStatus;
  /** Whether the caller has subscribed; null if nobody is signed in. */
  subscribed?: Maybe<Scalars['Boolean']['output']>;
  subtitle?: Maybe<Scalars['String']['output']>;
  title: Scalars['String']['output'];
  /** The title in kana, if the feed gives it. */
  titleReading?: Maybe<Scalars['String']['output']>;
  /** The volume in the feed's wording, such as `下` or `3`. */
  volume?: Maybe<Scalars['String']['output']>;
};

/** A page of books, following the Relay cursor convention. */
export type BookConnection = {
  edges: Array<BookEdge>;
  pageInfo: PageInfo;
};

/** A contributor of a book, as the feed states it. */
export type BookContributor = {
  /**
   * The contributor with all their books. Null until the book has been linked, and permanently null
   * for books that were on sale or cancelled before contributors were introduced.
   */
  contributor?: Maybe<Contributor>;
  name: Scalars['String']['output'];
  /** In kana, if the feed gives it. */
  reading?: Maybe<Scalars['String']['output']>;
  role: ContributorRole;
  /** The role in the feed's wording, such as `共著`; null if it gave none. */
  roleText?: Maybe<Scalars['String']['output']>;
};

/** A book with its cursor. */
export type BookEdge = {
  /** Pass it as `after` to continue behind this book. Opaque: do not construct one. */
  cursor: Scalars['String']['output'];
  node: Book;
};

/** One entry of the event log. */
export type BookEvent = {
  /** The book as it is now, not as it was at the time of the event. */
  book: Book;
  bookId: Scalars['ID']['output'];
  /** The change; null unless the kind is `RESCHEDULED`, or `REVIVED` with a new date. */
  change?: Maybe<ReleaseChange>;
  kind: BookEventKind;
  occurredAt: Scalars['AWSDateTime']['output'];
  /** Increases with every event. Compare as a number, store as text. */
  seq: Scalars['ID']['output'];
};

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

/** A section of the event log. */
export type BookEventPage = {
  /**
   * Pass it as `after` to continue. It is never before the cursor that was passed; on the last page of
   * a filtered log it is after everything that was searched.
   */
  endCursor: Scalars['String']['output'];
  events: Array<BookEvent>;
  hasNextPage: Scalars['Boolean']['output'];
};

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

/**
 * A member's subscription to a book: they are mailed when it goes on sale, moves, is cancelled or is
 * revived. They asked for the book itself, or follow one of its contributors or its series.
 */
export type BookSubscription = {
  book: Book;
  bookId: Scalars['ID']['output'];
  /** Why the member has it, their own request first. Never empty while the subscription exists. */
  reasons: Array<SubscriptionReason>;
  since: Scalars['AWSDateTime']['output'];
};

/** A page of the member's subscriptions, following the Relay cursor convention. */
export type BookSubscriptionConnection = {
  /** How many of these books are cancelled. */
  cancelled: Scalars['Int']['output'];
  edges: Array<BookSubscriptionEdge>;
  /** How many of these books are on sale. */
  onSale: Scalars['Int']['output'];
  pageInfo: PageInfo;
  /** The total number. */
  totalCount: Scalars['Int']['output'];
};

/** A subscription with its cursor. */
export type BookSubscriptionEdge = {
  cursor: Scalars['String']['output'];
  node: BookSubscription;
};

/** The order of a member's subscriptions. */
export type BookSubscriptionOrder =
  /** Newest subscription first. */
  | 'NEWEST'
  /**
   * Upcoming books first, in the order of the upcoming list; then books on sale, newest first; then
   * unconfirmed and cancelled ones.
   */
  | 'RELEASE'
  /** By the reading of the title, or by the title if the feed gives no reading. */
  | 'TITLE';

/** A day on which books are released. */
export type CalendarDay = {
  bookCount: Scalars['Int']['output'];
  day: Scalars['AWSDate']['output'];
  /**
   * The first books in the order of `booksByRelease`, at most 4; fewer, or none, if long texts such as
   * `description` are requested of so many books that the response would be too large.
   */
  firstBooks: Array<Book>;
};

/** A period in which books will be released on days that are not known yet. */
export type CalendarStretch = {
  bookCount: Scalars['Int']['output'];
  /**
   * The first books in the order of `booksByRelease`, at most 4; fewer, or none, if long texts such as
   * `description` are requested of so many books that the response would be too large.
   */
  firstBooks: Array<Book>;
  /** Its `text` is that of the first book. */
  release: Release;
};

/** Two contributors or two series that an operator has joined. */
export type CatalogueJoin = {
  fromId: Scalars['ID']['output'];
  fromName: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  intoId: Scalars['ID']['output'];
  intoName: Scalars['String']['output'];
  joinedAt: Scalars['AWSDateTime']['output'];
  /** The operator's member id. */
  joinedBy: Scalars['String']['output'];
  kind: CatalogueKind;
  separatedAt?: Maybe<Scalars['AWSDateTime']['output']>;
  /** Null while they are joined. */
  separatedBy?: Maybe<Scalars['String']['output']>;
};

/** A page of joins. */
export type CatalogueJoinPage = {
  /** Null on the last page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  joins: Array<CatalogueJoin>;
};

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

/** Someone who contributed to books. Two people of the same name are one contributor. */
export type Contributor = {
  /** Other names that operators have joined to this one. */
  aliases: Array<Scalars['String']['output']>;
  /** Stable and safe in a URL. */
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** In kana, if a feed gives it; never guessed. */
  reading?: Maybe<Scalars['String']['output']>;
  /** The caller's standing subscription; null if there is none or nobody is signed in. */
  subscription?: Maybe<StandingSubscription>;
  /** Announced books that are not yet on sale, in the order of `upcomingBooks`. */
  upcomingBooks: BookConnection;
};


/** Someone who contributed to books. Two people of the same name are one contributor. */
export type ContributorUpcomingBooksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

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

/** A suggested contributor. */
export type ContributorSuggestion = {
  contributor: Contributor;
  /** The number of their upcoming books at the last count, usually within the last minute. */
  upcomingCount: Scalars['Int']['output'];
};

/** A decision on a held run that has not been completed. */
export type IngestDecision = {
  at: Scalars['AWSDateTime']['output'];
  /** Who decided: a member id, or a name given on the command line. */
  by: Scalars['String']['output'];
  kind: IngestDecisionKind;
  /** Why it failed; null while it is in progress. */
  reason?: Maybe<Scalars['String']['output']>;
  state: IngestDecisionState;
};

export type IngestDecisionKind =
  | 'APPROVE'
  | 'DISCARD';

export type IngestDecisionState =
  /** Nothing was changed and the run is still held; the decision may be repeated. */
  | 'FAILED'
  | 'UNDER_WAY';

/** Cells that were repaired in the same way. */
export type IngestMending = {
  count: Scalars['Int']['output'];
  /** The first of them, at most 20. */
  examples: Array<MendedCell>;
  /** Such as `leading-zeros`, for an ISBN that had lost one. */
  kind: Scalars['String']['output'];
};

/** What else is worth knowing about a file besides its rejects. */
export type IngestNotes = {
  /**
   * The encoding that the bytes suggest, if it differs from the declared one, which was used
   * nevertheless.
   */
  encodingDoubt?: Maybe<Scalars['String']['output']>;
  /** The header line as it came; null for a file without one. */
  header?: Maybe<Scalars['String']['output']>;
  /** Repaired cells, by kind of repair. */
  mendings: Array<IngestMending>;
  /** Columns that the profile does not know and that were ignored. */
  unknownColumns: Array<Scalars['String']['output']>;
  /** Unknown words in place of a contributor's role, most frequent first, at most 50. */
  unknownRoles: Array<UnknownRole>;
};

/** The outcome of a merge. `records = created + changed + unchanged + held + rejected`. */
export type IngestPreview = {
  changed: Scalars['Int']['output'];
  created: Scalars['Int']['output'];
  events: Array<PreviewedEvents>;
  held: Scalars['Int']['output'];
  records: Scalars['Int']['output'];
  rejected: Scalars['Int']['output'];
  unchanged: Scalars['Int']['output'];
  /** Upcoming books that would become unconfirmed because the file no longer lists them. */
  unconfirmed: Scalars['Int']['output'];
};

/**
 * The progress of reading a file. The numbers are updated about once a second, so a file that is read
 * faster shows no bytes; they restart if reading had to start again.
 */
export type IngestProgress = {
  /** Bytes read of the object in the bucket, packed or not. A whole number beyond the range of `Int`. */
  bytesRead: Scalars['Float']['output'];
  /** The size of that object, likewise; null during the first second of reading. */
  bytesTotal?: Maybe<Scalars['Float']['output']>;
  /** Records read so far. */
  rowsRead: Scalars['Int']['output'];
};

/** A rejected record. */
export type IngestReject = {
  /** Where it begins in the unpacked file, in bytes from 0. A whole number beyond the range of `Int`. */
  byteOffset: Scalars['Float']['output'];
  /** The column that could not be read; null if it is the record as a whole. */
  column?: Maybe<Scalars['String']['output']>;
  /** The line on which it begins, from 1. */
  line: Scalars['Int']['output'];
  /** The record as it came, without its line ending. */
  raw: Scalars['String']['output'];
  /** In words, Japanese and English. */
  reason: Scalars['String']['output'];
  /** A code such as `isbn-check-digit`. */
  reasonCode: Scalars['String']['output'];
  /** The number of the record in the file, from 1. */
  record: Scalars['Int']['output'];
};

/** A page of rejected records. */
export type IngestRejectPage = {
  /** Null on the last page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  rejects: Array<IngestReject>;
};

/**
 * The reading of one file. `records = created + changed + unchanged + held + rejected` holds for every
 * run that was not refused.
 */
export type IngestRun = {
  approvedAt?: Maybe<Scalars['AWSDateTime']['output']>;
  /** Who approved the held run: a member id, or a name given on the command line. */
  approvedBy?: Maybe<Scalars['String']['output']>;
  /** The business date in the file's name, to which words such as 来月 refer. */
  baseDate?: Maybe<Scalars['AWSDate']['output']>;
  /**
   * The size of the unpacked file in bytes; 0 until it has been read completely. A whole number beyond
   * the range of `Int`.
   */
  byteCount: Scalars['Float']['output'];
  changed: Scalars['Int']['output'];
  /** SHA-256 of the unpacked file as 64 hex digits; null until it has been read completely. */
  contentHash?: Maybe<Scalars['String']['output']>;
  created: Scalars['Int']['output'];
  /**
   * The decision on a run that is still held: in progress or failed. Null before a decision, and after
   * it is done: then see `approvedBy` or `discardedBy`. A decision made by starting the workflow by
   * hand is visible only once it is done.
   */
  decision?: Maybe<IngestDecision>;
  discardedAt?: Maybe<Scalars['AWSDateTime']['output']>;
  /** Who discarded the held run, likewise. */
  discardedBy?: Maybe<Scalars['String']['output']>;
  fileName: Scalars['String']['output'];
  finishedAt?: Maybe<Scalars['AWSDateTime']['output']>;
  held: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  /**
   * What else is worth knowing about the file besides its rejects; null until it has been read
   * completely.
   */
  notes?: Maybe<IngestNotes>;
  /**
   * What a merge would do, for a run that was held or only previewed; null for others. Available
   * shortly after the run becomes `HELD`, because the merge is tried for it.
   */
  preview?: Maybe<IngestPreview>;
  profile: Scalars['String']['output'];
  /** The progress of reading the file, or how far it got. */
  progress: IngestProgress;
  /** Why the run was refused or held, in words; null otherwise. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The same as a code, such as `too-many-rejects`; `dry-run` if only a preview was requested. */
  reasonCode?: Maybe<Scalars['String']['output']>;
  records: Scalars['Int']['output'];
  rejected: Scalars['Int']['output'];
  /**
   * The rejected records in the order of the file. A page with long rows ends early: it holds at least
   * one row and stops once their text reaches 160 KB.
   */
  rejects: IngestRejectPage;
  /** The earlier merged run of the very same bytes, which is why nothing was merged again. */
  repeatOf?: Maybe<Scalars['ID']['output']>;
  startedAt: Scalars['AWSDateTime']['output'];
  state: IngestRunState;
  unchanged: Scalars['Int']['output'];
};


/**
 * The reading of one file. `records = created + changed + unchanged + held + rejected` holds for every
 * run that was not refused.
 */
export type IngestRunRejectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of ingest runs. */
export type IngestRunPage = {
  /** Null on the last page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  runs: Array<IngestRun>;
};

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

/** Where to upload a file. */
export type IngestUpload = {
  /** When the address expires. */
  expiresAt: Scalars['AWSDateTime']['output'];
  /** The file's key in the feed bucket, which `startIngestRun` takes. */
  key: Scalars['String']['output'];
  /**
   * Accepts a file by `PUT`, up to 5 GB, from any program that has this address, any number of times
   * until `expiresAt`, each upload replacing the previous one; keep it secret. The feed bucket does
   * not allow uploads from browser pages, and keeps the file for 7 days.
   */
  url: Scalars['AWSURL']['output'];
};

/** A language of mails. */
export type MailLanguage =
  | 'EN'
  | 'JA';

/** A member's mail settings. */
export type MailSettings = {
  /** The language of mails; `JA` if the member has not chosen one. */
  language: MailLanguage;
  /**
   * Since when all mails to the member are stopped, whatever they subscribed to; null while mails are
   * sent. A link in each mail stops them as well.
   */
  stoppedAt?: Maybe<Scalars['AWSDateTime']['output']>;
};

/** Changes to a member's mail settings. Fields that are omitted or null stay as they are. */
export type MailSettingsInput = {
  language?: InputMaybe<MailLanguage>;
  /** True stops all mails; false resumes them. */
  stopped?: InputMaybe<Scalars['Boolean']['input']>;
};

/**
 * One mail to a member, or notes that were not mailed for one reason. Everything still to be sent is
 * one of these, and may go out as one mail or several.
 */
export type MemberMail = {
  /** When it was sent, or when it was decided not to send it; null while it is still to be sent. */
  at?: Maybe<Scalars['AWSDateTime']['output']>;
  /** Useful when asking the shop about a mail: operators find it by the part before the `.`. */
  id: Scalars['ID']['output'];
  /** The number of notes in it. */
  noteCount: Scalars['Int']['output'];
  /** Its notes in the order of the log; the first 10. */
  notes: Array<MemberMailNote>;
  state: MemberMailState;
};

/** A page of a member's mails, following the Relay cursor convention. */
export type MemberMailConnection = {
  edges: Array<MemberMailEdge>;
  pageInfo: PageInfo;
};

/** A mail with its cursor. */
export type MemberMailEdge = {
  cursor: Scalars['String']['output'];
  node: MemberMail;
};

/** One event that a mail tells a member. */
export type MemberMailNote = {
  bookId: Scalars['ID']['output'];
  /**
   * The dates at the time of the event; null unless the kind is `RESCHEDULED`, or `REVIVED` with a new
   * date.
   */
  change?: Maybe<ReleaseChange>;
  kind: BookEventKind;
  /** Why the member is mailed: the subscription's current reasons; empty if it no longer exists. */
  reasons: Array<SubscriptionReason>;
  /** The book's current title with its volume. */
  title: Scalars['String']['output'];
  /** Why the member is mailed: when they subscribed. Null if that is not recorded. */
  waitingSince?: Maybe<Scalars['AWSDateTime']['output']>;
};

/** The state of a mail as its member may know it. */
export type MemberMailState =
  /** Sending failed, or its outcome is not known. */
  | 'FAILED'
  /** The member had stopped all mails. */
  | 'MAILS_STOPPED'
  /** The shop has no usable mail address for the member, or mails to it bounced. */
  | 'NO_ADDRESS'
  /** The book's state had changed, so that there was nothing to tell, or something else. */
  | 'OVERTAKEN'
  | 'SENT'
  /** It will be sent without further action. */
  | 'TO_BE_SENT'
  /** The member was no longer subscribed to the book. */
  | 'UNSUBSCRIBED';

/** A repaired cell. */
export type MendedCell = {
  became: Scalars['String']['output'];
  column: Scalars['String']['output'];
  /** The line on which its record begins, from 1. */
  line: Scalars['Int']['output'];
  seen: Scalars['String']['output'];
};

export type Mutation = {
  /**
   * Merges a held run exactly as its file was read. For operators. Returns at once: the run is still
   * `HELD` with its decision in progress, and `MERGED` once all of it is in the catalogue; ask
   * `ingestRun` again. Calling it twice changes nothing: there is one decision in progress, and a run
   * that was already approved is returned as it is. A failed decision may be repeated. Fails with
   * `IngestRunNotFound` and `IngestRunNotHeld`.
   */
  approveIngestRun: IngestRun;
  /**
   * Where to upload a file for ingest. For operators. This ingests nothing: send the file with `PUT`
   * to the address, then start a run with its key.
   */
  createIngestUpload: IngestUpload;
  /**
   * Discards a held run without merging anything. For operators. Responds and fails like
   * `approveIngestRun`, with `DISCARDED` at the end.
   */
  discardIngestRun: IngestRun;
  /**
   * Closes the live connections of an ended session and returns its id. Returns null and closes
   * nothing if the session has not ended or no session has this id. For the sign-in service only. The
   * id is the claim `sid` of the session's access tokens.
   */
  disconnectSession?: Maybe<Scalars['ID']['output']>;
  /**
   * Joins two contributors or two series, for example when one author writes under two names: `from`
   * is found, listed and subscribed to as `into` from now on. For operators. Joining twice changes
   * nothing. Fails with `ContributorNotFound` or `SeriesNotFound`, and with `InvalidArgument` if both
   * are the same or already joined indirectly.
   */
  joinInCatalogue: CatalogueJoin;
  /**
   * Pushes one event of the log to every open page that listens. For workflows only: it accepts
   * nothing but the number of an event already in the log, so nobody can push text of their own.
   * Publishing twice is harmless; listeners drop duplicates.
   */
  publishBookEvent?: Maybe<BookEvent>;
  /**
   * Retries a failed mail: its `FAILED` notes wait for the next run of the workflow. For operators.
   * Retrying twice changes nothing. Fails with `OutgoingMailNotFound`, `OutgoingMailNotFailed`, and
   * with `OutgoingMailMayHaveArrived` unless that is accepted.
   */
  retryOutgoingMail: OutgoingMail;
  /**
   * Separates what was joined, restoring the state before. For operators. Separating twice changes
   * nothing. Fails with `CatalogueJoinNotFound`.
   */
  separateInCatalogue: CatalogueJoin;
  /**
   * Changes the caller's mail settings and returns the new ones. Stopping mails takes effect for every
   * mail that is not yet being sent; subscriptions stay as they are.
   */
  setMailSettings: MailSettings;
  /**
   * Starts the ingest workflow on a file in the feed bucket. For operators. Returns at once with the
   * run in `STAGING`; ask `ingestRun` for its progress. A missing file or an unknown profile ends as a
   * `REFUSED` run. Each call is a run of its own: the same file a second time is merged as one that
   * changes nothing.
   */
  startIngestRun: IngestRun;
  /**
   * Subscribes the caller to this book: one mail when it goes on sale, and mails when its date moves,
   * when it is cancelled, and when it is revived. Subscribing twice changes nothing. The member's
   * consent is recorded with its time and wording: show the wording beside your button and pass which
   * one it was. Fails with `BookNotFound` for an unknown id.
   */
  subscribeToBook: BookSubscription;
  /**
   * Follows this contributor: the next morning's mail announces each new book in one of these roles,
   * and from then on the caller is subscribed to it as to any other book. Books that are already
   * announced are subscribed to as well, including those that the member unsubscribed from before.
   * Calling it again changes the roles, and with them the books, and nothing else. Consent is recorded
   * as in `subscribeToBook`. Fails with `ContributorNotFound`, and with `InvalidArgument` if `roles`
   * is empty.
   */
  subscribeToContributor: StandingSubscription;
  /** Like `subscribeToContributor`, for the volumes of a series. Fails with `SeriesNotFound`. */
  subscribeToSeries: StandingSubscription;
  /**
   * Ends the subscription, whatever its reasons, and returns it as it was. A standing subscription
   * does not bring the book back unless it is ended and made again. Null if there was none.
   */
  unsubscribeFromBook?: Maybe<BookSubscription>;
  /**
   * Ends the standing subscription, and with it the subscriptions to books that have no other reason.
   * Null if there was none.
   */
  unsubscribeFromContributor?: Maybe<StandingSubscription>;
  /**
   * Ends the standing subscription, and with it the subscriptions to books that have no other reason.
   * Null if there was none.
   */
  unsubscribeFromSeries?: Maybe<StandingSubscription>;
};


export type MutationApproveIngestRunArgs = {
  id: Scalars['ID']['input'];
};


export type MutationCreateIngestUploadArgs = {
  fileName: Scalars['String']['input'];
};


export type MutationDiscardIngestRunArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDisconnectSessionArgs = {
  id: Scalars['ID']['input'];
};


export type MutationJoinInCatalogueArgs = {
  from: Scalars['ID']['input'];
  into: Scalars['ID']['input'];
  kind: CatalogueKind;
};


export type MutationPublishBookEventArgs = {
  seq: Scalars['ID']['input'];
};


export type MutationRetryOutgoingMailArgs = {
  id: Scalars['ID']['input'];
  mayHaveArrived?: InputMaybe<Scalars['Boolean']['input']>;
};


export type MutationSeparateInCatalogueArgs = {
  id: Scalars['ID']['input'];
};


export type MutationSetMailSettingsArgs = {
  input: MailSettingsInput;
};


export type MutationStartIngestRunArgs = {
  input: StartIngestRunInput;
};


export type MutationSubscribeToBookArgs = {
  bookId: Scalars['ID']['input'];
  wording?: InputMaybe<ConsentWording>;
};


export type MutationSubscribeToContributorArgs = {
  contributorId: Scalars['ID']['input'];
  roles?: InputMaybe<Array<ContributorRole>>;
  wording?: InputMaybe<StandingConsentWording>;
};


export type MutationSubscribeToSeriesArgs = {
  seriesId: Scalars['ID']['input'];
  wording?: InputMaybe<StandingConsentWording>;
};


export type MutationUnsubscribeFromBookArgs = {
  bookId: Scalars['ID']['input'];
};


export type MutationUnsubscribeFromContributorArgs = {
  contributorId: Scalars['ID']['input'];
};


export type MutationUnsubscribeFromSeriesArgs = {
  seriesId: Scalars['ID']['input'];
};

/**
 * A mail to a member, which may tell of several books. The recipient is not shown, and the address is
 * not stored.
 */
export type OutgoingMail = {
  /**
   * How many times sending was started since the last retry by an operator; temporary refusals do not
   * count.
   */
  attempts: Scalars['Int']['output'];
  /** When its first note was written. */
  createdAt: Scalars['AWSDateTime']['output'];
  /** The same through every attempt. SES knows it as the tag `mail_key`. */
  id: Scalars['ID']['output'];
  /**
   * Whether the member may have received it although it is not known to be sent: an attempt ended
   * without a response from SES because its sender died or the connection was lost.
   */
  mayHaveArrived: Scalars['Boolean']['output'];
  /** The SES message id; null before SES has accepted it. */
  messageId?: Maybe<Scalars['String']['output']>;
  /** For an open mail, the earliest time of the next attempt; null for at once. */
  nextAttemptAt?: Maybe<Scalars['AWSDateTime']['output']>;
  /** The number of notes in it. */
  noteCount: Scalars['Int']['output'];
  /** Its notes in the order of the log; the first 100. */
  notes: Array<OutgoingNote>;
  /** Why it failed, was skipped or was postponed; null otherwise. */
  reason?: Maybe<Scalars['String']['output']>;
  retriedAt?: Maybe<Scalars['AWSDateTime']['output']>;
  /** The member id of the operator who last retried it; null if nobody did. */
  retriedBy?: Maybe<Scalars['String']['output']>;
  /** When the last of its notes was settled; null while one is open. */
  settledAt?: Maybe<Scalars['AWSDateTime']['output']>;
  /** The state of the note that needs most attention, in the order of `OutgoingMailState`. */
  state: OutgoingMailState;
};

/** The number of notes: a note is one event to be told to one member. */
export type OutgoingMailCounts = {
  /** How many of those and of the uncertain ones may be sent now. */
  due: Scalars['Int']['output'];
  failed: Scalars['Int']['output'];
  /**
   * Since when the oldest due note has been due; null if none is. More than some minutes ago means
   * that the senders are not keeping up.
   */
  oldestDueAt?: Maybe<Scalars['AWSDateTime']['output']>;
  sending: Scalars['Int']['output'];
  /** In the last 24 hours. */
  sentLastDay: Scalars['Int']['output'];
  /** Likewise. */
  skippedLastDay: Scalars['Int']['output'];
  uncertain: Scalars['Int']['output'];
  /** Notes that no sender has claimed, or that were postponed; due or not. */
  waiting: Scalars['Int']['output'];
};

/** What became of notes in one hour. */
export type OutgoingMailHour = {
  failed: Scalars['Int']['output'];
  /** When the hour began. */
  hour: Scalars['AWSDateTime']['output'];
  sent: Scalars['Int']['output'];
  skipped: Scalars['Int']['output'];
};

/** A page of mails to members. */
export type OutgoingMailPage = {
  /** Null on the last page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  mails: Array<OutgoingMail>;
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

/** One event that a mail tells. */
export type OutgoingNote = {
  bookId: Scalars['ID']['output'];
  kind: BookEventKind;
  reason?: Maybe<Scalars['String']['output']>;
  /** The event of the log. */
  seq: Scalars['ID']['output'];
  state: OutgoingMailState;
};

/** The end of a page. */
export type PageInfo = {
  /** Null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
};

/** An event that a merge would write. */
export type PreviewedEvent = {
  bookId: Scalars['ID']['output'];
  /** Null unless the kind is `RESCHEDULED`, or `REVIVED` with a new date. */
  change?: Maybe<ReleaseChange>;
  title?: Maybe<Scalars['String']['output']>;
};

/** Events of one kind that a merge would write to the log. */
export type PreviewedEvents = {
  count: Scalars['Int']['output'];
  /** The first of them in the order of the file, at most 10. */
  examples: Array<PreviewedEvent>;
  kind: BookEventKind;
  /** The number of subscriptions to these books, whose members would be told. */
  subscriptions: Scalars['Int']['output'];
};

export type Query = {
  /** One book, in any status; null if no book has this id. */
  book?: Maybe<Book>;
  /**
   * The event log of all books, oldest first, for catching up and for feeds. Keep the `endCursor` of
   * the last page and pass it as `after` next time: no event will ever appear before a cursor that has
   * been issued.
   */
  bookEvents: BookEventPage;
  /**
   * Every book with this ISBN, given as ten or thirteen digits with or without hyphens. Volumes of a
   * set may share an ISBN, so there can be several. Returns an empty list if there is none.
   */
  booksByIsbn: Array<Book>;
  /**
   * The books of one day or one stretch of `releaseCalendar`, counted in the same way: those announced
   * for exactly this period, and for a day also those whose sale began on it. Ordered by id.
   */
  booksByRelease: BookConnection;
  /** Joins made by operators, newest first. For operators. */
  catalogueJoins: CatalogueJoinPage;
  /** Someone who contributed to books; null if no contributor has this id. */
  contributor?: Maybe<Contributor>;
  /** One run of the ingest workflow; null if no run has this id. For operators. */
  ingestRun?: Maybe<IngestRun>;
  /** Runs of the ingest workflow, newest first. For operators. */
  ingestRuns: IngestRunPage;
  /** The cursor after the newest event: the starting point for a client that only wants new events. */
  latestBookEventCursor: Scalars['String']['output'];
  /** One mail to a member; null if no mail has this id. For operators. */
  outgoingMail?: Maybe<OutgoingMail>;
  /** The number of notes to members by state. For operators. */
  outgoingMailCounts: OutgoingMailCounts;
  /**
   * Mails to members with a note in this state: settled ones newest first, open ones in no meaningful
   * order. For operators. Notes that no sender has claimed yet are not a mail: see
   * `outgoingMailCounts`.
   */
  outgoingMails: OutgoingMailPage;
  /**
   * What became of notes to members, hour by hour, oldest first: what `outgoingMailCounts` counts over
   * a day. Hours in which nothing was settled are omitted. For operators.
   */
  outgoingMailsPerHour: Array<OutgoingMailHour>;
  /**
   * The days from `from` to `to` that have books, with their number; at most six weeks, otherwise
   * `InvalidArgument`. All days are days in Japan. A book on sale is listed on the day its sale began,
   * whatever was announced. An announced book is listed on its announced day, even if that day has
   * passed and the shop has not begun to sell it. Cancelled books are not listed. Meant for pages;
   * other consumers read `bookEvents`.
   */
  releaseCalendar: ReleaseCalendar;
  /** A series; null if no series has this id. */
  series?: Maybe<Series>;
  /**
   * Suggestions while a reader types: upcoming books, contributors and series. Matches at the
   * beginning rank before matches inside. Returns empty lists for a text without any letter, digit or
   * sign that can be searched.
   */
  suggest: Suggestions;
  /** Values by which the upcoming books can be filtered, to offer as choices, most frequent first. */
  upcomingBookFacets: UpcomingBookFacets;
  /**
   * Announced books that are not yet on sale, soonest first unless another order is requested. A book
   * with a vague date is placed at its earliest possible day; a book without a date comes last.
   */
  upcomingBooks: BookConnection;
  /** The signed-in member; null if nobody is signed in. */
  viewer?: Maybe<Viewer>;
  /**
   * Executions of a workflow, newest first, until 90 days after their end. For operators. Their inputs
   * and outputs are not shown.
   */
  workflowExecutions: WorkflowExecutionPage;
};


export type QueryBookArgs = {
  id: Scalars['ID']['input'];
};


export type QueryBookEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  bookId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<Array<BookEventKind>>;
};


export type QueryBooksByIsbnArgs = {
  isbn: Scalars['String']['input'];
};


export type QueryBooksByReleaseArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  earliest?: InputMaybe<Scalars['AWSDate']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  latest?: InputMaybe<Scalars['AWSDate']['input']>;
  precision?: InputMaybe<ReleasePrecision>;
};


export type QueryCatalogueJoinsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kind: CatalogueKind;
};


export type QueryContributorArgs = {
  id: Scalars['ID']['input'];
};


export type QueryIngestRunArgs = {
  id: Scalars['ID']['input'];
};


export type QueryIngestRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<IngestRunState>;
};


export type QueryOutgoingMailArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOutgoingMailsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<OutgoingMailState>;
};


export type QueryOutgoingMailsPerHourArgs = {
  hours?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryReleaseCalendarArgs = {
  from: Scalars['AWSDate']['input'];
  to: Scalars['AWSDate']['input'];
};


export type QuerySeriesArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySuggestArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  text: Scalars['String']['input'];
};


export type QueryUpcomingBookFacetsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['AWSDate']['input']>;
};


export type QueryUpcomingBooksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<UpcomingBooksFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<UpcomingBooksOrder>;
};


export type QueryWorkflowExecutionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  workflow: Workflow;
};

/**
 * When a book is expected: never narrower than what the source said. Both ends are inclusive days in
 * Japan; null means that the end is open.
 */
export type Release = {
  earliest?: Maybe<Scalars['AWSDate']['output']>;
  latest?: Maybe<Scalars['AWSDate']['output']>;
  precision: ReleasePrecision;
  /** The source's wording. */
  text: Scalars['String']['output'];
};

/** The releases of some weeks. */
export type ReleaseCalendar = {
  /** The days that have books, in chronological order. */
  days: Array<CalendarDay>;
  /**
   * Periods that overlap these weeks, of books whose day is not known: shortest first, at most 100. A
   * period with an open end is placed at its known end; books without any date have none.
   */
  stretches: Array<CalendarStretch>;
};

/** A change of the release date. */
export type ReleaseChange = {
  from: Release;
  to: Release;
};

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

/** A series of books. */
export type Series = {
  /** Other names that operators have joined to this one. */
  aliases: Array<Scalars['String']['output']>;
  /** Stable and safe in a URL. */
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** In kana, if a feed gives it; never guessed. */
  reading?: Maybe<Scalars['String']['output']>;
  /** The caller's standing subscription; null if there is none or nobody is signed in. */
  subscription?: Maybe<StandingSubscription>;
  /** Announced books that are not yet on sale: lowest volume first, books without a number last. */
  upcomingBooks: BookConnection;
};


/** A series of books. */
export type SeriesUpcomingBooksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A book's place in its series. */
export type SeriesPlace = {
  /** The volume number; 上, 中 and 下 count from 1. Null if there is none. */
  number?: Maybe<Scalars['Float']['output']>;
  series: Series;
};

/** A series as the feed states it. */
export type SeriesStatement = {
  name: Scalars['String']['output'];
  /** The number within the series, in the feed's wording. */
  number?: Maybe<Scalars['String']['output']>;
};

/** A suggested series. */
export type SeriesSuggestion = {
  series: Series;
  /** The number of its upcoming books at the last count, usually within the last minute. */
  upcomingCount: Scalars['Int']['output'];
};

/**
 * The consent wording of a standing subscription, in the language shown beside the button. A wording
 * whose meaning changes gets a new number.
 */
export type StandingConsentWording =
  /** For each author or series for which you press “Tell me of new books”, we mail the address of your membership when a new book is announced, and when it goes on sale, moves, is cancelled or is planned again. You can stop at any time. */
  | 'EN_1'
  /** 「新刊を知らせて」を押した著者・シリーズの新刊の案内と、その本の発売・発売日の変更・発売中止とその取り消しを、会員登録のメールアドレスにお知らせします。いつでもやめられます。 */
  | 'JA_1';

/** A standing subscription: the member hears of each new book by a contributor or in a series. */
export type StandingSubscription = {
  /** The contributor or series. */
  id: Scalars['ID']['output'];
  kind: CatalogueKind;
  name: Scalars['String']['output'];
  /** For a contributor, the roles that are followed; null for a series. */
  roles?: Maybe<Array<ContributorRole>>;
  since: Scalars['AWSDateTime']['output'];
};

/** A page of the contributors and series that a member follows, following the Relay cursor convention. */
export type StandingSubscriptionConnection = {
  edges: Array<StandingSubscriptionEdge>;
  pageInfo: PageInfo;
  /** The total number. */
  totalCount: Scalars['Int']['output'];
};

/** A standing subscription with its cursor. */
export type StandingSubscriptionEdge = {
  cursor: Scalars['String']['output'];
  node: StandingSubscription;
};

/** The file to ingest and how to read it. */
export type StartIngestRunInput = {
  /**
   * Only preview: the run ends as `DISCARDED` with a preview. A file whose very bytes were merged
   * before ends as `MERGED` with `repeatOf` and no preview, because it would change nothing.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Such as `utf-8`, at most 32 ASCII characters; the profile's own if empty. */
  encoding?: InputMaybe<Scalars['String']['input']>;
  /** The key of the object in the feed bucket, 1 to 255 characters. */
  key: Scalars['String']['input'];
  /** The feed profile, such as `shinkan`: 1 to 32 ASCII letters, digits and signs. */
  profile: Scalars['String']['input'];
};

export type Subscription = {
  /**
   * Events as they happen, optionally of one book or one kind. Carries facts about books and nothing
   * about members. A lost connection has missed events: subscribe again first, then ask `bookEvents`
   * for what came since. Do not select `upcomingBooks` of a contributor or series here: these are not
   * carried, and what is missing arrives as null, `seriesPlace` as a whole.
   */
  onBookEvent?: Maybe<BookEvent>;
};


export type SubscriptionOnBookEventArgs = {
  bookId?: InputMaybe<Scalars['ID']['input']>;
  kind?: InputMaybe<BookEventKind>;
};

/** Why a member is subscribed to a book. */
export type SubscriptionReason = {
  /** The contributor or series; the book if the member asked for the book itself. */
  id: Scalars['ID']['output'];
  kind: SubscriptionReasonKind;
  /** The name of the contributor or series, or the title of the book. */
  name: Scalars['String']['output'];
};

/** What a member asked for. */
export type SubscriptionReasonKind =
  | 'BOOK'
  | 'CONTRIBUTOR'
  | 'SERIES';

/** Suggestions for what a reader has typed so far. */
export type Suggestions = {
  /**
   * Books that begin with the text first, then by date, among the 200 soonest that match. If very many
   * books match, only the soonest thousand or so are considered; `upcomingBooks` finds them all.
   */
  books: Array<Book>;
  /**
   * Contributors with upcoming books. Names that begin with the text first, then by number of upcoming
   * books at the last count, among the 100 most popular that begin with it and 100 that contain it.
   */
  contributors: Array<ContributorSuggestion>;
  /**
   * Series with upcoming books. Names that begin with the text first, then by number of upcoming books
   * at the last count, among the 100 most popular that begin with it and 100 that contain it.
   */
  series: Array<SeriesSuggestion>;
};

/** A word that is not a known role. */
export type UnknownRole = {
  count: Scalars['Int']['output'];
  word: Scalars['String']['output'];
};

/** One value and the number of upcoming books that have it. */
export type UpcomingBookFacet = {
  count: Scalars['Int']['output'];
  value: Scalars['String']['output'];
};

/** Values that upcoming books share, each as the filter accepts it. */
export type UpcomingBookFacets = {
  forms: Array<UpcomingBookFacet>;
  labels: Array<UpcomingBookFacet>;
  publishers: Array<UpcomingBookFacet>;
};

/** Which upcoming books to list. All given conditions must hold. */
export type UpcomingBooksFilter = {
  /** Books of exactly this form, such as `文庫`. */
  form?: InputMaybe<Scalars['String']['input']>;
  /** Books that may be released on or after this day (a day in Japan). */
  from?: InputMaybe<Scalars['AWSDate']['input']>;
  /** Books of exactly this label. */
  label?: InputMaybe<Scalars['String']['input']>;
  /** Books that cost at least this many yen (`priceWithTax`); books without a price are excluded. */
  priceFrom?: InputMaybe<Scalars['Int']['input']>;
  /** Books that cost at most this many yen (`priceWithTax`); books without a price are excluded. */
  priceTo?: InputMaybe<Scalars['Int']['input']>;
  /** Books of exactly this publisher. */
  publisher?: InputMaybe<Scalars['String']['input']>;
  /** If true, only books that the caller has subscribed to; an empty list if nobody is signed in. */
  subscribed?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * Books that contain each of these words in their title, subtitle, reading, volume, contributors,
   * series or publisher, or have it as ISBN: at most eight words separated by spaces and 200
   * characters in total. Letter case, kana, width, old forms of kanji and punctuation are ignored.
   * Cursors of a list with a text are valid only for lists with a text.
   */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Books that may be released on or before this day (a day in Japan). */
  to?: InputMaybe<Scalars['AWSDate']['input']>;
};

/** The order in which upcoming books are listed. */
export type UpcomingBooksOrder =
  /** By announcement, newest first. */
  | 'ANNOUNCED'
  /** By earliest possible release day, soonest first. */
  | 'RELEASE';

/** The signed-in member. */
export type Viewer = {
  /** The name in the shop's records. */
  displayName: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  /** Whether this member may use the operator pages. */
  isOperator: Scalars['Boolean']['output'];
  /** The member's mail settings. */
  mail: MailSettings;
  /**
   * The member's mails, including what was not mailed and why, newest first: first what is still to be
   * sent, then the last 90 days. No mail address is shown.
   */
  mails: MemberMailConnection;
  /**
   * In how many places the member is signed in, including this one: each browser or program that
   * signed in within thirty days and has not signed out. `POST /auth/sign-out-everywhere` ends them
   * all.
   */
  sessionCount: Scalars['Int']['output'];
  /** The contributors and series that the member follows, newest first. */
  standingSubscriptions: StandingSubscriptionConnection;
  /** The books the member is subscribed to. */
  subscriptions: BookSubscriptionConnection;
};


/** The signed-in member. */
export type ViewerMailsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The signed-in member. */
export type ViewerStandingSubscriptionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The signed-in member. */
export type ViewerSubscriptionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<BookSubscriptionOrder>;
};

/** A scheduled workflow. */
export type Workflow =
  /** Ingests a file: once a day, and whenever an operator starts it or decides on a run. */
  | 'INGEST'
  /** Finds what the shop has begun to sell and publishes it: every minute. */
  | 'RELEASE';

/** One execution of a workflow. */
export type WorkflowExecution = {
  /** The cause in words, at most 500 characters; null if none was recorded. */
  cause?: Maybe<Scalars['String']['output']>;
  /** The error's name, such as `IngestRefused`; null unless it failed. */
  error?: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  /**
   * For ingest: the run that it read or decided on. No run may exist with this id if the execution
   * failed early.
   */
  runId?: Maybe<Scalars['ID']['output']>;
  startedAt: Scalars['AWSDateTime']['output'];
  status: WorkflowExecutionStatus;
  /** Null while it runs. */
  stoppedAt?: Maybe<Scalars['AWSDateTime']['output']>;
};

/** A page of executions. */
export type WorkflowExecutionPage = {
  /** Null on the last page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  executions: Array<WorkflowExecution>;
};

/** The status of an execution, as Step Functions reports it. */
export type WorkflowExecutionStatus =
  | 'ABORTED'
  | 'FAILED'
  /** It failed and is about to be redriven from where it failed. */
  | 'PENDING_REDRIVE'
  | 'RUNNING'
  | 'SUCCEEDED'
  | 'TIMED_OUT';
