import type { Executions } from './executions.ts';
import { type Decision, readDecisions } from './findDecision.ts';
import type { DecisionOrder } from './order.ts';

/**
 * Starts the workflow on what an operator decided about a held run. Where a decision is under way
 * already that one is given, whoever took it and whatever it is: there is never a second beside it.
 */
export async function decideRun(executions: Executions, order: DecisionOrder): Promise<Decision> {
  const { runId, order: kind, by } = order;
  const { last, nextName } = await readDecisions(executions, runId);
  if (last?.state === 'UNDER_WAY') return last;
  const input = kind === 'APPROVE' ? { approve: runId, by } : { discard: runId, by };
  const startedAt = await executions.start(nextName, input);
  if (startedAt !== null) {
    return { kind, state: 'UNDER_WAY', by, at: startedAt.toISOString(), reason: null };
  }
  // Somebody else has decided in this moment.
  const { last: other } = await readDecisions(executions, runId);
  if (other === null) throw new Error(`The execution ${nextName} exists, and is not found`);
  return other;
}
