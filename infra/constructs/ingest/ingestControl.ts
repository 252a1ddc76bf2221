import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { Grant } from 'aws-cdk-lib/aws-iam';
import type { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { acknowledge } from '../../acknowledge.ts';
import { Handler } from '../lib/handler.ts';
import type { Workflow } from '../lib/workflow.ts';
import type { FeedBucket } from './feedBucket.ts';

export interface IngestControlProps {
  /** The ingest workflow. */
  workflow: Workflow;
  feedBucket: FeedBucket;
}

/** What operators do with ingest runs through the API: it starts the workflow, and nothing else. */
export class IngestControl extends Construct {
  readonly handler: Handler;

  constructor(scope: Construct, id: string, { workflow, feedBucket }: IngestControlProps) {
    super(scope, id);
    this.handler = new Handler(this, 'IngestControl', {
      description: 'Starts the ingest workflow for operators, and tells how a decision went',
      entry: 'services/ingest/control.lambda.ts',
      environment: {
        STATE_MACHINE_ARN: workflow.stateMachineArn,
        FEED_BUCKET: feedBucket.bucketName,
      },
      // AppSync gives up on a request after 30 s.
      timeout: Duration.seconds(25),
    });
    workflow.grantStartExecution(this.handler);
    this.letSeeDecisions(workflow);
    feedBucket.grantUpload(this.handler.role);
  }

  // A decision that failed leaves no other trace. By name, so that nothing else can be looked at.
  private letSeeDecisions(workflow: Workflow): void {
    const stack = Stack.of(this);
    const { role } = this.handler;
    const decisions = stack.formatArn({
      service: 'states',
      resource: 'execution',
      resourceName: `${workflow.stateMachineName}:decide-*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    Grant.addToPrincipal({
      grantee: role,
      actions: ['states:DescribeExecution'],
      resourceArns: [decisions],
    });
    const name = `<${stack.getLogicalId(workflow.node.defaultChild as CfnStateMachine)}.Name>`;
    acknowledge(role, {
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:${name}:decide-*]`,
      reason: 'A decision has the name of its run, whichever that is.',
    });
  }
}
