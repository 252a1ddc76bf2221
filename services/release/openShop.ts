import { RDSDataClient } from '@aws-sdk/client-rds-data';
import { type Database, type DatabaseAddress, openDatabase } from '../../db/database.ts';

// A question for 50,000 titles is answered within a second or two. A shop that is silent for ten is
// considered down; events and mails that are due are waiting for this step.
const PATIENCE_MS = 10_000;

/** The shop's database, given up after two attempts of ten seconds each. */
export function openShop(address: DatabaseAddress, patience = PATIENCE_MS): Database {
  const client = new RDSDataClient({
    maxAttempts: 2,
    requestHandler: {
      connectionTimeout: 3_000,
      requestTimeout: patience,
      throwOnRequestTimeout: true,
    },
  });
  return openDatabase(address, client);
}
