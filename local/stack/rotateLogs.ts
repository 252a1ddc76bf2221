import { existsSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTail } from '../lib/readTail.ts';

/** Bytes after which a log is put aside. */
const LONGEST_LOG = 10 * 1024 * 1024;

const EVERY_MS = 5_000;

/** Keeps the logs below `dir` from growing without end until the returned function is called. */
export function keepLogsShort(dir: string): () => void {
  putLongLogsAside(dir);
  const timer = setInterval(() => putLongLogsAside(dir), EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * Puts the newest part of every log that has grown long aside as `….old.log`, in place of what was there, and begins
 * the log anew. Its writers go on: each has the file open for appending.
 */
export function putLongLogsAside(dir: string, longest: number = LONGEST_LOG): void {
  const logs = join(dir, 'logs');
  if (!existsSync(logs)) return;
  for (const name of readdirSync(logs)) {
    if (!name.endsWith('.log') || name.endsWith('.old.log')) continue;
    const file = join(logs, name);
    if (statSync(file).size <= longest) continue;
    writeFileSync(file.replace(/log$/, 'old.log'), readTail(file, longest), { mode: 0o600 });
    truncateSync(file);
  }
}
