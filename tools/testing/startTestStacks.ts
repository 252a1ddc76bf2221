import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { root } from '../root.ts';
import { findReach, PARTS } from './stackFile.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The files that describe the stacks under test, one for each worker. */
    stackFiles: string[];
    /** When the stacks tell members of moves, in Japanese time, such as `08:00-10:00`. */
    mailWindow: string;
  }
}

/**
 * Starts the product as its users do, on free ports, once for each worker. With `SHINKAN_STACK`, a
 * file such as `.local/stack.json`, starts nothing: the tests use that stack.
 */
export default async function startTestStacks(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.SHINKAN_STACK;
  if (given !== undefined && given !== '') return takeStack(project, resolve(given));
  const mailWindow = windowFarFromNow();
  const workers = Array.from({ length: project.config.maxWorkers });
  const stacks = await Promise.all(workers.map(() => startTestStack(mailWindow)));
  project.provide(
    'stackFiles',
    stacks.map(({ file }) => file),
  );
  project.provide('mailWindow', mailWindow);
  return async () => {
    await Promise.all(stacks.map(({ stop }) => stop()));
  };
}

async function startTestStack(mailWindow: string) {
  const dir = mkdtempSync(join(tmpdir(), 'shinkan-test-'));
  const stack = await startStackProcess(dir, ['--tick', '2', '--mail-window', mailWindow]);
  return {
    file: join(dir, 'stack.json'),
    async stop() {
      await stack.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function takeStack(project: TestProject, file: string): Promise<() => Promise<void>> {
  const reach = findReach(file);
  for (const [part, why] of Object.entries(PARTS).filter(([part]) => !reach.has(part))) {
    console.log(`${file} gives no way to the ${part}: what needs it is skipped (${why}).`);
  }
  project.provide('stackFiles', [file]);
  project.provide('mailWindow', '08:00-10:00');
  return async () => {};
}

/** A window that neither opens nor closes while the tests run. */
function windowFarFromNow(): string {
  const hour = (new Date().getUTCHours() + 9 + 12) % 24;
  const time = (at: number) => `${String(at % 24).padStart(2, '0')}:00`;
  return `${time(hour)}-${time(hour + 1)}`;
}

/** A separate `npm start`, ready for use, which can be stopped or killed. */
export interface StackProcess {
  process: ChildProcess;
  /** The output so far. */
  output(): string;
  /** Sends Ctrl-C; returns the exit code. */
  stop(): Promise<number>;
}

/**
 * Runs a command that starts the stack with its state in `dir`, and waits until it reports ready.
 */
export async function startStackProcess(
  dir: string,
  options: string[] = [],
  command: 'start' | 'dev' = 'start',
): Promise<StackProcess> {
  const child = spawn(
    process.execPath,
    ['tools/shinkan.ts', command, '--dir', dir, '--port', '0', ...options],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  const log = createWriteStream(join(dir, 'start.log'), { flags: 'a' });
  const exited = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString('utf8');
      log.write(chunk);
      if (output.includes('Ctrl-C stops everything')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`The stack ended with ${code}:\n${output}`)));
  });
  return {
    process: child,
    output: () => output,
    async stop() {
      child.kill('SIGINT');
      const code = await exited;
      log.end();
      return code;
    },
  };
}
