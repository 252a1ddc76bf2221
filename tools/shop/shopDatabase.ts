import { arn } from '../../local/lib/aws.ts';

/** The sample shop's database, in a cluster of its own beside Shinkan's. */
export const shopDatabase = {
  clusterArn: arn('rds', 'cluster:sample-shop'),
  database: 'shop',
  owner: 'shop',
  reader: {
    user: 'shop_reader',
    secretArn: arn('secretsmanager', 'secret:sample-shop-reader-Sh0pRd'),
    mayRead: ['shop_member', 'shop_book'],
  },
};

/** Tells the template where the shop's database is. */
export const shopParameters = {
  ShopClusterArn: shopDatabase.clusterArn,
  ShopSecretArn: shopDatabase.reader.secretArn,
  ShopDatabaseName: shopDatabase.database,
};
