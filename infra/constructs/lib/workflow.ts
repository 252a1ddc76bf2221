import { ArnFormat, type Duration, Names, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Grant, type IRole } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import {
  type CfnStateMachine,
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
  /** After this an execution fails. */
  timeout: Duration;
}

/** A state machine that logs and traces every step. */
export class Workflow extends StateMachine {
  constructor(scope: Construct, id: string, { definition, timeout }: WorkflowProps) {
    const log = new LogGroup(scope, `${id}Log`, {
      // All state machines' log groups share one resource policy of limited length, unless named
      // like this.
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
      reason: 'Log delivery and X-Ray accept no resource to name.',
    });
  }

  /** Lets a role describe executions whose names begin with this prefix, and no others. */
  grantDescribeExecutions(
    role: IRole,
    { prefix, reason }: { prefix: string; reason: string },
  ): void {
    const stack = Stack.of(role);
    const executions = stack.formatArn({
      service: 'states',
      resource: 'execution',
      resourceName: `${this.stateMachineName}:${prefix}*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    Grant.addToPrincipal({
      grantee: role,
      actions: ['states:DescribeExecution'],
      resourceArns: [executions],
    });
    const name = `<${stack.getLogicalId(this.node.defaultChild as CfnStateMachine)}.Name>`;
    acknowledge(role, {
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:${name}:${prefix}*]`,
      reason,
    });
  }
}
