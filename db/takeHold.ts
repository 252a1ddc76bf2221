import type { Database } from './database.ts';

/** Work that is in the hand of one process. */
export interface Hold {
  /** Leaves the work to the next. */
  letGo(): Promise<void>;
}

export interface HoldPorts {
  database: Database;
  clock: () => Date;
  /** A new identifier each time, of 36 characters at most. */
  ids: () => string;
}

const TAKE = `
  update hold set token = :token, until_at = :until where name = :name and until_at <= :now`;

const HOLDER = `select token from hold where name = :name`;

const LET_GO = `update hold set until_at = :now where name = :name and token = :token`;

/**
 * Takes work for so many milliseconds, or gives null when another process has it. It keeps processes
 * from crowding, and is no lock: who is slower than it said may meet the next one.
 *
 * @param name one that table `hold` knows: `publish`, or `send/0` to `send/15`
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
  // Asked for, not counted: when the answer is lost, the client asks again and is told that nothing
  // was changed.
  const [holder] = await database.query<{ token: string }>(HOLDER, { name });
  if (holder === undefined) throw new Error(`The table hold does not know ${name}`);
  if (holder.token !== token) return null;
  return {
    async letGo() {
      await database.execute(LET_GO, { name, token, now: clock() });
    },
  };
}
