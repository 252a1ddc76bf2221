import type { WorkflowExecutionStatus } from '../../../generated/operatorDocuments.ts';

/** Whether an execution ended in another way than it should. */
export const hasFailed = ({ status }: { status: WorkflowExecutionStatus }): boolean =>
  status !== 'SUCCEEDED' && status !== 'RUNNING';
