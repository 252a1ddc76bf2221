import { z } from 'zod';
import type { DatabaseAddress } from './database.ts';

const own = z.object({
  CLUSTER_ARN: z.string().min(1),
  SECRET_ARN: z.string().min(1),
  DATABASE_NAME: z.string().min(1),
});

const shop = z.object({
  SHOP_CLUSTER_ARN: z.string().min(1),
  SHOP_SECRET_ARN: z.string().min(1),
  SHOP_DATABASE_NAME: z.string().min(1),
});

/** Our own database, from the environment. A missing variable is an error that names it. */
export function readDatabaseAddress(environment: NodeJS.ProcessEnv = process.env): DatabaseAddress {
  const read = own.parse(environment);
  return { clusterArn: read.CLUSTER_ARN, secretArn: read.SECRET_ARN, database: read.DATABASE_NAME };
}

/** The shop's database, which is only ever read. A missing variable is an error that names it. */
export function readShopAddress(environment: NodeJS.ProcessEnv = process.env): DatabaseAddress {
  const read = shop.parse(environment);
  return {
    clusterArn: read.SHOP_CLUSTER_ARN,
    secretArn: read.SHOP_SECRET_ARN,
    database: read.SHOP_DATABASE_NAME,
  };
}
