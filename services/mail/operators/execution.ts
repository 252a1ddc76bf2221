import { z } from 'zod';

const ENDS = ['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const;

// Milliseconds in events, ISO 8601 in a workflow's context.
const moment = z
  .union([z.number(), z.iso.datetime()])
  .nullish()
  .transform((at) => (at == null ? null : new Date(at)));

const event = z.object({
  detail: z.object({
    executionArn: z.string(),
    stateMachineArn: z.string(),
    name: z.string().min(1),
    status: z.enum(ENDS),
    startDate: moment,
    stopDate: moment,
    input: z.string().nullish(),
    error: z.string().nullish(),
    cause: z.string().nullish(),
  }),
});

const orders = z.object({
  approve: z.string().optional(),
  discard: z.string().optional(),
  key: z.string().optional(),
  profile: z.string().optional(),
  encoding: z.string().optional(),
  // The workflow tests only whether it is present.
  dryRun: z.unknown().optional(),
});

/**
 * An execution of the ingest workflow that has ended or is about to end; in the latter case
 * `endedAt` is null.
 */
export interface EndedExecution {
  arn: string;
  stateMachineArn: string;
  name: string;
  status: (typeof ENDS)[number];
  startedAt: Date | null;
  endedAt: Date | null;
  error: string | null;
  cause: string | null;
  /** The run of the execution: its own, or the one that an operator decided on. */
  runId: string;
  /**
   * The file that the execution was started with, and how to read it; null if it was started for an
   * existing run.
   */
  fileKey: string | null;
  profile: string | null;
  encoding: string | null;
  /** Whether it should only preview a merge. */
  isDryRun: boolean;
}

/**
 * Parses EventBridge's `Step Functions Execution Status Change` of an execution that has ended, or
 * the same form sent by the workflow just before its end; throws a ZodError for any other event.
 * `detail` has the form of DescribeExecution ("EventBridge events for Step Functions"); `input` is
 * absent if it is large.
 */
export function readExecution(received: unknown): EndedExecution {
  const { detail } = event.parse(received);
  const { approve, discard, key, profile, encoding, dryRun } = readInput(detail.input);
  return {
    arn: detail.executionArn,
    stateMachineArn: detail.stateMachineArn,
    name: detail.name,
    status: detail.status,
    startedAt: detail.startDate,
    endedAt: detail.stopDate,
    error: detail.error ?? null,
    cause: detail.cause ?? null,
    runId: approve ?? discard ?? detail.name,
    fileKey: key ?? null,
    profile: profile ?? null,
    encoding: encoding ?? null,
    isDryRun: dryRun !== undefined,
  };
}

/** A failure is reported whatever input the workflow was started with. */
function readInput(text: string | null | undefined): z.infer<typeof orders> {
  try {
    return orders.parse(JSON.parse(text ?? '{}'));
  } catch {
    return {};
  }
}
