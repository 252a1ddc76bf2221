import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeDirectory, type TestDirectory } from '../template/support.ts';
import { runFunction } from './support.ts';

/** Returns a port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('a function with a port for debuggers', () => {
  let directory: TestDirectory;
  beforeEach(() => {
    directory = makeDirectory();
  });
  afterEach(() => directory.remove());

  it('a function with a debugger port accepts a debugger, does not time out, and runs in one process', async () => {
    const inspectFrom = await freePort();
    const code = `export const handler = async () => {
      await new Promise((resolve) => setTimeout(resolve, 1_200));
      return process.pid;
    };`;
    const fn = await runFunction(directory.path, code, { Timeout: 1 }, { inspectFrom });
    try {
      const [one, other] = await Promise.all([fn.invoke('Fn', {}), fn.invoke('Fn', {})]);
      expect(one).toBe(other);
      expect(fn.inspectors).toEqual([
        { port: inspectFrom, directory: expect.stringMatching(/asset\.code$/) },
      ]);
      const targets = await (await fetch(`http://127.0.0.1:${inspectFrom}/json/list`)).json();
      expect(targets).toMatchObject([{ type: 'node' }]);
    } finally {
      await fn.stop();
    }
  });
});
