import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Engine } from '../../services/database/engine.ts';
import { install } from '../../services/database/install.ts';
import { makeDirectory, type TestDirectory } from '../template/support.ts';

const PATIENT = { timeout: 20_000 };

describe('installation of a database', () => {
  let directory: TestDirectory;
  beforeEach(() => {
    directory = makeDirectory();
  });
  afterEach(() => directory.remove());

  /** An engine whose installer is a shell script, as mariadb-install-db is. */
  function engine(script: string): Engine {
    const file = join(directory.path, 'install.sh');
    writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o700 });
    return {
      name: 'mariadb',
      server: file,
      install: file,
      version: '',
      flags: [],
      environment: {},
    };
  }
  const dataDir = () => join(directory.path, 'data');

  it('the installation ends at once on its signal, with the server that its script runs', async () => {
    const slow = engine('sleep 600 & echo $! > server.pid; wait');
    const signal = new AbortController();
    const installing = install(slow, directory.path, dataDir(), signal.signal);
    const pidFile = join(directory.path, 'server.pid');
    await vi.waitUntil(() => existsSync(pidFile) && readFileSync(pidFile).length > 1, PATIENT);
    signal.abort();
    await expect(installing).rejects.toThrow('aborted');
    const pid = Number(readFileSync(pidFile, 'utf8'));
    await vi.waitUntil(() => !isRunning(pid), PATIENT);
    expect(existsSync(dataDir())).toBe(false);
  });

  it('a failed installation reports the program’s output', async () => {
    const failing = engine('echo no space left; exit 3');
    await expect(install(failing, directory.path, dataDir())).rejects.toThrow('no space left');
    expect(existsSync(dataDir())).toBe(false);
  });
});

function isRunning(pid: number): boolean {
  try {
    // A process that has ended may remain in the table as a zombie.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
