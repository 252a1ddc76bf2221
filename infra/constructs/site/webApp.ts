import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import { acknowledge } from '../../acknowledge.ts';
import { LOG_RETENTION } from '../../logs.ts';
import type { Api } from '../api/api.ts';

const PROVIDER = 'Custom::CDKBucketDeployment';

const EMBED_KEPT = Duration.minutes(5);

export interface WebAppProps {
  bucket: Bucket;
  built: string;
  api: Api;
}

/**
 * Uploads the built app to the bucket, together with `config.json`, which holds this deployment's
 * addresses. Removes nothing: a page opened earlier may still load its old files. Returns what must
 * be deployed before a page.
 *
 * @throws if the app has not been built.
 */
export function deployWebApp(
  scope: Construct,
  { bucket, built, api }: WebAppProps,
): BucketDeployment {
  if (!existsSync(join(built, 'index.html')))
    throw new Error(`${built} holds no index.html; build the web app first: npx vite build web`);
  const common = {
    destinationBucket: bucket,
    prune: false,
    memoryLimit: 512,
    logGroup: new LogGroup(scope, 'DeploymentLog', {
      retention: LOG_RETENTION,
      removalPolicy: RemovalPolicy.DESTROY,
    }),
  };
  const config = {
    graphqlUrl: api.graphqlUrl,
    realtimeUrl: api.realtimeUrl,
    apiKey: api.apiKey,
  };
  const files = new BucketDeployment(scope, 'Files', {
    ...common,
    sources: [Source.asset(built, { exclude: ['*', '!assets', '!assets/**'] })],
    // The names contain a hash of the contents.
    cacheControl: [CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()],
  });
  const pages = new BucketDeployment(scope, 'Pages', {
    ...common,
    sources: [
      Source.asset(built, { exclude: ['assets', 'embed'] }),
      Source.jsonData('config.json', config),
    ],
    cacheControl: [CacheControl.noCache()],
  });
  new BucketDeployment(scope, 'Embed', {
    ...common,
    sources: [
      Source.asset(built, { exclude: ['*', '!embed', '!embed/**'] }),
      Source.jsonData('embed/config.json', config),
    ],
    // Pages of the shop load it by a fixed name: a new version reaches them within minutes.
    cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(EMBED_KEPT)],
  });
  // A page must not be published before the files it loads.
  pages.node.addDependency(files);
  acknowledgeDeployment(scope, bucket);
  return files;
}

// The library's one function for all deployments of a stack; neither its code nor its role is ours.
function acknowledgeDeployment(scope: Construct, bucket: Bucket): void {
  const stack = Stack.of(scope);
  const reason = "CDK's own function, which copies the built app into the site’s bucket.";
  const findings = [
    'AwsSolutions-L1',
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    ...['Abort*', 'DeleteObject*', 'GetBucket*', 'GetObject*', 'List*'].map(
      (action) => `AwsSolutions-IAM5[Action::s3:${action}]`,
    ),
    `AwsSolutions-IAM5[Resource::<${stack.getLogicalId(bucket.node.defaultChild as CfnBucket)}.Arn>/*]`,
    'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*]',
  ];
  const provider = stack.node.children.find(({ node }) => node.id.startsWith(PROVIDER));
  if (provider === undefined) throw new Error(`${stack.stackName} has no ${PROVIDER}…`);
  acknowledge(provider, ...findings.map((id) => ({ id, reason })));
}
