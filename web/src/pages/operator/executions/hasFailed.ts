import type { WorkflowExecutionStatus } from '../../../generated/operatorDocuments.ts';

/** Whether an execution ended unsuccessfully. */
export const hasFailed = ({ status }: { status: WorkflowExecutionStatus }): boolean =>
  status !== 'SUCCEEDED' && status !== 'RUNNING';
