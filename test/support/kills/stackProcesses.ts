import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findEngine } from '../../../local/services/database/engine.ts';
import { homeOf } from '../../../local/services/database/startDatabaseServer.ts';

/** A process in which a function of a running stack works, or waits for work. */
export interface FunctionOnPid {
  pid: number;
  /** The function's name, which ends with that of its construct and a hash. */
  name: string;
}

/** The functions that the stack of this process runs, each in its own processes. */
export function findFunctions(stack: number): FunctionOnPid[] {
  // With the environment of each, in either system's syntax.
  const everything = process.platform === 'darwin' ? '-axEww' : 'axeww';
  const { stdout } = spawnSync('ps', [everything, '-o', 'pid=,ppid=,command='], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent] = /^\s*(\d+)\s+(\d+)\s/.exec(line) ?? [];
    const [, name] = /\sAWS_LAMBDA_FUNCTION_NAME=(\S+)/.exec(line) ?? [];
    return Number(parent) === stack && name !== undefined ? [{ pid: Number(pid), name }] : [];
  });
}

/** The database server of the stack in `dir`; null if none was started. */
export function findDatabase(dir: string): number | null {
  const file = join(homeOf(dir, findEngine().name), 'server.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : null;
}

/** Sends SIGKILL; returns whether there was something to kill. */
export function killHard(pid: number): boolean {
  try {
    process.kill(pid, 'SIGKILL');
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}
