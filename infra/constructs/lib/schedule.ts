import { Duration } from 'aws-cdk-lib';
import { Schedule, type ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Construct } from 'constructs';
import type { Workflow } from './workflow.ts';

export interface ScheduleProps {
  workflow: Workflow;
  expression: ScheduleExpression;
  /** The input of every execution. */
  input: Record<string, unknown>;
}

/** Starts a workflow on a schedule. */
export function schedule(scope: Construct, id: string, props: ScheduleProps): void {
  new Schedule(scope, id, {
    schedule: props.expression,
    target: new StepFunctionsStartExecution(props.workflow, {
      input: ScheduleTargetInput.fromObject(props.input),
      // A late start is worth less than the next one.
      maxEventAge: Duration.minutes(5),
      retryAttempts: 5,
    }),
  });
}
