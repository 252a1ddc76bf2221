import type { Database } from '../../db/database.ts';
import { log } from '../lib/log.ts';
import { askShop, TITLES_PER_QUESTION, type Title } from './askShop.ts';
import { readOpenTitles, readWatchedTitles } from './readTitles.ts';
import { recordOnSale } from './recordOnSale.ts';
import { recordWithdrawn } from './recordWithdrawn.ts';
import { isDoubtful } from './watch.ts';

export interface DetectPorts {
  database: Database;
  shop: Database;
  clock: () => Date;
}

/** The outcome of a check with the shop, in books. */
export interface Detected {
  /** Books that went on sale, now in the log. */
  onSale: number;
  /** Books that the shop no longer sells. */
  withdrawn: number;
  /** So many were missing that none of them was withdrawn. */
  isDoubted: boolean;
}

/**
 * Finds the books that the shop has begun to sell, and those of the last weeks that it no longer
 * sells, and records both.
 *
 * Asks for every title that is not on sale here, each time: a row may appear in the shop's master
 * late, with a time long past, so a "since the last run" would miss it.
 */
export async function detectOnSale(ports: DetectPorts): Promise<Detected> {
  const watched = await readWatchedTitles(ports.database);
  const gone: string[] = [];
  let onSale = 0;
  for await (const titles of inQuestions(watched, readOpenTitles(ports.database))) {
    onSale += await ask(ports, titles, gone);
  }
  const isDoubted = isDoubtful(gone.length, watched.length);
  if (isDoubted) {
    log.error('The shop lists so few of the books on sale that none is withdrawn', {
      watched: watched.length,
      gone: gone.length,
      isbns: gone.slice(0, 10),
    });
  }
  const withdrawn = isDoubted ? 0 : await takeBack(ports.database, gone);
  return { onSale, withdrawn, isDoubted };
}

/**
 * Groups titles into as many per question as one request can hold; most catalogues need one
 * question.
 */
async function* inQuestions(
  watched: string[],
  open: AsyncIterable<string[]>,
): AsyncGenerator<Title[]> {
  let titles: Title[] = watched.map((isbn) => ({ isbn, isWatched: true }));
  for await (const isbns of open) {
    titles.push(...isbns.map((isbn) => ({ isbn, isWatched: false })));
    if (titles.length < TITLES_PER_QUESTION) continue;
    yield titles.slice(0, TITLES_PER_QUESTION);
    titles = titles.slice(TITLES_PER_QUESTION);
  }
  if (titles.length > 0) yield titles;
}

/** Records what is sold at once and adds what is gone to `gone`; returns how many went on sale. */
async function ask(ports: DetectPorts, titles: Title[], gone: string[]): Promise<number> {
  const changes = await askShop(ports.shop, titles, ports.clock());
  let onSale = changes.sold.length > 0 ? await recordOnSale(ports.database, changes.sold) : 0;
  gone.push(...changes.gone);
  if (!changes.isCutShort) return onSale;

  // Halved, so that even if all were sold, each title is sent only a few times.
  const found = new Set([...changes.sold.map(({ isbn }) => isbn), ...changes.gone]);
  const rest = titles.filter(({ isbn }) => !found.has(isbn));
  const half = Math.ceil(rest.length / 2);
  for (const part of [rest.slice(0, half), rest.slice(half)]) {
    if (part.length > 0) onSale += await ask(ports, part, gone);
  }
  return onSale;
}

async function takeBack(database: Database, gone: string[]): Promise<number> {
  if (gone.length === 0) return 0;
  const withdrawn = await recordWithdrawn(database, gone);
  log.info('The shop no longer sells some books', { withdrawn, isbns: gone.slice(0, 100) });
  return withdrawn;
}
