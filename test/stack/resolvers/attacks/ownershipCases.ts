import type { GraphQLSchema } from 'graphql';
import { attackField, type Literals } from '../../../support/attackField.ts';
import { refuseUnknown, schemaArguments } from '../../../support/schemaArguments.ts';

const KINDS = [
  'book',
  'contributor',
  'series',
  'upcomingCursor',
  'seriesCursor',
  'subscriptionCursor',
  'standingCursor',
  'run',
  'heldRun',
  'runCursor',
  'rejectCursor',
  'mail',
  'failedMail',
  'mailCursor',
  'join',
  'joinedSeries',
  'joinCursor',
  'ownMailCursor',
  'seq',
  'executionCursor',
  'session',
  'file',
] as const;

export type Kind = (typeof KINDS)[number];

/** A thing of another member or of operators, and one that differs only in belonging to nobody. */
export type Pair = [theirs: string, nobodys: string];
export type Things = { [kind in Kind]: Pair };

/** A document with `$x` for another member’s thing, and then for one that does not exist. */
export interface OwnershipCase {
  name: string;
  document: string;
  /** The kinds of thing `$x` stands for; all kinds for an unlisted argument. */
  names: readonly Kind[];
}

const LITERALS: Literals = {
  'Query.contributor.id': '"c-bar08-1"',
  'Query.series.id': '"s-bar08-1"',
  'Query.ingestRun.id': '"bar08"',
  'Query.outgoingMails.state': 'SENT',
  'Query.catalogueJoins.kind': 'SERIES',
  'Mutation.startIngestRun.input.profile': '"shinkan"',
  'Mutation.retryOutgoingMail.mayHaveArrived': 'true',
  'Mutation.joinInCatalogue.kind': 'SERIES',
  'Mutation.joinInCatalogue.from': '"s-bar08-4"',
  'Mutation.joinInCatalogue.into': '"s-bar08-4"',
};

/**
 * The kinds that arguments name, and a document where more could leak than `attackField` selects.
 */
const NAMED: { [argument: string]: { names: Kind; document?: string } } = {
  'Query.book.id': { document: '{ book(id: $x) { title status subscribed } }', names: 'book' },
  'Query.bookEvents.bookId': {
    document:
      '{ bookEvents(bookId: $x) { events { kind book { title subscribed } } hasNextPage } }',
    names: 'book',
  },
  'Query.upcomingBooks.after': {
    document: `{ upcomingBooks(after: $x, filter: { subscribed: true }) {
      edges { cursor node { title subscribed } } pageInfo { hasNextPage }
    } }`,
    names: 'upcomingCursor',
  },
  'Query.booksByRelease.after': {
    document: `{ booksByRelease(precision: RANGE, earliest: "2099-05-01", latest: "2099-05-01", after: $x) {
      edges { cursor node { title subscribed } } pageInfo { hasNextPage }
    } }`,
    names: 'upcomingCursor',
  },
  'Query.contributor.id': {
    document: '{ contributor(id: $x) { name aliases subscription { since roles } } }',
    names: 'contributor',
  },
  'Query.series.id': {
    document: '{ series(id: $x) { name aliases subscription { since } } }',
    names: 'series',
  },
  'Contributor.upcomingBooks.after': {
    document: `{ contributor(id: "c-bar08-1") { upcomingBooks(after: $x) {
      edges { cursor node { title subscribed } } pageInfo { hasNextPage }
    } } }`,
    names: 'upcomingCursor',
  },
  'Series.upcomingBooks.after': {
    document: `{ series(id: "s-bar08-1") { upcomingBooks(after: $x) {
      edges { cursor node { title subscribed } } pageInfo { hasNextPage }
    } } }`,
    names: 'seriesCursor',
  },
  'Viewer.subscriptions.after': {
    document: `{ viewer { id subscriptions(after: $x) {
      totalCount edges { cursor node { bookId since } } pageInfo { hasNextPage }
    } } }`,
    names: 'subscriptionCursor',
  },
  'Viewer.mails.after': {
    document: `{ viewer { id mails(after: $x) {
      edges { cursor node { id state notes { bookId } } } pageInfo { hasNextPage }
    } } }`,
    names: 'ownMailCursor',
  },
  'Mutation.subscribeToBook.bookId': {
    document: 'mutation { subscribeToBook(bookId: $x) { book { title subscribed } } }',
    names: 'book',
  },
  'Mutation.unsubscribeFromBook.bookId': {
    document: 'mutation { unsubscribeFromBook(bookId: $x) { book { title subscribed } } }',
    names: 'book',
  },
  'Viewer.standingSubscriptions.after': {
    document: `{ viewer { standingSubscriptions(after: $x) {
      totalCount edges { cursor node { id since } } pageInfo { hasNextPage }
    } } }`,
    names: 'standingCursor',
  },
  'Mutation.subscribeToContributor.contributorId': {
    document: 'mutation { subscribeToContributor(contributorId: $x) { name roles } }',
    names: 'contributor',
  },
  'Mutation.unsubscribeFromContributor.contributorId': {
    document: 'mutation { unsubscribeFromContributor(contributorId: $x) { name roles } }',
    names: 'contributor',
  },
  'Mutation.subscribeToSeries.seriesId': {
    document: 'mutation { subscribeToSeries(seriesId: $x) { name } }',
    names: 'series',
  },
  'Mutation.unsubscribeFromSeries.seriesId': {
    document: 'mutation { unsubscribeFromSeries(seriesId: $x) { name } }',
    names: 'series',
  },
  'Subscription.onBookEvent.bookId': {
    document: 'subscription { onBookEvent(bookId: $x) { seq kind bookId book { subscribed } } }',
    names: 'book',
  },
  'Query.ingestRuns.after': { names: 'runCursor' },
  'Query.ingestRun.id': { names: 'run' },
  'IngestRun.rejects.after': { names: 'rejectCursor' },
  'Query.outgoingMails.after': { names: 'mailCursor' },
  'Query.workflowExecutions.after': { names: 'executionCursor' },
  'Query.outgoingMail.id': { names: 'mail' },
  'Mutation.publishBookEvent.seq': { names: 'seq' },
  'Mutation.disconnectSession.id': { names: 'session' },
  'Mutation.startIngestRun.input.key': { names: 'file' },
  'Mutation.createIngestUpload.fileName': { names: 'file' },
  'Mutation.approveIngestRun.id': { names: 'heldRun' },
  'Mutation.discardIngestRun.id': { names: 'heldRun' },
  'Mutation.retryOutgoingMail.id': { names: 'failedMail' },
  'Query.catalogueJoins.after': { names: 'joinCursor' },
  'Mutation.joinInCatalogue.from': { names: 'joinedSeries' },
  'Mutation.joinInCatalogue.into': { names: 'joinedSeries' },
  'Mutation.separateInCatalogue.id': { names: 'join' },
};

/**
 * Texts that name nothing that anybody owns, and positions in the event log, which is shared by
 * all.
 */
const HARMLESS = [
  'Query.upcomingBooks.filter.text',
  'Query.suggest.text',
  'Query.upcomingBooks.filter.publisher',
  'Query.upcomingBooks.filter.label',
  'Query.upcomingBooks.filter.form',
  'Query.booksByIsbn.isbn',
  'Query.bookEvents.after',
  'Mutation.startIngestRun.input.profile',
  'Mutation.startIngestRun.input.encoding',
];

/** A case for every argument of the schema that may name a thing. */
export function ownershipCases(schema: GraphQLSchema): OwnershipCase[] {
  const found = schemaArguments(schema);
  refuseUnknown(found, [...Object.keys(LITERALS), ...Object.keys(NAMED), ...HARMLESS]);
  return found
    .filter(({ named, name }) => ['ID', 'String'].includes(named) && !HARMLESS.includes(name))
    .map((argument) => {
      const { name, type } = argument;
      const named = NAMED[name];
      const operation =
        type === 'Mutation' || type === 'Subscription' ? `${type.toLowerCase()} ` : '';
      return {
        name,
        document: named?.document ?? `${operation}{ ${attackField(schema, argument, LITERALS)} }`,
        names: named === undefined ? KINDS : [named.names],
      };
    });
}
