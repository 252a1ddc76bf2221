import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { cachedFolder, copyFolder } from '../../lib/cachedFolder.ts';
import type { Engine } from './engine.ts';
import { installFlags } from './flags.ts';

/**
 * Creates an empty database in `dataDir`, as a copy of one that was made once for this version of
 * the server. The signal aborts it at once.
 */
export async function createDatabase(
  engine: Engine,
  dataDir: string,
  signal?: AbortSignal,
): Promise<void> {
  const make = (folder: string) => install(engine, folder, join(folder, 'data'), signal);
  const folder = await cachedFolder(engine.name, describeEngine(engine), make, signal);
  copyFolder(join(folder, 'data'), dataDir);
}

/** Everything that the files of an empty database depend on. */
export const describeEngine = (engine: Engine): string[] => [
  engine.version,
  ...installFlags({ name: engine.name, flags: [] }, { dataDir: '', temporaryDir: '' }),
];

/** Creates an empty database in `dataDir`. The signal aborts it at once. */
export async function install(
  engine: Engine,
  home: string,
  dataDir: string,
  signal?: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted();
  // Renamed when complete, so that an interrupted installation is never taken for a database.
  const partial = join(home, 'data.new');
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { mode: 0o700 });
  const temporaryDir = join(home, 'tmp');
  mkdirSync(temporaryDir, { recursive: true, mode: 0o700 });
  // MariaDB's installer is a script that runs the server; a process group of its own lets both be killed
  // together.
  const program = engine.install;
  const child = spawn(program, installFlags(engine, { dataDir: partial, temporaryDir }), {
    cwd: home,
    env: { ...process.env, ...engine.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const kill = () => killGroup(child);
  signal?.addEventListener('abort', kill);
  try {
    const [[code], stdout, stderr] = await Promise.all([
      once(child, 'exit'),
      text(child.stdout),
      text(child.stderr),
    ]);
    signal?.throwIfAborted();
    if (code !== 0) throw new Error(`${program} failed:\n${stdout}${stderr}`);
  } finally {
    signal?.removeEventListener('abort', kill);
  }
  renameSync(partial, dataDir);
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has just exited by itself.
  }
}
