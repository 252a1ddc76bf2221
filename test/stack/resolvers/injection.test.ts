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

/** An ISBN with spaces about it is one all the same, and its book is rightly found. */
const IS_ISBN = /^\s*(isbn-)?9784999990009\s*$/i;
const textsFor = ({ name }: InjectionCase) =>
  name === 'Query.booksByIsbn.isbn' ? HOSTILE.filter((text) => !IS_ISBN.test(text)) : HOSTILE;

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

/** Sends every text, up to `size` to a request, and gives what was neither nothing nor expected. */
async function attack(argument: InjectionCase, values: string[], size: number): Promise<unknown[]> {
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

/** In their order, each group as long as it has no more than `size` and the API may be sent it. */
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

/** A field that is never null ends its request at the first failure: one to a request. */
const sizeFor = ({ type }: InjectionCase) => (type === 'Mutation' ? 1 : 50);

describe('bar 11 injection', () => {
  it('has at least 500 texts to try', () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(500);
  });

  it('sends no more at once than may come to a deployed API', () => {
    const sent = texts.flatMap((argument) =>
      inGroups(argument, HOSTILE, sizeFor(argument)).map((group) => requestFor(argument, group)),
    );
    expect(Math.max(...sent.map(bytesOf))).toBeLessThanOrEqual(MOST_BYTES);
    // Many at once all the same.
    expect(sent.length).toBeLessThan((texts.length * HOSTILE.length) / 2);
  });

  const reachable = (argument: InjectionCase) => !argument.isSigned || canReach('identity');

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
