import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  DescribeExecutionCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll } from 'vitest';
import { clientSettings } from '../../../tools/stack/stack.ts';
import { eventually } from '../eventually.ts';
import { keepTables, rowsOf } from './keepTables.ts';
import { type RunningIngest, startIngest } from './startIngest.ts';

/** How an execution of the ingest workflow ended; its name is the run's id. */
export interface Ended {
  run: string;
  status: string;
  error: string | undefined;
}

let named = 0;

/** An ingest workflow private to one test file; its database is empty at the start of the file. */
export function anIngestWorld(): () => IngestWorld {
  let world: IngestWorld | undefined;
  beforeAll(async () => {
    world = ingestWorld(await startIngest());
  });
  afterAll(() => world?.leave());
  return () => {
    if (!world) throw new Error('The world is not there yet');
    return world;
  };
}

/** The vocabulary of the kill tests for a running ingest. */
function ingestWorld(running: RunningIngest) {
  const { stack } = running;
  const s3 = new S3Client({
    ...clientSettings,
    endpoint: stack.endpoints.s3,
    forcePathStyle: true,
  });
  const states = new SFNClient({ ...clientSettings, endpoint: stack.endpoints.states });
  const arnOf = (run: string) =>
    `${stack.resources.ingestStateMachine.replace(':stateMachine:', ':execution:')}:${run}`;

  /** Starts an execution; returns its name. */
  async function begin(input: object): Promise<string> {
    named += 1;
    const run = `run-${String(named).padStart(4, '0')}`;
    await states.send(
      new StartExecutionCommand({
        stateMachineArn: stack.resources.ingestStateMachine,
        name: run,
        input: JSON.stringify(input),
      }),
    );
    return run;
  }

  async function end(run: string): Promise<Ended> {
    return eventually(
      `the end of ${run}`,
      async () => {
        const command = new DescribeExecutionCommand({ executionArn: arnOf(run) });
        const { status = '', error } = await states.send(command);
        return status === 'RUNNING' ? null : { run, status, error };
      },
      { within: 120_000 },
    );
  }

  return {
    ...running,
    tables: keepTables(running.server.sql),
    begin,
    end,
    /** The rows of a query, run directly in the database. */
    rows: (query: string, values?: unknown[]) => rowsOf(running.server.sql(), query, values),

    /** Puts the partner's file into the bucket; returns the input of an execution that reads it. */
    async put(
      content: string | Uint8Array,
      name = 'shinkan_20270106_full_001.csv',
      profile = 'shinkan',
    ) {
      const Key = `incoming/${name}`;
      await s3.send(
        new PutObjectCommand({ Bucket: stack.resources.feedBucket, Key, Body: content }),
      );
      return { profile, key: Key, encoding: '' };
    },

    /** Runs an execution from start to end. */
    run: async (input: object) => end(await begin(input)),

    /** Stops an execution as an operator does. */
    async stopExecution(run: string): Promise<void> {
      await states.send(new StopExecutionCommand({ executionArn: arnOf(run) }));
    },

    async leave(): Promise<void> {
      s3.destroy();
      states.destroy();
      await running.stop();
    },
  };
}

export type IngestWorld = ReturnType<typeof ingestWorld>;
