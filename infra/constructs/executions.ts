import { Duration, Stack } from 'aws-cdk-lib';
import type { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { Handler } from './handler.ts';
import type { Workflow } from './workflow.ts';

export interface ExecutionsProps {
  ingest: Workflow;
  release: Workflow;
}

/** What operators see of the two workflows through the API: it looks, and can do nothing. */
export class Executions extends Construct {
  readonly handler: Handler;

  constructor(scope: Construct, id: string, { ingest, release }: ExecutionsProps) {
    super(scope, id);
    this.handler = new Handler(this, 'Executions', {
      description: 'Tells operators how the executions of the two workflows went',
      entry: 'api/executions.ts',
      environment: {
        INGEST_STATE_MACHINE_ARN: ingest.stateMachineArn,
        RELEASE_STATE_MACHINE_ARN: release.stateMachineArn,
      },
      // AppSync gives up on a request after 30 s.
      timeout: Duration.seconds(25),
    });
    for (const workflow of [ingest, release]) this.letLookAt(workflow);
  }

  private letLookAt(workflow: Workflow): void {
    workflow.grant(this.handler, 'states:ListExecutions');
    workflow.grantExecution(this.handler, 'states:DescribeExecution');
    const stack = Stack.of(this);
    const name = `<${stack.getLogicalId(workflow.node.defaultChild as CfnStateMachine)}.Name>`;
    acknowledge(this.handler.role, {
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:${name}:*]`,
      reason: 'An execution has a name of its own, whichever that is.',
    });
  }
}
