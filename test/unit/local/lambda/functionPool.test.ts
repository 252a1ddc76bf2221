import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createFunctionPool,
  type FunctionPool,
} from '../../../../local/services/lambda/functionPool.ts';
import { makeDirectory, type TestDirectory } from '../template/support.ts';

const code = `export const handler = async ({ wait }) => {
  await new Promise((resolve) => setTimeout(resolve, wait));
  return process.pid;
};`;

describe('the processes of a function', () => {
  let directory: TestDirectory;
  let pool: FunctionPool;
  beforeEach(() => {
    directory = makeDirectory();
    const home = join(directory.path, 'code');
    mkdirSync(home);
    writeFileSync(join(home, 'index.mjs'), code);
    const fn = {
      ...{ name: 'Fn', arn: 'arn:aws:lambda:::function:Fn', directory: home },
      ...{ handler: 'index.handler', runtime: 'nodejs24.x', environment: {} },
      ...{ timeoutSeconds: 10, memoryMegabytes: 128 },
    };
    const environment = { LAMBDA_TASK_ROOT: home, _HANDLER: fn.handler };
    pool = createFunctionPool(fn, environment, join(directory.path, 'Fn.log'), 100);
  });
  afterEach(() => {
    pool.stop();
    directory.remove();
  });
  const invoke = async (wait: number) => Number(await pool.invoke(JSON.stringify({ wait })));

  it('are given back after a busy moment, all but the last one', async () => {
    const pids = await Promise.all([invoke(100), invoke(100), invoke(100)]);
    expect(new Set(pids).size).toBe(3);
    await sleep(600);
    expect(pids.filter(isRunning).length).toBe(1);
    expect(pids).toContain(await invoke(0));
  });

  it('are eight at most, also for invocations that come at the same moment', async () => {
    const pids = await Promise.all(Array.from({ length: 12 }, () => invoke(50)));
    expect(new Set(pids).size).toBeLessThanOrEqual(8);
  });

  it('leave nobody waiting when the stack ends', async () => {
    const calls = Array.from({ length: 12 }, () => invoke(60_000));
    pool.stop();
    const results = await Promise.allSettled(calls);
    expect(results.every(({ status }) => status === 'rejected')).toBe(true);
  });
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    // It has ended.
    return false;
  }
}
