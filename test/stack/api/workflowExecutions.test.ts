import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IngestRunPage, WorkflowExecutionPage } from '../../../resolvers/generated/schema.ts';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { testStack } from '../../../tools/testing/testStack.ts';
import { eventually } from '../../support/eventually.ts';
import { announcedBook, writeFeed } from '../../support/feed.ts';
import {
  APPROVE,
  type Asker,
  anOperator,
  given,
  ingest,
  refusedAs,
  untilHeld,
  untilRun,
} from './operating.ts';

const LIST = `query ($workflow: Workflow!, $first: Int, $after: String) {
  workflowExecutions(workflow: $workflow, first: $first, after: $after) {
    executions { name status startedAt stoppedAt error cause runId } endCursor
  }
}`;

let operator: Asker;
beforeAll(async () => {
  operator = await anOperator();
});

const list = async (variables: object) =>
  given<WorkflowExecutionPage>(await operator(LIST, variables));

describe('the executions of the ingest', () => {
  it('ingest executions lead to the run that was read, and to the one that was decided on', async () => {
    const bad = announcedBook('値のない本', { 本体価格: 'abc' });
    const { id } = await ingest(operator, writeFeed([announcedBook('灯台と手紙'), bad]));
    await untilHeld(operator, id);
    await operator(APPROVE, { id });
    await untilRun(operator, id, 'MERGED');
    const { executions } = await list({ workflow: 'INGEST', first: 50 });
    const about = executions.filter(({ runId }) => runId === id).map(({ name }) => name);
    expect(about).toEqual([expect.stringMatching(/^decide-/), id]);
  });

  it('ingest executions show why one failed, and nothing of its input', async () => {
    const input = { profile: 'shinkan', key: 'incoming/none-of-this-name.csv' };
    const start =
      'mutation ($input: StartIngestRunInput!) { startIngestRun(input: $input) { id } }';
    const { id } = given(await operator(start, { input }));
    await untilRun(operator, id, 'REFUSED');
    // The workflow mails the operators before it ends, so the execution fails a little later.
    const seen = await eventually(`${id} to fail`, async () => {
      const { executions } = await list({ workflow: 'INGEST' });
      return executions.find(({ name, status }) => name === id && status === 'FAILED');
    });
    expect(seen).toMatchObject({ runId: id, error: 'IngestRefused', cause: expect.any(String) });
  });

  it('ingest executions come newest first, page by page, without repeats', async () => {
    const whole = await list({ workflow: 'INGEST', first: 4 });
    const one = await list({ workflow: 'INGEST', first: 2 });
    const two = await list({ workflow: 'INGEST', first: 2, after: one.endCursor });
    expect([...one.executions, ...two.executions].map(({ name }) => name)).toEqual(
      whole.executions.map(({ name }) => name),
    );
    const times = whole.executions.map(({ startedAt }) => startedAt);
    expect(times).toEqual(times.toSorted().toReversed());
  });
});

describe('the executions of the release workflow', () => {
  it('release executions have no run, and are listed separately', async () => {
    const ingests = await list({ workflow: 'INGEST', first: 1 });
    const { executions } = await list({ workflow: 'RELEASE', first: 5 });
    expect(executions.length).toBeGreaterThan(0);
    expect(executions.map(({ runId }) => runId)).toEqual(executions.map(() => null));
    const elsewhere = { workflow: 'RELEASE', after: ingests.endCursor };
    expect(refusedAs(await operator(LIST, elsewhere))).toBe('InvalidCursor');
  });
});

describe('runs of one state', () => {
  const ids = ['a', 'b', 'c'].map((letter) => `old-${Date.now()}-${letter}`);
  // Nobody can decide on runs without staged rows.
  afterAll(async () => {
    const database = openStackDatabase(testStack());
    for (const id of ids) await database.execute('delete from ingest_run where id = :id', { id });
  });

  it('runs of one state are all listed, however old, page by page', async () => {
    const database = openStackDatabase(testStack());
    for (const id of ids) {
      await database.execute(
        `insert into ingest_run (id, profile, file_key, state, started_at)
         values (:id, 'shinkan', 'old.csv', 'HELD', '2001-01-01')`,
        { id },
      );
    }
    const found: string[] = [];
    let after: string | null = null;
    do {
      const page: IngestRunPage = given(
        await operator(
          `query ($after: String) {
            ingestRuns(state: HELD, first: 2, after: $after) { runs { id state } endCursor }
          }`,
          { after },
        ),
      );
      expect(page.runs.map(({ state }) => state)).toEqual(page.runs.map(() => 'HELD'));
      found.push(...page.runs.map(({ id }) => id));
      after = page.endCursor ?? null;
    } while (after !== null);
    expect(found).toEqual([...new Set(found)]);
    expect(found.filter((id) => ids.includes(id))).toEqual(ids.toReversed());
  });
});
