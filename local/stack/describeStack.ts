import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Endpoints } from '../lib/endpoints.ts';
import type { Json } from '../lib/resource.ts';
import type { Keys } from '../services/iam/accessKeys.ts';
import { shopClusterArn, shopOwner, shopSecretArn } from './sampleShop.ts';
import type { StackAddresses, StackOptions } from './stackOptions.ts';
import type { ResolvedTemplate } from './template.ts';

/** What is known of a stack once it runs. */
export interface RunningParts {
  endpoints: Endpoints;
  keys: Keys;
  shop: { socketPath: string; database: string };
}

/** What `stack.json` says of a stack that runs. */
export function describeStack(
  template: ResolvedTemplate,
  { endpoints, keys, shop }: RunningParts,
  { members = [], operator }: Pick<StackOptions, 'members' | 'operator'>,
): StackAddresses {
  const { rdsData, s3, ses, states, kms, lambda } = endpoints;
  const partner = findOutput(template, 'PartnerRoleArn');
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
    roles: {
      publisher: keys.ofRole(output(template, 'PublisherRoleArn')),
      // There may be no partners.
      ...(partner !== undefined && { partner: keys.ofRole(partner) }),
    },
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

function output(template: ResolvedTemplate, name: string): string {
  const value = findOutput(template, name);
  if (value !== undefined) return value;
  throw new Error(`No stack of the assembly has an output named ${name}`);
}

function findOutput({ outputs }: ResolvedTemplate, name: string): string | undefined {
  const [value]: Json[] = Object.values(outputs).flatMap((stack) => stack[name] ?? []);
  return typeof value === 'string' ? value : undefined;
}
