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
   * What AppSync itself adds to every schema: its scalars and directives, for the tools that read the
   * schema outside AppSync. AppSync refuses a schema that declares them, so this file is never deployed.
   */
  AWSDate: { input: string; output: string; }
  AWSDateTime: { input: string; output: string; }
  AWSURL: { input: string; output: string; }
};

/** A book, or one volume of a set, as the feed announced it. */
export type Book = {
  /** When the catalogue first had it. */
  announcedAt: Scalars['AWSDateTime']['output'];
  contributors: Array<BookContributor>;
  /** An https address of the cover picture. */
  coverUrl?: Maybe<Scalars['AWSURL']['output']>;
  description?: Maybe<Scalars['String']['output']>;
  /** The edition as the feed words it, such as `新装版`. */
  edition?: Maybe<Scalars['String']['output']>;
  /** Size and binding as the feed words it, such as `四六判` or `19cm`. */
  form?: Maybe<Scalars['String']['output']>;
  /** Stable, and safe in an address. */
  id: Scalars['ID']['output'];
  /** Thirteen digits; null for a book without ISBN. */
  isbn?: Maybe<Scalars['String']['output']>;
  label?: Maybe<Scalars['String']['output']>;
  /** Since when the shop has sold it; null while it does not. */
  onSaleAt?: Maybe<Scalars['AWSDateTime']['output']>;
  pages?: Maybe<Scalars['String']['output']>;
  /** Price before tax in yen. */
  price?: Maybe<Scalars['Int']['output']>;
  /** Price with consumption tax in yen; derived from `price` when the feed does not state it. */
  priceWithTax?: Maybe<Scalars['Int']['output']>;
  /** Where the shop sells it; null before it is on sale. */
  productUrl?: Maybe<Scalars['AWSURL']['output']>;
  publisher?: Maybe<Scalars['String']['output']>;
  release: Release;
  /** Who distributes the book, where that is not the publisher. */
  seller?: Maybe<Scalars['String']['output']>;
  series: Array<SeriesStatement>;
  /** The series that it was recognized to be a volume of; null where none was. */
  seriesPlace?: Maybe<SeriesPlace>;
  /** Price before tax in yen of the whole set, where it is only sold as a set. */
  setPrice?: Maybe<Scalars['Int']['output']>;
  status: BookStatus;
  /** Whether the member who asks has subscribed; null when nobody is signed in. */
  subscribed?: Maybe<Scalars['Boolean']['output']>;
  subtitle?: Maybe<Scalars['String']['output']>;
  title: Scalars['String']['output'];
  /** The title in kana, where the feed gives it. */
  titleReading?: Maybe<Scalars['String']['output']>;
  /** The volume as the feed words it, such as `下` or `3`. */
  volume?: Maybe<Scalars['String']['output']>;
};

/** A page of books, by the Relay cursor convention. */
export type BookConnection = {
  edges: Array<BookEdge>;
  pageInfo: PageInfo;
};

/** Someone who had a part in a book, as the feed states it. */
export type BookContributor = {
  /**
   * Who that is, with all their books; null until the book has been looked through for it, and for good where
   * it was on sale or cancelled before there were contributors.
   */
  contributor?: Maybe<Contributor>;
  name: Scalars['String']['output'];
  /** In kana, where the feed gives it. */
  reading?: Maybe<Scalars['String']['output']>;
  role: ContributorRole;
  /** The role as the feed words it, such as `共著`; null when it gave none. */
  roleText?: Maybe<Scalars['String']['output']>;
};

/** A book in its place on the list. */
export type BookEdge = {
  /** Pass it as `after` to begin behind this book. Opaque: make none of your own. */
  cursor: Scalars['String']['output'];
  node: Book;
};

/** One entry of the log of what happened to books. */
export type BookEvent = {
  /** The book as it is now, not as it was at the event. */
  book: Book;
  bookId: Scalars['ID']['output'];
  /** What changed; null unless the kind is `RESCHEDULED`, or `REVIVED` with another date. */
  change?: Maybe<ReleaseChange>;
  kind: BookEventKind;
  occurredAt: Scalars['AWSDateTime']['output'];
  /** Grows with every event. Compare as a number, keep as text. */
  seq: Scalars['ID']['output'];
};

/** What happened to a book. */
export type BookEventKind =
  | 'ANNOUNCED'
  | 'CANCELLED'
  /**
   * The shop has begun to sell it. One that was withdrawn and is sold again 30 days or more after this
   * event has a second one.
   */
  | 'ON_SALE'
  /** Its release date has changed. */
  | 'RESCHEDULED'
  /** It was cancelled, and is announced again. */
  | 'REVIVED';

/** A stretch of the log. */
export type BookEventPage = {
  /**
   * Pass it as `after` for what follows. It never lies before what was passed, and on the last page of
   * events of some kinds or of one book it stands behind everything that was looked through for them.
   */
  endCursor: Scalars['String']['output'];
  events: Array<BookEvent>;
  hasNextPage: Scalars['Boolean']['output'];
};

/** Where a book stands. */
export type BookStatus =
  /** The publisher has withdrawn it. */
  | 'CANCELLED'
  /** The shop sells it. */
  | 'ON_SALE'
  /** It has vanished from the feed without being withdrawn. */
  | 'UNCONFIRMED'
  /**
   * Announced; the shop does not sell it yet, whatever its date says. A book that the shop withdraws
   * within 30 days of its `ON_SALE` event is upcoming again; no event tells of that.
   */
  | 'UPCOMING';

/**
 * What a member is told of a book: that it goes on sale, moves, is cancelled or is planned again. They asked
 * for the book itself, or wait for a contributor or a series of it.
 */
export type BookSubscription = {
  book: Book;
  bookId: Scalars['ID']['output'];
  /** Why the member has it, what they asked for themselves first. Not empty while it stands. */
  reasons: Array<SubscriptionReason>;
  since: Scalars['AWSDateTime']['output'];
};

/** A page of the member's subscriptions, by the Relay cursor convention. */
export type BookSubscriptionConnection = {
  /** How many of them are cancelled. */
  cancelled: Scalars['Int']['output'];
  edges: Array<BookSubscriptionEdge>;
  /** How many of them are on sale. */
  onSale: Scalars['Int']['output'];
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** A subscription in its place on the list. */
export type BookSubscriptionEdge = {
  cursor: Scalars['String']['output'];
  node: BookSubscription;
};

/** How a member's subscriptions are ordered. */
export type BookSubscriptionOrder =
  /** What was asked for last comes first. */
  | 'NEWEST'
  /**
   * Upcoming books first, as on the list of upcoming books; then what is on sale, newest first; then what
   * is unconfirmed, and what is cancelled.
   */
  | 'RELEASE'
  /** By the title's reading, or by the title where the feed gives no reading. */
  | 'TITLE';

/** A day on which books are released. */
export type CalendarDay = {
  bookCount: Scalars['Int']['output'];
  day: Scalars['AWSDate']['output'];
  /**
   * The first of them in the order of `booksByRelease`, 4 at most: fewer, or none, where long texts such as
   * `description` are asked of so many that the answer would be too large.
   */
  firstBooks: Array<Book>;
};

/** A stretch of time in which books are to be released, on days that are not known yet. */
export type CalendarStretch = {
  bookCount: Scalars['Int']['output'];
  /**
   * The first of them in the order of `booksByRelease`, 4 at most: fewer, or none, where long texts such as
   * `description` are asked of so many that the answer would be too large.
   */
  firstBooks: Array<Book>;
  /** Its `text` is that of the first book. */
  release: Release;
};

/** Two contributors or two series that operators have made one. */
export type CatalogueJoin = {
  fromId: Scalars['ID']['output'];
  fromName: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  intoId: Scalars['ID']['output'];
  intoName: Scalars['String']['output'];
  joinedAt: Scalars['AWSDateTime']['output'];
  /** The member id of the operator. */
  joinedBy: Scalars['String']['output'];
  kind: CatalogueKind;
  separatedAt?: Maybe<Scalars['AWSDateTime']['output']>;
  /** Null while they are joined. */
  separatedBy?: Maybe<Scalars['String']['output']>;
};

/** A page of what was joined. */
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
 * The words to which a member agrees by a subscription, in the language in which they stood beside the
 * button. Words that change their meaning get a new number.
 */
export type ConsentWording =
  /** For each book on which you press “Tell me when it’s out”, we mail the address of your membership when it goes on sale, moves, is cancelled or is planned again. You can stop at any time. */
  | 'EN_1'
  /** 「発売を知らせて」を押した本の発売・発売日の変更・発売中止とその取り消しを、会員登録のメールアドレスにお知らせします。いつでもやめられます。 */
  | 'JA_1';

/** Someone who had a part in books. Two of the same name are one here. */
export type Contributor = {
  /** Other names that operators have joined to this one. */
  aliases: Array<Scalars['String']['output']>;
  /** Stable, and safe in an address. */
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** In kana, where a feed gives it; never guessed. */
  reading?: Maybe<Scalars['String']['output']>;
  /** The subscription of the member who asks; null when there is none or nobody is signed in. */
  subscription?: Maybe<StandingSubscription>;
  /** Books that are announced and not yet on sale, in the order of `upcomingBooks`. */
  upcomingBooks: BookConnection;
};


/** Someone who had a part in books. Two of the same name are one here. */
export type ContributorUpcomingBooksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** The part that a contributor had. `UNSPECIFIED` when the feed did not say. */
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

/** A contributor who may be meant. */
export type ContributorSuggestion = {
  contributor: Contributor;
  /** How many of their books are upcoming as last counted, mostly within the last minute. */
  upcomingCount: Scalars['Int']['output'];
};

/** A decision on a held run that is not done. */
export type IngestDecision = {
  at: Scalars['AWSDateTime']['output'];
  /** Who decided: the id of a member, or a name on the command line. */
  by: Scalars['String']['output'];
  kind: IngestDecisionKind;
  /** Why it failed; null while it is under way. */
  reason?: Maybe<Scalars['String']['output']>;
  state: IngestDecisionState;
};

export type IngestDecisionKind =
  | 'APPROVE'
  | 'DISCARD';

export type IngestDecisionState =
  /** Nothing was changed, and the run is still held: it may be decided on again. */
  | 'FAILED'
  | 'UNDER_WAY';

/** Cells that were mended in the same way. */
export type IngestMending = {
  count: Scalars['Int']['output'];
  /** The first of them, 20 at most. */
  examples: Array<MendedCell>;
  /** Such as `leading-zeros`, for an ISBN that had lost one. */
  kind: Scalars['String']['output'];
};

/** What is worth knowing of a file beside its rejects. */
export type IngestNotes = {
  /** The encoding that the bytes suggest against the declared one, by which they were read all the same. */
  encodingDoubt?: Maybe<Scalars['String']['output']>;
  /** The line that names the columns, as it came; null in a file without one. */
  header?: Maybe<Scalars['String']['output']>;
  /** Cells that were mended, by the kind of mending. */
  mendings: Array<IngestMending>;
  /** Columns of the file that the profile does not know, and that were not read. */
  unknownColumns: Array<Scalars['String']['output']>;
  /** Words in the place of a contributor's role that are not known, the most frequent first, 50 at most. */
  unknownRoles: Array<UnknownRole>;
};

/** What a merge would come to. `records = created + changed + unchanged + held + rejected`. */
export type IngestPreview = {
  changed: Scalars['Int']['output'];
  created: Scalars['Int']['output'];
  events: Array<PreviewedEvents>;
  held: Scalars['Int']['output'];
  records: Scalars['Int']['output'];
  rejected: Scalars['Int']['output'];
  unchanged: Scalars['Int']['output'];
  /** Upcoming books that would be unconfirmed, since the file no longer lists them. */
  unconfirmed: Scalars['Int']['output'];
};

/**
 * How far the reading of a file is. The numbers move about once a second, so a file that is read sooner
 * has no bytes to tell of, and they start anew when the reading had to begin again.
 */
export type IngestProgress = {
  /** Bytes of the object as it lies in the bucket, packed or not. A whole number, beyond the range of `Int`. */
  bytesRead: Scalars['Float']['output'];
  /** How long that object is, likewise; null before the first second of reading is over. */
  bytesTotal?: Maybe<Scalars['Float']['output']>;
  /** Records of the file that were read. */
  rowsRead: Scalars['Int']['output'];
};

/** A record that was left out. */
export type IngestReject = {
  /** Where it begins in the unpacked file, in bytes from 0. A whole number, beyond the range of `Int`. */
  byteOffset: Scalars['Float']['output'];
  /** The column that could not be read; null when it is the record as a whole. */
  column?: Maybe<Scalars['String']['output']>;
  /** The line that it begins in, from 1. */
  line: Scalars['Int']['output'];
  /** The record as it came, without its line end. */
  raw: Scalars['String']['output'];
  /** In words, Japanese and English. */
  reason: Scalars['String']['output'];
  /** For programs, such as `isbn-check-digit`. */
  reasonCode: Scalars['String']['output'];
  /** Which record of the file it is, from 1. */
  record: Scalars['Int']['output'];
};

/** A page of rejected records. */
export type IngestRejectPage = {
  /** Null on the last page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  rejects: Array<IngestReject>;
};

/**
 * One file that was read. `records = created + changed + unchanged + held + rejected` holds for every
 * run that was not refused.
 */
export type IngestRun = {
  approvedAt?: Maybe<Scalars['AWSDateTime']['output']>;
  /** Who released the run when it was held: the id of a member, or a name on the command line. */
  approvedBy?: Maybe<Scalars['String']['output']>;
  /** The business date in the name of the file, from which words such as 来月 are counted. */
  baseDate?: Maybe<Scalars['AWSDate']['output']>;
  /** How long the unpacked file is, in bytes; 0 until all of it is read. A whole number, beyond the range of `Int`. */
  byteCount: Scalars['Float']['output'];
  changed: Scalars['Int']['output'];
  /** SHA-256 of the unpacked file as 64 hex digits; null until all of it is read. */
  contentHash?: Maybe<Scalars['String']['output']>;
  created: Scalars['Int']['output'];
  /**
   * What was decided on a run that is still held: it is under way, or it failed. Null before, and once
   * it is done: then `approvedBy` or `discardedBy` tell. Where somebody started the workflow by hand, the
   * decision is seen when it is done.
   */
  decision?: Maybe<IngestDecision>;
  discardedAt?: Maybe<Scalars['AWSDateTime']['output']>;
  /** Who let the held run go, likewise. */
  discardedBy?: Maybe<Scalars['String']['output']>;
  fileName: Scalars['String']['output'];
  finishedAt?: Maybe<Scalars['AWSDateTime']['output']>;
  held: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  /** What is worth knowing of the file beside its rejects; null until all of it is read. */
  notes?: Maybe<IngestNotes>;
  /**
   * What a merge would do, for a run that was held or only tried; null for others. It comes a little
   * after the run is `HELD`, since the merge is tried for it.
   */
  preview?: Maybe<IngestPreview>;
  profile: Scalars['String']['output'];
  /** How far the reading of the file is, or how far it came. */
  progress: IngestProgress;
  /** Why the run was refused or held, in words; null otherwise. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The same for programs, such as `too-many-rejects`; `dry-run` when somebody only asked what would happen. */
  reasonCode?: Maybe<Scalars['String']['output']>;
  records: Scalars['Int']['output'];
  rejected: Scalars['Int']['output'];
  /**
   * The records that were left out, in the order of the file. A page ends early where its rows are long:
   * it holds at least one and goes on while their text stays below 160 KB.
   */
  rejects: IngestRejectPage;
  /** The merged run that brought the very same bytes before, so that nothing was merged again. */
  repeatOf?: Maybe<Scalars['ID']['output']>;
  startedAt: Scalars['AWSDateTime']['output'];
  state: IngestRunState;
  unchanged: Scalars['Int']['output'];
};


/**
 * One file that was read. `records = created + changed + unchanged + held + rejected` holds for every
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

/** Where an ingest run stands. */
export type IngestRunState =
  /** An operator let it go, or only asked what would happen; nothing changed. */
  | 'DISCARDED'
  /** Something looks wrong; an operator decides. */
  | 'HELD'
  | 'MERGED'
  /** The file could not be read at all; nothing changed. */
  | 'REFUSED'
  /** All rows are read; nothing is merged yet. */
  | 'STAGED'
  /** Its rows are being read. */
  | 'STAGING';

/** Where to put a file. */
export type IngestUpload = {
  /** Until when. */
  expiresAt: Scalars['AWSDateTime']['output'];
  /** What the file is called in the feed bucket: what `startIngestRun` takes. */
  key: Scalars['String']['output'];
  /**
   * Takes a file by `PUT`, up to 5 GB, from whichever program holds this address: until `expiresAt` any
   * number of times, each in place of the one before, so keep it to yourself. The feed bucket lets in no
   * page of a browser, and keeps the file for 7 days.
   */
  url: Scalars['AWSURL']['output'];
};

/** A language in which mails are written. */
export type MailLanguage =
  | 'EN'
  | 'JA';

/** How a member is mailed. */
export type MailSettings = {
  /** What mails are written in; `JA` for a member who has chosen nothing. */
  language: MailLanguage;
  /**
   * Since when no mail is sent to the member at all, whatever they wait for; null while mails come. A
   * link in each mail stops them as well.
   */
  stoppedAt?: Maybe<Scalars['AWSDateTime']['output']>;
};

/** What to change of a member's mail settings. What is left out or null stays as it is. */
export type MailSettingsInput = {
  language?: InputMaybe<MailLanguage>;
  /** True stops all mails; false lets them come again. */
  stopped?: InputMaybe<Scalars['Boolean']['input']>;
};

/**
 * What a member was told at one time, or was not told for one reason. What is still to be sent is one of
 * these, and goes out in one mail or in several.
 */
export type MemberMail = {
  /** When it was sent, or when it was decided not to send it; null while it is still to be sent. */
  at?: Maybe<Scalars['AWSDateTime']['output']>;
  /** Of use when asking the shop about a mail: operators find it by this, up to the `.`. */
  id: Scalars['ID']['output'];
  /** How many things it tells. */
  noteCount: Scalars['Int']['output'];
  /** What it tells, in the order of the log; the first 10. */
  notes: Array<MemberMailNote>;
  state: MemberMailState;
};

/** A page of what a member was told by mail, by the Relay cursor convention. */
export type MemberMailConnection = {
  edges: Array<MemberMailEdge>;
  pageInfo: PageInfo;
};

/** A mail in its place on the list. */
export type MemberMailEdge = {
  cursor: Scalars['String']['output'];
  node: MemberMail;
};

/** One thing that a mail tells a member. */
export type MemberMailNote = {
  bookId: Scalars['ID']['output'];
  /** The dates as they were when it happened; null unless the kind is `RESCHEDULED`, or `REVIVED` with another date. */
  change?: Maybe<ReleaseChange>;
  kind: BookEventKind;
  /** Why the member is told: as the subscription stands now; empty when it is gone. */
  reasons: Array<SubscriptionReason>;
  /** The book's title as it is now, with its volume. */
  title: Scalars['String']['output'];
  /** Why the member is told: since when they waited for the book. Null where that is not recorded. */
  waitingSince?: Maybe<Scalars['AWSDateTime']['output']>;
};

/** Where a mail stands, as its member may know it. */
export type MemberMailState =
  /** Sending did not succeed, or it is not known whether it did. */
  | 'FAILED'
  /** The member had stopped all mails. */
  | 'MAILS_STOPPED'
  /** The shop holds no address of the member that mails can be sent to, or mails to it came back. */
  | 'NO_ADDRESS'
  /** The book stands otherwise by now, so that there was nothing to tell, or something else. */
  | 'OVERTAKEN'
  | 'SENT'
  /** It goes out by itself. */
  | 'TO_BE_SENT'
  /** The member waited for the book no longer. */
  | 'UNSUBSCRIBED';

/** A cell that was mended. */
export type MendedCell = {
  became: Scalars['String']['output'];
  column: Scalars['String']['output'];
  /** The line that its record begins in, from 1. */
  line: Scalars['Int']['output'];
  seen: Scalars['String']['output'];
};

export type Mutation = {
  /**
   * Merges a run that is held, exactly as its file was read. For operators. The answer comes at once:
   * the run is still `HELD`, with the decision under way, and `MERGED` as soon as all of it is in the
   * catalogue; ask `ingestRun` again. Asking twice changes nothing: while the decision is under way there
   * is one, and a run that was approved before is answered as it is. A decision that failed may be taken
   * again. Fails with `IngestRunNotFound` and with `IngestRunNotHeld`.
   */
  approveIngestRun: IngestRun;
  /**
   * Where to put a file that is to be ingested. For operators. Nothing is ingested by this: send the
   * file with `PUT` to the address, then start a run of its key.
   */
  createIngestUpload: IngestUpload;
  /**
   * Lets a run that is held go, and nothing of it is merged. For operators. Answers and fails as
   * `approveIngestRun` does, with `DISCARDED` at the end.
   */
  discardIngestRun: IngestRun;
  /**
   * Closes the live connections of a session that has ended, and answers its id; null, and nothing is
   * closed, while it has not ended or when there is none with this id. For the sign-in alone. The id is
   * the claim `sid` of the session's access tokens.
   */
  disconnectSession?: Maybe<Scalars['ID']['output']>;
  /**
   * Makes two contributors or two series one, as where one author writes under two names: what was `from`
   * is found, listed and subscribed to as `into` from now on. For operators. Asking twice changes nothing.
   * Fails with `ContributorNotFound` or `SeriesNotFound`, and with `InvalidArgument` where both are one
   * already by other joins, or are the same.
   */
  joinInCatalogue: CatalogueJoin;
  /**
   * Sends one event of the log to every open page that listens. For the workflows alone: it takes
   * nothing but the number of an event that is already in the log, so nobody can push words of their
   * own. Publishing twice is harmless; listeners drop what they have seen.
   */
  publishBookEvent?: Maybe<BookEvent>;
  /**
   * Has a mail sent that was given up: what of it is `FAILED` waits again, for the next run of the
   * workflow. For operators. Asking twice changes nothing. Fails with `OutgoingMailNotFound`, with
   * `OutgoingMailNotFailed`, and with `OutgoingMailMayHaveArrived` unless that is accepted.
   */
  retryOutgoingMail: OutgoingMail;
  /**
   * Takes apart what was joined, as it was before. For operators. Asking twice changes nothing. Fails with
   * `CatalogueJoinNotFound`.
   */
  separateInCatalogue: CatalogueJoin;
  /**
   * Changes how the member who asks is mailed, and answers how it is now. Stopping mails takes effect
   * for every mail that is not yet being sent; the member's subscriptions stay as they are.
   */
  setMailSettings: MailSettings;
  /**
   * Starts the ingest workflow on a file that lies in the feed bucket. For operators. The answer comes
   * at once with the run in `STAGING`; ask `ingestRun` for what becomes of it. A file that is not there
   * and a profile that nobody has end as a run that is `REFUSED`. Each call is a run of its own: the
   * same file a second time is merged as one that changes nothing.
   */
  startIngestRun: IngestRun;
  /**
   * The member who asks will get one mail when this book goes on sale, and is told when its date moves,
   * when it is cancelled and when it is planned again after that. Asking twice changes nothing. The
   * member's consent is recorded with its time and its words: show them beside your button, and say
   * which they were. Fails with `BookNotFound` for an unknown id.
   */
  subscribeToBook: BookSubscription;
  /**
   * The member who asks is told once, in the next morning's mail, of each new book by this contributor in
   * one of these roles, and then as of a book that they asked for. Books that are announced already count as
   * asked for, also those that the member took back before they began to wait. Asking again while it stands
   * changes the roles, with them the books, and nothing else. Consent is recorded as with `subscribeToBook`.
   * Fails with `ContributorNotFound`, and with `InvalidArgument` where `roles` is empty.
   */
  subscribeToContributor: StandingSubscription;
  /** As `subscribeToContributor`, of the volumes of a series. Fails with `SeriesNotFound`. */
  subscribeToSeries: StandingSubscription;
  /**
   * Takes the subscription back, whatever its reasons, and gives it as it was. A contributor or a series that
   * the member waits for does not bring the book back until waiting for it is begun anew. Null when there
   * was none.
   */
  unsubscribeFromBook?: Maybe<BookSubscription>;
  /**
   * Takes the subscription back, and with it those to books that the member has for no other reason. Null
   * when there was none.
   */
  unsubscribeFromContributor?: Maybe<StandingSubscription>;
  /**
   * Takes the subscription back, and with it those to books that the member has for no other reason. Null
   * when there was none.
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
 * A mail to a member, which may tell of several books. Whom it goes to is not told here, and its address
 * is kept nowhere.
 */
export type OutgoingMail = {
  /** How often sending was begun since it was last put back; a refusal that passes does not count. */
  attempts: Scalars['Int']['output'];
  /** When its first note was written. */
  createdAt: Scalars['AWSDateTime']['output'];
  /** The same through every attempt. SES knows it as the tag `mail_key`. */
  id: Scalars['ID']['output'];
  /**
   * Whether the member may have got it although it is not known as sent: an attempt ended without an
   * answer of SES, since its sender died or the connection was lost.
   */
  mayHaveArrived: Scalars['Boolean']['output'];
  /** What SES calls it; null before SES has taken it. */
  messageId?: Maybe<Scalars['String']['output']>;
  /** Of an open mail: when it may be tried again at the earliest; null when at once. */
  nextAttemptAt?: Maybe<Scalars['AWSDateTime']['output']>;
  /** How many things it tells. */
  noteCount: Scalars['Int']['output'];
  /** What it tells, in the order of the log; the first 100. */
  notes: Array<OutgoingNote>;
  /** Why it was given up, passed over or put off; null otherwise. */
  reason?: Maybe<Scalars['String']['output']>;
  retriedAt?: Maybe<Scalars['AWSDateTime']['output']>;
  /** The member id of the operator who last put it back; null when nobody did. */
  retriedBy?: Maybe<Scalars['String']['output']>;
  /** When the last of its notes was settled; null while one is open. */
  settledAt?: Maybe<Scalars['AWSDateTime']['output']>;
  /** How the note stands that needs most attention: in the order of `OutgoingMailState`. */
  state: OutgoingMailState;
};

/** How many notes there are: a note is one thing that one member is to be told. */
export type OutgoingMailCounts = {
  /** Of those and of the uncertain ones, how many may be sent now. */
  due: Scalars['Int']['output'];
  failed: Scalars['Int']['output'];
  /** Since when the oldest of those may be sent; null when there is none. More than some minutes ago: the senders do not keep up. */
  oldestDueAt?: Maybe<Scalars['AWSDateTime']['output']>;
  sending: Scalars['Int']['output'];
  /** In the last 24 hours. */
  sentLastDay: Scalars['Int']['output'];
  /** Likewise. */
  skippedLastDay: Scalars['Int']['output'];
  uncertain: Scalars['Int']['output'];
  /** Those that nobody has begun to send, or that were put off; due or not. */
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

/** Where a mail to a member stands, what needs most attention first. */
export type OutgoingMailState =
  /** Given up, with the reason; an operator may put it back. */
  | 'FAILED'
  /** In the hand of a sender. */
  | 'SENDING'
  /** SES has taken it. */
  | 'SENT'
  /** Not sent for a reason that is in order, such as a subscription that was taken back. */
  | 'SKIPPED'
  /**
   * It may have arrived, and nobody knows: its sender is gone or SES gave no answer. It is tried again
   * when its lease has ended, unless SES reports it sent before that. Normally there are none.
   */
  | 'UNCERTAIN'
  /** It was put off, certainly unsent, and waits for its next attempt. */
  | 'WAITING';

/** One thing that a mail tells. */
export type OutgoingNote = {
  bookId: Scalars['ID']['output'];
  kind: BookEventKind;
  reason?: Maybe<Scalars['String']['output']>;
  /** The event of the log. */
  seq: Scalars['ID']['output'];
  state: OutgoingMailState;
};

/** Where a page ends. */
export type PageInfo = {
  /** Null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
};

/** An event that a merge would write. */
export type PreviewedEvent = {
  bookId: Scalars['ID']['output'];
  /** Null unless the kind is `RESCHEDULED`, or `REVIVED` with another date. */
  change?: Maybe<ReleaseChange>;
  title?: Maybe<Scalars['String']['output']>;
};

/** The events of one kind that a merge would write to the log. */
export type PreviewedEvents = {
  count: Scalars['Int']['output'];
  /** The first of them in the order of the file, 10 at most. */
  examples: Array<PreviewedEvent>;
  kind: BookEventKind;
  /** How many subscriptions there are to these books: their members would hear of it. */
  subscriptions: Scalars['Int']['output'];
};

export type Query = {
  /** One book, in any status; null when there is none with this id. */
  book?: Maybe<Book>;
  /**
   * The log of what happened to books, oldest first, for catching up and for feeds. Remember the
   * `endCursor` of the last page and pass it as `after` the next time: no event will ever appear
   * before a cursor that was handed out.
   */
  bookEvents: BookEventPage;
  /**
   * Every book that carries this ISBN. Volumes of a set may share one ISBN, so there can be several.
   * Ten or thirteen digits, with or without hyphens; an empty list when no book carries it.
   */
  booksByIsbn: Array<Book>;
  /**
   * The books of one day or one stretch of `releaseCalendar`, as it counts them: those announced for
   * exactly this, and for a day also those that the shop has sold since that day. In the order of their ids.
   */
  booksByRelease: BookConnection;
  /** What operators have joined, newest first. For operators. */
  catalogueJoins: CatalogueJoinPage;
  /** Someone who had a part in books; null when there is none with this id. */
  contributor?: Maybe<Contributor>;
  /** One run of the ingest workflow; null when there is none with this id. For operators. */
  ingestRun?: Maybe<IngestRun>;
  /** Runs of the ingest workflow, newest first. For operators. */
  ingestRuns: IngestRunPage;
  /** The cursor after the newest event: where a reader starts that only wants to hear of what is new. */
  latestBookEventCursor: Scalars['String']['output'];
  /** One mail to a member; null when there is none with this id. For operators. */
  outgoingMail?: Maybe<OutgoingMail>;
  /** How many things members are to be told, and how they stand. For operators. */
  outgoingMailCounts: OutgoingMailCounts;
  /**
   * Mails to members of which a note stands so: what is settled newest first, what is open in no order
   * that means anything. For operators. What nobody has begun to send is not a mail yet: see
   * `outgoingMailCounts`.
   */
  outgoingMails: OutgoingMailPage;
  /**
   * What became of notes to members hour by hour, oldest first: what `outgoingMailCounts` counts over a
   * day. An hour in which nothing was settled is left out. For operators.
   */
  outgoingMailsPerHour: Array<OutgoingMailHour>;
  /**
   * Which days from `from` to `to` have books, and how many: six weeks at most, else `InvalidArgument`. All
   * days are days in Japan. A book that the shop sells stands on the day since which it is sold, whatever
   * was announced; one that is announced, on its announced day, even when that has passed and the shop has
   * not begun to sell it. Cancelled books stand nowhere. For people's pages: others read `bookEvents`.
   */
  releaseCalendar: ReleaseCalendar;
  /** A series; null when there is none with this id. */
  series?: Maybe<Series>;
  /**
   * What a reader may mean who has begun to type: upcoming books, contributors and series, what begins so
   * before what only contains it. Empty lists for a text of no letter, figure or sign that could be looked for.
   */
  suggest: Suggestions;
  /** What the upcoming books can be narrowed down to, for offering a choice: the most frequent first. */
  upcomingBookFacets: UpcomingBookFacets;
  /**
   * Books that are announced and not yet on sale, soonest first unless another order is asked for. A book
   * with a vague date stands where its earliest possible day would; a book with no date at all comes last.
   */
  upcomingBooks: BookConnection;
  /** The member who asks; null when nobody is signed in. */
  viewer?: Maybe<Viewer>;
  /**
   * Executions of a workflow, newest first, for 90 days after their end. For operators. What an execution
   * was given and what it gave is not told.
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
 * When a book is planned to be released: never narrower than what the source said. Both ends are
 * inclusive days in Japan; null means that end is open.
 */
export type Release = {
  earliest?: Maybe<Scalars['AWSDate']['output']>;
  latest?: Maybe<Scalars['AWSDate']['output']>;
  precision: ReleasePrecision;
  /** The words of the source. */
  text: Scalars['String']['output'];
};

/** What is released in some weeks. */
export type ReleaseCalendar = {
  /** The days that have books, in their order. */
  days: Array<CalendarDay>;
  /**
   * The stretches that touch these weeks, of books whose day is not known: the shortest first, 100 at
   * most. One with an open end stands at the end that is known; books without any date have none.
   */
  stretches: Array<CalendarStretch>;
};

/** A release date that moved. */
export type ReleaseChange = {
  from: Release;
  to: Release;
};

/**
 * How exactly a release date is known. A name that ends in `_AROUND` stands for a date said to be
 * approximate (頃).
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
  /** Stable, and safe in an address. */
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** In kana, where a feed gives it; never guessed. */
  reading?: Maybe<Scalars['String']['output']>;
  /** The subscription of the member who asks; null when there is none or nobody is signed in. */
  subscription?: Maybe<StandingSubscription>;
  /** Books that are announced and not yet on sale: the lowest volume first, those without a number last. */
  upcomingBooks: BookConnection;
};


/** A series of books. */
export type SeriesUpcomingBooksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Where a book stands in its series. */
export type SeriesPlace = {
  /** The number of the volume; 上, 中 and 下 count from 1. Null where it has none. */
  number?: Maybe<Scalars['Float']['output']>;
  series: Series;
};

/** A series as the feed states it. */
export type SeriesStatement = {
  name: Scalars['String']['output'];
  /** The number within the series, as the feed words it. */
  number?: Maybe<Scalars['String']['output']>;
};

/** A series that may be meant. */
export type SeriesSuggestion = {
  series: Series;
  /** How many of its books are upcoming as last counted, mostly within the last minute. */
  upcomingCount: Scalars['Int']['output'];
};

/**
 * The words to which a member agrees by subscribing to a contributor or a series, in the language in which
 * they stood beside the button. Words that change their meaning get a new number.
 */
export type StandingConsentWording =
  /** For each author or series for which you press “Tell me of new books”, we mail the address of your membership when a new book is announced, and when it goes on sale, moves, is cancelled or is planned again. You can stop at any time. */
  | 'EN_1'
  /** 「新刊を知らせて」を押した著者・シリーズの新刊の案内と、その本の発売・発売日の変更・発売中止とその取り消しを、会員登録のメールアドレスにお知らせします。いつでもやめられます。 */
  | 'JA_1';

/** A member's wish to be told of each new book by a contributor, or of a series. */
export type StandingSubscription = {
  /** The contributor or the series. */
  id: Scalars['ID']['output'];
  kind: CatalogueKind;
  name: Scalars['String']['output'];
  /** Of a contributor: the roles that count; null for a series. */
  roles?: Maybe<Array<ContributorRole>>;
  since: Scalars['AWSDateTime']['output'];
};

/** A page of the contributors and series that a member waits for, by the Relay cursor convention. */
export type StandingSubscriptionConnection = {
  edges: Array<StandingSubscriptionEdge>;
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** One of them in its place on the list. */
export type StandingSubscriptionEdge = {
  cursor: Scalars['String']['output'];
  node: StandingSubscription;
};

/** Which file to ingest, and how. */
export type StartIngestRunInput = {
  /**
   * Only tell what would happen: the run ends as `DISCARDED` with a preview. A file whose very bytes were
   * merged before ends as `MERGED` with `repeatOf` and no preview: it would change nothing.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Such as `utf-8`, at most 32 characters of ASCII; the profile's own when empty. */
  encoding?: InputMaybe<Scalars['String']['input']>;
  /** The object's key in the feed bucket, 1 to 255 characters. */
  key: Scalars['String']['input'];
  /** Whose files these are, such as `shinkan`: 1 to 32 letters, digits and signs of ASCII. */
  profile: Scalars['String']['input'];
};

export type Subscription = {
  /**
   * Events as they happen, optionally of one book or of one kind. Carries facts about books and
   * nothing about members. A connection that was lost has missed events: subscribe again first, then
   * ask `bookEvents` for what came since. Do not select `upcomingBooks` of a contributor or a series here:
   * they are not carried, and what lacks them comes as null, `seriesPlace` as a whole.
   */
  onBookEvent?: Maybe<BookEvent>;
};


export type SubscriptionOnBookEventArgs = {
  bookId?: InputMaybe<Scalars['ID']['input']>;
  kind?: InputMaybe<BookEventKind>;
};

/** Why a member is told of a book. */
export type SubscriptionReason = {
  /** The contributor or the series; the book where it was asked for itself. */
  id: Scalars['ID']['output'];
  kind: SubscriptionReasonKind;
  /** The name of the contributor or the series, or the title of the book. */
  name: Scalars['String']['output'];
};

/** What a member asked for. */
export type SubscriptionReasonKind =
  | 'BOOK'
  | 'CONTRIBUTOR'
  | 'SERIES';

/** What a reader may mean who has begun to type. */
export type Suggestions = {
  /** What begins so first; among these the soonest first, of the 200 soonest that were found. Where very many books have what is typed, only the soonest thousand or so are looked at: `upcomingBooks` finds them all. */
  books: Array<Book>;
  /** Those with upcoming books. Those whose name begins so first; among these those with the most as last counted, of 100 of the most popular that begin so and 100 that contain it. */
  contributors: Array<ContributorSuggestion>;
  /** Those with upcoming books. Those whose name begins so first; among these those with the most as last counted, of 100 of the most popular that begin so and 100 that contain it. */
  series: Array<SeriesSuggestion>;
};

/** A word that is not known as a role. */
export type UnknownRole = {
  count: Scalars['Int']['output'];
  word: Scalars['String']['output'];
};

/** One value, and how many upcoming books have it. */
export type UpcomingBookFacet = {
  count: Scalars['Int']['output'];
  value: Scalars['String']['output'];
};

/** What upcoming books have in common with others, each value as the filter takes it. */
export type UpcomingBookFacets = {
  forms: Array<UpcomingBookFacet>;
  labels: Array<UpcomingBookFacet>;
  publishers: Array<UpcomingBookFacet>;
};

/** Which upcoming books to list. Every given condition must hold. */
export type UpcomingBooksFilter = {
  /** Books of exactly this form, such as `文庫`. */
  form?: InputMaybe<Scalars['String']['input']>;
  /** Books that may be released on this day or later (the day is a day in Japan). */
  from?: InputMaybe<Scalars['AWSDate']['input']>;
  /** Books of exactly this label. */
  label?: InputMaybe<Scalars['String']['input']>;
  /** Books that cost at least this many yen, by `priceWithTax`; those without a price are left out. */
  priceFrom?: InputMaybe<Scalars['Int']['input']>;
  /** Books that cost at most this many yen, by `priceWithTax`; those without a price are left out. */
  priceTo?: InputMaybe<Scalars['Int']['input']>;
  /** Books of exactly this publisher. */
  publisher?: InputMaybe<Scalars['String']['input']>;
  /** When true, books that the member who asks has subscribed to; an empty list when nobody is signed in. */
  subscribed?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * Books that contain each of these words, at most eight with spaces between and 200 characters in all, in
   * their title, subtitle, reading, volume, contributors, series or publisher, or have it as ISBN. Letter
   * case, kana, width, old forms of kanji and punctuation do not matter. Cursors of a list with a text hold
   * only for one with a text.
   */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Books that may be released on this day or earlier (the day is a day in Japan). */
  to?: InputMaybe<Scalars['AWSDate']['input']>;
};

/** In which order upcoming books are listed. */
export type UpcomingBooksOrder =
  /** By when they were announced, newest first. */
  | 'ANNOUNCED'
  /** By the day on which they may be released, soonest first. */
  | 'RELEASE';

/** The signed-in member. */
export type Viewer = {
  /** As the shop holds it. */
  displayName: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  /** Whether this member may see the operator's pages. */
  isOperator: Scalars['Boolean']['output'];
  /** How the member is mailed. */
  mail: MailSettings;
  /**
   * What this member was told by mail, and was not told and why, newest first: what is still to be sent,
   * then the mails of the last 90 days. No mail address is given.
   */
  mails: MemberMailConnection;
  /**
   * In how many places the member is signed in, this one included: each browser or program that did so
   * within thirty days and has not left. `POST /auth/sign-out-everywhere` ends them all.
   */
  sessionCount: Scalars['Int']['output'];
  /** The contributors and series that the member waits for, newest first. */
  standingSubscriptions: StandingSubscriptionConnection;
  /** What the member waits for. */
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

/** What runs by itself. */
export type Workflow =
  /** Brings a file into the catalogue: once a day, and whenever an operator starts it or decides on a run. */
  | 'INGEST'
  /** Finds what the shop has begun to sell, and tells of it: each minute. */
  | 'RELEASE';

/** One time that a workflow ran. */
export type WorkflowExecution = {
  /** Why it failed in words, 500 characters at most; null where none were left. */
  cause?: Maybe<Scalars['String']['output']>;
  /** What the failure is called, such as `IngestRefused`; null unless it failed. */
  error?: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  /** Of the ingest: the run that it read, or that it carried a decision out on. There may be none with this id where the execution failed early. */
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

/** Where an execution stands, as Step Functions has it. */
export type WorkflowExecutionStatus =
  | 'ABORTED'
  | 'FAILED'
  /** It failed and is about to be run again from where it did. */
  | 'PENDING_REDRIVE'
  | 'RUNNING'
  | 'SUCCEEDED'
  | 'TIMED_OUT';
