import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';

// Keeps the locks reachable: a garbage-collected lock would be released.
const held = new Set<DatabaseSync>();

/**
 * Locks a file that serves no other purpose and returns the function that releases the lock;
 * returns undefined while this or another process holds it. The operating system holds the lock,
 * through SQLite, and releases it however the process ends.
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

/** Locks a file as `tryLock` does, as soon as no process holds it. `onWait` is called at most once. */
export async function waitForLock(
  file: string,
  signal?: AbortSignal,
  onWait = () => {},
): Promise<() => void> {
  let release = tryLock(file);
  if (release === undefined) onWait();
  while (release === undefined) {
    await pause(50, undefined, signal && { signal });
    release = tryLock(file);
  }
  return release;
}
