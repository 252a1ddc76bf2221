import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFunctionPool, type FunctionPool } from '../../services/lambda/functionPool.ts';
import { makeDirectory, type TestDirectory } from '../template/support.ts';

const PATIENT = { timeout: 20_000 };

const code = `export const handler = async ({ wait }) => {
  await new Promise((resolve) => setTimeout(resolve, wait));
  return process.pid;
};`;

let directory: TestDirectory;
let pool: FunctionPool;
beforeEach(() => {
  directory = makeDirectory();
});
afterEach(() => {
  pool.stop();
  directory.remove();
});

function start(code: string, timeoutSeconds = 10): FunctionPool {
  const home = join(directory.path, 'code');
  mkdirSync(home);
  writeFileSync(join(home, 'index.mjs'), code);
  const fn = {
    ...{ name: 'Fn', arn: 'arn:aws:lambda:::function:Fn', directory: home },
    ...{ handler: 'index.handler', runtime: 'nodejs24.x', environment: {} },
    ...{ timeoutSeconds, memoryMegabytes: 128 },
  };
  const environment = { LAMBDA_TASK_ROOT: home, _HANDLER: fn.handler };
  const bounds = { idleMilliseconds: 100, initSeconds: 1 };
  pool = createFunctionPool(fn, environment, join(directory.path, 'Fn.log'), bounds);
  return pool;
}

describe('the processes of a function', () => {
  beforeEach(() => {
    start(code);
  });
  const invoke = async (wait: number) => Number(await pool.invoke(JSON.stringify({ wait })));

  it('all processes but the last are released after a busy moment', async () => {
    const pids = await Promise.all([invoke(100), invoke(100), invoke(100)]);
    expect(new Set(pids).size).toBe(3);
    await vi.waitUntil(() => pids.filter(isRunning).length === 1, PATIENT);
    expect(pids).toContain(await invoke(0));
  });

  it('at most eight processes run, even for simultaneous invocations', async () => {
    const pids = await Promise.all(Array.from({ length: 12 }, () => invoke(50)));
    expect(new Set(pids).size).toBeLessThanOrEqual(8);
  });

  it('no invocation keeps waiting when the stack ends', async () => {
    const calls = Array.from({ length: 12 }, () => invoke(60_000));
    pool.stop();
    const results = await Promise.allSettled(calls);
    expect(results.every(({ status }) => status === 'rejected')).toBe(true);
  });
});

describe('a function whose static code exceeds the init phase', () => {
  const loads = (waits: string) => `import { appendFileSync, readFileSync } from 'node:fs';
    appendFileSync('loads', '.');
    const count = readFileSync('loads', 'utf8').length;
    await new Promise((resolve) => setTimeout(resolve, ${waits}));
    export const handler = async (event, context) => [count, context.getRemainingTimeInMillis()];`;

  it('slow static code is loaded again within the time of the invocation', async () => {
    start(loads('count === 1 ? 60_000 : 1_500'));
    const [count, left] = JSON.parse(await pool.invoke('{}'));
    expect(count).toBe(2);
    expect(left).toBeLessThanOrEqual(8_500);
    expect(readFileSync(join(directory.path, 'Fn.log'), 'utf8')).toContain(
      'INIT_REPORT Init Duration: 1000.00 ms\tPhase: init\tStatus: timeout',
    );
    expect(JSON.parse(await pool.invoke('{}'))[0]).toBe(2);
  });

  it('slow static code times out if that is not enough either', async () => {
    start(loads('60_000'), 2);
    await expect(pool.invoke('{}')).rejects.toMatchObject({
      name: 'Sandbox.Timedout',
      message: expect.stringContaining('Task timed out after 2.00 seconds'),
    });
  });
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    // The process has ended.
    return false;
  }
}
