import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { root } from '../../tools/root.ts';
import { readStack } from '../../tools/stack/stack.ts';
import { ask } from '../../tools/testing/graphql.ts';
import { startStackProcess } from '../../tools/testing/startTestStacks.ts';
import { run } from '../support/command.ts';
import { eventually } from '../support/eventually.ts';
import { announcedBook, writeFeed } from '../support/feed.ts';
import { newStackDirs } from '../support/stackDirs.ts';

const { newDir, processesOf, removeDirs } = newStackDirs();
afterEach(removeDirs);

/** The arguments of Node to start without books, on free ports. */
function startOf(dir: string): string[] {
  return ['tools/shinkan.ts', 'start', '--empty', '--dir', dir, '--port', '0'];
}

describe('npm start', () => {
  it('npm start says which port is taken and how to choose another', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) =>
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      }),
    );
    const dir = newDir();
    try {
      const { code, output } = await run('start', '--empty', '--dir', dir, '--port', String(port));
      expect(code).toBe(1);
      expect(output).toContain(String(port));
      expect(output).toContain('--port');
    } finally {
      server.close();
    }
    expect(processesOf(dir)).toEqual([]);
  });

  it('npm start runs one of two concurrent starts in a directory, and tells the other', async () => {
    const dir = newDir();
    const both = [startStackProcess(dir, ['--empty']), startStackProcess(dir, ['--empty'])];
    const [one, two] = await Promise.allSettled(both);
    const [running, refused] = one?.status === 'fulfilled' ? [one, two] : [two, one];
    expect(refused).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringMatching(/Another stack \(process (\d+|unknown)\) uses/) },
    });
    if (running?.status !== 'fulfilled') throw new Error('neither of the two runs');
    expect(await running.value.stop()).toBe(0);
    expect(processesOf(dir)).toEqual([]);
  });

  it.each([300, 1500, 3000])(
    'npm start leaves nothing running after Ctrl-C at %i ms',
    async (delay) => {
      const dir = newDir();
      const child = spawn(process.execPath, startOf(dir), { cwd: root, stdio: 'ignore' });
      const ended = new Promise((resolve) => child.once('exit', resolve));
      setTimeout(() => child.kill('SIGINT'), delay);
      await ended;
      await expect.poll(() => processesOf(dir), { timeout: 5_000 }).toEqual([]);
    },
  );

  it('npm start finds everything again after it was killed', async () => {
    const dir = newDir();
    const first = await startStackProcess(dir, ['--empty']);
    const file = writeFeed([announcedBook('倒れても残る本')]);
    expect((await run('ingest', file, '--dir', dir)).code).toBe(0);
    first.process.kill('SIGKILL');
    await eventually('no process of the stack', () => processesOf(dir).length === 0);
    expect(existsSync(join(dir, 'stack.json'))).toBe(true);

    const second = await startStackProcess(dir, ['--empty']);
    try {
      const answer = await ask<{ upcomingBooks: { edges: { node: { title: string } }[] } }>(
        readStack(dir),
        '{ upcomingBooks { edges { node { title } } } }',
      );
      expect(answer.data?.upcomingBooks.edges.map((edge) => edge.node.title)).toEqual([
        '倒れても残る本',
      ]);
    } finally {
      expect(await second.stop()).toBe(0);
    }
    expect(processesOf(dir)).toEqual([]);
  });
});
