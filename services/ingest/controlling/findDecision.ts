import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readCause } from '../../lib/readCause.ts';
import type { Execution, Executions } from './executions.ts';

/** A pending or failed decision on a held run, as the schema's `IngestDecision`. */
export interface Decision {
  kind: 'APPROVE' | 'DISCARD';
  state: 'UNDER_WAY' | 'FAILED';
  /** A member's id. */
  by: string;
  /** ISO 8601, in UTC. */
  at: string;
  /** Null while it is being carried out. */
  reason: string | null;
}

const inputs = z.union([
  z.object({ approve: z.string(), by: z.string() }),
  z.object({ discard: z.string(), by: z.string() }),
]);

/** Returns the last decision on a run; null if there was none. */
export async function findDecision(
  executions: Executions,
  runId: string,
): Promise<Decision | null> {
  return (await readDecisions(executions, runId)).last;
}

/** Returns the last decision on a run, and the name for the execution of the next one. */
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

/**
 * Numbers the attempts, so that two clicks have the same name and a failed decision can be
 * repeated.
 */
function nameDecision(runId: string, attempt: number): string {
  // A run's id may be as long as an execution's name can be, which is 80 characters.
  return `decide-${createHash('sha256').update(runId).digest('hex').slice(0, 40)}-${attempt}`;
}

function toDecision(execution: Execution): Decision {
  const input = inputs.parse(JSON.parse(execution.input));
  return {
    kind: 'approve' in input ? 'APPROVE' : 'DISCARD',
    // If it succeeded but the run still appears held, the caller read the run a moment too early.
    state: execution.hasFailed ? 'FAILED' : 'UNDER_WAY',
    by: input.by,
    at: execution.startedAt.toISOString(),
    reason: execution.hasFailed ? (readCause(execution.cause) ?? execution.error) : null,
  };
}
