import type { DescribeExecutionOutput, ExecutionListItem } from '@aws-sdk/client-sfn';
import { cutText } from '../lib/cutText.ts';
import { readCause } from '../lib/readCause.ts';
import type { Question } from './question.ts';

/** Short enough for a table; the execution itself has the whole text. */
const MOST_CHARACTERS = 500;

/** An execution for operators, as the schema's `WorkflowExecution`: never its input or output. */
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

/** Converts an execution; `described` is null if it was not described. */
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

/** The run that is decided on; any other execution of the ingest has the name of its run. */
function runOf(name: string, input: string | undefined): string {
  // An execution started by hand may have any JSON as input, even `null`.
  const { approve, discard } = Object(readInput(input));
  const decided: unknown = approve ?? discard;
  return typeof decided === 'string' ? decided : name;
}

/** Null if it is not JSON: one unreadable execution must not hide the others. */
function readInput(input: string | undefined): unknown {
  try {
    return JSON.parse(input ?? '{}');
  } catch {
    return null;
  }
}
