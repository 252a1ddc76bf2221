const EVENTS = '{ bookEvents(after: "$before") { events { … } } }';
const PUBLISHED = 'mutation { publishBookEvent(seq: "$seq") { … } }';
const BOOK = '{ book(id: "$id") { … } }';
const CALENDAR = '{ releaseCalendar(from: "2099-05-01", to: "2099-05-31") { … } }';
const RUN = '{ ingestRun(id: "bar07") { … } }';

const into = (way: string, field: string) => way.replace('…', `${field} { … }`);
const intoBoth = (field: string) => [into(EVENTS, field), into(PUBLISHED, field)];
const intoBook = (field: string) => [into(BOOK, field), into(into(PUBLISHED, 'book'), field)];

/** The ways over HTTP that lead to each type, with `…` in place of its field. */
export const WAYS: { [type: string]: string[] } = {
  Query: ['{ … }'],
  Mutation: ['mutation { … }'],
  BookConnection: ['{ upcomingBooks { … } }'],
  BookEdge: ['{ upcomingBooks { edges { … } } }'],
  PageInfo: ['{ upcomingBooks { pageInfo { … } } }'],
  UpcomingBookFacets: ['{ upcomingBookFacets { … } }'],
  UpcomingBookFacet: ['{ upcomingBookFacets { publishers { … } } }'],
  Suggestions: ['{ suggest(text: "山田") { … } }'],
  ContributorSuggestion: ['{ suggest(text: "山田") { contributors { … } } }'],
  SeriesSuggestion: ['{ suggest(text: "灯台") { series { … } } }'],
  Book: [BOOK, into(PUBLISHED, 'book')],
  ReleaseCalendar: [CALENDAR],
  CalendarDay: [into(CALENDAR, 'days')],
  CalendarStretch: [into(CALENDAR, 'stretches')],
  BookContributor: intoBook('contributors'),
  Contributor: ['{ contributor(id: "$contributor") { … } }'],
  SeriesStatement: intoBook('series'),
  SeriesPlace: intoBook('seriesPlace'),
  Series: ['{ series(id: "$series") { … } }'],
  Release: intoBook('release'),
  BookEventPage: ['{ bookEvents(after: "$before") { … } }'],
  BookEvent: [EVENTS, PUBLISHED],
  ReleaseChange: intoBoth('change'),
  Viewer: ['{ viewer { … } }'],
  MailSettings: ['{ viewer { mail { … } } }'],
  BookSubscriptionConnection: ['{ viewer { subscriptions { … } } }'],
  BookSubscriptionEdge: ['{ viewer { subscriptions { edges { … } } } }'],
  BookSubscription: [
    '{ viewer { subscriptions { edges { node { … } } } } }',
    'mutation { subscribeToBook(bookId: "$id") { … } }',
  ],
  SubscriptionReason: [
    'mutation { subscribeToBook(bookId: "$id") { reasons { … } } }',
    '{ viewer { mails { edges { node { notes { reasons { … } } } } } } }',
  ],
  StandingSubscription: [
    'mutation { subscribeToContributor(contributorId: "$contributor") { … } }',
    '{ contributor(id: "$contributor") { subscription { … } } }',
  ],
  StandingSubscriptionConnection: ['{ viewer { standingSubscriptions { … } } }'],
  StandingSubscriptionEdge: ['{ viewer { standingSubscriptions { edges { … } } } }'],
  MemberMailConnection: ['{ viewer { mails { … } } }'],
  MemberMailEdge: ['{ viewer { mails { edges { … } } } }'],
  MemberMail: ['{ viewer { mails { edges { node { … } } } } }'],
  MemberMailNote: ['{ viewer { mails { edges { node { notes { … } } } } } }'],
  IngestRunPage: ['{ ingestRuns { … } }'],
  IngestRun: [RUN],
  IngestProgress: [into(RUN, 'progress')],
  IngestDecision: ['{ ingestRun(id: "bar07-stuck") { decision { … } } }'],
  IngestNotes: [into(RUN, 'notes')],
  IngestMending: [into(into(RUN, 'notes'), 'mendings')],
  MendedCell: [into(into(into(RUN, 'notes'), 'mendings'), 'examples')],
  UnknownRole: [into(into(RUN, 'notes'), 'unknownRoles')],
  IngestPreview: [into(RUN, 'preview')],
  PreviewedEvents: [into(into(RUN, 'preview'), 'events')],
  PreviewedEvent: [into(into(into(RUN, 'preview'), 'events'), 'examples')],
  IngestRejectPage: [into(RUN, 'rejects')],
  IngestReject: [into(into(RUN, 'rejects'), 'rejects')],
  OutgoingMailPage: ['{ outgoingMails(state: SENT) { … } }'],
  OutgoingMail: ['{ outgoingMail(id: "bar07-mail") { … } }'],
  OutgoingNote: ['{ outgoingMail(id: "bar07-mail") { notes { … } } }'],
  CatalogueJoinPage: ['{ catalogueJoins(kind: CONTRIBUTOR) { … } }'],
  CatalogueJoin: [
    '{ catalogueJoins(kind: CONTRIBUTOR) { joins { … } } }',
    'mutation { separateInCatalogue(id: "j-bar07") { … } }',
  ],
  OutgoingMailCounts: ['{ outgoingMailCounts { … } }'],
  OutgoingMailHour: ['{ outgoingMailsPerHour { … } }'],
  WorkflowExecutionPage: ['{ workflowExecutions(workflow: INGEST) { … } }'],
  WorkflowExecution: ['{ workflowExecutions(workflow: INGEST) { executions { … } } }'],
  IngestUpload: ['mutation { createIngestUpload(fileName: "bar07.csv") { … } }'],
};

/** The same for pushed types: below `onBookEvent`. */
export const LIVE_WAYS: { [type: string]: string } = {
  BookEvent: '…',
  ReleaseChange: 'change { … }',
  Book: 'book { … }',
  BookContributor: 'book { contributors { … } }',
  SeriesStatement: 'book { series { … } }',
  SeriesPlace: 'book { seriesPlace { … } }',
  Release: 'book { release { … } }',
};
