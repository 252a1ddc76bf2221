import { ExecutionAlreadyExists, SFNClient } from '@aws-sdk/client-sfn';
import { openExecutions } from '../../services/ingest/controlling/executions.ts';
import { type Decision, readDecisions } from '../../services/ingest/controlling/findDecision.ts';
import { EXIT } from '../cli/exitCodes.ts';
import { StopWithMessage } from '../cli/stopWithMessage.ts';
import { clientSettings, type Stack } from '../stack/stack.ts';
import { findRun, openIngest } from './findRun.ts';
import { type IngestOutcome, runWorkflow } from './runWorkflow.ts';

/**
 * Merges a held run exactly as it was staged, or discards it. The decision is named as the API names
 * decisions, so that the API can report it. There is never a second decision while one is under way.
 */
export async function decideOnRun(
  stack: Stack,
  run: string,
  decision: 'approve' | 'discard',
  by: string,
  onStart?: (run: string) => void,
): Promise<IngestOutcome> {
  const states = new SFNClient({ ...clientSettings, endpoint: stack.endpoints.states });
  const executions = openExecutions(states, stack.resources.ingestStateMachine);
  const { last, nextName } = await readDecisions(executions, run);
  states.destroy();
  // On a run that is no longer held, the workflow has the last word.
  const isOpen =
    last?.state === 'UNDER_WAY' && (await findRun(openIngest(stack), run)).state === 'HELD';
  if (isOpen) throw underWay(run, last);
  return runWorkflow(stack, run, nextName, { [decision]: run, by }, { onStart }).catch(
    (error: unknown) => {
      // Somebody else has decided at the same moment.
      throw error instanceof ExecutionAlreadyExists ? underWay(run, null) : error;
    },
  );
}

function underWay(run: string, decision: Decision | null): StopWithMessage {
  const { kind, by, at } = decision ?? {};
  const japanese = kind === 'DISCARD' ? '破棄' : kind === 'APPROVE' ? '承認' : '承認または破棄';
  return new StopWithMessage(
    `取り込み「${run}」はすでに${japanese}の処理中です${by ? `(${by}、${at})` : ''}。何も始めていません。経過: npx shinkan ingest show ${run} / A decision on ${run} is under way already${by ? `: ${kind} by ${by}, ${at}` : ''}. Nothing was started.`,
    EXIT.refused,
  );
}
