import { setTimeout as sleep } from 'node:timers/promises';
import {
  DescribeExecutionCommand,
  type DescribeExecutionCommandOutput as Execution,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { IngestRun } from '../../client/src/operateIngest.ts';
import { readCause } from '../../services/lib/readCause.ts';
import { clientSettings, type Stack } from '../stack/stack.ts';
import { describeProgress } from './describeProgress.ts';
import { openIngest } from './findRun.ts';

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

/** Callbacks while a run is in progress. */
export interface Watch {
  /** Told of the run when it starts. */
  onStart?: ((run: string) => void) | undefined;
  onProgress?: ((line: string) => void) | undefined;
}

/** Starts an execution of the ingest workflow and waits for its end. */
export async function runWorkflow(
  stack: Stack,
  run: string,
  executionName: string,
  input: object,
  { onStart, onProgress }: Watch = {},
): Promise<IngestOutcome> {
  const ingest = openIngest(stack);
  const states = new SFNClient({ ...clientSettings, endpoint: stack.endpoints.states });
  onStart?.(run);
  const { executionArn } = await states.send(
    new StartExecutionCommand({
      stateMachineArn: stack.resources.ingestStateMachine,
      name: executionName,
      input: JSON.stringify(input),
    }),
  );
  const begun = Date.now();
  for (let waited = 0; ; waited += 1) {
    const execution = await states.send(new DescribeExecutionCommand({ executionArn }));
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

const ENDS = ['MERGED', 'HELD', 'REFUSED', 'DISCARDED'] as const;

/** The figures of a run that did not begin to read. */
const NOTHING = { records: 0, created: 0, changed: 0, unchanged: 0, held: 0, rejected: 0 };

function toOutcome(
  id: string,
  run: IngestRun | null,
  { status, error, cause }: Execution,
): IngestOutcome {
  const { records, created, changed, unchanged, held, rejected } = run ?? NOTHING;
  const state = ENDS.find((end) => end === run?.state) ?? 'FAILED';
  const hasSucceeded = status === 'SUCCEEDED';
  const failure = readCause(cause) ?? error ?? null;
  const recorded = run?.reason ?? null;
  return {
    run: id,
    // A run whose later steps failed has not done its work; a refusal is such a failure.
    state: state !== 'REFUSED' && !hasSucceeded ? 'FAILED' : state,
    ...{ records, created, changed, unchanged, held, rejected },
    // What made the workflow fail says more than why the run was held before.
    reason: hasSucceeded ? (recorded ?? failure) : (failure ?? recorded),
  };
}
