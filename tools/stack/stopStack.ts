import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findOwner } from '../../local/stack/lockDirectory.ts';
import { say } from '../cli/output.ts';
import { StopWithMessage } from '../cli/stopWithMessage.ts';

/** A database that shuts down flushes its memory for up to a minute. */
const PATIENCE_MS = 90_000;

/** Stops the stack whose state is in this directory and waits until it has ended. */
export async function stopStack(dir: string): Promise<void> {
  const owner = findOwner(resolve(dir));
  if (owner === undefined) return say(`No stack is running in ${dir}.`);
  if (Number.isNaN(owner)) throw new StopWithMessage('The stack is just starting; try again.');
  process.kill(owner, 'SIGTERM');
  const deadline = Date.now() + PATIENCE_MS;
  while (isAlive(owner)) {
    if (Date.now() > deadline) {
      throw new StopWithMessage(`The stack (process ${owner}) is still running after 90 seconds.`);
    }
    await pause(100);
  }
  say(`Stopped the stack in ${dir}.`);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
