import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from '../lib/cannotStart.ts';
import { tryLock } from '../lib/fileLock.ts';

/**
 * Makes `dir` this process's own until the returned function is called. Of two starts at once exactly
 * one gets it, and no killed stack leaves it behind.
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
    // It has the lock and has not yet said who it is.
    return 'unknown';
  }
}

/** The process whose directory this is; undefined if it is nobody's. */
export function findOwner(dir: string): number | undefined {
  const file = join(dir, 'stack.lock');
  if (!existsSync(file)) return undefined;
  const release = tryLock(file);
  if (release === undefined) return Number(readOwner(join(dir, 'stack.pid')));
  release();
  return undefined;
}
