import { findOutput, readOutput } from '../../local/stack/describeStack.ts';
import type { RunningParts } from '../../local/stack/stackOptions.ts';
import { shopDatabase } from '../shop/shopDatabase.ts';
import { type Stack, stackSchema } from './stack.ts';

/** Returns the contents of `stack.json`: every address and credential of the running stack. */
export function describeShinkan(
  { template, endpoints, keys, socketPath }: RunningParts,
  people: Pick<Stack, 'members' | 'operator'>,
): Stack {
  const { rdsData, s3, ses, states, kms, lambda } = endpoints;
  const partner = findOutput(template, 'PartnerRoleArn');
  const output = (name: string) => readOutput(template, name);
  return stackSchema.parse({
    web: endpoints.web,
    graphql: endpoints.graphql,
    realtime: endpoints.realtime,
    apiKey: output('ApiKey'),
    auth: `${endpoints.web}/auth`,
    inbox: endpoints.inbox,
    console: endpoints.console,
    endpoints: { rdsData, s3, ses, states, kms, lambda },
    ...people,
    roles: {
      publisher: keys.ofRole(output('PublisherRoleArn')),
      // A stack may have no partners.
      ...(partner !== undefined && { partner: keys.ofRole(partner) }),
    },
    resources: {
      clusterArn: output('ClusterArn'),
      secretArn: output('SecretArn'),
      shopClusterArn: shopDatabase.clusterArn,
      shopSecretArn: shopDatabase.reader.secretArn,
      feedBucket: output('FeedBucketName'),
      ingestStateMachine: output('IngestStateMachineArn'),
      releaseStateMachine: output('ReleaseStateMachineArn'),
    },
    shop: {
      url: endpoints.beside,
      user: shopDatabase.owner,
      socketPath,
      database: shopDatabase.database,
    },
  });
}
