import { readDatabaseAddress, readShopAddress } from '../../db/config.ts';
import { openDatabase } from '../../db/database.ts';
import { log } from '../lib/log.ts';
import { countMetric } from './countMetric.ts';
import { countWork, type Work } from './countWork.ts';
import { type Detected, detectOnSale } from './detectOnSale.ts';
import { openShop } from './openShop.ts';
import { ShopUnanswered } from './ShopUnanswered.ts';

const database = openDatabase(readDatabaseAddress());
const shop = openShop(readShopAddress());
const clock = () => new Date();

/**
 * First step of the release workflow: finds what has gone on sale and whether there is anything to
 * do.
 */
export async function handler(): Promise<Work & Detected & { work: boolean }> {
  const detected = await detectOnSale({ database, shop, clock }).catch((error: unknown) => {
    if (error instanceof ShopUnanswered) countMetric('ShopUnanswered');
    throw error;
  });
  if (detected.isDoubted) countMetric('WithdrawalsDoubted');
  const waiting = await countWork(database, clock());
  const work = Object.values(waiting).some((count) => count > 0);
  if (work) log.info('There is work', { ...detected, ...waiting });
  return { ...detected, ...waiting, work };
}
