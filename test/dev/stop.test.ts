import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { root } from '../../tools/root.ts';
import { startStackProcess } from '../../tools/testing/startTestStacks.ts';
import { run } from '../support/command.ts';
import { eventually } from '../support/eventually.ts';
import { newStackDirs } from '../support/stackDirs.ts';

const { newDir, processesOf, removeDirs } = newStackDirs();
afterEach(removeDirs);

describe('SIGTERM', { timeout: 120_000 }, () => {
  it.each([
    ['npm', 'npm start', /^npm start/],
    ['run.mjs', 'npm start', /^node tools\/run\.mjs/],
    ['the stack', 'npm start', /shinkan\.ts start/],
    ['npx', 'npx --offline shinkan start', /^npm exec/],
    ['the shell of npx', 'npx --offline shinkan start', /^sh -c/],
  ])('SIGTERM to %s of %s ends everything that it started', async (_, command, target) => {
    const dir = newDir();
    const [program = '', ...words] = command.split(' ');
    const separator = program === 'npm' ? ['--'] : [];
    const options = ['--empty', '--dir', dir, '--port', '0'];
    const child = spawn(program, [...words, ...separator, ...options], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await untilItPrints(child, 'Ctrl-C stops everything');
    const ended = once(child, 'exit');
    const targets = processesOf(dir).filter(({ command: line }) => target.test(line));
    expect(targets).toHaveLength(1);
    process.kill(targets[0]?.pid ?? 0, 'SIGTERM');
    await ended;
    await eventually('no process of the stack', () => processesOf(dir).length === 0, {
      within: 30_000,
    });
  });
});

describe('shinkan stop', () => {
  it('shinkan stop ends the stack of a directory and waits until it is gone', async () => {
    const dir = newDir();
    const stack = await startStackProcess(dir, ['--empty']);
    const exited = once(stack.process, 'exit');
    const { code, output } = await run('stop', '--dir', dir);
    expect(code, output).toBe(0);
    expect(output).toContain(`Stopped the stack in ${dir}.`);
    expect(processesOf(dir)).toEqual([]);
    expect(await exited).toEqual([0, null]);
    expect((await run('stop', '--dir', dir)).output).toContain('No stack is running');
  });
});

function untilItPrints(child: ChildProcess, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      if (output.includes(text)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}:\n${output}`)));
  });
}
