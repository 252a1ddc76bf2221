import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection, RowDataPacket } from 'mysql2/promise';

// InnoDB shows its state as of the last look unless that was more than 100 ms ago.
const BETWEEN_LOOKS_MS = 120;

/**
 * Waits until this work has ended or a statement with this text waits for a lock that another
 * transaction holds; returns whether one does. `root` is the administrator of the database.
 */
export async function waitsForLock(
  work: Promise<unknown>,
  root: Connection,
  text = '',
): Promise<boolean> {
  let hasEnded = false;
  const end = () => {
    hasEnded = true;
  };
  work.then(end, end);
  while (!hasEnded) {
    const [waiting] = await root.query<RowDataPacket[]>(
      `select 1 from information_schema.innodb_trx
       where trx_state = 'LOCK WAIT' and trx_query like concat('%', ?, '%')`,
      [text],
    );
    if (waiting.length > 0) return true;
    await sleep(BETWEEN_LOOKS_MS);
  }
  return false;
}
