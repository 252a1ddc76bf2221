import type { DescribeExecutionOutput, ExecutionListItem } from '@aws-sdk/client-sfn';
import { cutText } from '../lib/cutText.ts';
import { readCause } from '../lib/readCause.ts';
import type { Question } from './question.ts';

/** Short enough to be read in a table; the execution itself has all of it. */
const MOST_CHARACTERS = 500;

/** An execution as operators see it, as the schema's `WorkflowExecution`: never what went in or out. */
export interface SeenExecution {
  name: string;
  status: string;
  startedAt: string;
  stoppedAt: string | null;
  error: string | null;
  cause: string | null;
  runId: string | null;
}

export type Described = Pick<DescribeExecutionOutput, 'input' | 'error' | 'cause'>;

/** What is told of an execution; `described` is null where nobody looked at it. */
export function toExecution(
  workflow: Question['workflow'],
  { name = '', status = 'RUNNING', startDate, stopDate }: ExecutionListItem,
  described: Described | null,
): SeenExecution {
  return {
    name,
    status,
    startedAt: (startDate ?? new Date(0)).toISOString(),
    stoppedAt: stopDate?.toISOString() ?? null,
    error: shorten(described?.error),
    cause: shorten(readCause(described?.cause)),
    runId: workflow === 'INGEST' ? runOf(name, described?.input) : null,
  };
}

function shorten(text: string | null | undefined): string | null {
  return text ? cutText(text, MOST_CHARACTERS) : null;
}

/** The run that is decided on; every other execution of the ingest is called as its run is. */
function runOf(name: string, input: string | undefined): string {
  // Whoever starts one by hand may give it any JSON, also `null`.
  const { approve, discard } = Object(readInput(input));
  const decided: unknown = approve ?? discard;
  return typeof decided === 'string' ? decided : name;
}

/** Null for what is no JSON: of one execution that cannot be read, all others are told all the same. */
function readInput(input: string | undefined): unknown {
  try {
    return JSON.parse(input ?? '{}');
  } catch {
    return null;
  }
}
