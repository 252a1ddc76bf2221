import { readFileSync } from 'node:fs';
import { buildASTSchema, getNamedType, isLeafType, isObjectType, parse } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../db/database.ts';
import { openStackDatabase } from '../../../scripts/stack.ts';
import { eventually } from '../../support/eventually.ts';
import { ask, type GraphqlAnswer, signIn } from '../../support/graphql.ts';
import { testStack } from '../../support/testStack.ts';
import { askAsWorkflow } from './publish.ts';
import { printMatrix, readMatrix, WHO, type Who } from './readMatrix.ts';
import { openShelf } from './shelf.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const SDL = read('../../../schema/schema.graphql');
/** Reviewed by people: who may read what. A field that is not listed here has not been reviewed. */
const GOLDEN = read('./authMatrix.txt');
const schema = buildASTSchema(parse(`${read('../../../schema/aws.graphql')}\n${SDL}`));

/** How each type is reached, with `…` where its field goes. */
const PATHS: { [type: string]: string } = {
  Query: '{ … }',
  Mutation: 'mutation { … }',
  BookConnection: '{ upcomingBooks { … } }',
  BookEdge: '{ upcomingBooks { edges { … } } }',
  PageInfo: '{ upcomingBooks { pageInfo { … } } }',
  Book: '{ book(id: "$id") { … } }',
  Contributor: '{ book(id: "$id") { contributors { … } } }',
  SeriesStatement: '{ book(id: "$id") { series { … } } }',
  Release: '{ book(id: "$id") { release { … } } }',
  BookEventPage: '{ bookEvents(after: "$before") { … } }',
  BookEvent: '{ bookEvents(after: "$before") { events { … } } }',
  ReleaseChange: '{ bookEvents(after: "$before") { events { change { … } } } }',
  Viewer: '{ viewer { … } }',
  MailSettings: '{ viewer { mail { … } } }',
  BookSubscriptionConnection: '{ viewer { subscriptions { … } } }',
  BookSubscriptionEdge: '{ viewer { subscriptions { edges { … } } } }',
  BookSubscription: '{ viewer { subscriptions { edges { node { … } } } } }',
  IngestRunPage: '{ ingestRuns { … } }',
  IngestRun: '{ ingestRun(id: "bar07") { … } }',
  IngestProgress: '{ ingestRun(id: "bar07") { progress { … } } }',
  IngestDecision: '{ ingestRun(id: "bar07-stuck") { decision { … } } }',
  IngestNotes: '{ ingestRun(id: "bar07") { notes { … } } }',
  IngestMending: '{ ingestRun(id: "bar07") { notes { mendings { … } } } }',
  MendedCell: '{ ingestRun(id: "bar07") { notes { mendings { examples { … } } } } }',
  UnknownRole: '{ ingestRun(id: "bar07") { notes { unknownRoles { … } } } }',
  IngestPreview: '{ ingestRun(id: "bar07") { preview { … } } }',
  PreviewedEvents: '{ ingestRun(id: "bar07") { preview { events { … } } } }',
  PreviewedEvent: '{ ingestRun(id: "bar07") { preview { events { examples { … } } } } }',
  IngestRejectPage: '{ ingestRun(id: "bar07") { rejects { … } } }',
  IngestReject: '{ ingestRun(id: "bar07") { rejects { rejects { … } } } }',
  OutgoingMailPage: '{ outgoingMails(state: SENT) { … } }',
  OutgoingMail: '{ outgoingMail(id: "bar07-mail") { … } }',
  OutgoingNote: '{ outgoingMail(id: "bar07-mail") { notes { … } } }',
  OutgoingMailCounts: '{ outgoingMailCounts { … } }',
  IngestUpload: 'mutation { createIngestUpload(fileName: "bar07.csv") { … } }',
};
const ARGUMENTS: { [field: string]: string } = {
  'Query.book': '(id: "$id")',
  'Query.booksByIsbn': '(isbn: "9784999990009")',
  'Mutation.subscribeToBook': '(bookId: "$id")',
  'Mutation.unsubscribeFromBook': '(bookId: "none")',
  'Mutation.setMailSettings': '(input: { language: JA })',
  'Mutation.publishBookEvent': '(seq: "$seq")',
  'Mutation.disconnectSession': '(id: "bar07")',
  'Query.ingestRun': '(id: "bar07")',
  'Query.outgoingMail': '(id: "bar07-mail")',
  'Mutation.retryOutgoingMail': '(id: "bar07-failed")',
  'Mutation.createIngestUpload': '(fileName: "bar07.csv")',
  'Mutation.startIngestRun': '(input: { profile: "shinkan", key: "bar07.csv" })',
  'Mutation.approveIngestRun': '(id: "bar07-right")',
  'Mutation.discardIngestRun': '(id: "bar07-wrong")',
};

let askers: { [who in Who]: (document: string) => Promise<GraphqlAnswer<unknown>> };
let fill: (document: string) => string;

beforeAll(async () => {
  const stack = testStack();
  const database = openStackDatabase(stack);
  // An operator may see everything that a member may, and the runs.
  const token = await signIn(stack, stack.operator.login, stack.operator.password);
  askers = {
    key: (document) => ask(stack, document),
    member: (document) => ask(stack, document, {}, token),
    workflow: (document) => askAsWorkflow(stack, document, {}),
  };
  const shelf = openShelf(database);
  const id = await shelf.add({ contributors: [{ name: '山田', role: 'AUTHOR' }] });
  await database.execute(`update book set series = '[{"name": "灯台"}]' where id = :id`, { id });
  const seq = await shelf.happen(id, 'RESCHEDULED');
  const day = { earliest: null, latest: null, precision: 'UNKNOWN', text: '未定' };
  await database.execute('update book_event set release_change = :change where seq = :seq', {
    seq,
    change: JSON.stringify({ from: day, to: day }),
  });
  await keepRuns(database);
  await keepMails(database, seq);
  fill = (document) =>
    document
      .replaceAll('$id', id)
      .replaceAll('$seq', seq)
      .replaceAll('$before', String(BigInt(seq) - 1n));
  await askers.member(fill('mutation { subscribeToBook(bookId: "$id") { bookId } }'));
  await askers.member('mutation { approveIngestRun(id: "bar07-stuck") { id } }');
  await eventually('a decision that fails', async () => {
    const told = await askers.member('{ ingestRun(id: "bar07-stuck") { decision { state } } }');
    return JSON.stringify(told).includes('FAILED');
  });
});

/** One run with everything that a run may have, and three that wait for a decision. */
async function keepRuns(database: Database): Promise<void> {
  const cell = { line: 2, column: 'ISBN', seen: '4', became: '9' };
  const notes = {
    header: 'ISBN',
    unknownColumns: [],
    mendings: [{ kind: 'ten-digits', count: 1, examples: [cell] }],
    unknownRoles: [{ word: '役', count: 1 }],
    encodingDoubt: null,
  };
  const counts = { records: 0, created: 0, changed: 0, unchanged: 0, held: 0, rejected: 0 };
  const examples = [{ bookId: 'b', title: '本', change: null }];
  const preview = {
    ...counts,
    unconfirmed: 0,
    events: [{ kind: 'ANNOUNCED', count: 1, subscriptions: 0, examples }],
  };
  await database.execute(
    `insert ignore into ingest_run (id, profile, file_key, state, started_at, record_count, notes, preview)
     values ('bar07', 'shinkan', 'bar07.csv', 'MERGED', utc_timestamp(6), 0, :notes, :preview),
       ('bar07-right', 'shinkan', 'bar07.csv', 'HELD', utc_timestamp(6), 0, null, null),
       ('bar07-wrong', 'shinkan', 'bar07.csv', 'HELD', utc_timestamp(6), 0, null, null),
       ('bar07-stuck', 'shinkan', 'bar07.csv', 'HELD', utc_timestamp(6), 1, null, null)`,
    { notes: JSON.stringify(notes), preview: JSON.stringify(preview) },
  );
  await database.execute(
    `insert ignore into ingest_reject (run_id, record_no, line, byte_offset, reason_code, reason, raw_row)
     values ('bar07', 1, 2, 0, 'too-long', '長すぎます', 'x')`,
  );
}

/** A mail that was sent, and one that was given up. */
async function keepMails(database: Database, seq: string): Promise<void> {
  await database.execute(
    `insert ignore into mail_outbox (member_id, event_seq, shard, state, mail_key, attempt, created_at, settled_at)
     values ('bar07-sent', :seq, 0, 'SENT', 'bar07-mail', 1, utc_timestamp(6), utc_timestamp(6)),
       ('bar07-failed', :seq, 0, 'FAILED', 'bar07-failed', 1, utc_timestamp(6), utc_timestamp(6))`,
    { seq },
  );
}

/** The query for one field. */
function documentFor(name: string): string {
  const [typeName = '', fieldName = ''] = name.split('.');
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  const path = PATHS[typeName];
  if (field === undefined || path === undefined)
    throw new Error(`${name} has no path in this test`);
  const below = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
  return fill(path.replace('…', `probed: ${fieldName}${ARGUMENTS[name] ?? ''}${below}`));
}

/** Whether the field gave an answer: `unreached` when the way to it is closed or empty. */
function judge({ data, errors = [] }: GraphqlAnswer<unknown>): 'open' | 'closed' | 'unreached' {
  const denied = errors.filter(({ errorType }) => errorType === 'Unauthorized');
  if (denied.some(({ path }) => path?.includes('probed'))) return 'closed';
  if (denied.length > 0 || !JSON.stringify(data).includes('"probed"')) return 'unreached';
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return 'open';
}

// Nothing is pushed before a subscription has begun, which the live tests do.
const probed = [...readMatrix(SDL)].filter(([name]) => !name.startsWith('Subscription.'));

describe('bar 07 auth matrix, mutants', () => {
  it('lists every field with who may read it', () => {
    expect(printMatrix(readMatrix(SDL))).toBe(GOLDEN);
  });

  it.each(WHO)('holds for the %s, field by field', async (who) => {
    const wrong: string[] = [];
    for (const [name, allowed] of probed) {
      const seen = judge(await askers[who](documentFor(name)));
      if (seen !== 'unreached' && (seen === 'open') !== allowed.includes(who)) {
        wrong.push(`${name}: ${seen}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('lets each of them reach every field that is theirs', async () => {
    const unreached: string[] = [];
    for (const [name, allowed] of probed) {
      const answers = await Promise.all(
        allowed.map(async (who) => judge(await askers[who](documentFor(name)))),
      );
      if (!answers.includes('open')) unreached.push(name);
    }
    expect(unreached).toEqual([]);
  });

  it('lets nobody in without credentials', async () => {
    const response = await fetch(testStack().graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ latestBookEventCursor }"}',
    });
    expect(response.status).toBe(401);
  });

  it('goes red for every directive that is taken away or added', () => {
    const survivors: string[] = [];
    let mutants = 0;
    const lines = SDL.split('\n');
    lines.forEach((line, index) => {
      const without = [...line.matchAll(/ @aws_(?:api_key|oidc|iam)/g)].map(([directive]) =>
        line.replace(directive, ''),
      );
      const widened = ['api_key', 'oidc', 'iam']
        .filter((mode) => line.includes(' @aws_') && !line.includes(`@aws_${mode}`))
        // Directives on lines of their own stand beside the others of their field.
        .filter(() => !line.trim().startsWith('@'))
        .map((mode) => line.replace(' @aws_', ` @aws_${mode} @aws_`));
      for (const mutant of [...without, ...widened]) {
        mutants += 1;
        const changed = [...lines.slice(0, index), mutant, ...lines.slice(index + 1)].join('\n');
        if (printMatrix(readMatrix(changed)) === GOLDEN) survivors.push(mutant.trim());
      }
    });
    expect(mutants).toBeGreaterThan(50);
    // IAM is what a field without directives falls back to, so these change nothing.
    expect(survivors).toEqual([
      'publishBookEvent(seq: ID!): BookEvent',
      'disconnectSession(id: ID!): ID',
    ]);
  });
});
