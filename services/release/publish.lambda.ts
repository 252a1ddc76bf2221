import { randomUUID } from 'node:crypto';
import { readDatabaseAddress } from '../../db/config.ts';
import { openDatabase } from '../../db/database.ts';
import { takeHold } from '../../db/takeHold.ts';
import { readGraphqlAddress } from '../lib/api/config.ts';
import { signedGraphql } from '../lib/api/signedGraphql.ts';
import { log } from '../lib/log.ts';
import { publishEvents } from './publishEvents.ts';

const database = openDatabase(readDatabaseAddress());
const ask = signedGraphql(readGraphqlAddress());
const clock = () => new Date();

// Who died lets go after this; who takes longer, since the API is slow, meets the next publisher.
const LONGEST_RUN_MS = 30_000;

/**
 * Step of both workflows: tells the open pages. Repeated while `remaining` is above zero. Where
 * another run is at it, nothing is left to do: pages would be told the same again.
 */
export async function handler(): Promise<{ published: number; remaining: number }> {
  const held = await takeHold({ database, clock, ids: randomUUID }, 'publish', LONGEST_RUN_MS);
  if (held === null) return { published: 0, remaining: 0 };
  try {
    return await publishEvents({ database, ask, clock });
  } finally {
    await held.letGo().catch((error: unknown) => log.warn('Publishing is let go later', { error }));
  }
}
