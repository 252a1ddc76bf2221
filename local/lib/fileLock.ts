import { DatabaseSync } from 'node:sqlite';

// A lock that nothing refers to is collected, and let go with it.
const held = new Set<DatabaseSync>();

/**
 * Locks a file that is made for nothing else and gives what lets go of it; undefined while another holds it, in this
 * process or any other. The operating system keeps the lock, through SQLite, and lets go of it when the process ends in
 * whatever way.
 */
export function tryLock(file: string): (() => void) | undefined {
  const lock = new DatabaseSync(file);
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    const SQLITE_BUSY = 5;
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined;
    throw error;
  }
  held.add(lock);
  return () => {
    held.delete(lock);
    lock.close();
  };
}
