import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { describeFailure } from '../../services/ingest/controlling/describeFailure.ts';
import { openExecutions } from '../../services/ingest/controlling/executions.ts';
import { type Decision, readDecisions } from '../../services/ingest/controlling/findDecision.ts';
import { nameRun } from '../../services/ingest/controlling/nameRun.ts';
import { StopWithMessage } from '../cli/stopWithMessage.ts';
import { clientSettings, openStackDatabase, type Stack } from '../stack/stack.ts';
import { readRun } from './readRun.ts';

/** What became of one file. Counts are records; `reason` is null for a merged run. */
export interface IngestOutcome {
  run: string;
  state: 'MERGED' | 'HELD' | 'REFUSED' | 'DISCARDED' | 'FAILED';
  records: number;
  created: number;
  changed: number;
  unchanged: number;
  held: number;
  rejected: number;
  reason: string | null;
}

/** Puts a file into the feed bucket, runs the ingest workflow on it and waits for its end. */
export async function ingestFile(
  stack: Stack,
  file: string,
  options: {
    profile: string;
    encoding: string;
    /** Only tell what would happen. */
    dryRun?: boolean;
    onProgress?: (line: string) => void;
  },
): Promise<IngestOutcome> {
  const run = nameRun(options.profile, new Date());
  const key = `incoming/${run}/${basename(file)}`;
  const s3 = new S3Client({
    ...clientSettings,
    endpoint: stack.endpoints.s3,
    forcePathStyle: true,
  });
  await s3.send(
    new PutObjectCommand({
      Bucket: stack.resources.feedBucket,
      Key: key,
      Body: createReadStream(file),
      ContentLength: statSync(file).size,
    }),
  );
  s3.destroy();
  const input = {
    profile: options.profile,
    key,
    encoding: options.encoding,
    ...(options.dryRun ? { dryRun: true } : {}),
  };
  return runWorkflow(stack, run, run, input, options.onProgress);
}

/** Releases a held run: exactly what was staged is merged. */
export async function approveRun(stack: Stack, run: string, by: string): Promise<IngestOutcome> {
  return decide(stack, run, { approve: run, by });
}

/** Lets a held run go: nothing of it is merged. */
export async function discardRun(stack: Stack, run: string, by: string): Promise<IngestOutcome> {
  return decide(stack, run, { discard: run, by });
}

/**
 * Named as the API names decisions, which can tell of this one then. There is never a second decision
 * beside one that is under way.
 */
async function decide(stack: Stack, run: string, input: object): Promise<IngestOutcome> {
  const states = new SFNClient({ ...clientSettings, endpoint: stack.endpoints.states });
  const executions = openExecutions(states, stack.resources.ingestStateMachine);
  const { last, nextName } = await readDecisions(executions, run);
  states.destroy();
  // On a run that is held no more, the workflow has the last word.
  const isOpen = last?.state === 'UNDER_WAY' && (await readRun(stack, run)).row.state === 'HELD';
  if (isOpen) throw underWay(run, last);
  return runWorkflow(stack, run, nextName, input);
}

function underWay(run: string, decision: Decision | null): StopWithMessage {
  const { kind, by, at } = decision ?? {};
  const japanese = kind === 'DISCARD' ? '破棄' : kind === 'APPROVE' ? '承認' : '承認または破棄';
  return new StopWithMessage(
    `取り込み「${run}」はすでに${japanese}の処理中です${by ? `(${by}、${at})` : ''}。何も始めていません。経過: npm run ingest -- show ${run} / A decision on ${run} is under way already${by ? `: ${kind} by ${by}, ${at}` : ''}. Nothing was started.`,
    2,
  );
}

async function runWorkflow(
  stack: Stack,
  run: string,
  executionName: string,
  input: object,
  onProgress?: (line: string) => void,
): Promise<IngestOutcome> {
  const states = new SFNClient({ ...clientSettings, endpoint: stack.endpoints.states });
  const started = await states
    .send(
      new StartExecutionCommand({
        stateMachineArn: stack.resources.ingestStateMachine,
        name: executionName,
        input: JSON.stringify(input),
      }),
    )
    .catch((error: unknown) => {
      // Somebody else has decided in this moment; files have names of their own.
      if (error instanceof ExecutionAlreadyExists) throw underWay(run, null);
      throw error;
    });
  const begun = Date.now();
  for (let waited = 0; ; waited += 1) {
    const execution = await states.send(
      new DescribeExecutionCommand({ executionArn: started.executionArn }),
    );
    if (execution.status !== 'RUNNING') {
      states.destroy();
      const cause = describeFailure(execution);
      return readOutcome(stack, run, execution.status ?? 'FAILED', cause);
    }
    if (onProgress && waited > 0 && waited % 20 === 0) {
      onProgress(await describeProgress(stack, run, Date.now() - begun));
    }
    await sleep(100);
  }
}

const ENDS = ['MERGED', 'HELD', 'REFUSED', 'DISCARDED'] as const;

/** How far a run is: while it reads, with its rate and the time that is left; then what it does. */
async function describeProgress(stack: Stack, run: string, elapsed: number): Promise<string> {
  const [row] = await openStackDatabase(stack).query(
    `select state, record_count, rows_read, bytes_read, bytes_total
     from ingest_run where id = :run`,
    { run },
  );
  const seconds = Math.max(1, Math.round(elapsed / 1000));
  const read = Number(row?.rows_read ?? 0);
  if (row === undefined || row.state === 'STAGING') {
    const share = Number(row?.bytes_read ?? 0) / Math.max(1, Number(row?.bytes_total ?? 0));
    const rate = `${seconds} s, ${read} records read, ${Math.round(read / seconds)} a second`;
    if (share === 0) return `… ${rate}`;
    const left = Math.max(1, Math.round((seconds / share) * (1 - share)));
    return `… ${rate}; ${Math.round(share * 100)} %, about ${left} s of reading left`;
  }
  return `… ${seconds} s, all ${row.record_count} records read; comparing them with the catalogue`;
}

async function readOutcome(
  stack: Stack,
  run: string,
  status: string,
  cause: string | null,
): Promise<IngestOutcome> {
  const rows = await openStackDatabase(stack).query(
    `select state, reason, record_count, created_count, changed_count, unchanged_count,
       held_count, rejected_count from ingest_run where id = :run`,
    { run },
  );
  const row = rows[0];
  const recorded = row?.state;
  const state = ENDS.find((end) => end === recorded) ?? 'FAILED';
  return {
    run,
    // A run whose later steps failed has not done its work; a refusal is such a failure.
    state: state !== 'REFUSED' && status !== 'SUCCEEDED' ? 'FAILED' : state,
    records: Number(row?.record_count ?? 0),
    created: Number(row?.created_count ?? 0),
    changed: Number(row?.changed_count ?? 0),
    unchanged: Number(row?.unchanged_count ?? 0),
    held: Number(row?.held_count ?? 0),
    rejected: Number(row?.rejected_count ?? 0),
    // What made the workflow fail says more than why the run was held before.
    reason: status === 'SUCCEEDED' ? (text(row?.reason) ?? cause) : (cause ?? text(row?.reason)),
  };
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
