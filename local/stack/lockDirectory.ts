import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from '../lib/cannotStart.ts';
import { tryLock } from '../lib/fileLock.ts';

/**
 * Locks `dir` for this process until the returned function is called. Of two concurrent starts
 * exactly one gets the lock, and a killed stack releases it.
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

function readOwner(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim() || 'unknown';
  } catch {
    // It has the lock but has not yet written its process id.
    return 'unknown';
  }
}

/** Returns the id of the process that holds the directory; undefined if none does. */
export function findOwner(dir: string): number | undefined {
  const file = join(dir, 'stack.lock');
  if (!existsSync(file)) return undefined;
  const release = tryLock(file);
  if (release === undefined) return Number(readOwner(join(dir, 'stack.pid')));
  release();
  return undefined;
}
