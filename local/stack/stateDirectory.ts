import { once } from 'node:events';
import { cpSync, createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that a stack stores; other files in the directory are not ours to remove. */
const kept = [
  'alarms.json',
  'assembly',
  'executions.jsonl',
  'kms',
  'logs',
  'mails.jsonl',
  'mariadb',
  'metrics.json',
  'mysql',
  's3',
  'secrets.json',
  'ses',
  'stack.json',
];

/**
 * Removes the state of earlier runs if `fresh`; always removes the description of a stack that no
 * longer runs.
 */
export function clearState(dir: string, fresh: boolean): void {
  for (const name of fresh ? kept : ['stack.json']) {
    rmSync(join(dir, name), { recursive: true, force: true });
  }
}

/**
 * Copies the cloud assembly so that it can be synthesized again while the stack runs. Leaves out
 * zip files: they contain AWS programs that nothing here runs.
 */
export function copyAssembly(assembly: string, dir: string): string {
  const copy = join(dir, 'assembly');
  rmSync(copy, { recursive: true, force: true });
  cpSync(assembly, copy, { recursive: true, filter: (source) => !source.endsWith('.zip') });
  return copy;
}

/** Opens `<dir>/logs/stack.log` for the services' messages. */
export function openLog(dir: string): { log: (line: string) => void; close: () => Promise<void> } {
  mkdirSync(join(dir, 'logs'), { recursive: true, mode: 0o700 });
  const stream = createWriteStream(join(dir, 'logs', 'stack.log'), { flags: 'a', mode: 0o600 });
  return {
    log: (line) => {
      // A service that stops late can no longer log.
      if (!stream.writableEnded) stream.write(`${new Date().toISOString()} ${line}\n`);
    },
    close: async () => {
      stream.end();
      await once(stream, 'close');
    },
  };
}
