import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { ask, signIn } from '../../../tools/testing/graphql.ts';
import { testStack } from '../../../tools/testing/testStack.ts';
import { askAsWorkflow } from '../resolvers/publish.ts';
import {
  APPROVE,
  type Asker,
  DISCARD,
  REJECTS,
  refusedAs,
  SHOW,
  START,
  UPLOAD,
} from './operating.ts';

const id = `who-${randomUUID()}`;
const DECIDING: [string, string, object][] = [
  ['approveIngestRun', APPROVE, { id }],
  ['discardIngestRun', DISCARD, { id }],
  ['startIngestRun', START, { input: { profile: 'shinkan', key: id } }],
  ['createIngestUpload', UPLOAD, { name: 'x.csv' }],
];
const READING: [string, string, object][] = [
  ['ingestRun', SHOW, { id }],
  ['ingestRun.rejects', REJECTS, { id }],
];

let member: Asker;
let workflow: Asker;
const key: Asker = (document, variables) => ask(testStack(), document, variables);
beforeAll(async () => {
  const [someone] = testStack().members;
  if (!someone) throw new Error('the stack has no members');
  const token = await signIn(testStack(), someone.login, someone.password);
  member = (document, variables) => ask(testStack(), document, variables, token);
  workflow = (document, variables = {}) =>
    askAsWorkflow(testStack(), document, variables) as ReturnType<Asker>;
  await openStackDatabase(testStack()).execute(
    `insert into ingest_run (id, profile, file_key, state, started_at)
     values (:id, 'shinkan', 'who.csv', 'HELD', utc_timestamp(6))`,
    { id },
  );
});

describe('access to the operation of ingest runs', () => {
  it.each([...READING, ...DECIDING])('%s is not for other members', async (_, document, sent) => {
    expect(refusedAs(await member(document, sent))).toBe('NotAnOperator');
  });

  it.each(DECIDING)('%s reveals nothing to a member', async (_, document, sent) => {
    const told = await Promise.all(
      [sent, { ...sent, id: 'none' }].map(async (asked) => (await member(document, asked)).errors),
    );
    expect(told[0]?.[0]?.message).toBe(told[1]?.[0]?.message);
  });

  it.each([...READING, ...DECIDING])('%s is closed to the API key', async (_, document, sent) => {
    const { data, errors = [] } = await key(document, sent);
    expect(Object.values(data ?? {}).filter((found) => found !== null)).toEqual([]);
    expect(new Set(errors.map(({ errorType }) => errorType))).toEqual(new Set(['Unauthorized']));
  });

  it.each([...READING, ...DECIDING])('%s is closed to strangers', async (_, query, variables) => {
    const response = await fetch(testStack().graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    expect(response.status).toBe(401);
  });

  it.each(READING)('%s is open to an AWS identity', async (_, document, sent) => {
    const { data, errors } = await workflow(document, sent);
    expect(errors).toBeUndefined();
    expect(data?.ingestRun).not.toBeNull();
  });

  it.each(DECIDING)(
    '%s is not for an AWS identity, which is not a person',
    async (_, document, sent) => {
      const { data, errors = [] } = await workflow(document, sent);
      expect(data ?? null).toBeNull();
      expect(errors.map(({ errorType }) => errorType)).toContain('Unauthorized');
    },
  );

  it('the run is unchanged after all of this', async () => {
    const { data } = await workflow(SHOW, { id });
    expect(data?.ingestRun).toMatchObject({ state: 'HELD', decision: null });
    const runs = await openStackDatabase(testStack()).query(
      'select id from ingest_run where file_key = :id',
      { id },
    );
    expect(runs).toEqual([]);
  });
});
