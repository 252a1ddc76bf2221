import { createHash } from 'node:crypto';
import { constants, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { caches } from './caches.ts';
import { waitForLock } from './fileLock.ts';

/**
 * Returns the folder in the caches that `make` filled for this `content`, which must name
 * everything that its files depend on. Makes it if it is missing, one process at a time, and then
 * removes those that `make` filled for other contents. The signal ends the waiting.
 */
export async function cachedFolder(
  kind: string,
  content: unknown,
  make: (folder: string) => Promise<void>,
  signal?: AbortSignal,
): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
  const name = `${kind}-${hash}`;
  const folder = join(caches, name);
  if (existsSync(folder)) return folder;
  mkdirSync(caches, { recursive: true });
  const release = await waitForLock(join(caches, `${kind}.lock`), signal);
  try {
    if (existsSync(folder)) return folder;
    // Renamed when complete, so that an interrupted attempt is never taken for the result.
    const partial = join(caches, `${kind}.new`);
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { mode: 0o700 });
    await make(partial);
    for (const other of readdirSync(caches)) {
      if (other.startsWith(`${kind}-`)) rmSync(join(caches, other), { recursive: true });
    }
    renameSync(partial, folder);
    return folder;
  } finally {
    release();
  }
}

/** Copies a folder; an interrupted copy leaves nothing at `to`. */
export function copyFolder(from: string, to: string): void {
  const partial = `${to}.new`;
  rmSync(partial, { recursive: true, force: true });
  cpSync(from, partial, { recursive: true, mode: constants.COPYFILE_FICLONE });
  renameSync(partial, to);
}
