import type { Cluster } from '../../../local/services/rds-data/clusters.ts';

/** The caller and the database. */
export const target = {
  resourceArn: 'arn:bench:cluster',
  secretArn: 'arn:bench:secret',
  database: 'bench',
};

export const owner = { user: 'bench', password: 'bench' };

/** The bench's only cluster; the secret is its owner's. */
export function clusterOn(socketPath: string): Cluster {
  const { resourceArn, secretArn } = target;
  return { resourceArn, httpEndpoint: true, socketPath, users: { [secretArn]: owner } };
}
