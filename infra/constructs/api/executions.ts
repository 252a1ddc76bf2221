import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { Handler } from '../lib/handler.ts';
import type { Workflow } from '../lib/workflow.ts';

export interface ExecutionsProps {
  ingest: Workflow;
  release: Workflow;
}

/** Shows operators the executions of the two workflows through the API, read-only. */
export class Executions extends Construct {
  readonly handler: Handler;

  constructor(scope: Construct, id: string, { ingest, release }: ExecutionsProps) {
    super(scope, id);
    this.handler = new Handler(this, 'Executions', {
      description: 'Reports the executions of the two workflows to operators',
      entry: 'services/executions/executions.lambda.ts',
      environment: {
        INGEST_STATE_MACHINE_ARN: ingest.stateMachineArn,
        RELEASE_STATE_MACHINE_ARN: release.stateMachineArn,
      },
      // AppSync times out after 30 s.
      timeout: Duration.seconds(25),
    });
    for (const workflow of [ingest, release]) {
      workflow.grant(this.handler.role, 'states:ListExecutions');
      workflow.grantDescribeExecutions(this.handler.role, {
        prefix: '',
        reason: 'Every execution has its own name, which is not known in advance.',
      });
    }
  }
}
