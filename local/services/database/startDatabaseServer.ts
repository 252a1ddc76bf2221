import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Connection, createConnection } from 'mysql2/promise';
import { supervise } from '../../lib/supervise.ts';
import { type Engine, type EngineName, findEngine } from './engine.ts';
import { type ServerSettings, serverFlags } from './flags.ts';
import { createDatabase } from './install.ts';

/** A running server. */
export interface DatabaseServer {
  engine: EngineName;
  socketPath: string;
  /** Opens a connection as the administrator; the caller closes it. */
  connectAsRoot(): Promise<Connection>;
  stop(): Promise<void>;
}

/** Socket paths are limited to 107 bytes on Linux, 103 on macOS. */
const longestSocketPath = 100;

/**
 * Starts a private server with its data in `<dir>/<engine>`, created on the first start. Data
 * written before a crash of either process survives. The signal aborts the start at any point.
 * Server variables have Aurora's defaults where `settings` omits them.
 */
export async function startDatabaseServer(
  dir: string,
  log: (line: string) => void,
  signal?: AbortSignal,
  engine: Engine = findEngine(),
  settings: ServerSettings = {},
): Promise<DatabaseServer> {
  const home = homeOf(dir, engine.name);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const { dataDir, pidFile, temporaryDir } = placesIn(home);
  mkdirSync(temporaryDir, { recursive: true, mode: 0o700 });
  const socketPath = chooseSocketPath(home);
  if (!existsSync(dataDir)) {
    log('Creating the database…');
    await createDatabase(engine, dataDir, signal);
  }
  const logFile = join(home, 'server.log');
  rmSync(socketPath, { force: true });
  const output = openSync(logFile, 'a', 0o600);
  const server = supervise(
    engine.server,
    serverFlags(engine, { dataDir, socketPath, pidFile, temporaryDir }, settings),
    {
      env: { PATH: process.env.PATH ?? '/usr/bin:/bin', HOME: home, ...engine.environment },
      cwd: home,
      output,
    },
  );
  closeSync(output);
  const connectAsRoot = () =>
    createConnection({ socketPath, user: 'root', charset: 'UTF8MB4_0900_AI_CI', timezone: 'Z' });
  try {
    await waitUntilServing(connectAsRoot, server.exited, logFile, signal);
  } catch (error) {
    await server.stop();
    throw error;
  }
  let stopping = false;
  server.exited.then((code) => {
    if (!stopping) log(`The database server exited unexpectedly with ${code}; see ${logFile}`);
  });
  return {
    engine: engine.name,
    socketPath,
    connectAsRoot,
    stop: () => {
      stopping = true;
      // InnoDB flushes its memory on shutdown, which may take a while.
      return server.stop(60_000);
    },
  };
}

/** The folder of an engine's server whose stack stores its state in `dir`. */
export const homeOf = (dir: string, engine: EngineName) => resolve(dir, engine);

function placesIn(home: string) {
  return {
    dataDir: join(home, 'data'),
    pidFile: join(home, 'server.pid'),
    temporaryDir: join(home, 'tmp'),
  };
}

function chooseSocketPath(home: string): string {
  const path = join(home, 'mysqld.sock');
  if (Buffer.byteLength(path) <= longestSocketPath) return path;
  const directory = join(
    tmpdir(),
    `mysqld-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`,
  );
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return join(directory, 'mysqld.sock');
}

/**
 * Waits for a server that a killed stack left running on the data in `dir` to exit; sends SIGTERM
 * after 2 s and throws after 30 s.
 */
export async function endOrphan(dir: string, log: (line: string) => void): Promise<void> {
  for (const engine of ['mysql', 'mariadb'] as const) await endOrphanOf(homeOf(dir, engine), log);
}

async function endOrphanOf(home: string, log: (line: string) => void): Promise<void> {
  const { dataDir, pidFile } = placesIn(home);
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').trim());
  for (let waited = 0; isServing(pid, dataDir); waited += 1) {
    if (waited === 0) log('Waiting for the previous database server to exit…');
    if (waited === 20) process.kill(pid, 'SIGTERM');
    if (waited > 300)
      throw new Error(`The database server (process ${pid}) still uses ${dataDir} after 30 s`);
    await sleep(100);
  }
}

function isServing(pid: number, dataDir: string): boolean {
  try {
    const command = existsSync('/proc/self/cmdline')
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return command.includes(`--datadir=${dataDir}`);
  } catch {
    // The process does not exist.
    return false;
  }
}

async function waitUntilServing(
  connect: () => Promise<Connection>,
  exited: Promise<number>,
  logFile: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  let ended: number | undefined;
  exited.then(
    (code) => {
      ended = code;
    },
    () => {
      ended = 127;
    },
  );
  for (let attempt = 0; ; attempt += 1) {
    signal?.throwIfAborted();
    try {
      await (await connect()).end();
      return;
    } catch (error) {
      const tail = () => readFileSync(logFile, 'utf8').split('\n').slice(-15).join('\n');
      if (ended !== undefined)
        throw new Error(`The database server exited with ${ended}:\n${tail()}`);
      if (attempt > 1200)
        throw new Error(`The database server does not answer after 60 s:\n${tail()}`, {
          cause: error,
        });
      await sleep(50);
    }
  }
}
