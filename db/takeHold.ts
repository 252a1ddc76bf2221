import type { Database } from './database.ts';

/** A hold on work, owned by one process. */
export interface Hold {
  /** Releases the hold. */
  letGo(): Promise<void>;
}

export interface HoldPorts {
  database: Database;
  clock: () => Date;
  /** Returns a new identifier of at most 36 characters on each call. */
  ids: () => string;
}

const TAKE = `
  update hold set token = :token, until_at = :until where name = :name and until_at <= :now`;

const HOLDER = `select token from hold where name = :name`;

const LET_GO = `update hold set until_at = :now where name = :name and token = :token`;

/**
 * Takes a hold for this many milliseconds; null if another process has it. Prevents crowding but is
 * not a lock: a process that takes longer may overlap with the next one.
 *
 * @param name one that table `hold` has: `publish`, or `send/0` to `send/15`
 */
export async function takeHold(
  { database, clock, ids }: HoldPorts,
  name: string,
  milliseconds: number,
): Promise<Hold | null> {
  const token = ids();
  const now = clock();
  const until = new Date(now.getTime() + milliseconds);
  await database.execute(TAKE, { name, token, now, until });
  // Reads the holder instead of counting rows: when an answer is lost, the client repeats the
  // statement and is told that nothing changed.
  const [holder] = await database.query<{ token: string }>(HOLDER, { name });
  if (holder === undefined) throw new Error(`Table hold has no row ${name}`);
  if (holder.token !== token) return null;
  return {
    async letGo() {
      await database.execute(LET_GO, { name, token, now: clock() });
    },
  };
}
