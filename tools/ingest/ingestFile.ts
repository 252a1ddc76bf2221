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
import type { IngestRun } from '../../client/src/operateIngest.ts';
import { openExecutions } from '../../services/ingest/controlling/executions.ts';
import { type Decision, readDecisions } from '../../services/ingest/controlling/findDecision.ts';
import { nameRun } from '../../services/ingest/controlling/nameRun.ts';
import { readCause } from '../../services/lib/readCause.ts';
import { EXIT } from '../cli/exitCodes.ts';
import { StopWithMessage } from '../cli/stopWithMessage.ts';
import { clientSettings, type Stack } from '../stack/stack.ts';
import { findRun, openIngest } from './findRun.ts';

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

/** Whom to tell while a run is under way. */
interface Watch {
  /** Told of the run when it starts. */
  onStart?: ((run: string) => void) | undefined;
  onProgress?: ((line: string) => void) | undefined;
}

/** Puts a file into the feed bucket, runs the ingest workflow on it and waits for its end. */
export async function ingestFile(
  stack: Stack,
  file: string,
  options: {
    profile: string;
    encoding: string;
    /** Only report what would happen. */
    dryRun?: boolean;
  } & Watch,
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
  return runWorkflow(stack, run, run, input, options);
}

/**
 * Merges a held run exactly as it was staged, or discards it. The decision is named as the API names
 * decisions, so that the API can report it. There is never a second decision while one is under way.
 */
export async function decideOnRun(
  stack: Stack,
  run: string,
  decision: 'approve' | 'discard',
  by: string,
  onStart?: (run: string) => void,
): Promise<IngestOutcome> {
  const states = new SFNClient({ ...clientSettings, endpoint: stack.endpoints.states });
  const executions = openExecutions(states, stack.resources.ingestStateMachine);
  const { last, nextName } = await readDecisions(executions, run);
  states.destroy();
  // On a run that is no longer held, the workflow has the last word.
  const isOpen =
    last?.state === 'UNDER_WAY' && (await findRun(openIngest(stack), run)).state === 'HELD';
  if (isOpen) throw underWay(run, last);
  return runWorkflow(stack, run, nextName, { [decision]: run, by }, { onStart });
}

function underWay(run: string, decision: Decision | null): StopWithMessage {
  const { kind, by, at } = decision ?? {};
  const japanese = kind === 'DISCARD' ? '破棄' : kind === 'APPROVE' ? '承認' : '承認または破棄';
  return new StopWithMessage(
    `取り込み「${run}」はすでに${japanese}の処理中です${by ? `(${by}、${at})` : ''}。何も始めていません。経過: npx shinkan ingest show ${run} / A decision on ${run} is under way already${by ? `: ${kind} by ${by}, ${at}` : ''}. Nothing was started.`,
    EXIT.refused,
  );
}

async function runWorkflow(
  stack: Stack,
  run: string,
  executionName: string,
  input: object,
  { onStart, onProgress }: Watch = {},
): Promise<IngestOutcome> {
  const ingest = openIngest(stack);
  const states = new SFNClient({ ...clientSettings, endpoint: stack.endpoints.states });
  onStart?.(run);
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
      return toOutcome(run, await ingest.run(run), execution);
    }
    if (onProgress && waited > 0 && waited % 20 === 0) {
      onProgress(describeProgress(await ingest.run(run), Date.now() - begun));
    }
    await sleep(100);
  }
}

/** How far a run is: while it reads, with its rate and the time that is left; then what it does. */
function describeProgress(run: IngestRun | null, elapsed: number): string {
  const seconds = Math.max(1, Math.round(elapsed / 1000));
  if (run !== null && run.state !== 'STAGING') {
    return `… ${seconds} s, all ${run.records} records read; comparing them with the catalogue`;
  }
  const { rowsRead = 0, bytesRead = 0, bytesTotal } = run?.progress ?? {};
  const share = bytesRead / Math.max(1, bytesTotal ?? 0);
  const rate = `${seconds} s, ${rowsRead} records read, ${Math.round(rowsRead / seconds)} a second`;
  if (share === 0) return `… ${rate}`;
  const left = Math.max(1, Math.round((seconds / share) * (1 - share)));
  return `… ${rate}; ${Math.round(share * 100)} %, about ${left} s of reading left`;
}

const ENDS = ['MERGED', 'HELD', 'REFUSED', 'DISCARDED'] as const;

function toOutcome(
  id: string,
  run: IngestRun | null,
  execution: {
    status?: string | undefined;
    error?: string | undefined;
    cause?: string | undefined;
  },
): IngestOutcome {
  const {
    records = 0,
    created = 0,
    changed = 0,
    unchanged = 0,
    held = 0,
    rejected = 0,
  } = run ?? {};
  const state = ENDS.find((end) => end === run?.state) ?? 'FAILED';
  const hasSucceeded = execution.status === 'SUCCEEDED';
  const cause = readCause(execution.cause) ?? execution.error ?? null;
  const recorded = run?.reason ?? null;
  return {
    run: id,
    // A run whose later steps failed has not done its work; a refusal is such a failure.
    state: state !== 'REFUSED' && !hasSucceeded ? 'FAILED' : state,
    ...{ records, created, changed, unchanged, held, rejected },
    // What made the workflow fail says more than why the run was held before.
    reason: hasSucceeded ? (recorded ?? cause) : (cause ?? recorded),
  };
}
