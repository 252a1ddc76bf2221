import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readCause } from '../../lib/readCause.ts';
import type { Execution, Executions } from './executions.ts';

/** What was decided on a held run and is not done, as the schema's `IngestDecision`. */
export interface Decision {
  kind: 'APPROVE' | 'DISCARD';
  state: 'UNDER_WAY' | 'FAILED';
  /** A member's id. */
  by: string;
  /** ISO 8601, in UTC. */
  at: string;
  /** Null while it is under way. */
  reason: string | null;
}

const inputs = z.union([
  z.object({ approve: z.string(), by: z.string() }),
  z.object({ discard: z.string(), by: z.string() }),
]);

/** The last decision on a run; null when there was none. */
export async function findDecision(
  executions: Executions,
  runId: string,
): Promise<Decision | null> {
  return (await readDecisions(executions, runId)).last;
}

/** The last decision on a run, and the name that the execution of the next one has. */
export async function readDecisions(
  executions: Executions,
  runId: string,
): Promise<{ last: Decision | null; nextName: string }> {
  let last: Execution | null = null;
  for (let attempt = 1; ; attempt += 1) {
    const nextName = nameDecision(runId, attempt);
    const found = await executions.find(nextName);
    if (found === null) return { last: last && toDecision(last), nextName };
    last = found;
  }
}

/** Attempts are counted, so that two clicks have one name and a decision that failed leaves the next. */
function nameDecision(runId: string, attempt: number): string {
  // A run's id may be as long as the name of an execution can be, which is 80 characters.
  return `decide-${createHash('sha256').update(runId).digest('hex').slice(0, 40)}-${attempt}`;
}

function toDecision(execution: Execution): Decision {
  const input = inputs.parse(JSON.parse(execution.input));
  return {
    kind: 'approve' in input ? 'APPROVE' : 'DISCARD',
    // Whoever still sees the run held when all has gone well has looked a moment too early.
    state: execution.hasFailed ? 'FAILED' : 'UNDER_WAY',
    by: input.by,
    at: execution.startedAt.toISOString(),
    reason: execution.hasFailed ? (readCause(execution.cause) ?? execution.error) : null,
  };
}
