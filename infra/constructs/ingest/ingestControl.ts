import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { Handler } from '../lib/handler.ts';
import type { Workflow } from '../lib/workflow.ts';
import type { FeedBucket } from './feedBucket.ts';

export interface IngestControlProps {
  /** The ingest workflow. */
  workflow: Workflow;
  feedBucket: FeedBucket;
}

/**
 * What operators can do with ingest runs through the API: it starts the workflow, and nothing else.
 */
export class IngestControl extends Construct {
  readonly handler: Handler;

  constructor(scope: Construct, id: string, { workflow, feedBucket }: IngestControlProps) {
    super(scope, id);
    this.handler = new Handler(this, 'IngestControl', {
      description: 'Starts the ingest workflow for operators and reports the outcome of a decision',
      entry: 'services/ingest/control.lambda.ts',
      environment: {
        STATE_MACHINE_ARN: workflow.stateMachineArn,
        FEED_BUCKET: feedBucket.bucketName,
      },
      // AppSync times out after 30 s.
      timeout: Duration.seconds(25),
    });
    workflow.grantStartExecution(this.handler);
    // A failed decision leaves no other trace.
    workflow.grantDescribeExecutions(this.handler.role, {
      prefix: 'decide-',
      reason: 'A decision is named after its run, which is not known in advance.',
    });
    feedBucket.grantUpload(this.handler.role);
  }
}
