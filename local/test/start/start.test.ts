import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reservePorts } from '../../lib/ports.ts';
import { createCleanup } from '../../stack/cleanup.ts';
import { lockDirectory } from '../../stack/lockDirectory.ts';
import { putLongLogsAside } from '../../stack/rotateLogs.ts';
import { clearState } from '../../stack/stateDirectory.ts';
import { makeDirectory, type TestDirectory } from '../template/support.ts';

describe('start of the stack', () => {
  let directory: TestDirectory;
  beforeEach(() => {
    directory = makeDirectory();
  });
  afterEach(() => directory.remove());

  it('a start reports which port is in use, by what, and how to choose others', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(reservePorts(port)).rejects.toThrow(
      new RegExp(
        `^Port ${port} \\(web\\) is in use( by .+ \\(process ${process.pid}\\))?\\. .*--port N`,
      ),
    );
    taken.close();
  });

  it('a start reserves its ports until each is used', async () => {
    const ports = await reservePorts(0);
    const port = ports.number('s3');
    await expect(reservePorts(port)).rejects.toThrow(`Port ${port}`);
    expect(await ports.use('s3')).toBe(port);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    server.close();
    await ports.releaseAll();
  });

  it('a start does not share its directory with another stack', () => {
    const unlock = lockDirectory(directory.path);
    expect(() => lockDirectory(directory.path)).toThrow(
      `Another stack (process ${process.pid}) uses`,
    );
    unlock();
    lockDirectory(directory.path)();
  });

  it('a start takes over from a killed stack', async () => {
    const holder = spawnHolder(directory.path);
    expect(await holder.answer).toBe('has it');
    expect(() => lockDirectory(directory.path)).toThrow(
      `Another stack (process ${holder.process.pid}) uses`,
    );
    holder.process.kill('SIGKILL');
    await holder.ended;
    lockDirectory(directory.path)();
  });

  it('only one of many simultaneous starts gets the directory', async () => {
    for (const round of [1, 2, 3]) {
      const dir = join(directory.path, String(round));
      const holders = Array.from({ length: 5 }, () => spawnHolder(dir));
      const answers = await Promise.all(holders.map(({ answer }) => answer));
      for (const holder of holders) holder.process.kill('SIGKILL');
      await Promise.all(holders.map(({ ended }) => ended));
      expect(answers.filter((answer) => answer === 'has it')).toHaveLength(1);
      expect(answers.filter((answer) => /^Another stack/.test(answer))).toHaveLength(4);
    }
  });

  it('a fresh start removes only its own state', () => {
    for (const name of ['s3', 'mine']) mkdirSync(join(directory.path, name));
    writeFileSync(join(directory.path, 'mails.jsonl'), '{}');
    writeFileSync(join(directory.path, 'stack.json'), '{}');
    clearState(directory.path, false);
    const left = () =>
      ['s3', 'mails.jsonl', 'stack.json', 'mine'].filter((name) =>
        existsSync(join(directory.path, name)),
      );
    expect(left()).toEqual(['s3', 'mails.jsonl', 'mine']);
    clearState(directory.path, true);
    expect(left()).toEqual(['mine']);
  });

  it('a long log is rotated while its writer continues, and others are left alone', () => {
    const logs = join(directory.path, 'logs');
    mkdirSync(logs);
    const writer = openSync(join(logs, 'stack.log'), 'a');
    writeSync(writer, 'an old line\na newer one\n');
    writeFileSync(join(logs, 'stack.old.log'), 'from the time before that');
    writeFileSync(join(logs, 'Fn.log'), 'short');
    putLongLogsAside(directory.path, 15);
    writeSync(writer, 'after that\n');
    closeSync(writer);
    const read = (name: string) => readFileSync(join(logs, name), 'utf8');
    expect(read('stack.log')).toBe('after that\n');
    expect(read('stack.old.log')).toBe('a newer one\n');
    expect(read('Fn.log')).toBe('short');
    expect(existsSync(join(logs, 'Fn.old.log'))).toBe(false);
  });

  it('a start stops everything it started in reverse order, whatever fails', async () => {
    const stopped: string[] = [];
    const cleanup = createCleanup();
    cleanup.add('first', () => void stopped.push('first'));
    cleanup.add('bad', () => Promise.reject(new Error('stuck')));
    cleanup.add('last', async () => void stopped.push('last'));
    await expect(Promise.all([cleanup.run(), cleanup.run()])).rejects.toThrow(
      'bad did not stop: Error: stuck',
    );
    expect(stopped).toEqual(['last', 'first']);
  });
});

/** Another process that locks the directory until it is killed. */
function spawnHolder(dir: string) {
  const script = `
    import { lockDirectory } from '${join(import.meta.dirname, '../../stack/lockDirectory.ts')}';
    try {
      lockDirectory('${dir}');
      console.log('has it');
    } catch (error) {
      console.log(error.message);
    }
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const answer = once(child.stdout, 'data').then(([text]) => String(text).trim());
  return { process: child, answer, ended: once(child, 'exit') };
}
