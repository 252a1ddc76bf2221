import { existsSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTail } from '../lib/readTail.ts';

/** The size in bytes above which a log is rotated. */
const LONGEST_LOG = 10 * 1024 * 1024;

const EVERY_MS = 5_000;

/** Rotates the logs in `dir` until the returned function is called. */
export function keepLogsShort(dir: string): () => void {
  putLongLogsAside(dir);
  const timer = setInterval(() => putLongLogsAside(dir), EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * Copies the newest part of every long log to `….old.log`, replacing the previous copy, and
 * truncates the log. Its writers continue: each has the file open for appending.
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
