import { beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../../db/database.ts';
import { openStackDatabase } from '../../../scripts/stack.ts';
import { ask, signIn } from '../../support/graphql.ts';
import { testStack } from '../../support/testStack.ts';
import { HOSTILE } from './hostileValues.ts';
import { askAsWorkflow } from './publish.ts';

/** What the schema lets a field answer to a bad argument. */
const EXPECTED = [
  'BookNotFound',
  'EventNotFound',
  'IngestRunNotFound',
  'OutgoingMailNotFound',
  'InvalidArgument',
  'InvalidCursor',
];

/** Each String or ID argument: its field with `$x` in its place, and what may come of nonsense. */
const PUBLIC: { [argument: string]: string } = {
  'book.id': 'book(id: $x) { id }',
  'booksByIsbn.isbn': 'booksByIsbn(isbn: $x) { id }',
  'upcomingBooks.text':
    'upcomingBooks(filter: { text: $x, publisher: "nobody" }) { edges { cursor } }',
  'upcomingBooks.publisher': 'upcomingBooks(filter: { publisher: $x }) { edges { cursor } }',
  'upcomingBooks.after': 'upcomingBooks(after: $x) { edges { cursor } }',
  'bookEvents.after': 'bookEvents(after: $x, kinds: []) { events { seq } }',
};
const OF_MEMBERS: { [argument: string]: string } = {
  'viewer.subscriptions.after': 'viewer { subscriptions(after: $x) { edges { cursor } } }',
  'ingestRuns.after': 'ingestRuns(after: $x) { runs { id } }',
  'ingestRun.id': 'ingestRun(id: $x) { id }',
  'ingestRun.rejects.after': 'ingestRun(id: "bar11") { rejects(after: $x) { rejects { raw } } }',
  'outgoingMails.after': 'outgoingMails(state: FAILED, after: $x) { mails { id } }',
  'outgoingMail.id': 'outgoingMail(id: $x) { id }',
};
const MUTATIONS: { [argument: string]: string } = {
  'subscribeToBook.bookId': 'subscribeToBook(bookId: $x) { bookId }',
  'unsubscribeFromBook.bookId': 'unsubscribeFromBook(bookId: $x) { bookId }',
  'approveIngestRun.id': 'approveIngestRun(id: $x) { id }',
  'discardIngestRun.id': 'discardIngestRun(id: $x) { id }',
  'retryOutgoingMail.id': 'retryOutgoingMail(id: $x, mayHaveArrived: true) { id }',
};

let token: string;
let before: Row[];
beforeAll(async () => {
  await keepRun();
  before = await countRows();
  const { login, password } = testStack().operator;
  token = await signIn(testStack(), login, password);
});

type Asker = (document: string, variables: object) => ReturnType<typeof ask>;

/** Sends every hostile text, `size` to a request, and gives what was neither nothing nor expected. */
async function attack(
  kind: 'query' | 'mutation',
  field: string,
  asker: Asker,
  size = 50,
): Promise<unknown[]> {
  const surprises: unknown[] = [];
  for (let start = 0; start < HOSTILE.length; start += size) {
    const values = HOSTILE.slice(start, start + size);
    const declared = values.map((_, i) => `$x${i}: ${declarationOf(field)}`).join(', ');
    const fields = values.map((_, i) => `f${i}: ${field.replace('$x', `$x${i}`)}`).join(' ');
    const variables = Object.fromEntries(values.map((value, i) => [`x${i}`, value]));
    const { data, errors = [] } = await asker(`${kind} (${declared}) { ${fields} }`, variables);
    surprises.push(...errors.filter(({ errorType }) => !EXPECTED.includes(errorType ?? '')));
    surprises.push(...Object.values(data ?? {}).filter((found) => !isNothing(found)));
  }
  return surprises;
}

function declarationOf(field: string): string {
  if (/\((?:id|bookId|seq): \$x/.test(field)) return 'ID!';
  return /isbn: \$x/.test(field) ? 'String!' : 'String';
}

/** Null, or objects and lists with nothing in them. */
function isNothing(found: unknown): boolean {
  if (Array.isArray(found)) return found.length === 0;
  if (typeof found === 'object' && found !== null) return Object.values(found).every(isNothing);
  return found === null;
}

describe('bar 11 injection', () => {
  it('has at least 500 texts to try', () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(500);
  });

  it.each(Object.entries(PUBLIC))('finds nothing and breaks nothing by %s', async (_, field) => {
    expect(await attack('query', field, (...sent) => ask(testStack(), ...sent))).toEqual([]);
  });

  it.each(Object.entries(OF_MEMBERS))(
    'finds nothing and breaks nothing by %s',
    async (_, field) => {
      expect(await attack('query', field, (...sent) => ask(testStack(), ...sent, token))).toEqual(
        [],
      );
    },
  );

  it.each(Object.entries(MUTATIONS))('finds nothing and breaks nothing by %s', async (_, field) => {
    const asker: Asker = (...sent) => ask(testStack(), ...sent, token);
    // A field that is never null ends its request at the first failure: one to a request.
    expect(await attack('mutation', field, asker, 1)).toEqual([]);
  });

  it('finds nothing and breaks nothing by publishBookEvent.seq', async () => {
    const asker: Asker = (...sent) => askAsWorkflow(testStack(), ...sent);
    const field = 'publishBookEvent(seq: $x) { seq kind bookId }';
    expect(await attack('mutation', field, asker)).toEqual([]);
  });

  it('leaves the tables as they were', async () => {
    expect(await countRows()).toEqual(before);
  });
});

/** How many rows there are of what the API reads and writes. */
function countRows() {
  return openStackDatabase(testStack()).query(
    `select (select count(*) from book) as books, (select count(*) from subscription) as subscriptions,
       (select count(*) from ingest_run) as runs, (select count(*) from ingest_reject) as rejects`,
  );
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
}
