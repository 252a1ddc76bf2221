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

/**
 * Reads our own database's address from the environment. Throws an error that names a missing
 * variable.
 */
export function readDatabaseAddress(environment: NodeJS.ProcessEnv = process.env): DatabaseAddress {
  const read = own.parse(environment);
  return { clusterArn: read.CLUSTER_ARN, secretArn: read.SECRET_ARN, database: read.DATABASE_NAME };
}

/**
 * Reads the address of the shop's database, which is never written to. Throws an error that names a
 * missing variable.
 */
export function readShopAddress(environment: NodeJS.ProcessEnv = process.env): DatabaseAddress {
  const read = shop.parse(environment);
  return {
    clusterArn: read.SHOP_CLUSTER_ARN,
    secretArn: read.SHOP_SECRET_ARN,
    database: read.SHOP_DATABASE_NAME,
  };
}
