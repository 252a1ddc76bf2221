import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface Server {
  /** The program's first line of output. */
  url: string;
  pid: number | undefined;
  stop(): Promise<void>;
}

/** Runs a TypeScript program in its own process, which prints its address. */
export async function startServer(
  script: string,
  parameters: string[] = [],
  nodeOptions: string[] = [],
): Promise<Server> {
  const child = spawn(process.execPath, [...nodeOptions, script, ...parameters], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const first = once(createInterface(child.stdout), 'line');
  const url = await Promise.race([
    first.then(([line]) => String(line)),
    exited.then(([code]) => {
      throw new Error(`${script} ended with ${code} before it listened`);
    }),
  ]);
  return {
    url,
    pid: child.pid,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
