import { z } from 'zod';

const ENDS = ['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const;

const moment = z
  .number()
  .nullish()
  .transform((milliseconds) => (milliseconds == null ? null : new Date(milliseconds)));

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
});

/** An execution of the ingest workflow that has ended. */
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
}

/**
 * Reads EventBridge's `Step Functions Execution Status Change` of an execution that has ended; any
 * other event is a ZodError. Its `detail` is what DescribeExecution gives ("EventBridge events for
 * Step Functions"); `input` is left out when it is large.
 */
export function readExecution(received: unknown): EndedExecution {
  const { detail } = event.parse(received);
  const { approve, discard, key, profile, encoding } = readInput(detail.input);
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
