import { once } from 'node:events';
import {
  cpSync,
  createWriteStream,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';

/** All that a stack keeps; other files in the directory are not ours to remove. */
const kept = [
  'assembly',
  'executions.jsonl',
  'kms',
  'logs',
  'mails.jsonl',
  'mariadb',
  's3',
  'secrets.json',
  'ses',
  'stack.json',
];

/** Removes the state of earlier runs when `fresh`; what was said of a stack that no longer runs, always. */
export function clearState(dir: string, fresh: boolean): void {
  for (const name of fresh ? kept : ['stack.json']) {
    rmSync(join(dir, name), { recursive: true, force: true });
  }
}

/**
 * Copies the cloud assembly, so that it can be synthesized anew while the stack runs. Zip files stay
 * behind: they hold programs of AWS that nothing here runs.
 */
export function copyAssembly(assembly: string, dir: string): string {
  const copy = join(dir, 'assembly');
  rmSync(copy, { recursive: true, force: true });
  cpSync(assembly, copy, { recursive: true, filter: (source) => !source.endsWith('.zip') });
  return copy;
}

/** A log that is longer at a start is put aside as `….old.log`; the one put aside before goes. */
const LONGEST_LOG = 10 * 1024 * 1024;

/** Begins anew every log that has grown long. Called before anything writes to one. */
export function putLongLogsAside(dir: string, longest: number = LONGEST_LOG): void {
  const logs = join(dir, 'logs');
  mkdirSync(logs, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(logs)) {
    if (!name.endsWith('.log') || name.endsWith('.old.log')) continue;
    const file = join(logs, name);
    if (statSync(file).size > longest) renameSync(file, file.replace(/log$/, 'old.log'));
  }
}

/** What the services have to say goes to `<dir>/logs/stack.log`. */
export function openLog(dir: string): { log: (line: string) => void; close: () => Promise<void> } {
  putLongLogsAside(dir);
  const stream = createWriteStream(join(dir, 'logs', 'stack.log'), { flags: 'a', mode: 0o600 });
  return {
    log: (line) => {
      // A service that ends late has nobody left to tell.
      if (!stream.writableEnded) stream.write(`${new Date().toISOString()} ${line}\n`);
    },
    close: async () => {
      stream.end();
      await once(stream, 'close');
    },
  };
}
