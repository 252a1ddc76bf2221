import { randomBytes } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { clientSettings, openStackDatabase, type Stack } from './stack.ts';

/** What became of one file. Counts are records; `reason` is null for a merged run. */
export interface IngestOutcome {
  run: string;
  state: 'MERGED' | 'HELD' | 'REFUSED' | 'FAILED';
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
  options: { profile: string; encoding: string; onProgress?: (line: string) => void },
): Promise<IngestOutcome> {
  const run = nameRun(options.profile);
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
  const input = { profile: options.profile, key, encoding: options.encoding };
  return runWorkflow(stack, run, run, input, options.onProgress);
}

/** Releases a held run: exactly what was staged is merged. */
export async function approveRun(stack: Stack, run: string, by: string): Promise<IngestOutcome> {
  return runWorkflow(stack, run, nameRun('approve'), { approve: run, by });
}

async function runWorkflow(
  stack: Stack,
  run: string,
  executionName: string,
  input: object,
  onProgress?: (line: string) => void,
): Promise<IngestOutcome> {
  const states = new SFNClient({ ...clientSettings, endpoint: stack.endpoints.states });
  const started = await states.send(
    new StartExecutionCommand({
      stateMachineArn: stack.resources.ingestStateMachine,
      name: executionName,
      input: JSON.stringify(input),
    }),
  );
  const begun = Date.now();
  for (let waited = 0; ; waited += 1) {
    const execution = await states.send(
      new DescribeExecutionCommand({ executionArn: started.executionArn }),
    );
    if (execution.status !== 'RUNNING') {
      states.destroy();
      const cause = execution.cause ?? execution.error ?? null;
      return readOutcome(stack, run, execution.status ?? 'FAILED', cause);
    }
    if (waited > 0 && waited % 20 === 0) {
      const records = await countRecords(stack, run);
      onProgress?.(`… ${Math.round((Date.now() - begun) / 1000)} s, ${records} records read`);
    }
    await sleep(100);
  }
}

async function countRecords(stack: Stack, run: string): Promise<number> {
  const rows = await openStackDatabase(stack).query(
    'select (select count(*) from ingest_stage where run_id = :run) + (select count(*) from ingest_reject where run_id = :run) as n',
    { run },
  );
  return Number(rows[0]?.n ?? 0);
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
  const state =
    recorded === 'MERGED' || recorded === 'HELD' || recorded === 'REFUSED' ? recorded : 'FAILED';
  return {
    run,
    // A run that merged but whose later steps failed has not done its work.
    state: state === 'MERGED' && status !== 'SUCCEEDED' ? 'FAILED' : state,
    records: Number(row?.record_count ?? 0),
    created: Number(row?.created_count ?? 0),
    changed: Number(row?.changed_count ?? 0),
    unchanged: Number(row?.unchanged_count ?? 0),
    held: Number(row?.held_count ?? 0),
    rejected: Number(row?.rejected_count ?? 0),
    reason: typeof row?.reason === 'string' ? row.reason : cause,
  };
}

function nameRun(prefix: string): string {
  const time = new Date().toISOString().replace(/[-:]/g, '').slice(0, 15);
  // The profile is what somebody typed; a run's id is plain ASCII, whatever that was.
  const plain = prefix
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 32);
  return `${plain}-${time}-${randomBytes(3).toString('hex')}`;
}
