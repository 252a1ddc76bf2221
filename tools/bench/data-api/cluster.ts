import type { Cluster } from '../../../local/services/rds-data/clusters.ts';

/** Who asks, and for which database. */
export const target = {
  resourceArn: 'arn:bench:cluster',
  secretArn: 'arn:bench:secret',
  database: 'bench',
};

export const owner = { user: 'bench', password: 'bench' };

/** The one cluster of the bench, whose owner the secret lets in. */
export function clusterOn(socketPath: string): Cluster {
  const { resourceArn, secretArn } = target;
  return { resourceArn, httpEndpoint: true, socketPath, users: { [secretArn]: owner } };
}
