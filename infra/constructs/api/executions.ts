import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
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
    for (const workflow of [ingest, release]) {
      workflow.grant(this.handler.role, 'states:ListExecutions');
      workflow.grantDescribeExecutions(this.handler.role, {
        prefix: '',
        reason: 'An execution has a name of its own, whichever that is.',
      });
    }
  }
}
