import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { IngestRun, IngestUpload } from '../../../resolvers/generated/schema.ts';
import { ask, type GraphqlAnswer, signIn } from '../../../tools/testing/graphql.ts';
import { testStack } from '../../../tools/testing/testStack.ts';
import { eventually } from '../../support/eventually.ts';

/** What an operator reads of a run, without its rejects. */
const RUN = `id profile fileName state startedAt finishedAt records created changed unchanged held
  rejected reason reasonCode byteCount contentHash baseDate repeatOf
  approvedBy approvedAt discardedBy discardedAt
  decision { kind state by at reason }
  progress { rowsRead bytesRead bytesTotal }
  notes {
    header unknownColumns encodingDoubt
    mendings { kind count examples { line column seen became } } unknownRoles { word count }
  }
  preview {
    records created changed unchanged held rejected unconfirmed
    events {
      kind count subscriptions
      examples { bookId title change { from { text } to { earliest latest precision text } } }
    }
  }`;
export const SHOW = `query ($id: ID!) { ingestRun(id: $id) { ${RUN} } }`;
export const APPROVE = `mutation ($id: ID!) { approveIngestRun(id: $id) { ${RUN} } }`;
export const DISCARD = `mutation ($id: ID!) { discardIngestRun(id: $id) { ${RUN} } }`;
export const START = `mutation ($input: StartIngestRunInput!) { startIngestRun(input: $input) { ${RUN} } }`;
export const UPLOAD =
  'mutation ($name: String!) { createIngestUpload(fileName: $name) { key url expiresAt } }';
export const REJECTS = `query ($id: ID!, $first: Int, $after: String) {
  ingestRun(id: $id) {
    rejects(first: $first, after: $after) {
      rejects { record line byteOffset column reasonCode reason raw } endCursor
    }
  }
}`;

export type Asker = (
  document: string,
  variables?: object,
) => Promise<GraphqlAnswer<Record<string, IngestRun | null>>>;

/** Sends requests as the shop's operator. */
export async function anOperator(): Promise<Asker> {
  const { login, password } = testStack().operator;
  const token = await signIn(testStack(), login, password);
  return (document, variables = {}) => ask(testStack(), document, variables, token);
}

/** The one field of an answer without errors. */
export function given<T = IngestRun>({ data, errors }: GraphqlAnswer<Record<string, unknown>>): T {
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return Object.values(data ?? {})[0] as T;
}

/** The `errorType` of the one error of an answer. */
export function refusedAs({ data, errors = [] }: GraphqlAnswer<unknown>): string | undefined {
  if (errors.length !== 1) throw new Error(JSON.stringify({ data, errors }));
  return errors[0]?.errorType;
}

/** Uploads a file to the address from the API, and returns its key. */
export async function upload(operator: Asker, file: string): Promise<string> {
  const { key, url } = given<IngestUpload>(await operator(UPLOAD, { name: basename(file) }));
  const put = await fetch(url, { method: 'PUT', body: readFileSync(file) });
  if (!put.ok) throw new Error(`PUT ${url}: ${put.status} ${await put.text()}`);
  return key;
}

/** Uploads a file and starts its run. Returns the API's answer. */
export async function ingest(operator: Asker, file: string, more = {}): Promise<IngestRun> {
  const input = { profile: 'shinkan', key: await upload(operator, file), ...more };
  return given(await operator(START, { input }));
}

/** The run once it is in this state. */
export function untilRun(
  operator: Asker,
  id: string,
  state: IngestRun['state'],
): Promise<IngestRun> {
  return eventually(`${id} to be ${state}`, async () => {
    const run = given(await operator(SHOW, { id }));
    return run?.state === state ? run : null;
  });
}

/** The run once it is held and its preview is available. */
export function untilHeld(operator: Asker, id: string): Promise<IngestRun> {
  return eventually(`${id} to be held, with its preview`, async () => {
    const run = given(await operator(SHOW, { id }));
    return run?.state === 'HELD' && run.preview ? run : null;
  });
}
