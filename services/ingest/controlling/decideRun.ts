import type { Executions } from './executions.ts';
import { type Decision, readDecisions } from './findDecision.ts';
import type { DecisionOrder } from './order.ts';

/**
 * Starts the workflow with an operator's decision on a held run. If a decision is already being
 * carried out, returns that one, whoever made it and whatever it is: two never run at once.
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
  // Another operator decided at the same moment.
  const { last: other } = await readDecisions(executions, runId);
  if (other === null) throw new Error(`Execution ${nextName} exists but was not found`);
  return other;
}
