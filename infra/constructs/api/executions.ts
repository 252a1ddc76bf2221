import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { Grant } from 'aws-cdk-lib/aws-iam';
import type { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { acknowledge } from '../../acknowledge.ts';
import { Handler } from '../lib/handler.ts';
import type { Workflow } from '../lib/workflow.ts';

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
      entry: 'services/executions/executions.lambda.ts',
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
    const stack = Stack.of(this);
    const { role } = this.handler;
    workflow.grant(role, 'states:ListExecutions');
    const executions = stack.formatArn({
      service: 'states',
      resource: 'execution',
      resourceName: `${workflow.stateMachineName}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    Grant.addToPrincipal({
      grantee: role,
      actions: ['states:DescribeExecution'],
      resourceArns: [executions],
    });
    const name = `<${stack.getLogicalId(workflow.node.defaultChild as CfnStateMachine)}.Name>`;
    acknowledge(role, {
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:${name}:*]`,
      reason: 'An execution has a name of its own, whichever that is.',
    });
  }
}
