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

// A crashed publisher's hold expires after this; one that takes longer, since the API is slow,
// overlaps with the next publisher.
const LONGEST_RUN_MS = 30_000;

/**
 * Step of both workflows: publishes events to open pages. Repeated while `remaining` is above zero.
 * If another run is publishing, returns nothing left to do, since pages would receive the same
 * events again.
 */
export async function handler(): Promise<{ published: number; remaining: number }> {
  const held = await takeHold({ database, clock, ids: randomUUID }, 'publish', LONGEST_RUN_MS);
  if (held === null) return { published: 0, remaining: 0 };
  try {
    return await publishEvents({ database, ask, clock });
  } finally {
    await held
      .letGo()
      .catch((error: unknown) =>
        log.warn('Could not release the publishing hold; it will expire', { error }),
      );
  }
}
