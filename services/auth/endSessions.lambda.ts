import { readDatabaseAddress, readShopAddress } from '../../db/config.ts';
import { openDatabase } from '../../db/database.ts';
import { readGraphqlAddress } from '../lib/api/config.ts';
import { signedGraphql } from '../lib/api/signedGraphql.ts';
import { log } from '../lib/log.ts';
import { readOriginSecret } from './config.ts';
import { markSecret, passwordMarks } from './passwordMark.ts';
import { type Review, reviewSessions } from './reviewSessions.ts';

const ports = {
  database: openDatabase(readDatabaseAddress()),
  shop: openDatabase(readShopAddress()),
  marks: passwordMarks(markSecret(readOriginSecret())),
  ask: signedGraphql(readGraphqlAddress()),
  now: () => new Date(),
};

/**
 * Every minute: ends sessions that the shop has revoked and closes the live connections of ended
 * ones.
 */
export async function handler(): Promise<Review> {
  const review = await reviewSessions(ports);
  if (review.ended > 0 || review.disconnected > 0) log.info('Sessions ended', { ...review });
  return review;
}
