import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CannotStart } from './cannotStart.ts';

/**
 * Makes `dir` this process's own until the returned function is called. The operating system holds the lock, through
 * SQLite, and lets go of it when the process ends in whatever way: of two starts at once exactly one gets it, and no
 * killed stack leaves it behind.
 */
export function lockDirectory(dir: string): () => void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const owner = join(dir, 'stack.pid');
  const release = tryLock(join(dir, 'stack.lock'));
  if (release === undefined) {
    throw new CannotStart(
      `Another stack (process ${readOwner(owner)}) uses ${dir}. Stop it, or keep this one's state elsewhere with --dir PATH.`,
    );
  }
  writeFileSync(owner, `${process.pid}\n`, { mode: 0o600 });
  return () => {
    rmSync(owner, { force: true });
    release();
  };
}

// A lock that nothing refers to is collected, and let go with it.
const held = new Set<DatabaseSync>();

/** Locks a file that is made for nothing else; undefined while another holds it. */
function tryLock(file: string): (() => void) | undefined {
  const lock = new DatabaseSync(file);
  try {
    lock.exec('begin exclusive');
    held.add(lock);
    return () => {
      held.delete(lock);
      lock.close();
    };
  } catch (error) {
    lock.close();
    const SQLITE_BUSY = 5;
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined;
    throw error;
  }
}

function readOwner(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim() || 'unknown';
  } catch {
    // It has the lock and has not yet said who it is.
    return 'unknown';
  }
}
