import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Endpoints } from './endpoints.ts';
import type { Json } from './resource.ts';
import { shopClusterArn, shopOwner, shopSecretArn } from './sampleShop.ts';
import type { StackAddresses, StackOptions } from './stackOptions.ts';
import type { ResolvedTemplate } from './template.ts';

/** What `stack.json` says of a stack that runs. */
export function describeStack(
  template: ResolvedTemplate,
  endpoints: Endpoints,
  shop: { socketPath: string; database: string },
  { members = [], operator }: Pick<StackOptions, 'members' | 'operator'>,
): StackAddresses {
  const { rdsData, s3, ses, states, kms, lambda } = endpoints;
  return {
    web: endpoints.web,
    graphql: endpoints.graphql,
    realtime: endpoints.realtime,
    apiKey: output(template, 'ApiKey'),
    auth: `${endpoints.web}/auth`,
    inbox: endpoints.inbox,
    console: endpoints.console,
    endpoints: { rdsData, s3, ses, states, kms, lambda },
    members,
    ...(operator === undefined ? {} : { operator }),
    resources: {
      clusterArn: output(template, 'ClusterArn'),
      secretArn: output(template, 'SecretArn'),
      shopClusterArn,
      shopSecretArn,
      feedBucket: output(template, 'FeedBucketName'),
      ingestStateMachine: output(template, 'IngestStateMachineArn'),
      releaseStateMachine: output(template, 'ReleaseStateMachineArn'),
    },
    shop: { url: endpoints.shop, user: shopOwner, ...shop },
  };
}

/** Writes `stack.json`, which holds credentials and so is its owner's alone to read. */
export function writeStackFile(dir: string, addresses: StackAddresses): void {
  const file = join(dir, 'stack.json');
  writeFileSync(`${file}.new`, `${JSON.stringify(addresses, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function output({ outputs }: ResolvedTemplate, name: string): string {
  const values: Json[] = Object.values(outputs).flatMap((stack) => stack[name] ?? []);
  if (typeof values[0] === 'string') return values[0];
  throw new Error(`No stack of the assembly has an output named ${name}`);
}
