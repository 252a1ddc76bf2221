import { type Duration, Names, RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import {
  DefinitionBody,
  type IChainable,
  LogLevel,
  StateMachine,
  StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { acknowledge } from '../../acknowledge.ts';
import { LOG_RETENTION } from '../../logs.ts';

export interface WorkflowProps {
  definition: IChainable;
  /** After this an execution counts as failed. */
  timeout: Duration;
}

/** A state machine whose every step is logged and traced. */
export class Workflow extends StateMachine {
  constructor(scope: Construct, id: string, { definition, timeout }: WorkflowProps) {
    const log = new LogGroup(scope, `${id}Log`, {
      // All logs of all state machines share one policy of limited length, unless named like this.
      logGroupName: `/aws/vendedlogs/states/${Names.uniqueResourceName(scope, {})}`,
      retention: LOG_RETENTION,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    super(scope, id, {
      definitionBody: DefinitionBody.fromChainable(definition),
      stateMachineType: StateMachineType.STANDARD,
      timeout,
      logs: { destination: log, level: LogLevel.ALL, includeExecutionData: true },
      tracingEnabled: true,
    });
    acknowledge(this.role, {
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'Log delivery and X-Ray take no resource to name.',
    });
  }
}
