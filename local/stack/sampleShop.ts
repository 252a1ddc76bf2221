import { randomBytes } from 'node:crypto';
import { arn } from '../lib/aws.ts';
import { prepareOwnDatabase, prepareReader } from '../services/mariadb/prepareDatabases.ts';
import type { Mariadb } from '../services/mariadb/startMariadb.ts';
import type { Cluster } from '../services/rds-data/clusters.ts';
import type { SecretStore } from '../services/secretsmanager/secretStore.ts';
import type { StackOptions } from './stackOptions.ts';

/** The shop's cluster, which stands beside ours and is not in the template. */
export const shopClusterArn = arn('rds', 'cluster:sample-shop');
/** The secret of the user who may read the shop's two views. */
export const shopSecretArn = arn('secretsmanager', 'secret:sample-shop-reader-Sh0pRd');
/** Whom the shop's own application is known as; it has no password, the socket is private. */
export const shopOwner = 'shop';

/** What we ask of the shop. */
const views = ['shop_member', 'shop_book'];

/** Makes the shop's database with its owner and our reader, and gives its cluster for the Data API. */
export async function openSampleShop(
  mariadb: Mariadb,
  database: string,
  secrets: SecretStore,
  { prepareShop, log }: Pick<StackOptions, 'prepareShop' | 'log'>,
): Promise<Cluster> {
  const newPassword = () => randomBytes(24).toString('base64url');
  const { socketPath } = mariadb;
  const reader = { user: 'shop_reader', password: secrets.keep(shopSecretArn, newPassword) };
  const root = await mariadb.connectAsRoot();
  try {
    await prepareOwnDatabase(root, database, { user: shopOwner, password: '' });
    await prepareShop?.({ socketPath, user: shopOwner, database });
    const missing = await prepareReader(root, database, reader, views);
    if (missing.length > 0)
      log(`The shop has no ${missing.join(' and no ')}: nothing to read there`);
  } finally {
    await root.end();
  }
  return {
    resourceArn: shopClusterArn,
    httpEndpoint: true,
    socketPath,
    users: { [shopSecretArn]: reader },
  };
}
