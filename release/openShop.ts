import { RDSDataClient } from '@aws-sdk/client-rds-data';
import { type Database, type DatabaseAddress, openDatabase } from '../db/database.ts';

// A question for 50,000 titles is answered within a second or two. A shop that says nothing for ten
// is away; events and mails that are due already wait for this step.
const PATIENCE = { connectionTimeout: 3_000, requestTimeout: 10_000, throwOnRequestTimeout: true };

/** The shop's database, which is given up after two attempts of ten seconds. */
export function openShop(address: DatabaseAddress): Database {
  return openDatabase(address, new RDSDataClient({ maxAttempts: 2, requestHandler: PATIENCE }));
}
