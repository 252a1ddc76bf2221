import { beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../../db/database.ts';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { ask, type GraphqlAnswer, MOST_BYTES, signIn } from '../../../tools/testing/graphql.ts';
import { canReach, testStack } from '../../../tools/testing/testStack.ts';
import { inLanes } from '../../support/inLanes.ts';
import { productSchema } from '../../support/schemaArguments.ts';
import { type InjectionCase, injectionCases } from './attacks/injectionCases.ts';
import { HOSTILE } from './hostileValues.ts';
import { askAsWorkflow } from './publish.ts';
import { readTables } from './readTables.ts';

/**
 * The error types that the schema allows for a bad argument. Not `Unavailable`: that comes from the
 * database.
 */
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

/** An ISBN surrounded by spaces is still one, and its book is rightly found. */
const IS_ISBN = /^\s*(isbn-)?9784999990009\s*$/i;
const TEXTS: { [argument: string]: string[] } = {
  'Query.booksByIsbn.isbn': HOSTILE.filter((text) => !IS_ISBN.test(text)),
  // Other tests leave series that begin like some of the texts; none continues like this.
  'Query.suggest.text': HOSTILE.map((text) => `${text} zqxj`),
};
const textsFor = ({ name }: InjectionCase) => TEXTS[name] ?? HOSTILE;

/** Each text that could be a file's name starts a run of the workflow, and so a container. */
const BEGINS_RUNS = /^Mutation\.startIngestRun\./;
/** Any name gets an address. */
const GIVES = /^Mutation\.(?:startIngestRun|createIngestUpload)\./;

const FEW = process.env.BAR_FULL === '1' ? HOSTILE.length : 8;
const SOME = process.env.BAR_FULL === '1' ? HOSTILE.length : 24;
const spread = (count: number) => {
  const step = HOSTILE.length / count;
  return Array.from({ length: count }, (_, index) => HOSTILE[Math.floor(index * step)] ?? '');
};

const schema = productSchema();
const asked = injectionCases(schema);
const isText = ({ named }: InjectionCase) => named === 'String' || named === 'ID';
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

/**
 * Sends every text, up to `size` per request, and returns the answers that were neither empty nor
 * expected.
 */
async function attack(argument: InjectionCase, values: string[], size: number): Promise<unknown[]> {
  const surprises = await inLanes(6, inGroups(argument, values, size), async (group) => {
    const { data, errors = [] } = await send(argument, group);
    return [
      ...errors.filter(({ errorType }) => errorType != null && !EXPECTED.includes(errorType)),
      // Only a value that does not fit its type is rejected without an error type.
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

function requestFor(argument: InjectionCase, values: string[]): Request {
  const { field } = argument;
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

function send(argument: InjectionCase, values: string[]): Promise<GraphqlAnswer<object>> {
  const { document, variables } = requestFor(argument, values);
  return argument.isSigned
    ? askAsWorkflow(testStack(), document, variables)
    : ask(testStack(), document, variables, token);
}

/** Groups in order, each with at most `size` texts and within the API's limits. */
function inGroups(argument: InjectionCase, values: string[], size: number): string[][] {
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
  if (Array.isArray(value)) return value.every(isNothing);
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isNothing);
  return value === null;
}

/** A non-null field ends its request at the first failure, so one per request. */
const sizeFor = ({ type }: InjectionCase) => (type === 'Mutation' ? 1 : 50);

describe('bar 11 injection', () => {
  it('injection has at least 500 texts to try', () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(500);
  });

  it('injection sends no more at once than a deployed API accepts', () => {
    const sent = texts.flatMap((argument) =>
      inGroups(argument, HOSTILE, sizeFor(argument)).map((group) => requestFor(argument, group)),
    );
    expect(Math.max(...sent.map(bytesOf))).toBeLessThanOrEqual(MOST_BYTES);
    // Still many at once.
    expect(sent.length).toBeLessThan((texts.length * HOSTILE.length) / 2);
  });

  const reachable = (argument: InjectionCase) => !argument.isSigned || canReach('identity');

  it.each(texts.filter(reachable))(
    `injection finds nothing and breaks nothing through $name, with ${HOSTILE.length} texts`,
    async (argument) => {
      expect(await attack(argument, textsFor(argument), sizeFor(argument))).toEqual([]);
    },
    120_000,
  );

  it.each(beginning)(
    `injection breaks nothing through $name, with ${FEW} texts, each a run`,
    async (argument) => {
      expect(await attack(argument, spread(FEW), 1)).toEqual([]);
    },
    240_000,
  );

  it.each(typed.filter(reachable))(
    `injection gets none of ${SOME} texts accepted for $name: $declared`,
    async (argument) => {
      expect(await attack(argument, spread(SOME), 1)).toEqual([]);
    },
    120_000,
  );

  it.each(typed.filter(({ named }) => named === 'AWSDate'))(
    'injection makes the database read no impossible day through $name',
    async (argument) => {
      expect(await attack(argument, ['10000-01-01', '-0001-01-01', '0000-01-01'], 1)).toEqual([]);
    },
  );

  it.skipIf(!hasDatabase)('injection leaves the tables as they were', async () => {
    expect(await readTables(testStack())).toEqual(before);
  });
});

/** Finding one's own things proves nothing. */
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

/** Creates a run with a reject: rejects of a missing run are not looked up. */
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
