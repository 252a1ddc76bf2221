import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCleanup } from '../../../../local/cleanup.ts';
import { lockDirectory } from '../../../../local/lockDirectory.ts';
import { reservePorts } from '../../../../local/ports.ts';
import { findMariadb } from '../../../../local/services/mariadb/findMariadb.ts';
import { clearState, putLongLogsAside } from '../../../../local/stateDirectory.ts';
import { makeDirectory, type TestDirectory } from '../template/support.ts';

describe('a start', () => {
  let directory: TestDirectory;
  beforeEach(() => {
    directory = makeDirectory();
  });
  afterEach(() => directory.remove());

  it('says which port is taken, by what, and how to choose others', async () => {
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

  it('holds its ports until each is used', async () => {
    const ports = await reservePorts(0);
    const port = ports.number('s3');
    await expect(reservePorts(port)).rejects.toThrow(`Port ${port}`);
    expect(await ports.use('s3')).toBe(port);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    server.close();
    await ports.releaseAll();
  });

  it('does not share its directory with another stack', () => {
    const unlock = lockDirectory(directory.path);
    expect(() => lockDirectory(directory.path)).toThrow(
      `Another stack (process ${process.pid}) uses`,
    );
    unlock();
    lockDirectory(directory.path)();
  });

  it('takes over from a stack that was killed, also when its process id is in use again', () => {
    const file = join(directory.path, 'stack.pid');
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(file, JSON.stringify({ pid: gone, began: '1' }));
    lockDirectory(directory.path)();
    writeFileSync(file, JSON.stringify({ pid: process.pid, began: '1' }));
    const unlock = lockDirectory(directory.path);
    expect(JSON.parse(readFileSync(file, 'utf8')).pid).toBe(process.pid);
    unlock();
    writeFileSync(file, '{"pid":');
    lockDirectory(directory.path)();
  });

  it('removes only its own state when it begins anew', () => {
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

  it('puts aside a log that has grown long, and leaves the others', () => {
    const logs = join(directory.path, 'logs');
    mkdirSync(logs);
    writeFileSync(join(logs, 'stack.log'), 'long enough');
    writeFileSync(join(logs, 'stack.old.log'), 'from the time before that');
    writeFileSync(join(logs, 'Fn.log'), 'short');
    putLongLogsAside(directory.path, 8);
    expect(existsSync(join(logs, 'stack.log'))).toBe(false);
    expect(readFileSync(join(logs, 'stack.old.log'), 'utf8')).toBe('long enough');
    expect(readFileSync(join(logs, 'Fn.log'), 'utf8')).toBe('short');
  });

  it('stops all it started, the last first, whatever fails', async () => {
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

  it('says how to install MariaDB where there is none', () => {
    expect(() => findMariadb(directory.path, [])).toThrow(
      /neither mariadbd nor mysqld was found.*apt-get install/,
    );
  });
});
