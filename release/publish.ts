import { readDatabaseAddress } from '../db/config.ts';
import { openDatabase } from '../db/database.ts';
import { readGraphqlAddress } from './config.ts';
import { publishEvents } from './publishEvents.ts';
import { signedGraphql } from './signedGraphql.ts';

const database = openDatabase(readDatabaseAddress());
const ask = signedGraphql(readGraphqlAddress());
const clock = () => new Date();

/** Step of both workflows: tells the open pages. Repeated while `remaining` is above zero. */
export async function handler(): Promise<{ published: number; remaining: number }> {
  return publishEvents({ database, ask, clock });
}
