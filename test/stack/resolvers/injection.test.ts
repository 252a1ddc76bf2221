import { beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../../db/database.ts';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { ask, type GraphqlAnswer, MOST_BYTES, signIn } from '../../../tools/testing/graphql.ts';
import { canReach, testStack } from '../../../tools/testing/testStack.ts';
import { inLanes } from '../../support/inLanes.ts';
import { type SchemaArgument, schemaArguments } from '../../support/schemaArguments.ts';
import { HOSTILE } from './hostileValues.ts';
import { askAsWorkflow } from './publish.ts';
import { readTables } from './readTables.ts';

/** What the schema lets a field answer to a bad argument. Not `Unavailable`: that is the database's no. */
const EXPECTED = [
  'BookNotFound',
  'CatalogueJoinNotFound',
  'ContributorNotFound',
  'EventNotFound',
  'IngestRunNotFound',
  'OutgoingMailNotFound',
  'SeriesNotFound',
  'InvalidArgument',
  'InvalidCursor',
];

/** Each thing that a caller chooses: its field with `$x` in its place, and nothing that would be found. */
const CASES: { [argument: string]: string } = {
  'Query.upcomingBooks.filter.from': 'upcomingBooks(filter: { from: $x }) { edges { cursor } }',
  'Query.upcomingBooks.filter.to': 'upcomingBooks(filter: { to: $x }) { edges { cursor } }',
  'Query.upcomingBooks.filter.text':
    'upcomingBooks(filter: { text: $x, publisher: "nobody" }) { edges { cursor } }',
  'Query.upcomingBooks.filter.publisher':
    'upcomingBooks(filter: { publisher: $x }) { edges { cursor } }',
  'Query.upcomingBooks.filter.label': 'upcomingBooks(filter: { label: $x }) { edges { cursor } }',
  'Query.upcomingBooks.filter.form': 'upcomingBooks(filter: { form: $x }) { edges { cursor } }',
  'Query.upcomingBooks.filter.priceFrom':
    'upcomingBooks(filter: { priceFrom: $x }) { edges { cursor } }',
  'Query.upcomingBooks.filter.priceTo':
    'upcomingBooks(filter: { priceTo: $x }) { edges { cursor } }',
  'Query.upcomingBooks.orderBy': 'upcomingBooks(orderBy: $x) { edges { cursor } }',
  'Query.upcomingBookFacets.from': 'upcomingBookFacets(from: $x) { forms { value } }',
  'Query.upcomingBookFacets.first': 'upcomingBookFacets(first: $x) { forms { value } }',
  'Query.upcomingBooks.filter.subscribed':
    'upcomingBooks(filter: { subscribed: $x }) { edges { cursor } }',
  'Query.upcomingBooks.first': 'upcomingBooks(first: $x) { edges { cursor } }',
  'Query.upcomingBooks.after': 'upcomingBooks(after: $x) { edges { cursor } }',
  // Many of the texts begin a title or a name; of a series none does.
  'Query.suggest.text': 'suggest(text: $x) { series { upcomingCount } }',
  'Query.suggest.first': 'suggest(text: "nobody", first: $x) { books { id } }',
  'Query.book.id': 'book(id: $x) { id }',
  'Query.booksByIsbn.isbn': 'booksByIsbn(isbn: $x) { id }',
  'Query.contributor.id': 'contributor(id: $x) { id }',
  'Query.series.id': 'series(id: $x) { id }',
  'Contributor.upcomingBooks.first':
    'contributor(id: "c-bar11") { upcomingBooks(first: $x) { edges { cursor } } }',
  'Contributor.upcomingBooks.after':
    'contributor(id: "c-bar11") { upcomingBooks(after: $x) { edges { cursor } } }',
  'Series.upcomingBooks.first':
    'series(id: "s-bar11") { upcomingBooks(first: $x) { edges { cursor } } }',
  'Series.upcomingBooks.after':
    'series(id: "s-bar11") { upcomingBooks(after: $x) { edges { cursor } } }',
  'Query.releaseCalendar.from':
    'releaseCalendar(from: $x, to: "2026-12-31") { days { bookCount } }',
  'Query.releaseCalendar.to': 'releaseCalendar(from: "2026-12-01", to: $x) { days { bookCount } }',
  'Query.booksByRelease.precision':
    'booksByRelease(precision: $x, earliest: "2026-12-01") { edges { cursor } }',
  'Query.booksByRelease.earliest': 'booksByRelease(earliest: $x) { edges { cursor } }',
  'Query.booksByRelease.latest':
    'booksByRelease(precision: UNTIL, latest: $x) { edges { cursor } }',
  'Query.booksByRelease.first':
    'booksByRelease(earliest: "2099-12-01", first: $x) { edges { cursor } }',
  'Query.booksByRelease.after':
    'booksByRelease(earliest: "2099-12-01", after: $x) { edges { cursor } }',
  'Query.bookEvents.after': 'bookEvents(after: $x, kinds: []) { events { seq } }',
  'Query.bookEvents.first': 'bookEvents(first: $x) { events { seq } }',
  'Query.bookEvents.kinds': 'bookEvents(kinds: $x) { events { seq } }',
  'Query.bookEvents.bookId': 'bookEvents(bookId: $x) { events { seq } }',
  'Query.ingestRuns.state': 'ingestRuns(state: $x) { runs { id } }',
  'Query.ingestRuns.first': 'ingestRuns(first: $x) { runs { id } }',
  'Query.ingestRuns.after': 'ingestRuns(after: $x) { runs { id } }',
  'Query.ingestRun.id': 'ingestRun(id: $x) { id }',
  'Query.outgoingMails.state': 'outgoingMails(state: $x) { mails { id } }',
  'Query.outgoingMails.first': 'outgoingMails(first: $x) { mails { id } }',
  'Query.outgoingMails.after': 'outgoingMails(state: FAILED, after: $x) { mails { id } }',
  'Query.outgoingMail.id': 'outgoingMail(id: $x) { id }',
  'Query.outgoingMailsPerHour.hours': 'outgoingMailsPerHour(hours: $x) { sent }',
  'Query.workflowExecutions.workflow': 'workflowExecutions(workflow: $x) { executions { name } }',
  'Query.workflowExecutions.first':
    'workflowExecutions(workflow: INGEST, first: $x) { executions { name } }',
  'Query.workflowExecutions.after':
    'workflowExecutions(workflow: INGEST, after: $x) { executions { name } }',
  'Viewer.subscriptions.first': 'viewer { subscriptions(first: $x) { edges { cursor } } }',
  'Viewer.subscriptions.after': 'viewer { subscriptions(after: $x) { edges { cursor } } }',
  'Viewer.subscriptions.orderBy': 'viewer { subscriptions(orderBy: $x) { edges { cursor } } }',
  'Viewer.standingSubscriptions.first':
    'viewer { standingSubscriptions(first: $x) { edges { cursor } } }',
  'Viewer.standingSubscriptions.after':
    'viewer { standingSubscriptions(after: $x) { edges { cursor } } }',
  'Viewer.mails.first': 'viewer { mails(first: $x) { edges { cursor } } }',
  'Viewer.mails.after': 'viewer { mails(after: $x) { edges { cursor } } }',
  'IngestRun.rejects.first': 'ingestRun(id: "bar11") { rejects(first: $x) { rejects { raw } } }',
  'IngestRun.rejects.after': 'ingestRun(id: "bar11") { rejects(after: $x) { rejects { raw } } }',
  'Mutation.subscribeToBook.bookId': 'subscribeToBook(bookId: $x) { bookId }',
  'Mutation.subscribeToBook.wording': 'subscribeToBook(bookId: "none", wording: $x) { bookId }',
  'Mutation.unsubscribeFromBook.bookId': 'unsubscribeFromBook(bookId: $x) { bookId }',
  'Mutation.subscribeToContributor.contributorId':
    'subscribeToContributor(contributorId: $x) { id }',
  'Mutation.subscribeToContributor.roles':
    'subscribeToContributor(contributorId: "none", roles: $x) { id }',
  'Mutation.subscribeToContributor.wording':
    'subscribeToContributor(contributorId: "none", wording: $x) { id }',
  'Mutation.unsubscribeFromContributor.contributorId':
    'unsubscribeFromContributor(contributorId: $x) { id }',
  'Mutation.subscribeToSeries.seriesId': 'subscribeToSeries(seriesId: $x) { id }',
  'Mutation.subscribeToSeries.wording': 'subscribeToSeries(seriesId: "none", wording: $x) { id }',
  'Mutation.unsubscribeFromSeries.seriesId': 'unsubscribeFromSeries(seriesId: $x) { id }',
  'Mutation.setMailSettings.input.language':
    'setMailSettings(input: { language: $x }) { language }',
  'Mutation.setMailSettings.input.stopped': 'setMailSettings(input: { stopped: $x }) { language }',
  'Mutation.publishBookEvent.seq': 'publishBookEvent(seq: $x) { seq kind bookId }',
  'Mutation.disconnectSession.id': 'disconnectSession(id: $x)',
  'Mutation.createIngestUpload.fileName': 'createIngestUpload(fileName: $x) { __typename }',
  'Mutation.startIngestRun.input.profile':
    'startIngestRun(input: { profile: $x, key: "bar11.csv" }) { __typename }',
  'Mutation.startIngestRun.input.key':
    'startIngestRun(input: { profile: "bar11", key: $x }) { __typename }',
  'Mutation.startIngestRun.input.encoding':
    'startIngestRun(input: { profile: "bar11", key: "bar11.csv", encoding: $x }) { __typename }',
  'Mutation.startIngestRun.input.dryRun':
    'startIngestRun(input: { profile: "bar11", key: "bar11.csv", dryRun: $x }) { __typename }',
  'Mutation.approveIngestRun.id': 'approveIngestRun(id: $x) { id }',
  'Mutation.discardIngestRun.id': 'discardIngestRun(id: $x) { id }',
  'Mutation.retryOutgoingMail.id': 'retryOutgoingMail(id: $x, mayHaveArrived: true) { id }',
  'Mutation.retryOutgoingMail.mayHaveArrived':
    'retryOutgoingMail(id: "none", mayHaveArrived: $x) { id }',
  'Query.catalogueJoins.kind': 'catalogueJoins(kind: $x) { joins { id } }',
  'Query.catalogueJoins.first': 'catalogueJoins(kind: SERIES, first: $x) { joins { id } }',
  'Query.catalogueJoins.after': 'catalogueJoins(kind: SERIES, after: $x) { joins { id } }',
  'Mutation.joinInCatalogue.kind': 'joinInCatalogue(kind: $x, from: "none", into: "none") { id }',
  'Mutation.joinInCatalogue.from': 'joinInCatalogue(kind: SERIES, from: $x, into: "none") { id }',
  'Mutation.joinInCatalogue.into': 'joinInCatalogue(kind: SERIES, from: "none", into: $x) { id }',
  'Mutation.separateInCatalogue.id': 'separateInCatalogue(id: $x) { id }',
};

/** An ISBN with spaces about it is one all the same, and its book is rightly found. */
const IS_ISBN = /^\s*(isbn-)?9784999990009\s*$/i;
const textsFor = ({ name }: SchemaArgument) =>
  name === 'Query.booksByIsbn.isbn' ? HOSTILE.filter((text) => !IS_ISBN.test(text)) : HOSTILE;

/** Open to signed requests alone. */
const SIGNED = ['Mutation.publishBookEvent.seq', 'Mutation.disconnectSession.id'];

/** Live notices have a test of their own below. */
const LIVE = ['Subscription.onBookEvent.bookId', 'Subscription.onBookEvent.kind'];

/** A run of the workflow begins for each text that could be a file's name: a container each. */
const BEGINS_RUNS = /^Mutation\.startIngestRun\./;
/** An address is given for any name. */
const GIVES = /^Mutation\.(?:startIngestRun|createIngestUpload)\./;

const FEW = process.env.BAR_FULL === '1' ? HOSTILE.length : 8;
const SOME = process.env.BAR_FULL === '1' ? HOSTILE.length : 24;
const spread = (count: number) => {
  const step = HOSTILE.length / count;
  return Array.from({ length: count }, (_, index) => HOSTILE[Math.floor(index * step)] ?? '');
};

const found = schemaArguments();
const isText = ({ named }: SchemaArgument) => named === 'String' || named === 'ID';
const asked = found.filter(({ name }) => !LIVE.includes(name));
const texts = asked.filter((argument) => isText(argument) && !BEGINS_RUNS.test(argument.name));
const beginning = asked.filter((argument) => isText(argument) && BEGINS_RUNS.test(argument.name));
const typed = asked.filter((argument) => !isText(argument));

let token: string;
let before: Row[];
const hasDatabase = canReach('database');

beforeAll(async () => {
  const { login, password } = testStack().operator;
  token = await signIn(testStack(), login, password);
  await leaveAll();
  if (!hasDatabase) return;
  await keepRun();
  before = await readTables(testStack());
});

/** Sends every text, up to `size` to a request, and gives what was neither nothing nor expected. */
async function attack(
  argument: SchemaArgument,
  values: string[],
  size: number,
): Promise<unknown[]> {
  const surprises = await inLanes(6, inGroups(argument, values, size), async (group) => {
    const { data, errors = [] } = await send(argument, group);
    return [
      ...errors.filter(({ errorType }) => errorType != null && !EXPECTED.includes(errorType)),
      // Only what does not fit its type is refused without a type of error.
      ...errors.filter(({ errorType }) => errorType == null && isText(argument)),
      ...(GIVES.test(argument.name)
        ? []
        : Object.values(data ?? {}).filter((value) => !isNothing(value))),
      ...(isText(argument) || errors.length > 0 ? [] : [{ taken: group }]),
    ];
  });
  return surprises.flat();
}

interface Request {
  document: string;
  variables: object;
}

function requestFor(argument: SchemaArgument, values: string[]): Request {
  const field = CASES[argument.name];
  if (field === undefined) throw new Error(`${argument.name} has no case in this test`);
  const declared = values.map((_, i) => `$x${i}: ${argument.declared}`).join(', ');
  const fields = values.map((_, i) => `f${i}: ${field.replace('$x', `$x${i}`)}`).join(' ');
  const kind = argument.type === 'Mutation' ? 'mutation' : 'query';
  return {
    document: `${kind} (${declared}) { ${fields} }`,
    variables: Object.fromEntries(values.map((value, i) => [`x${i}`, value])),
  };
}

const bytesOf = ({ document: query, variables }: Request) =>
  Buffer.byteLength(JSON.stringify({ query, variables }));

function send(argument: SchemaArgument, values: string[]): Promise<GraphqlAnswer<object>> {
  const { document, variables } = requestFor(argument, values);
  return SIGNED.includes(argument.name)
    ? askAsWorkflow(testStack(), document, variables)
    : ask(testStack(), document, variables, token);
}

/** In their order, each group as long as it has no more than `size` and the API may be sent it. */
function inGroups(argument: SchemaArgument, values: string[], size: number): string[][] {
  const groups: string[][] = [];
  for (const value of values) {
    const longer = [...(groups.at(-1) ?? []), value];
    const fits = longer.length <= size && bytesOf(requestFor(argument, longer)) <= MOST_BYTES;
    if (fits && groups.length > 0) groups[groups.length - 1] = longer;
    else groups.push([value]);
  }
  return groups;
}

/** Null, or objects and lists with nothing in them. */
function isNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isNothing);
  return value === null;
}

/** A field that is never null ends its request at the first failure: one to a request. */
const sizeFor = ({ type }: SchemaArgument) => (type === 'Mutation' ? 1 : 50);

describe('bar 11 injection', () => {
  it('has at least 500 texts to try', () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(500);
  });

  it('knows every argument of the schema', () => {
    expect(asked.map(({ name }) => name).sort()).toEqual(Object.keys(CASES).sort());
    expect(found.map(({ name }) => name)).toEqual(expect.arrayContaining(LIVE));
  });

  it('sends no more at once than may come to a deployed API', () => {
    const sent = texts.flatMap((argument) =>
      inGroups(argument, HOSTILE, sizeFor(argument)).map((group) => requestFor(argument, group)),
    );
    expect(Math.max(...sent.map(bytesOf))).toBeLessThanOrEqual(MOST_BYTES);
    // Many at once all the same.
    expect(sent.length).toBeLessThan((texts.length * HOSTILE.length) / 2);
  });

  const reachable = (argument: SchemaArgument) =>
    !SIGNED.includes(argument.name) || canReach('identity');

  it.each(texts.filter(reachable))(
    `finds nothing and breaks nothing by $name, with ${HOSTILE.length} texts`,
    async (argument) => {
      expect(await attack(argument, textsFor(argument), sizeFor(argument))).toEqual([]);
    },
    120_000,
  );

  it.each(beginning)(
    `breaks nothing by $name, with ${FEW} texts, each a run`,
    async (argument) => {
      expect(await attack(argument, spread(FEW), 1)).toEqual([]);
    },
    240_000,
  );

  it.each(typed.filter(reachable))(
    `takes none of ${SOME} texts for $name: $declared`,
    async (argument) => {
      expect(await attack(argument, spread(SOME), 1)).toEqual([]);
    },
    120_000,
  );

  it.each(typed.filter(({ named }) => named === 'AWSDate'))(
    'asks the database for no day by $name that it does not have',
    async (argument) => {
      expect(await attack(argument, ['10000-01-01', '-0001-01-01', '0000-01-01'], 1)).toEqual([]);
    },
  );

  it.skipIf(!hasDatabase)('leaves the tables as they were', async () => {
    expect(await readTables(testStack())).toEqual(before);
  });
});

/** What is found of one's own is no news. */
async function leaveAll(): Promise<void> {
  const { data } = await ask<{
    viewer: { subscriptions: { edges: { node: { bookId: string } }[] } };
  }>(
    testStack(),
    '{ viewer { subscriptions(first: 100) { edges { node { bookId } } } } }',
    {},
    token,
  );
  for (const { node } of data?.viewer.subscriptions.edges ?? []) {
    const leave = 'mutation ($id: ID!) { unsubscribeFromBook(bookId: $id) { bookId } }';
    await ask(testStack(), leave, { id: node.bookId }, token);
  }
}

/** A run with a reject, since nobody looks for those of a run that is not there. */
async function keepRun(): Promise<void> {
  const database = openStackDatabase(testStack());
  await database.execute(
    `insert ignore into ingest_run (id, profile, file_key, state, started_at)
     values ('bar11', 'shinkan', 'bar11.csv', 'MERGED', utc_timestamp(6))`,
  );
  await database.execute(
    `insert ignore into ingest_reject (run_id, record_no, line, byte_offset, reason_code, reason, raw_row)
     values ('bar11', 1, 2, 0, 'too-long', '長すぎます', 'x')`,
  );
  // Without any books.
  for (const [table, id] of [
    ['contributor', 'c-bar11'],
    ['series', 's-bar11'],
  ]) {
    await database.execute(
      `insert ignore into ${table} (id, name_key, name, joined_to, created_at)
       values (:id, :id, :id, :id, utc_timestamp(6))`,
      { id: id ?? '' },
    );
  }
}
