import { z } from 'zod';

const ENDS = ['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const;

// In events milliseconds, in the context of a workflow ISO 8601.
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
  // The workflow asks whether it is there, not what it is.
  dryRun: z.unknown().optional(),
});

/** An execution of the ingest workflow that has ended, or is about to: then `endedAt` is null. */
export interface EndedExecution {
  arn: string;
  stateMachineArn: string;
  name: string;
  status: (typeof ENDS)[number];
  startedAt: Date | null;
  endedAt: Date | null;
  error: string | null;
  cause: string | null;
  /** The run that it was about: its own, or the one that an operator decided on. */
  runId: string;
  /** The file that it was started with, and how it was to be read; null when it was about a run that is there already. */
  fileKey: string | null;
  profile: string | null;
  encoding: string | null;
  /** Whether it was only to tell what a merge would do. */
  isDryRun: boolean;
}

/**
 * Reads EventBridge's `Step Functions Execution Status Change` of an execution that has ended, or what
 * the workflow says in the same form just before its end; any other event is a ZodError. `detail` is
 * what DescribeExecution gives ("EventBridge events for Step Functions"); `input` is left out when it
 * is large.
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

/** Whatever somebody started the workflow with, a failure of it is to be told. */
function readInput(text: string | null | undefined): z.infer<typeof orders> {
  try {
    return orders.parse(JSON.parse(text ?? '{}'));
  } catch {
    return {};
  }
}
