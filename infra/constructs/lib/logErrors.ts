import { RemovalPolicy } from 'aws-cdk-lib';
import type { CfnGraphQLApi, GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { acknowledge } from '../../acknowledge.ts';
import { LOG_RETENTION } from '../../logs.ts';

/**
 * Logs resolver errors, without arguments and headers, which may identify members.
 *
 * The construct's own `logConfig` would add one of CDK's functions to set the retention; creating
 * the group that AppSync writes to avoids that.
 */
export function logErrors(scope: Construct, api: GraphqlApi): void {
  const group = new LogGroup(scope, 'Log', {
    logGroupName: `/aws/appsync/apis/${api.apiId}`,
    retention: LOG_RETENTION,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = new Role(scope, 'LogRole', {
    assumedBy: new ServicePrincipal('appsync.amazonaws.com'),
    description: 'Lets the API write its log',
  });
  group.grantWrite(role);
  const resource = api.node.defaultChild as CfnGraphQLApi;
  resource.logConfig = {
    cloudWatchLogsRoleArn: role.roleArn,
    fieldLogLevel: 'ERROR',
    excludeVerboseContent: true,
  };
  acknowledge(api, {
    id: 'AwsSolutions-ASC3',
    reason: 'Full request logs would record what members look for.',
  });
}
