import { useTranslations } from 'use-intl/react';
import type { WorkflowExecutionStatus } from '../../../generated/operatorDocuments.ts';
import { State } from '../runs/RunState.tsx';

/** The state of an execution, in words. */
export function ExecutionState({ status }: { status: WorkflowExecutionStatus }) {
  const t = useTranslations('operator.executionState');
  const tone = status === 'SUCCEEDED' ? 'good' : status === 'RUNNING' ? 'soft' : 'care';
  return <State tone={tone} word={t(status)} />;
}
