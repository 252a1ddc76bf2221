import { type Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Trigger } from 'aws-cdk-lib/triggers';
import type { Construct } from 'constructs';
import { acknowledge } from '../../acknowledge.ts';
import { LOG_RETENTION } from '../../logs.ts';
import type { Handler } from './handler.ts';

export interface OnDeploymentProps {
  handler: Handler;
  /** What must exist before the function runs. */
  after: Construct;
  /** How long the deployment waits for the function. */
  timeout: Duration;
}

/**
 * Runs a function in every deployment that changes it. If the function fails, so does the
 * deployment.
 */
export function onDeployment(scope: Construct, id: string, props: OnDeploymentProps): void {
  const { handler, after, timeout } = props;
  new Trigger(scope, id, { handler, timeout, executeAfter: [after, handler] });
  keepProviderLog(Stack.of(scope));
}

const PROVIDER = 'AWSCDK.TriggerCustomResourceProviderCustomResourceProvider';

// The library creates one function per stack that runs the others, and its log never expires.
function keepProviderLog(stack: Stack): void {
  if (stack.node.tryFindChild('TriggerLog') !== undefined) return;
  const log = new LogGroup(stack, 'TriggerLog', {
    retention: LOG_RETENTION,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const provider = stack.node.findChild(PROVIDER);
  // A plain resource of the type AWS::Lambda::Function: the library has no class for it.
  const resource = provider.node.findChild('Handler') as CfnFunction;
  resource.addPropertyOverride('LoggingConfig', { LogGroup: log.logGroupName });
  acknowledge(provider, {
    id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    reason: "The role of CDK's own trigger function, which only writes its log and invokes ours.",
  });
}
